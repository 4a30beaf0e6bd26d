import { shapeOf } from "../formulas";
import type { Evidence } from "../evidence";
import { readCell } from "../tables/reading";
import { normalise } from "../values/text";
import type { Sheet } from "../workbook";
import { compareRate } from "./compare";
import type { Meaning } from "./types";

/** 「超过100%的按100%计」「完成率最高为100%」「封顶」. Numbers must agree with it: alone it proves nothing. */
const CAP_NOTE = /封顶|(?:最高|至多|上限|不超过)[^。；，]{0,6}(?:100%|百分之百)|(?:超|大于|高于)[^。；]{0,16}(?:按|以|计为|视为|记)[^。；，]{0,4}(?:100%|百分之百)/;
/** A formula beside those that stop at 100% means to do so as well, whatever it reads. */
const STOPS = /\bMIN\s*\(/i;

interface Over { readonly meaning: Meaning; readonly isKept: boolean; readonly isOpen: boolean; readonly shape: number | null }

/**
 * The meanings with the rates of a sheet kept at 100% where more was done (封顶), where the sheet does so: a note says it, and most of its rates above
 * show 100%. A table's own note goes before R15; without one it is asked about.
 */
export function withCaps(meanings: readonly Meaning[], { sheets }: Evidence): Meaning[] {
  const capped = new Map<Meaning, Meaning>();
  for (const { sheet } of sheets) {
    const rates = meanings.filter(({ role, at }) => role === "rate" && at.sheet === sheet.name);
    const over = rates.flatMap((meaning) => overIn(sheet, meaning));
    const kept = over.filter(({ isKept }) => isKept);
    if (kept.length === 0 || kept.length <= over.filter(({ isOpen }) => isOpen).length) continue;
    if (!hasNote(sheet)) continue;
    const shapes = new Set(kept.flatMap(({ shape }) => shape ?? []));
    const above = new Set(over.map(({ meaning }) => meaning));
    for (const meaning of rates) {
      // A formula that does not stop at 100% is right as long as there is nothing to stop.
      const shape = shapeIn(sheet, meaning);
      const stops = shape !== null && (shapes.has(shape) || (shapes.size > 0 && STOPS.test(sheet.cell(meaning.at.row, meaning.at.column)!.formula!)));
      if (above.has(meaning) || stops) capped.set(meaning, keptAt100(meaning));
    }
  }
  return capped.size === 0 ? [...meanings] : meanings.map((meaning) => capped.get(meaning) ?? meaning);
}

function keptAt100(meaning: Meaning): Meaning {
  return {
    ...meaning,
    isCapped: true,
    compute: (read) => {
      const value = meaning.compute(read);
      return typeof value === "number" ? Math.min(value, 1) : value;
    }
  };
}

/** A rate of more than was agreed, and what it shows. */
function overIn(sheet: Sheet, meaning: Meaning): Over[] {
  const ratio = meaning.compute(({ row, column }) => sheet.cell(row, column)?.value ?? null);
  if (typeof ratio !== "number" || ratio <= 1 || meaning.inputs.some((at) => at.sheet !== sheet.name)) return [];
  const read = readCell(sheet, meaning.at.row, meaning.at.column);
  const reading = meaning.inPercent && read.number !== null ? { ...read, number: read.number / 100 } : read;
  const isOpen = compareRate(reading, ratio)?.equal === true;
  return [{ meaning, isOpen, isKept: !isOpen && compareRate(reading, 1)?.equal === true, shape: shapeIn(sheet, meaning) }];
}

function shapeIn(sheet: Sheet, { at }: Meaning): number | null {
  const formula = sheet.cell(at.row, at.column)?.formula ?? null;
  return formula === null ? null : shapeOf(formula, at.row, at.column);
}

function hasNote(sheet: Sheet): boolean {
  for (const { value } of sheet.cells.values()) if (typeof value === "string" && CAP_NOTE.test(normalise(value))) return true;
  return false;
}
