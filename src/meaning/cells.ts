import type { Evaluator } from "../formulas";
import { cellIds, MAX_COLUMNS, type CellAddress, type CellIds, type Scalar, type Workbook } from "../workbook";
import type { Meaning, MeaningSet, Variable } from "./types";

/** A cell as one of a variable's. */
export interface Varied {
  readonly variable: Variable;
  /** Which of the variable's cells it is, from 0. */
  readonly position: number;
}

/** What a set of meanings says of the cells of a workbook, by the cells' ids. */
export class MeantCells {
  readonly ids: CellIds;
  readonly meanings = new Map<number, Meaning>();
  readonly varied = new Map<number, Varied>();
  /** All cells that any meaning reads. */
  readonly inputs = new Set<number>();

  constructor(readonly workbook: Workbook, readonly evaluator: Evaluator, readonly set: MeaningSet) {
    this.ids = cellIds(workbook);
    for (const meaning of set.meanings) {
      const id = this.ids.of(meaning.at);
      if (!this.meanings.has(id)) this.meanings.set(id, meaning);
      for (const at of meaning.inputs) this.inputs.add(this.ids.of(at));
    }
    for (const variable of set.variables) variable.cells.forEach((at, position) => this.varied.set(this.ids.of(at), { variable, position }));
  }

  /** What the cell holds in the workbook as it is. */
  now(id: number): Scalar {
    return currentValue(this.evaluator, this.ids.addressOf(id));
  }

  /** Holds the same in every invented world. */
  isConstant(id: number): boolean {
    if (this.varied.has(id) || this.meanings.has(id)) return false;
    const { sheet, key } = this.ids.placeOf(id);
    if (sheet.arrays.length > 0 && sheet.arrayAt(Math.floor(key / MAX_COLUMNS) + 1, (key % MAX_COLUMNS) + 1)) return false;
    return sheet.cells.get(key)?.formula == null;
  }
}

/** The value of a cell as the workbook has it, for inputs that no world changes. */
export function currentValue(evaluator: Evaluator, at: CellAddress): Scalar {
  const outcome = evaluator.valueOf(at);
  return outcome.state === "known" ? outcome.value : null;
}
