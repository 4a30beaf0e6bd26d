import { isCount, near, type Atom, type SheetAtoms } from "../evidence";
import { isSubtotalLabel, isTotalLabel } from "../tables/indicators/heads";
import { readCell } from "../tables/reading";
import { allTables, isOfStationsWorkbook, isStations, type Tables } from "../tables/tables";
import { normalise } from "../values/text";
import { cellName, Kept, rectContains, type CellAddress } from "../workbook";
import type { Arithmetic } from "./arithmetic";
import type { OddFill } from "./fills";

/** One 小计 with the numbers above it since the one before. */
interface Group {
  readonly subtotal: Atom;
  readonly parts: readonly Atom[];
}

/** The groups of a column, and the 总计 that follows them. */
interface Block {
  readonly groups: readonly Group[];
  readonly total: Atom;
}

/**
 * A typed 小计 in a column of its own (困难群众分类: 重点小计, 一般小计, 总计) that is not what its cells come to, where the others are, and where the 总计 less
 * the others is just what its own cells come to: two ways that say the same of one cell, and need no second column.
 */
export function looseSubtotals(tables: Tables, arithmetic: Arithmetic): OddFill[] {
  if (!isStations(tables)) return [];
  return tables.evidence.sheets.flatMap((atoms) => {
    const { sheet } = atoms;
    if (sheet.visibility !== "visible" || sheet.marker !== null || !isOfStationsWorkbook(sheet, tables)) return [];
    const taken = allTables(tables).filter((table) => table.sheet === sheet.name && table.kind !== "quotients").map(({ rect }) => rect);
    return blocksOn.of(atoms, [], () => {
      const labels = new RowLabels(atoms);
      return [...atoms.columns.values()].flatMap((column) => blocksOf(labels, column));
    }).flatMap(({ groups, total }): OddFill[] => {
      const odd = groups.filter(({ subtotal, parts }) => !near(sumOf(parts), subtotal.value!, 6));
      const [wrong] = odd;
      if (odd.length !== 1 || groups.length < 2 || !wrong || wrong.subtotal.formula !== null || wrong.parts.length < 2) return [];
      const gives = sumOf(wrong.parts);
      if (!near(total.value! - sumOf(groups.filter((group) => group !== wrong).map(({ subtotal }) => subtotal)), gives, 6)) return [];
      const at: CellAddress = { sheet: sheet.name, row: wrong.subtotal.top, column: wrong.subtotal.left };
      if (arithmetic.at(at) || taken.some((rect) => rectContains(rect, at.row, at.column))) return [];
      const models = wrong.parts.map(({ top: row, left: column }) => ({ sheet: sheet.name, row, column }));
      return [{ reading: readCell(sheet, at.row, at.column), formula: `=${models.map(({ row, column: each }) => cellName(row, each)).join("+")}`, gives, models, agrees: false, table: "workbook", isSum: true }];
    });
  });
}

const blocksOn = new Kept<SheetAtoms, readonly Block[]>();

/** The groups of a column down to the 总计 that follows them. */
function blocksOf(labels: RowLabels, column: readonly Atom[]): Block[] {
  const blocks: Block[] = [];
  let groups: Group[] = [];
  let parts: Atom[] = [];
  for (const atom of column) {
    const label = isCount(atom) ? labels.of(atom) : "";
    if (!isCount(atom)) {
      if (atom.kind === "text") [groups, parts] = [[], []];
    } else if (isTotalLabel(label) && label !== "小计") {
      if (parts.length === 0 && groups.length > 0) blocks.push({ groups, total: atom });
      [groups, parts] = [[], []];
    } else if (label === "小计" || isSubtotalLabel(label)) {
      groups.push({ subtotal: atom, parts });
      parts = [];
    } else if (!label.startsWith("其中")) parts.push(atom);
  }
  return blocks;
}

/** The text that says what a row sums up: any before the cell. */
class RowLabels {
  private readonly rows = new Map<number, readonly { readonly left: number; readonly text: string; readonly isSum: boolean }[]>();

  constructor(private readonly atoms: SheetAtoms) {}

  of({ top, left }: Atom): string {
    let texts = this.rows.get(top);
    if (!texts) this.rows.set(top, (texts = this.textsOf(top)));
    let last = "";
    for (const text of texts) {
      if (text.left >= left) break;
      if (text.isSum) return text.text;
      last = text.text;
    }
    return last;
  }

  private textsOf(row: number) {
    return this.atoms.rows.get(row)!.filter(({ kind }) => kind === "text").map((atom) => {
      const text = normalise(atom.text);
      return { left: atom.left, text, isSum: isTotalLabel(text) || isSubtotalLabel(text) };
    });
  }
}

function sumOf(atoms: readonly Atom[]): number {
  return Number(atoms.reduce((sum, { value }) => sum + value!, 0).toFixed(6));
}
