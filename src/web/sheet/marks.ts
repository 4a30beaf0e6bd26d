import type { ReportedFinding, WorkbookReport } from "../../report/types";
import { cellKey, parseCellName, type CellAddress } from "../../workbook";

/** Why a cell is outlined: its findings, the gravest first. */
export type Mark = readonly [ReportedFinding, ...ReportedFinding[]];

/** The outlined cells of a sheet by {@link cellKey}. */
export type SheetMarks = ReadonlyMap<number, Mark>;

const GRAVITY = { error: 0, warning: 1, info: 2 } as const;

/** The cells to outline, by sheet. Ignored findings are not outlined. */
export function marksOf(report: WorkbookReport | null): ReadonlyMap<string, SheetMarks> {
  const sheets = new Map<string, Map<number, [ReportedFinding, ...ReportedFinding[]]>>();
  for (const finding of report?.findings ?? []) {
    const at = finding.ignored ? null : parseCellName(finding.cell);
    if (!at) continue;
    let sheet = sheets.get(finding.sheet);
    if (!sheet) sheets.set(finding.sheet, (sheet = new Map()));
    const key = cellKey(at.row, at.column);
    const findings = sheet.get(key);
    if (findings) findings.push(finding);
    else sheet.set(key, [finding]);
  }
  for (const sheet of sheets.values()) for (const findings of sheet.values()) findings.sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity]);
  return sheets;
}

/** The cells that a finding was compared with, on one sheet, by {@link cellKey}. */
export function comparedCells(finding: ReportedFinding | null, sheet: string): ReadonlySet<number> {
  const cells = [...(finding?.related ?? []), ...(finding?.consequences ?? [])].filter((each) => each.sheet === sheet).map(({ cell }) => parseCellName(cell));
  return new Set(cells.flatMap((at) => (at ? [cellKey(at.row, at.column)] : [])));
}

/** How many findings of each severity a sheet has, ignored ones apart. */
export function countsOf(marks: SheetMarks | undefined): Readonly<Record<ReportedFinding["severity"], number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const mark of marks?.values() ?? []) for (const { severity } of mark) counts[severity]++;
  return counts;
}

/** The place that a finding names. */
export function placeOf({ sheet, cell }: { readonly sheet: string; readonly cell: string }): CellAddress | null {
  const at = parseCellName(cell);
  return at && { sheet, ...at };
}
