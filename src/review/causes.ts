import { normalise } from "../values/text";
import { addressKey, rectContains, type CellAddress } from "../workbook";
import type { Asked } from "./asked";
import type { Area, CellView, Line } from "./sitting";
import type { ChangeKind } from "./types";

/** A change of a cell, or of lines as a whole. */
export interface Change {
  /** Of the new workbook; of the old where it is gone. */
  readonly at: CellAddress;
  readonly label: string;
  /** Of a line its first cell. */
  readonly old: CellView | null;
  readonly new: CellView | null;
  readonly kind: ChangeKind;
  /** The formula is the same; only its value is another. */
  readonly recomputed: boolean;
  /** The lines that are gone or new. */
  readonly lines?: readonly Line[];
}

/** Changes by the rows that their cells stand in. */
class ChangeIndex {
  private readonly rows = new Map<string, { readonly at: CellAddress; readonly change: Change }[]>();

  add(at: CellAddress, change: Change): void {
    const row = this.rows.get(rowKey(at));
    if (row) row.push({ at, change });
    else this.rows.set(rowKey(at), [{ at, change }]);
  }

  inRow(at: CellAddress): readonly Change[] {
    return (this.rows.get(rowKey(at)) ?? []).map(({ change }) => change);
  }

  within(areas: readonly Area[], self: Change): Change[] {
    const found = areas.flatMap((area) => {
      const inside: Change[] = [];
      for (let row = area.top; row <= area.bottom && row - area.top < MOST_ROWS; row++) {
        for (const { at, change } of this.rows.get(rowKey({ sheet: area.sheet, row })) ?? []) if (change !== self && rectContains(area, row, at.column)) inside.push(change);
      }
      return inside;
    });
    return [...new Set(found)];
  }
}

/** What says whose line it is. */
const NAMES: ReadonlySet<string> = new Set(["name", "label"]);

/** No table of a station is longer. */
const MOST_ROWS = 2000;

/** Which changes were asked for, and which are only there because of others. */
export class Causes {
  private readonly settled = new Map<Change, boolean>();
  private readonly direct = new Map<Change, readonly Change[]>();
  private readonly now = new ChangeIndex();
  /** Lines that are gone, where they stood. */
  private readonly before = new ChangeIndex();
  /** What stands in several places and was changed alike: what was asked of one of them was asked of all. */
  private readonly alike = new Map<string, Change[]>();

  constructor(private readonly changes: readonly Change[], private readonly asked: Asked) {
    for (const change of changes) {
      this.alike.set(likeness(change), [...this.alike.get(likeness(change)) ?? [], change]);
      for (const { at } of change.lines?.flatMap(({ cells }) => cells) ?? []) (change.new ? this.now : this.before).add(at, change);
      if (change.new && !change.lines) this.now.add(change.new.at, change);
    }
    for (const change of changes) if (change.recomputed && this.isMended(change)) this.forItsSake(change);
  }

  isAsked(change: Change): boolean {
    const known = this.settled.get(change);
    if (known !== undefined) return known;
    // A circle is nobody's doing.
    this.settled.set(change, false);
    if (change.lines) return this.settleLine(change);
    const causes = this.of(change);
    const twins = this.alike.get(likeness(change)) ?? [];
    // What only follows what nobody asked for was not changed for the sake of a finding: neither what it was compared with, nor what is computed anew.
    const isAlone = causes.length === 0 || causes.some((cause) => this.isAsked(cause));
    const asked = twins.some((each) => this.settled.get(each) || (this.isSpokenOf(each) && (isAlone || !change.recomputed)) || (isAlone && this.isCompared(each))) || (causes.length > 0 && causes.every((cause) => this.isAsked(cause)));
    this.settled.set(change, asked);
    return asked;
  }

  private isSpokenOf({ old, new: now, kind }: Change): boolean {
    if (!old) return false;
    const key = addressKey(old.at);
    // A remark that says something else than before answers nothing.
    return this.asked.cells.has(key) || (kind !== "formula-to-typed" && this.asked.mentioned.has(key)) || (this.asked.answers.has(key) && now !== null && normalise(now.text).includes(normalise(old.text)));
  }

  private isCompared({ old, kind }: Change): boolean {
    return old !== null && this.asked.compared.has(addressKey(old.at)) && (kind !== "target-lowered" || this.asked.targets.has(addressKey(old.at)));
  }

  /** The cell shows what it should; how many persons are at work, nobody but the station can say. */
  private isMended({ old, new: now }: Change): boolean {
    const expected = this.asked.expected.get(addressKey(old!.at));
    return expected !== undefined && (now!.text === expected || (expected === "" && now!.use === "staff"));
  }

  /** A row whose name was spoken of (it stands there twice) may be gone for that, not one with a wrong number; a new one is somebody's own doing. */
  private settleLine({ lines = [], old }: Change): boolean {
    const isNamed = ({ at, role }: CellView): boolean => NAMES.has(role) && (this.asked.cells.has(addressKey(at)) || this.asked.compared.has(addressKey(at)));
    return old !== null && lines.some(({ cells }) => cells.some(isNamed));
  }

  /** A wrong value of a right formula is mended by changing what it reads. Targets are agreed: to lower one is never asked for in silence; nor is it to take out a row. */
  private forItsSake(change: Change): void {
    for (const cause of this.of(change)) {
      if (this.settled.has(cause) || cause.lines || cause.new?.use === "target") continue;
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
    const { old, new: now, recomputed, lines } = change;
    if (!old || !now || lines) return [];
    if (now.role === "grade") return this.changes.filter((each) => each.new?.role === "sum" && each.at.sheet === now.at.sheet);
    if (recomputed) return this.read([...old.formula!.areas, ...old.formula!.through], [...now.formula!.areas, ...now.formula!.through], change);
    if (now.formula || change.kind !== "value") return [];
    if (now.meant?.agrees === true) return this.read(cellAreas(old.meant?.inputs ?? []), cellAreas(now.meant.inputs), change);
    return now.role === "senior" ? this.allOfIt(change) : [];
  }

  /** What was changed of the cells that a cell reads, and of those that it read. */
  private read(before: readonly Area[], now: readonly Area[], self: Change): Change[] {
    return [...this.now.within(now, self), ...this.before.within(before, self)];
  }

  /** 符合从业2年以上小计 is nothing or all of a person's subtotal: it goes along where it was all of it and is again. */
  private allOfIt({ old, new: now }: Change): Change[] {
    const total = this.now.inRow(now!.at).find((each) => each.new?.role === "total" && each.old?.number === old?.number && each.new.number === now!.number);
    return total ? [total] : [];
  }
}

function cellAreas(cells: readonly CellAddress[]): Area[] {
  return cells.map(({ sheet, row, column }) => ({ sheet, top: row, left: column, bottom: row, right: column }));
}

export function rowKey({ sheet, row }: Pick<CellAddress, "sheet" | "row">): string {
  return `${sheet}\u0000${row}`;
}

function likeness({ label, old, new: now }: Change): string {
  return [label, old?.value, now?.value].join("\u0000");
}
