import { render, say, type Language } from "../messages";
import { addressKey, cellName, type CellAddress } from "../workbook";
import type { Asked } from "./asked";
import { Causes, rowKey, type Change } from "./causes";
import type { CellMap, PairedCell } from "./cell-map";
import type { LooseColumns } from "./columns";
import { cellPairs, type Match, type TablePair } from "./match";
import type { CellView, Line, SittingTable } from "./sitting";
import type { ChangedCell, ChangeKind } from "./types";

/** The cells of the tables that hold something else than before, in the order of the tables, with what follows from what. */
export function changedCells(match: Match, cells: CellMap, columns: LooseColumns, asked: Asked, language: Language): ChangedCell[] {
  const numbered = new Set(match.tables.filter(isNumberedThrough).map((pair) => pair.new.sheet));
  const cellsOf = match.lines.flatMap((pair) => cellPairs(pair).flatMap((each) => changeOf(each, cells)));
  const changes = [...renumberedOnce(cellsOf.filter(({ at, old, new: now }) => now?.use !== "no" || !numbered.has(at.sheet) || (old !== null && asked.cells.has(addressKey(old.at))))), ...wholeLines(match)];
  const causes = new Causes(changes, asked);
  return changes.filter(({ at, lines, old, new: now }) => lines || (old && now) || !columns.has(at)).map((change): ChangedCell => {
    const { at, label, old, new: now, kind, lines } = change;
    return {
      ...named(at), ...(lines ? { before: old ? label : "", after: old ? "" : label } : shownTexts(change, language)), asked: causes.isAsked(change), kind, label,
      was: old && named(lines ? at : old.at), gone: now === null, follows: causes.of(change).map((cause) => named(cause.at))
    };
  });
}

export function named({ sheet, row, column }: CellAddress): { sheet: string; cell: string } {
  return { sheet, cell: cellName(row, column) };
}

function changeOf({ old, new: now }: { old: CellView | null; new: CellView | null }, cells: CellMap): Change[] {
  if (!old || !now) {
    const only = (old ?? now)!;
    // Blank cells come and go with the heads of their columns.
    return only.value === "" && only.formula === null ? [] : [{ at: only.at, label: only.label, old, new: now, kind: old ? "cell-gone" : "cell-added", recomputed: false }];
  }
  const kind = kindOf({ old, new: now }, cells);
  return kind === null ? [] : [{ at: now.at, label: now.label, old, new: now, kind, recomputed: old.formula !== null && now.formula !== null && kind !== "formula" }];
}

/** null: the cell holds what it held. */
export function kindOf({ old, new: now }: PairedCell, cells: CellMap): ChangeKind | null {
  if (old.formula && !now.formula) return "formula-to-typed";
  // What was typed and right is computed now.
  if (!old.formula && now.formula) return now.meant?.agrees === true && old.value === now.value ? null : "typed-to-formula";
  if (old.formula && now.formula && !sameFormula({ old, new: now }, cells)) return "formula";
  if (old.value === now.value) return old.use === "rate" && old.number !== null && old.text !== now.text && old.format !== now.format ? "format" : null;
  switch (now.use) {
    case "label": return "label";
    case "target": return old.number === null || now.number === null || old.number === now.number ? "value" : now.number < old.number ? "target-lowered" : "target-raised";
    case "mark": return tickChange(old.value, now.value);
    default: return "value";
  }
}

/** What is only added up may be named in any order. */
const ONLY_ADDS = /^=?(?:[#+(),]|SUM)*$/;

function sameFormula({ old, new: now }: PairedCell, cells: CellMap): boolean {
  const { form } = old.formula!;
  return form === now.formula!.form && cells.readSame(old.formula!.areas, now.formula!.areas, ONLY_ADDS.test(form));
}

/** √ for ✓ is no change; what a mark that nobody understands was changed to is. */
function tickChange(old: string, now: string): ChangeKind {
  const ticked = (value: string): boolean => value.startsWith("present") || value.startsWith("half");
  return ticked(now) && !ticked(old) ? "tick-added" : ticked(old) && !ticked(now) ? "tick-removed" : "value";
}

/** 序号 say no more than the order of the rows: they grow from row to row, before (one may have stood there twice) and now, or stand in the rows as they stood, whoever is there. */
function isNumberedThrough({ old, new: now }: TablePair): boolean {
  if (old.kind !== "roster") return false;
  const numbersOf = ({ lines }: SittingTable): number[] => lines.flatMap(({ sort, cells }) => (sort === "person" ? [cells.find(({ use }) => use === "no")?.number ?? NaN] : []));
  const [before, after] = [numbersOf(old), numbersOf(now)];
  const grow = (numbers: readonly number[], least: number): boolean => numbers.every((number, index) => index === 0 || number - numbers[index - 1]! >= least);
  return (grow(before, 0) && grow(after, 1)) || before.join() === after.join();
}

/** 序号 that all went up or down alike, because somebody was put in or taken out, are one change. */
function renumberedOnce(changes: readonly Change[]): Change[] {
  let step: number | null = null;
  return changes.filter(({ old, new: now }) => {
    if (now?.use !== "no" || old?.number == null || now.number === null) return true;
    const same = step === now.number - old.number;
    step = now.number - old.number;
    return !same;
  });
}

function shownTexts({ old, new: now, kind }: Change, language: Language): { before: string; after: string } {
  if ((now ?? old)!.role === "name") return { before: render(say("review-name"), language), after: render(say(now ? "review-name-other" : "review-name"), language) };
  const before = old?.text ?? "";
  const after = now?.text ?? "";
  if (before !== after || kind === "format") return { before, after };
  return { before: old?.formula?.text ?? before, after: now?.formula?.text ?? after };
}

/** Persons, areas and indicators that are gone or new. What stands in the row of an area goes with it; an indicator of several areas is one. */
function wholeLines({ gone, added }: Match): Change[] {
  const whole = (lines: readonly Line[], isGone: boolean): Change[] => merged(lines).map((line) => {
    const cell = line.cells[0]!;
    const own = line.sort === "area" ? lines.filter(({ at }) => rowKey(at) === rowKey(line.at)) : line.sort === "indicator" ? lines.filter(({ sort, label }) => sort === line.sort && label === line.label) : [line];
    return { at: line.at, label: line.label, old: isGone ? cell : null, new: isGone ? null : cell, kind: isGone ? "row-gone" : "row-added", recomputed: false, lines: own };
  });
  return [...whole(gone, true), ...whole(added, false)];
}

function merged(lines: readonly Line[]): Line[] {
  const rows = new Set(lines.filter(({ sort }) => sort === "area").map(({ at }) => rowKey(at)));
  const seen = new Set<string>();
  return lines.filter((line) => {
    if (line.sort !== "indicator") return line.sort !== "text";
    const isNew = !rows.has(rowKey(line.at)) && !seen.has(line.label);
    seen.add(line.label);
    return isNew;
  });
}
