import { render, say, type Language, type MessageId } from "../messages";
import type { ReportedFinding } from "../report/types";
import { normalise } from "../values/text";
import { addressKey, rectContains, type CellAddress } from "../workbook";
import { placeOf } from "./asked";
import type { CellMap } from "./cell-map";
import { kindOf, named } from "./changes";
import type { Match } from "./match";
import type { Line, Sitting } from "./sitting";
import type { EarlierFinding, FindingState } from "./types";

/** What became of each earlier finding, and what is found now that was not. */
export interface States {
  readonly earlier: readonly EarlierFinding[];
  readonly appeared: readonly ReportedFinding[];
}

export function statesOf(old: Sitting, now: Sitting, match: Match, cells: CellMap, language: Language): States {
  const still = stillThere(old.report.findings, now.report.findings, match, cells);
  const view = new View(old, match, cells, language);
  const appeared = now.report.findings.filter((finding) => finding.ignored === null && ![...still.values()].includes(finding));
  return { earlier: old.report.findings.map((finding) => view.earlier(finding, still.get(finding) ?? null, appeared)), appeared };
}

/**
 * Which finding of the new workbook is which of the old, one to one: of the same rule at the same cell, then of the same fingerprint. A
 * fingerprint names a person by 序号 and changes with it; several findings may share one.
 */
function stillThere(old: readonly ReportedFinding[], now: readonly ReportedFinding[], { tablesAdded }: Match, cells: CellMap): ReadonlyMap<ReportedFinding, ReportedFinding> {
  const still = new Map<ReportedFinding, ReportedFinding>();
  const free = new Set(now);
  const join = (isSame: (before: ReportedFinding, after: ReportedFinding) => boolean): void => {
    for (const before of old) {
      if (still.has(before)) continue;
      const after = [...free].find((each) => each.rule === before.rule && isSame(before, each));
      if (!after) continue;
      free.delete(after);
      still.set(before, after);
    }
  };
  const atSameCell = (before: ReportedFinding, after: ReportedFinding): boolean => {
    const at = cells.nowAt(placeOf(before));
    return at !== null && addressKey(at) === addressKey(placeOf(after));
  };
  join((before, after) => before.fingerprint === after.fingerprint && atSameCell(before, after));
  join(atSameCell);
  // A copy of the table, on a sheet beside it, has its own.
  const isOfCopy = (before: ReportedFinding, after: ReportedFinding): boolean => {
    const { sheet, row, column } = placeOf(after);
    return cells.pairOfOld(placeOf(before)) !== undefined && tablesAdded.some((table) => table.sheet === sheet && rectContains(table.rect, row, column));
  };
  join((before, after) => before.fingerprint === after.fingerprint && !isOfCopy(before, after));
  // One of several alike (序号 twice) was changed, and is like another one now.
  join((before, after) => peersOf(before, cells).some((at) => kindOf(cells.pairOfOld(at)!, cells) !== null && [after, ...after.related].some((other) => addressKey(placeOf(other)) === addressKey(cells.nowAt(at)!))));
  return still;
}

/** The cells that a finding compares its own with for being the same thing in other rows: another 序号, another name. */
function peersOf(finding: ReportedFinding, cells: CellMap): CellAddress[] {
  const role = cells.pairOfOld(placeOf(finding))?.old.role;
  if (role !== "no" && role !== "name") return [];
  return finding.related.map(placeOf).filter((at) => cells.pairOfOld(at)?.old.role === role);
}

/** The two workbooks as a finding looks at them. */
class View {
  private readonly lineOfCell: ReadonlyMap<string, Line>;
  private readonly pairOfLine: ReadonlyMap<Line, Line>;
  private readonly goneTables: ReadonlySet<string>;
  private readonly ownCells: ReadonlySet<string>;

  constructor(old: Sitting, private readonly match: Match, private readonly cells: CellMap, private readonly language: Language) {
    this.lineOfCell = new Map(old.tables.flatMap(({ lines }) => lines.flatMap((line) => line.cells.map(({ at }) => [addressKey(at), line] as const))));
    this.pairOfLine = new Map(match.lines.map((pair) => [pair.old, pair.new]));
    this.goneTables = new Set(match.tablesGone.flatMap(({ lines }) => lines.flatMap((line) => line.cells.map(({ at }) => addressKey(at)))));
    this.ownCells = new Set(old.report.findings.map((finding) => addressKey(placeOf(finding))));
  }

  earlier(finding: ReportedFinding, after: ReportedFinding | null, appeared: readonly ReportedFinding[]): EarlierFinding {
    const at = placeOf(finding);
    const line = this.lineOfCell.get(addressKey(at));
    const gone = line !== undefined && !this.cells.pairOfOld(at);
    const now = gone ? null : this.cells.nowAt(at);
    const { state, note } = after ? this.told(finding, after) : this.vanished(finding, { line, gone: gone || now === null, now }, appeared);
    const { rule, severity, fingerprint, message, actual, expected } = finding;
    const place = after ? { sheet: after.sheet, cell: after.cell } : named(now ?? at);
    return {
      rule, severity, ...place, fingerprint, state, message, before: actual, expected, after: after?.actual ?? this.shownAt(at), was: { sheet: finding.sheet, cell: finding.cell },
      gone: after === null && now === null, note
    };
  }

