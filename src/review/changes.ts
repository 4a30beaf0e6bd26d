import { render, say, type Language } from "../messages";
import { addressKey, cellName, rectContains, type CellAddress } from "../workbook";
import type { Asked } from "./asked";
import type { CellMap, PairedCell } from "./cell-map";
import { cellPairs, type Match } from "./match";
import type { Area, CellView, Line } from "./sitting";
import type { ChangedCell, ChangeKind } from "./types";

/** A change, and whether it is one of the formula or only of what it gives. */
interface Change {
  readonly old: CellView | null;
  readonly new: CellView | null;
  readonly kind: ChangeKind;
  /** The formula is the same; only its value is another. */
  readonly recomputed: boolean;
}

/** The cells of the tables that hold something else than before, in the order of the tables, with what follows from what. */
export function changedCells(match: Match, cells: CellMap, asked: Asked, language: Language): ChangedCell[] {
  const changes = renumberedOnce(match.lines.flatMap((pair) => cellPairs(pair).flatMap((each) => changeOf(each, cells))));
  const causes = new Causes(changes, asked);
  return [
    ...changes.map((change): ChangedCell => {
      const { old, new: now, kind } = change;
      const shown = (now ?? old)!;
      return {
        ...named(shown.at), ...shownTexts(change, language), asked: causes.isAsked(change), kind, label: shown.label,
        was: old && named(old.at), gone: now === null, follows: causes.of(change).map(({ new: cause, old: former }) => named((cause ?? former)!.at))
      };
    }),
    ...wholeLines(match, asked.cells)
  ];
}

export function named({ sheet, row, column }: CellAddress): { sheet: string; cell: string } {
  return { sheet, cell: cellName(row, column) };
}

function changeOf({ old, new: now }: { old: CellView | null; new: CellView | null }, cells: CellMap): Change[] {
  if (!old || !now) {
    const only = (old ?? now)!;
    // Blank cells come and go with the heads of their columns.
    return only.value === "" && only.formula === null ? [] : [{ old, new: now, kind: old ? "cell-gone" : "cell-added", recomputed: false }];
  }
  const kind = kindOf({ old, new: now }, cells);
  return kind === null ? [] : [{ old, new: now, kind, recomputed: old.formula !== null && now.formula !== null && kind !== "formula" }];
}

/** null: the cell holds what it held. */
export function kindOf({ old, new: now }: PairedCell, cells: CellMap): ChangeKind | null {
  if (old.formula && !now.formula) return "formula-to-typed";
  if (!old.formula && now.formula) return "typed-to-formula";
  if (old.formula && now.formula && !sameFormula({ old, new: now }, cells)) return "formula";
  if (old.value === now.value) return old.use === "rate" && old.number !== null && old.text !== now.text && old.format !== now.format ? "format" : null;
  switch (now.use) {
    case "label": return "label";
    case "target": return old.number === null || now.number === null || old.number === now.number ? "value" : now.number < old.number ? "target-lowered" : "target-raised";
    case "mark": return tickChange(old.value, now.value);
    default: return "value";
  }
}

function sameFormula({ old, new: now }: PairedCell, cells: CellMap): boolean {
  return old.formula!.form === now.formula!.form && cells.readSame(old.formula!.areas, now.formula!.areas);
}

