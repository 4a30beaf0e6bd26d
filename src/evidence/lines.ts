import { push, type SheetAtoms } from "./atoms";
import { GAP_BETWEEN_RATES, LARGEST_RATIO, LEAST_PERCENTAGE, MOST_PERCENTAGE, MOST_RATES, VALUES_SAMPLED } from "./limits";
import type { Form } from "./types";
import type { Atom } from "./types";
import { roleWord } from "./words";

/** Cells with room for one relation: a run down a column (or along a row). */
export interface Line {
  readonly id: number;
  readonly across: boolean;
  readonly cells: readonly Atom[];
}

/** The cells of a sheet that may be rates: quotient formulas, percentages, numbers with decimals that may stand for percentages. */
export function seedsOf(sheet: SheetAtoms, formOf: (atom: Atom) => Form | undefined): Atom[] {
  const seeds = sheet.all().filter((atom) => {
    const form = formOf(atom);
    return form?.kind === "quotient" ? form.scale === 100 || !isMean(atom, sheet) : isRateLike(atom, sheet);
  });
  return seeds.length <= MOST_RATES ? seeds : [];
}

/** 每公里油费, 人均用餐次数, 单价. */
const FOR_EACH = /^(?:平均)?每|[人场户次组月日节]均|单价/;

/** 场均 57.8: so many of one thing for each of another, and no share: shown without a percent sign, under no head of rates, and beyond what a ratio with its decimals is. */
function isMean(atom: Atom, sheet: SheetAtoms): boolean {
  if (atom.kind !== "number" || atom.percent) return false;
  const heads = [false, true].map((across) => sheet.headOf(atom.top, atom.left, across));
  if (heads.some((head) => roleWord(head) === "rate" || /[%％率]/.test(head))) return false;
  return atom.decimals < 2 || Math.abs(atom.value!) > LARGEST_RATIO || heads.some((head) => FOR_EACH.test(head));
}

/** Percentages, and numbers that 100 × done ÷ target could be. A plain fraction is none without a head that says so: prices are quotients too. */
function isRateLike(atom: Atom, sheet: SheetAtoms): boolean {
  if (atom.kind !== "number") return false;
  if (atom.percent) return true;
  if (!/^-?[\d.,\s]+$/.test(atom.text) || atom.decimals < 1 || atom.decimals > 4 || Number.isInteger(atom.value)) return false;
  if (atom.value! <= 0 || atom.value! >= MOST_PERCENTAGE) return false;
  return atom.value! > LEAST_PERCENTAGE || [false, true].some((across) => roleWord(sheet.headOf(atom.top, atom.left, across)) === "rate");
}

/** The lines of the seeds, down the columns and along the rows. */
export function linesOf(seeds: readonly Atom[]): Line[] {
  return [...runsOf(seeds, false), ...runsOf(seeds, true)].map((line, id) => ({ ...line, id }));
}

function runsOf(seeds: readonly Atom[], across: boolean): Omit<Line, "id">[] {
  const byLine = new Map<number, Atom[]>();
  for (const atom of seeds) push(byLine, across ? atom.top : atom.left, atom);
  return [...byLine.values()].flatMap((list) => {
    const ordered = [...list].sort((a, b) => (across ? a.left - b.left : a.top - b.top));
    const runs: { cells: Atom[]; across: boolean }[] = [];
    for (const atom of ordered) {
      const run = runs[runs.length - 1];
      const last = run?.cells[run.cells.length - 1];
      const gap = last ? (across ? atom.left - last.right : atom.top - last.bottom) : Infinity;
      if (run && gap <= GAP_BETWEEN_RATES) run.cells.push(atom);
      else runs.push({ cells: [atom], across });
    }
    return runs;
  });
}

/** Cells of a line with different numbers, spread over it where there are many. */
export function sampleOf(cells: readonly Atom[]): Atom[] {
  const different = [...new Map(cells.filter((atom) => atom.kind === "number").map((atom) => [atom.value, atom])).values()];
  if (different.length <= VALUES_SAMPLED) return different;
  return Array.from({ length: VALUES_SAMPLED }, (_, i) => different[Math.floor((i * different.length) / VALUES_SAMPLED)]!);
}
