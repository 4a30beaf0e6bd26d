import { inOurWords } from "./problem";

/** Something done in Excel: waits for a user who is typing in a cell instead of failing, and fails in our own words. */
export function run<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  return inOurWords(() => Excel.run({ delayForCellEdit: true }, work));
}
