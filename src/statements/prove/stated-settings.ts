import type { SettingsInput } from "../../settings";
import type { TextDocument } from "../../workbook";
import { impliedHeadcount, personMonthsIn } from "./attendance";
import { readerOf } from "./reader";
import { statedHeadcount } from "./headcount";
import { settingsFor } from "../../settings";

/** What a report itself says of the agreement: how many social workers it asks for, and which share of them certified. Its tables are checked by that where the user has set nothing. */
export function statedSettings(document: TextDocument): SettingsInput {
  const reader = readerOf(document, [], settingsFor({}));
  const headcount = statedHeadcount(reader)?.token.value ?? impliedHeadcount(reader)?.headcount;
  const due = (who: "all" | "certified"): number | undefined => personMonthsIn(reader).find((one) => one.who === who && one.what === "due" && one.measure.token.bound === "exact")?.measure.token.value;
  const [all, certified] = [due("all"), due("certified")];
  const share = all !== undefined && certified !== undefined && certified <= all && Number.isInteger(Math.round((certified / all) * 1e6) / 1e4) ? certified / all : null;
  return {
    ...(headcount !== undefined && Number.isInteger(headcount) && headcount > 0 && headcount <= 200 && { headcount }),
    ...(share !== null && { certifiedShare: share })
  };
}
