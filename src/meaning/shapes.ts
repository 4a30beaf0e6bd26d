import { formOf, formOfValue } from "../formulas";
import type { MeantCells } from "./cells";
import { placeFrom, type Scenes, type Scene } from "./scene";
import type { Meaning } from "./types";
import { judgeIn } from "./verdict";

/** A formula that names more cells than that is not told by them. */
const MANY_CELLS = 2000;

/** What was found of formulas that compute alike. */
interface Known {
  right?: boolean;
  breaks?: boolean;
}

/**
 * What was found, by everything that it hangs on: the form of the formula with what it reads that no world changes, where its inputs stand,
 * what becomes of them and what the cell must hold then. So it is true in every workbook, and stations that keep their tables alike,
 * and the same workbook checked again, are proved once.
 */
const found = new Map<string, Known>();
/** So many are remembered; a station's workbook has some dozens. */
const MOST_REMEMBERED = 4000;

/** A formula in its cell as one of all that compute alike, from inputs that stand alike. What is found of one is true of all. */
export class Shape {
  /** `staysOnSheet`: the formula reads no cell of another sheet. */
  constructor(private readonly scene: Scene, private readonly formula: string, private readonly known: Known, readonly staysOnSheet: boolean) {}

  /** Whether it gives what its cell must hold, whatever the inputs hold. */
  isRight(): boolean {
    return (this.known.right ??= judgeIn(this.scene.worlds(), this.scene.meaning, this.formula)?.state === "right");
  }

  /** Whether it gives an error value where every input is "/". */
  breaksOnSlash(): boolean {
    return (this.known.breaks ??= this.scene.breaksOnSlash(this.formula));
  }
}

/** The shapes of the formulas of a workbook. */
export class Shapes {
  constructor(private readonly cells: MeantCells, private readonly scenes: Scenes) {}

  /** null for a formula that reads anything but the inputs of its cell and cells that are the same in every world. */
  of(meaning: Meaning, formula: string): Shape | null {
    if (this.cells.evaluator.takesSingleCells(formula, meaning.at)) return null;
    const scene = this.scenes.of(meaning);
    const { form, staysOnSheet } = this.formIn(scene, formula);
    if (form === null) return null;
    const key = `${this.cells.workbook.date1904 ? 1904 : 1900} ${scene.key} ${form}`;
    let known = found.get(key);
    if (!known) {
      if (found.size >= MOST_REMEMBERED) found.clear();
      found.set(key, (known = {}));
    }
    return new Shape(scene, formula, known, staysOnSheet);
  }

  private formIn(scene: Scene, formula: string): { form: string | null; staysOnSheet: boolean } {
    const { ids, workbook } = this.cells;
    const { at } = scene.meaning;
    let staysOnSheet = true;
    const form = formOf(formula, at, workbook, ({ sheet, top, left, bottom, right }) => {
      staysOnSheet &&= sheet.name === at.sheet;
      if ((bottom - top + 1) * (right - left + 1) > MANY_CELLS) return null;
      const isCell = top === bottom && left === right;
      let constants = "";
      for (let row = top; row <= bottom; row++) {
        for (let column = left; column <= right; column++) {
          const id = ids.at(sheet.name, row, column);
          if (scene.index.has(id)) continue;
          if (id === scene.own || !this.cells.isConstant(id)) return null;
          const value = formOfValue(sheet.cell(row, column)?.value ?? null);
          // Where a constant stands makes no difference to what is computed from it.
          if (isCell) return `[${value}]`;
          if (value !== "null") constants += ` ${row - top},${column - left}=${value}`;
        }
      }
      const first = placeFrom(at, { sheet: sheet.name, row: top, column: left });
      return isCell ? `[${first}]` : `[${first}:${bottom - top},${right - left}${constants}]`;
    });
    return { form, staysOnSheet };
  }
}
