import { resolve } from "node:path";
import { readAgreements } from "../agreements";
import { withoutWorkbook } from "../comparison";
import { readWorkbook } from "../hosts/file";
import { render, say } from "../messages";
import type { WorkbookReport } from "../report";
import type { Agreement, SettingsInput } from "../settings";
import { readBytes } from "./files";
import type { Output } from "./run";

/** Longer lists of names help nobody. */
const MOST_NAMES = 20;

/** What a list of agreements says; what cannot be taken of it is said. Throws a WorkbookError, or a SpokenError where it is no such list. */
export async function agreementsIn(file: string, output: Output): Promise<readonly Agreement[]> {
  const { agreements, problems } = readAgreements(await readWorkbook(await readBytes(file), file));
  for (const problem of problems) output.err(render(problem));
  output.err(render(say("agreements-read", { count: agreements.length })));
  return agreements;
}

/** The files without the list, which may lie among them. */
export function withoutList(files: readonly string[], list: string | null): string[] {
  return files.filter((file) => list === null || resolve(file) !== resolve(list));
}

/** Says which stations of the list have no workbook among those checked. */
export function sayMissing(reports: readonly Pick<WorkbookReport, "station">[], { agreements = [] }: SettingsInput, output: Output): void {
  const missing = withoutWorkbook(reports, agreements).map(({ station }) => station);
  if (missing.length === 0) return;
  const names = missing.slice(0, MOST_NAMES).join(render(say("list-separator")));
  output.err(render(say("agreements-missing", { count: missing.length, stations: missing.length > MOST_NAMES ? say("agreements-missing-more", { stations: names }) : names })));
}