/** √ for ✓ is no change; what a mark that nobody understands was changed to is. */
function tickChange(old: string, now: string): ChangeKind {
  const ticked = (value: string): boolean => value.startsWith("present") || value.startsWith("half");
  return ticked(now) && !ticked(old) ? "tick-added" : ticked(old) && !ticked(now) ? "tick-removed" : "value";
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

/** Which changes were asked for, and which are only there because of others. */
class Causes {
  private readonly settled = new Map<Change, boolean>();
  private readonly direct = new Map<Change, readonly Change[]>();
  private readonly byRow = new Map<string, Change[]>();
  /** What stands in several places and was changed alike: what was asked of one of them was asked of all. */
  private readonly alike = new Map<string, Change[]>();

  constructor(private readonly changes: readonly Change[], private readonly asked: Asked) {
    for (const change of changes) {
      this.alike.set(likeness(change), [...this.alike.get(likeness(change)) ?? [], change]);
      if (!change.new) continue;
      const key = rowKey(change.new.at);
      this.byRow.set(key, [...this.byRow.get(key) ?? [], change]);
    }
    for (const change of changes) if (change.recomputed && change.old && asked.wrong.has(addressKey(change.old.at))) this.forItsSake(change);
  }

  isAsked(change: Change): boolean {
    const known = this.settled.get(change);
    if (known !== undefined) return known;
    // A circle is nobody's doing.
    this.settled.set(change, false);
    const causes = this.of(change);
    const twins = (this.alike.get(likeness(change)) ?? []).some((each) => this.settled.get(each) || (each.old !== null && this.asked.cells.has(addressKey(each.old.at))));
    const asked = twins || (causes.length > 0 && causes.every((cause) => this.isAsked(cause)));
    this.settled.set(change, asked);
    return asked;
  }

  /** A wrong value of a right formula is mended by changing what it reads. Targets are agreed; to lower one is never asked for in silence. */
  private forItsSake(change: Change): void {
    for (const cause of this.of(change)) {
      if (this.settled.has(cause) || cause.new?.use === "target") continue;
      this.settled.set(cause, true);
      this.forItsSake(cause);
    }
  }

  /** The changed cells that a recomputed value comes from, or that a typed number follows rightly. */
  of(change: Change): readonly Change[] {
    let causes = this.direct.get(change);
    if (!causes) this.direct.set(change, (causes = this.causesOf(change)));
    return causes;
  }

  private causesOf(change: Change): Change[] {
    const { new: now, recomputed } = change;
    if (!now) return [];
    const inputs = (now.meant?.inputs ?? []).map(({ sheet, row, column }): Area => ({ sheet, top: row, left: column, bottom: row, right: column }));
    if (now.role === "grade") return this.changes.filter((each) => each.new?.role === "sum" && each.new.at.sheet === now.at.sheet);
    if (now.role === "senior" && !recomputed) return this.allOfIt(change);
    if (recomputed) return this.within([...now.formula!.areas, ...now.formula!.through], change);
    return now.meant?.agrees === true && !now.formula && change.kind === "value" ? this.within(inputs, change) : [];
  }

  /** 符合从业2年以上小计 is nothing or all of a person's subtotal: it goes along where it was all of it and is again. */
  private allOfIt({ old, new: now }: Change): Change[] {
    const total = (this.byRow.get(rowKey(now!.at)) ?? []).find((each) => each.new?.role === "total" && each.old?.number === old?.number && each.new.number === now!.number);
    return total ? [total] : [];
  }

  private within(areas: readonly Area[], self: Change): Change[] {
    const found = new Set<Change>();
    for (const area of areas) {
      for (let row = area.top; row <= area.bottom && row - area.top < 2000; row++) {
        for (const change of this.byRow.get(rowKey({ sheet: area.sheet, row })) ?? []) {
          if (change !== self && rectContains(area, row, change.new!.at.column)) found.add(change);
        }
      }
    }
    return [...found];
  }
}

function rowKey({ sheet, row }: Pick<CellAddress, "sheet" | "row">): string {
  return `${sheet}\u0000${row}`;
}

function likeness({ old, new: now }: Change): string {
  return [(now ?? old)!.label, old?.value, now?.value].join("\u0000");
}

/** Persons, areas and indicators that are gone or new. What stands in the row of an area goes with it; an indicator of several areas is one. */
function wholeLines({ gone, added }: Match, asked: ReadonlySet<string>): ChangedCell[] {
  const wasAsked = (line: Line): boolean => line.cells.some(({ at }) => asked.has(addressKey(at)));
  return [
    ...merged(gone).map((line): ChangedCell => ({
      ...named(line.at), before: line.label, after: "", asked: wasAsked(line), kind: "row-gone", label: line.label, was: named(line.at), gone: true, follows: []
    })),
    ...merged(added).map((line): ChangedCell => ({
      ...named(line.at), before: "", after: line.label, asked: false, kind: "row-added", label: line.label, was: null, gone: false, follows: []
    }))
  ];
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
