import { hasApi } from "./office";
import { inOurWords } from "./problem";

/** Opens a workbook, given as base64, in a window of its own; false where this Excel cannot. */
export async function openWorkbook(base64: string): Promise<boolean> {
  if (!hasApi("1.8")) return false;
  await inOurWords(() => Excel.createWorkbook(base64));
  return true;
}
