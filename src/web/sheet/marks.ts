import type { ReportedFinding, WorkbookReport } from "../../report/types";
import { cellKey, parseCellName, type CellAddress } from "../../workbook";

/** Why a cell is outlined: its findings, the gravest first. */
export type Mark = readonly [ReportedFinding, ...ReportedFinding[]];

/** The outlined cells of a sheet by {@link cellKey}. */
export type SheetMarks = ReadonlyMap<number, Mark>;

const GRAVITY = { error: 0, warning: 1, info: 2 } as const;

/** What the gravest finding of a cell that is not ignored is; "ignored" where all are, "awaiting" where it hangs on a setting that nobody has confirmed. */
export function gravityOf([{ severity, ignored, awaits }]: Mark): ReportedFinding["severity"] | "ignored" | "awaiting" {
  if (ignored) return "ignored";
  return awaits?.length ? "awaiting" : severity;
}

/** The cells to outline, by sheet; where every finding of a cell is ignored, faintly. */
export function marksOf(report: WorkbookReport | null): ReadonlyMap<string, SheetMarks> {
  const sheets = new Map<string, Map<number, [ReportedFinding, ...ReportedFinding[]]>>();
  for (const finding of report?.findings ?? []) {
    const at = parseCellName(finding.cell);
    if (!at) continue;
    let sheet = sheets.get(finding.sheet);
    if (!sheet) sheets.set(finding.sheet, (sheet = new Map()));
    const key = cellKey(at.row, at.column);
    const findings = sheet.get(key);
    if (findings) findings.push(finding);
    else sheet.set(key, [finding]);
  }
  for (const sheet of sheets.values()) for (const findings of sheet.values()) findings.sort((a, b) => rankOf(a) - rankOf(b));
  return sheets;
}

function rankOf({ severity, ignored }: ReportedFinding): number {
  return GRAVITY[severity] + (ignored ? 3 : 0);
}

/** The cells that a finding was compared with, on one sheet, by {@link cellKey}. */
export function comparedCells(finding: ReportedFinding | null, sheet: string): ReadonlySet<number> {
  const cells = [...(finding?.related ?? []), ...(finding?.consequences ?? [])].filter((each) => each.sheet === sheet).map(({ cell }) => parseCellName(cell));
  return new Set(cells.flatMap((at) => (at ? [cellKey(at.row, at.column)] : [])));
}

/** How many findings of each severity a sheet has, ignored ones apart. */
export function countsOf(marks: SheetMarks | undefined): Readonly<Record<ReportedFinding["severity"], number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const mark of marks?.values() ?? []) for (const { severity, ignored } of mark) if (!ignored) counts[severity]++;
  return counts;
}

/** The place that a finding names. */
export function placeOf({ sheet, cell }: { readonly sheet: string; readonly cell: string }): CellAddress | null {
  const at = parseCellName(cell);
  return at && { sheet, ...at };
}
