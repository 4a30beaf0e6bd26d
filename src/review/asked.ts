import { addressKey, parseCellName, rectContains, type CellAddress } from "../workbook";
import type { CellView, Line, Sitting } from "./sitting";

/** The cell that a report names. */
export function placeOf({ sheet, cell }: { readonly sheet: string; readonly cell: string }): CellAddress {
  return { sheet, ...(parseCellName(cell) ?? { row: 1, column: 1 }) };
}

/** What a station was asked about, by the keys of the old workbook's cells. */
export interface Asked {
  /** Cells that findings speak of. */
  readonly cells: ReadonlySet<string>;
  /** Cells of what is only worth knowing: nobody asked for another number, but one may well be there now. */
  readonly mentioned: ReadonlySet<string>;
  /** What cells should show by errors and warnings: where they do, what they are computed from was changed for their sake. */
  readonly expected: ReadonlyMap<string, string>;
}

/**
 * The cells that findings speak of: their own, those of their fixes, what they were compared with, what is wrong because of them. What is only
 * worth knowing asks for no number but its own. The marks of one person's month are one thing. Ignored findings ask for nothing.
 */
export function askedOf({ report, tables }: Sitting): Asked {
  const known = new Map<string, { line: Line; cell: CellView }>(tables.flatMap(({ lines }) => lines.flatMap((line) => line.cells.map((cell) => [addressKey(cell.at), { line, cell }] as const))));
  const live = report.findings.filter(({ ignored }) => ignored === null);
  const named = live.flatMap((finding) => {
    const { severity, fix, related, consequences } = finding;
    const others = [...related, ...consequences].map(placeOf);
    const texts = [placeOf(finding), ...others].filter((at) => (known.get(addressKey(at))?.cell.use ?? "text") === "text");
    return [...(fix ? [placeOf(fix)] : []), ...(severity === "info" ? texts : [placeOf(finding), ...others])];
  });
  // What is said of the heads of a table is said of its title, too.
  const titles = tables.flatMap(({ sheet, rect, lines }) => {
    const isMeant = named.some((at) => at.sheet === sheet && rectContains(rect, at.row, at.column) && (known.get(addressKey(at))?.line.sort ?? "text") === "text");
    return isMeant ? lines.flatMap(({ cells }) => cells.filter(({ role }) => role === "title").map(({ at }) => at)) : [];
  });
  const withMonths = named.flatMap((at) => {
    const found = known.get(addressKey(at));
    return found?.cell.use === "mark" ? found.line.cells.filter(({ role }) => monthOf(role) === monthOf(found.cell.role)).map((cell) => cell.at) : [at];
  });
  // A remark is how a person's row answers.
  const remarks = withMonths.flatMap((at) => known.get(addressKey(at))?.line.cells.filter(({ role }) => role === "remark").map((cell) => cell.at) ?? []);
  const mentioned = live.flatMap((finding) => (finding.severity === "info" ? [addressKey(placeOf(finding))] : []));
  return { mentioned: new Set(mentioned), cells: new Set([...withMonths, ...titles, ...remarks].map(addressKey)), expected: new Map(live.flatMap((finding) => (finding.severity === "info" ? [] : [[addressKey(placeOf(finding)), finding.expected] as const]))) };
}

/** "mark 2024-09:presence" → "mark 2024-09". */
function monthOf(role: string): string {
  return role.split(" ").slice(0, 2).join(" ");
}
