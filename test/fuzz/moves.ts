import { cellName, keyToRowColumn, parseCellName, parseRectName, quoteSheet, rectName, type CellAddress, type Rect } from "../../src/workbook";
import type { Random } from "../generator";
import { Draft, type DraftSheet } from "../generator/draft";
import { formulaText, type Expression } from "../generator/expression";
import { addNoiseSheet } from "../generator/noise";

/** Blank rows or columns put in before a row or column. */
interface Gap {
  readonly before: number;
  readonly count: number;
}

/** Where everything of one sheet went. */
export interface SheetMove {
  readonly from: string;
  readonly to: string;
  readonly rows: readonly Gap[];
  readonly columns: readonly Gap[];
}

/** A workbook moved about, and where everything went: plain data, so that a kept case can hold it. */
export interface Moved {
  readonly draft: Draft;
  readonly moves: readonly SheetMove[];
  /** Some sheets stand there twice. */
  readonly copies: boolean;
}

const shifted = (at: number, gaps: readonly Gap[]): number => at + gaps.reduce((sum, { before, count }) => (at >= before ? sum + count : sum), 0);

/** Where a cell went. */
export function movedCell(moves: readonly SheetMove[], at: { readonly sheet: string; readonly cell: string }): { sheet: string; cell: string } {
  const move = moves.find(({ from }) => from === at.sheet);
  const place = parseCellName(at.cell);
  if (!move || !place) return { ...at };
  return { sheet: move.to, cell: cellName(shifted(place.row, move.rows), shifted(place.column, move.columns)) };
}

type Plan = Map<string, { to: string; rows: Gap[]; columns: Gap[] }>;

/** One way to move a workbook about that may change no finding. */
type Move = (plan: Plan, draft: Draft, random: Random) => void;

/** Names for sheets that formulas must quote with care. */
const NAMES = ["it's", "附件 1-1", "2024", "A1", "R1C1", "a!b", "总-表", "__proto__", "🙂", "合".repeat(31), "TRUE", "x.y", "表（一）", "Ａ１", "constructor"];

export const MOVES: Readonly<Record<string, Move>> = {
  down: (plan, _, random) => random.pick([...plan.values()]).rows.push({ before: 1, count: random.int(1, 40) }),
  right: (plan, _, random) => random.pick([...plan.values()]).columns.push({ before: 1, count: random.int(1, 15) }),
  farDown: (plan, _, random) => random.pick([...plan.values()]).rows.push({ before: 1, count: random.pick([1000, 60_000]) }),
  everywhere: (plan, _, random) => {
    for (const sheet of plan.values()) {
      sheet.rows.push({ before: 1, count: random.int(0, 9) });
      sheet.columns.push({ before: 1, count: random.int(0, 9) });
    }
  },
  widerGap: (plan, draft, random) => {
    const sheet = random.pick(draft.sheets);
    const row = blankRow(sheet, random);
    if (row !== null) plan.get(sheet.name)!.rows.push({ before: row, count: random.int(1, 5) });
  },
  rename: (plan, _, random) => {
    const sheet = random.pick([...plan.values()]);
    const name = random.pick(NAMES);
    if (![...plan.values()].some(({ to }) => to.toLowerCase() === name.toLowerCase())) sheet.to = name;
  },
  shuffle: (plan, draft, random) => {
    const order = random.shuffle(draft.sheets.map(({ name }) => name));
    const entries = new Map(plan);
    plan.clear();
    for (const name of order) plan.set(name, entries.get(name)!);
  },
  otherSheets: () => undefined,
  copy: () => undefined
};

/** A blank row with something above and below, or null. */
function blankRow(sheet: DraftSheet, random: Random): number | null {
  const used = new Set<number>([...sheet.cells.keys()].map((key) => keyToRowColumn(key).row));
  for (const { top, bottom } of sheet.merges) for (let row = top; row <= bottom; row++) used.add(row);
  const blank = Array.from({ length: sheet.lastRow() }, (_, i) => i + 1).filter((row) => !used.has(row));
  return blank.length > 0 ? random.pick(blank) : null;
}

/**
 * A copy must stand on its own. Names, and what another sheet computes of the original, would go on meaning the original: a
 * rate of the copy that reads them is wrong, and rightly said to be.
 */
function canBeCopied(draft: Draft, name: string): boolean {
  const readers = draft.sheets.filter((other) => other.name !== name && reads(other, name));
  return draft.names.length === 0 && !readers.some((other) => reads(draft.sheet(name), other.name));
}

function reads(sheet: DraftSheet, other: string): boolean {
  return [...sheet.cells.values()].some(({ formula }) => formula !== null && formulaText(formula, sheet.name).includes(`${quoteSheet(other)}!`));
}

