import type { IndicatorTable } from "../types";

/** What a table has before numbers were asked. */
export const UNPROVEN: Pick<IndicatorTable, "proven" | "area"> = { proven: { sums: [], rates: [] }, area: null };
