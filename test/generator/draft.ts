import {
  cellKey, keyToRowColumn, Sheet, type Cell, type CellAddress, type DefinedName, type Rect, type Scalar, type Visibility, type Workbook
} from "../../src/workbook";
import { compute } from "./arithmetic";
import { formulaText, type Expression } from "./expression";
import { shownText } from "./format";

/** A cell of a workbook that is still being made. */
export interface DraftCell {
  value: Scalar;
  formula: Expression | null;
  format: string;
  /** The stored value stays as it is when the workbook is recalculated (a stale or circular cell). */
  frozen: boolean;
}

export class DraftSheet {
  readonly cells = new Map<number, DraftCell>();
  readonly merges: Rect[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  visibility: Visibility = "visible";

  constructor(readonly name: string) {}

  at(row: number, column: number): CellAddress {
    return { sheet: this.name, row, column };
  }

  /** Writes a typed value; null leaves the cell blank. */
  put(row: number, column: number, value: Scalar, format = "General"): CellAddress {
    this.cells.set(cellKey(row, column), { value, formula: null, format, frozen: false });
    return this.at(row, column);
  }

  putFormula(row: number, column: number, formula: Expression, format = "General"): CellAddress {
    this.cells.set(cellKey(row, column), { value: null, formula, format, frozen: false });
    return this.at(row, column);
  }

  merge(top: number, left: number, bottom: number, right: number): void {
    if (top !== bottom || left !== right) this.merges.push({ top, left, bottom, right });
  }

  /** The last row that holds a cell or a merged area; 0 when empty. */
  lastRow(): number {
    let last = 0;
    for (const key of this.cells.keys()) last = Math.max(last, keyToRowColumn(key).row);
    for (const merge of this.merges) last = Math.max(last, merge.bottom);
    return last;
  }
}

/** A workbook that is still being made: changed by seeded errors, then turned into a snapshot or into bytes. */
export class Draft {
  readonly sheets: DraftSheet[] = [];
  readonly names: DefinedName[] = [];
  calculation: "automatic" | "manual" = "automatic";
  readonly externalLinks: string[] = [];

  /** Adds a sheet; a name that is taken gets a number. */
  add(label: string): DraftSheet {
    let free = label;
    for (let i = 2; this.sheets.some((sheet) => sheet.name.toLowerCase() === free.toLowerCase()); i++) free = `${label} (${i})`;
    const sheet = new DraftSheet(free);
    this.sheets.push(sheet);
    return sheet;
  }

  sheet(label: string): DraftSheet {
    const found = this.sheets.find((sheet) => sheet.name === label);
    if (!found) throw new Error(`no sheet ${label}`);
    return found;
  }

  cell(at: CellAddress): DraftCell | undefined {
    return this.sheet(at.sheet).cells.get(cellKey(at.row, at.column));
  }

  value(at: CellAddress): Scalar {
    return this.cell(at)?.value ?? null;
  }

  /** What the sheet shows in the cell. */
  shown(at: CellAddress): string {
    const cell = this.cell(at);
    return cell ? shownText(cell.value, cell.format) : "";
  }

  /** Replaces what stands in a cell by a typed value, keeping its format unless a new one is given. */
  type(at: CellAddress, value: Scalar, format?: string): void {
    this.sheet(at.sheet).put(at.row, at.column, value, format ?? this.cell(at)?.format ?? "General");
  }

  /** Replaces what stands in a cell by a formula, keeping its format. */
  enter(at: CellAddress, formula: Expression): void {
    this.sheet(at.sheet).putFormula(at.row, at.column, formula, this.cell(at)?.format ?? "General");
  }

  formula(at: CellAddress): string | null {
    const formula = this.cell(at)?.formula;
    return formula ? formulaText(formula, at.sheet) : null;
  }

  /** Computes every formula anew, except frozen cells. */
  recalculate(): void {
    const done = new Set<DraftCell>();
    const active = new Set<DraftCell>();
    const byName = new Map(this.sheets.map((sheet) => [sheet.name, sheet]));
    const read = (at: CellAddress): Scalar => {
      const cell = byName.get(at.sheet)?.cells.get(cellKey(at.row, at.column));
      if (!cell) return null;
      settle(cell);
      return cell.value;
    };
    const settle = (cell: DraftCell): void => {
      if (!cell.formula || cell.frozen || done.has(cell)) return;
      if (active.has(cell)) {
        cell.value = 0; // a circular reference shows 0
        return;
      }
      active.add(cell);
      cell.value = compute(cell.formula, read);
      active.delete(cell);
      done.add(cell);
    };
    for (const sheet of this.sheets) for (const cell of sheet.cells.values()) settle(cell);
  }

  /** The snapshot that the product reads. Call {@link recalculate} first. */
  toWorkbook(): Workbook {
    return {
      sheets: this.sheets.map((sheet) => {
        const cells = new Map<number, Cell>();
        for (const key of [...sheet.cells.keys()].sort((a, b) => a - b)) {
          const { value, formula, format } = sheet.cells.get(key)!;
          if (value === null && !formula) continue;
          cells.set(key, { value, formula: formula ? formulaText(formula, sheet.name) : null, text: shownText(value, format), format });
        }
        return new Sheet({
          name: sheet.name, visibility: sheet.visibility, cells, merges: [...sheet.merges],
          hiddenRows: new Set(sheet.hiddenRows), hiddenColumns: new Set(sheet.hiddenColumns)
        });
      }),
      names: [...this.names],
      date1904: false,
      calculation: this.calculation,
      recalculatesOnOpen: false,
      externalLinks: [...this.externalLinks],
      settingsXml: null
    };
  }
}