  /** It is still found. */
  private told(finding: ReportedFinding, after: ReportedFinding): { state: FindingState; note: string | null } {
    // What is left of it is only worth knowing.
    if (after.severity === "info" && finding.severity !== "info") return { state: "mended", note: null };
    if (after.ignored !== null) return { state: "explained", note: after.ignored.reason };
    const remark = this.answer(finding);
    if (remark !== null) return { state: "explained", note: remark };
    return { state: this.wasWorkedOn(finding, after) ? "still-wrong" : "open", note: null };
  }

  /** Its cell shows something else, or what was to be changed was; or what it was compared with, unless that was wrong by itself. */
  private wasWorkedOn(finding: ReportedFinding, after: ReportedFinding): boolean {
    if (finding.actual !== after.actual || this.isChanged(placeOf(finding)) || (finding.fix && this.isChanged(placeOf(finding.fix)))) return true;
    return finding.expected !== after.expected && finding.related.some((cell) => !this.ownCells.has(addressKey(placeOf(cell))) && this.isRetyped(placeOf(cell)));
  }

  /** It is not found any more: because it was mended, or because nobody can tell any more. */
  private vanished(finding: ReportedFinding, { line, gone, now }: { line: Line | undefined; gone: boolean; now: CellAddress | null }, appeared: readonly ReportedFinding[]): { state: FindingState; note: string | null } {
    const note = (id: MessageId): { state: FindingState; note: string } => ({ state: "open", note: render(say(id), this.language) });
    if (this.goneTables.has(addressKey(placeOf(finding)))) return note("review-note-table-gone");
    if (gone) return line && this.isDouble(line) ? { state: "mended", note: null } : note("review-note-row-gone");
    if (this.isReplaced(placeOf(finding))) return note("review-note-person-replaced");
    const other = now && appeared.find((each) => each.severity !== "info" && addressKey(placeOf(each)) === addressKey(now));
    if (other && finding.severity !== "info") return { state: "still-wrong", note: null };
    const remark = this.explains(finding) ? this.answer(finding) : this.undated(placeOf(finding));
    return remark === null ? { state: "mended", note: null } : { state: "explained", note: remark };
  }

  /** What was added to the rows that a finding speaks of. */
  private answer(finding: ReportedFinding): string | null {
    return [placeOf(finding), ...peersOf(finding, this.cells)].map((at) => this.remarkAdded(at)).find((remark) => remark !== null) ?? null;
  }

  /** A remark that was asked for and names no day: whoever asked for one must read it. */
  private undated(at: CellAddress): string | null {
    const pair = this.cells.pairOfOld(at);
    return pair?.new.role === "remark" && pair.old.value !== pair.new.value && pair.new.text !== "" && !/\d/.test(normalise(pair.new.text)) ? pair.new.text : null;
  }

  /** Somebody else stands where the person stood that the finding speaks of. */
  private isReplaced(at: CellAddress): boolean {
    const line = this.lineOfCell.get(addressKey(at));
    const now = line?.sort === "person" ? this.pairOfLine.get(line) : undefined;
    const isOther = (role: string): boolean => line!.cells.find((cell) => cell.role === role)?.value !== now!.cells.find((cell) => cell.role === role)?.value;
    return now !== undefined && isOther("name") && isOther("contract");
  }

  /** No number was touched: only a remark can have settled it, one that was not itself what was asked for. */
  private explains(finding: ReportedFinding): boolean {
    const cells = [placeOf(finding), ...finding.related.map(placeOf), ...(finding.fix ? [placeOf(finding.fix)] : [])];
    return !cells.some((at) => this.isChanged(at)) && this.cells.pairOfOld(placeOf(finding))?.old.role !== "remark";
  }

  /** Another line of the old workbook that is still there bears the same name: one of the two was too much. */
  private isDouble(line: Line): boolean {
    const names = new Set([...line.keys, ...line.places.map(({ of }) => of)]);
    const no = line.cells.find(({ role }) => role === "no")?.value;
    return this.match.lines.some(({ old }) => old.sort === line.sort && (old.keys.some((key) => names.has(key)) || (no !== undefined && no !== "" && old.cells.some(({ role, value }) => role === "no" && value === no))));
  }

  private isChanged(at: CellAddress): boolean {
    const pair = this.cells.pairOfOld(at);
    return pair !== undefined && kindOf(pair, this.cells) !== null;
  }

  private isRetyped(at: CellAddress): boolean {
    const pair = this.cells.pairOfOld(at);
    return pair !== undefined && pair.new.formula === null && pair.old.value !== pair.new.value;
  }

  private shownAt(at: CellAddress): string {
    const pair = this.cells.pairOfOld(at);
    return pair && pair.new.role !== "name" ? pair.new.text : "";
  }

  /** What the row of a cell says now beside its numbers that it did not say before. */
  private remarkAdded(at: CellAddress): string | null {
    const line = this.lineOfCell.get(addressKey(at));
    const now = line && this.pairOfLine.get(line);
    if (!line || !now) return null;
    const known = new Set(line.remarks.map(normalise));
    const added = now.remarks.filter((remark) => !known.has(normalise(remark)));
    return added.length > 0 ? added.join(" ") : null;
  }
}
