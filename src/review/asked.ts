import { addressKey, parseCellName, rectContains, type CellAddress } from "../workbook";
import type { ReportedFinding } from "../report/types";
import type { CellView, Line, Sitting } from "./sitting";

/** The cell that a report names. */
export function placeOf({ sheet, cell }: { readonly sheet: string; readonly cell: string }): CellAddress {
  return { sheet, ...(parseCellName(cell) ?? { row: 1, column: 1 }) };
}

/** What a station was asked about, by the keys of the old workbook's cells. */
export interface Asked {
  /** Cells that findings speak of: their own, those of their fixes, what is wrong because of them. */
  readonly cells: ReadonlySet<string>;
  /** What those were compared with: it may have been changed in their place. */
  readonly compared: ReadonlySet<string>;
  /** Targets among them that were compared with other targets. Of a rate only the rest is in doubt: the target was agreed. */
  readonly targets: ReadonlySet<string>;
  /** Remarks of persons' rows that were spoken of: to say more there is an answer. */
  readonly answers: ReadonlySet<string>;
  /** Cells of what is only worth knowing: nobody asked for another number, but one may well be there now. */
  readonly mentioned: ReadonlySet<string>;
  /** What cells should show by errors and warnings: where they do, what they are computed from was changed for their sake. */
  readonly expected: ReadonlyMap<string, string>;
}

/**
 * The cells that findings speak of. What is only worth knowing asks for no number but its own; a formula that is wrong asks for another
 * formula, not for other numbers to read. The marks of one person's month are one thing. Ignored findings ask for nothing.
 */
export function askedOf({ report, tables }: Sitting): Asked {
  const known = new Map<string, { line: Line; cell: CellView }>(tables.flatMap(({ lines }) => lines.flatMap((line) => line.cells.map((cell) => [addressKey(cell.at), { line, cell }] as const))));
  const at = (place: CellAddress): { line: Line; cell: CellView } | undefined => known.get(addressKey(place));
  const isText = (place: CellAddress): boolean => (at(place)?.cell.use ?? "text") === "text";
  const live = report.findings.filter(({ ignored }) => ignored === null);
  const loud = live.filter(({ severity }) => severity !== "info");
  const isOfFormula = (finding: ReportedFinding): boolean => (finding.fix?.kind === "formula" || finding.rule === "formula-wrong") && at(placeOf(finding))?.cell.formula != null;
  const own = live.flatMap((finding) => {
    const { severity, fix, related, consequences } = finding;
    const texts = [placeOf(finding), ...[...related, ...consequences].map(placeOf)].filter(isText);
    return [...(fix ? [placeOf(fix)] : []), ...(severity === "info" ? texts : [placeOf(finding), ...consequences.map(placeOf)])];
  });
  const compared = loud.flatMap((finding) => finding.related.map(placeOf).filter((place) => !isOfFormula(finding) || isText(place)));
  const targets = loud.filter((finding) => at(placeOf(finding))?.cell.use === "target").flatMap(({ related }) => related.map(placeOf));
  // What is said of the heads of a table is said of its title, too.
  const titles = tables.flatMap(({ sheet, rect, lines }) => {
    const isMeant = [...own, ...compared].some((place) => place.sheet === sheet && rectContains(rect, place.row, place.column) && (at(place)?.line.sort ?? "text") === "text");
    return isMeant ? lines.flatMap(({ cells }) => cells.filter(({ role }) => role === "title").map((cell) => cell.at)) : [];
  });
  const withMonths = (places: readonly CellAddress[]): CellAddress[] => places.flatMap((place) => {
    const found = at(place);
    return found?.cell.use === "mark" ? found.line.cells.filter(({ role }) => monthOf(role) === monthOf(found.cell.role)).map((cell) => cell.at) : [place];
  });
  const keys = (places: readonly CellAddress[]): ReadonlySet<string> => new Set(places.map(addressKey));
  const remarks = [...own, ...compared].flatMap((place) => at(place)?.line.cells.filter(({ role }) => role === "remark").map((cell) => cell.at) ?? []);
  return {
    cells: keys([...withMonths(own), ...titles]), compared: keys(withMonths(compared)), targets: keys(targets), answers: keys(remarks),
    mentioned: keys(live.filter(({ severity }) => severity === "info").map(placeOf)), expected: new Map(loud.map((finding) => [addressKey(placeOf(finding)), finding.expected]))
  };
}

/** "mark 2024-09:presence" → "mark 2024-09". */
function monthOf(role: string): string {
  return role.split(" ").slice(0, 2).join(" ");
}
