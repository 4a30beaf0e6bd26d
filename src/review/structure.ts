import { render, say, type Language, type Sentence } from "../messages";
import { columnLetters, rectName } from "../workbook";
import type { CellMap } from "./cell-map";
import type { Match } from "./match";
import type { Sitting, SittingSheet, SittingTable } from "./sitting";

/** Sheets without tables are the same under another name where so many of their texts are. */
const SAME_TEXTS = 0.7;

/** Which sheet of the new workbook is which of the old: by the lines of their tables, by name, by their texts. */
export function sameSheets(old: Sitting, now: Sitting, match: Match): ReadonlyMap<string, string> {
  const votes = new Map<string, Map<string, number>>();
  for (const { old: line, new: other } of match.lines) {
    const counts = votes.get(line.at.sheet) ?? new Map<string, number>();
    votes.set(line.at.sheet, counts.set(other.at.sheet, (counts.get(other.at.sheet) ?? 0) + 1));
  }
  const same = new Map<string, string>();
  const taken = new Set<string>();
  const join = (from: string, to: string): void => {
    same.set(from, to);
    taken.add(to);
  };
  for (const [sheet, counts] of votes) join(sheet, [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))[0]);
  const left = (): SittingSheet[] => old.sheets.filter(({ name }) => !same.has(name));
  for (const { name } of left()) if (now.sheets.some((other) => other.name === name) && !taken.has(name)) join(name, name);
  for (const sheet of left()) {
    const other = now.sheets.find((each) => !taken.has(each.name) && textShare(sheet, each) >= SAME_TEXTS);
    if (other) join(sheet.name, other.name);
  }
  return same;
}

function textShare({ texts }: SittingSheet, other: SittingSheet): number {
  const known = new Set(other.texts);
  return texts.length === 0 ? 0 : texts.filter((text) => known.has(text)).length / Math.max(texts.length, other.texts.length);
}

/** What is otherwise in another way than before, a sentence each. */
export function structureOf(old: Sitting, now: Sitting, match: Match, cells: CellMap, sheets: ReadonlyMap<string, string>, language: Language): string[] {
  return [...sheetChanges(old, now, sheets), ...tableChanges(match), ...hiddenLines(old, now, cells)].map((sentence) => render(sentence, language));
}

function sheetChanges(old: Sitting, now: Sitting, sheets: ReadonlyMap<string, string>): Sentence[] {
  const counts = ({ isOurs, isEmpty }: SittingSheet): boolean => !isOurs && !isEmpty;
  const known = new Set(sheets.values());
  const byName = new Map(now.sheets.map((sheet) => [sheet.name, sheet]));
  return [
    ...old.sheets.filter((sheet) => counts(sheet) && !sheets.has(sheet.name)).map(({ name }) => say("review-sheet-gone", { sheet: name })),
    ...now.sheets.filter((sheet) => counts(sheet) && !known.has(sheet.name)).map(({ name }) => say("review-sheet-added", { sheet: name })),
    ...old.sheets.flatMap((sheet) => {
      const other = byName.get(sheets.get(sheet.name) ?? "");
      if (!other || (other.visibility === "visible") === (sheet.visibility === "visible")) return [];
      return [say(other.visibility === "visible" ? "review-sheet-shown" : "review-sheet-hidden", { sheet: other.name })];
    })
  ];
}

function tableChanges({ tablesGone, tablesAdded }: Match): Sentence[] {
  const told = ({ kind, sheet, rect, title }: SittingTable): Readonly<Record<string, string | Sentence>> => ({ sheet, range: rectName(rect), kind: say(`table-${kind}`), title });
  return [...tablesGone.map((table) => say("review-table-gone", told(table))), ...tablesAdded.map((table) => say("review-table-added", told(table)))];
}

/** Rows and columns of tables that are hidden now and were not. */
function hiddenLines(old: Sitting, now: Sitting, cells: CellMap): Sentence[] {
  const hidden = (sitting: Sitting): ReadonlyMap<string, { rows: ReadonlySet<number>; columns: ReadonlySet<number> }> =>
    new Map(sitting.sheets.map(({ name, hiddenRows, hiddenColumns }) => [name, { rows: new Set(hiddenRows), columns: new Set(hiddenColumns) }]));
  const [before, after] = [hidden(old), hidden(now)];
  const rows = new Map<string, Set<number>>();
  const columns = new Map<string, Set<number>>();
  const note = (to: Map<string, Set<number>>, sheet: string, index: number): void => void to.set(sheet, (to.get(sheet) ?? new Set<number>()).add(index));
  for (const { old: from, new: to } of cells.pairs) {
    const [was, is] = [before.get(from.at.sheet), after.get(to.at.sheet)];
    if (is?.rows.has(to.at.row) && !was?.rows.has(from.at.row)) note(rows, to.at.sheet, to.at.row);
    if (is?.columns.has(to.at.column) && !was?.columns.has(from.at.column)) note(columns, to.at.sheet, to.at.column);
  }
  return [
    ...[...rows].map(([sheet, found]) => say("review-rows-hidden", { sheet, rows: [...found].sort((a, b) => a - b).join("、") })),
    ...[...columns].map(([sheet, found]) => say("review-columns-hidden", { sheet, columns: [...found].sort((a, b) => a - b).map(columnLetters).join("、") }))
  ];
}
