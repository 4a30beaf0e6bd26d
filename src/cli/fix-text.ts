import { render, say, type MessageId } from "../messages";
import type { WorkbookReport } from "../report";
import type { FixedCell } from "./fix";
import type { Outcome } from "./one";
import { countText, painter, printable } from "./text";

const words = (id: MessageId, data: Record<string, string | number> = {}): string => render(say(id, data));

/** The stable JSON form of what `fix` did. */
export interface FixDocument {
  readonly version: 1;
  readonly workbooks: readonly {
    readonly file: string;
    /** The mended copy; null where none was written. */
    readonly output: string | null;
    readonly fixes: readonly FixedCell[];
    /** The check of the mended copy. */
    readonly report: WorkbookReport;
    /** Why nothing was done. */
    readonly problem: string | null;
  }[];
}

export function fixDocument(outcomes: readonly Outcome[]): FixDocument {
  return {
    version: 1,
    workbooks: outcomes.map(({ report, written, fixes = [], problem }) => ({ file: report.file, output: written, fixes, report, problem: problem?.message ?? null }))
  };
}

/** What was changed in one workbook, before → after, and what is left. */
export function fixText({ report, written, fixes = [], problem }: Outcome, coloured: boolean): string {
  const paint = painter(coloured);
  const lines = [paint(printable(report.file), "strong")];
  if (report.error) return [...lines, `  ${paint(words("cli-unreadable"), "error")}  ${report.error.message}`].join("\n");
  if (problem) return [...lines, `  ${paint(words("cli-fix-refused"), "error")}  ${problem.message}`].join("\n");
  const done = fixes.filter(({ applied }) => applied).length;
  lines.push(`  ${fixes.length === 0 ? words("cli-fix-none") : words(written === null ? "cli-fix-would" : "cli-fix-count", { count: done })}`);
  const places = fixes.map(({ sheet, cell }) => printable(`${sheet}!${cell}`));
  const width = Math.max(0, ...places.map((place) => place.length));
  fixes.forEach(({ severity, rule, shownBefore, shownAfter, why, applied, reason }, index) => {
    const blank = words("shown-blank");
    lines.push(`    ${paint(words(`cli-${severity}`), severity)}  ${places[index]!.padEnd(width)}  ${printable(`${shownBefore || blank} → ${applied ? shownAfter || blank : shownBefore || blank}`)}`);
    lines.push(paint(`${" ".repeat(10)}${printable(why)}  ${rule}`, "quiet"));
    if (!applied) lines.push(`${" ".repeat(10)}${printable(reason ?? words("cli-fix-refused"))}`);
  });
  if (written !== null) lines.push(`  ${words("cli-fix-written", { file: printable(written) })}`);
  lines.push(`  ${words("cli-fix-left")}：${countText(report.findings.filter(({ ignored }) => ignored === null))}`);
  return lines.join("\n");
}