/** Moves a workbook about: its cells, merged areas, names and every reference along with them. */
export function moved(draft: Draft, list: readonly { readonly name: string; readonly seed: number }[], randomOf: (seed: number) => Random): Moved {
  const plan: Plan = new Map(draft.sheets.map(({ name }) => [name, { to: name, rows: [], columns: [] }]));
  for (const { name, seed } of list) MOVES[name]!(plan, draft, randomOf(seed));
  const moves = [...plan].map(([from, { to, rows, columns }]): SheetMove => ({ from, to, rows, columns }));
  for (const { name, seed } of list) {
    if (name !== "copy") continue;
    const copied = randomOf(seed).pick(moves);
    if (canBeCopied(draft, copied.from)) moves.push({ ...copied, to: `副本${seed}` });
  }
  const result = relocated(draft, moves);
  for (const { name, seed } of list) {
    if (name === "otherSheets") for (let i = randomOf(seed).int(1, 3); i > 0; i--) addNoiseSheet(result, randomOf(seed + i), result.sheets.length + 40);
  }
  return { draft: result, moves, copies: moves.length > draft.sheets.length };
}

/** The draft after the moves; a sheet that is named twice is copied. */
export function relocated(draft: Draft, moves: readonly SheetMove[]): Draft {
  const result = new Draft();
  for (const move of moves) {
    // In a copy, references to the sheet itself mean the copy.
    const mover = new Mover([...moves.filter((each) => each.from !== move.from), move]);
    const from = draft.sheet(move.from);
    const to = result.add(move.to);
    to.visibility = from.visibility;
    for (const [key, cell] of from.cells) {
      const { row, column } = keyToRowColumn(key);
      const at = mover.at(from.at(row, column));
      to.cells.set(keyOf(at), { ...cell, formula: cell.formula && mover.expression(cell.formula) });
    }
    for (const merge of from.merges) to.merges.push(mover.rect(from.name, merge));
    for (const row of from.hiddenRows) to.hiddenRows.add(shifted(row, move.rows));
    for (const column of from.hiddenColumns) to.hiddenColumns.add(shifted(column, move.columns));
  }
  const first = new Mover(moves);
  for (const name of draft.names) result.names.push({ ...name, formula: first.name(name.formula) });
  result.calculation = draft.calculation;
  result.externalLinks.push(...draft.externalLinks);
  return result;
}

const keyOf = ({ row, column }: CellAddress): number => (row - 1) * 16_384 + (column - 1);

class Mover {
  private readonly moves: ReadonlyMap<string, SheetMove>;

  constructor(moves: readonly SheetMove[]) {
    this.moves = new Map([...moves].reverse().map((move) => [move.from, move]));
  }

  at({ sheet, row, column }: CellAddress): CellAddress {
    const move = this.moves.get(sheet);
    return move ? { sheet: move.to, row: shifted(row, move.rows), column: shifted(column, move.columns) } : { sheet, row, column };
  }

  rect(sheet: string, { top, left, bottom, right }: Rect): Rect {
    const first = this.at({ sheet, row: top, column: left });
    const last = this.at({ sheet, row: bottom, column: right });
    return { top: first.row, left: first.column, bottom: last.row, right: last.column };
  }

  /** A name of the generator stands for one anchored cell or range: ='表'!$B$3. */
  name(formula: string): string {
    const match = /^=(?:'((?:[^']|'')+)'|([^'!]+))!(\$[A-Z]+\$\d+(?::\$[A-Z]+\$\d+)?)$/.exec(formula);
    const sheet = match && (match[1]?.replace(/''/g, "'") ?? match[2]!);
    const rect = match && parseRectName(match[3]!);
    if (!sheet || !rect) throw new Error(`a name that cannot be moved: ${formula}`);
    return `=${quoteSheet(this.moves.get(sheet)?.to ?? sheet)}!${rectName(this.rect(sheet, rect)).replace(/[A-Z]+(?=\d)/g, "$$$&$$")}`;
  }

  expression(given: Expression): Expression {
    switch (given.kind) {
      case "cell":
        return { ...given, at: this.at(given.at) };
      case "range":
        return { ...given, sheet: this.moves.get(given.sheet)?.to ?? given.sheet, rect: this.rect(given.sheet, given.rect) };
      case "name":
        return { ...given, target: this.expression(given.target) };
      case "binary":
        return { ...given, left: this.expression(given.left), right: this.expression(given.right) };
      case "prefix":
        return { ...given, operand: this.expression(given.operand) };
      case "brackets":
        return { ...given, inner: this.expression(given.inner) };
      case "call":
        return { ...given, args: given.args.map((arg) => this.expression(arg)) };
      default:
        return given;
    }
  }
}
