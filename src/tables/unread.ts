import { roleWord, type Atom, type Evidence, type Quotient } from "../evidence";
import { say } from "../messages";
import { addressKey, rectUnion, type Rect } from "../workbook";
import { addressOf, Coverage, overlaps, triplesOf } from "./indicators/proven/coverage";
import { speaksOfStation } from "./indicators/proven/domain";
import { isShown } from "./indicators/proven/cells";
import type { IndicatorTables } from "./indicators/find";
import type { TableBase, Unread } from "./types";

/** Columns right of a table in which it is computed on: growth, 是否达标. */
export const BESIDE = 4;
/** Two rates so near to one another are of one region. */
const NEAR = 3;

/** Rates of visible sheets that no table read, region by region: quotients that numbers prove, and percentages under a head that says so. */
export function unreadRates(evidence: Evidence, indicators: IndicatorTables, others: readonly TableBase[]): Unread[] {
  const stations = [...indicators.matrices, ...indicators.overall, ...indicators.cards];
  const coverage = new Coverage(evidence, stations);
  const read = new Set([
    ...stations.flatMap(triplesOf).flatMap(({ target, done, rate }) => [target, done, rate].flatMap((reading) => (reading ? [addressKey(reading.at)] : []))),
    ...[...stations, ...indicators.quotients].flatMap(({ proven }) => proven.rates.map(({ rate }) => addressKey(rate.at)))
  ]);
  const placed = new Map<Atom, Quotient>(evidence.quotients.map((quotient) => [quotient.rate, quotient]));
  return evidence.sheets.flatMap(({ sheet, index }) => {
    if (sheet.visibility !== "visible") return [];
    const taken = [...others, ...indicators.quotients].filter((table) => table.sheet === sheet.name);
    const inside = stations.filter((table) => table.sheet === sheet.name).map(({ rect }) => ({ ...rect, right: rect.right + BESIDE }));
    // A formula of another kind beside a table's rates (growth) is no rate that was not understood; the report tells of it by itself.
    const isOther = (atom: Atom): boolean => {
      const form = evidence.forms.get(atom);
      return form?.kind === "other" && form.reads && inside.some((rect) => overlaps(rect, atom));
    };
    const left = evidence.sheets[index]!.all().filter((atom) => {
      if (isOther(atom)) return false;
      const quotient = placed.get(atom);
      if (quotient ? !isShown(quotient) || coverage.repeats(quotient) : !atom.percent || atom.kind !== "number") return false;
      return !read.has(addressKey(addressOf(evidence, { sheet: index, row: atom.top, column: atom.left }))) && isNamedRate(evidence, atom) && !taken.some(({ rect }) => overlaps(rect, atom));
    });
    return regionsOf(left).flatMap(({ rect, atoms }): Unread[] => {
      const words = atoms.flatMap((atom) => [false, true].map((across) => evidence.sheets[index]!.headOf(atom.top, atom.left, across)));
      return speaksOfStation(words) ? [{ sheet: sheet.name, rect, why: say("unread-rates", { count: atoms.length }), grave: true }] : [];
    });
  });
}

/** Its head (or the text beside it) calls it a rate in Chinese. */
function isNamedRate(evidence: Evidence, atom: Atom): boolean {
  return [false, true].some((across) => {
    const head = evidence.sheets[atom.sheet]!.headOf(atom.top, atom.left, across);
    return /\p{Script=Han}/u.test(head) && roleWord(head) === "rate";
  });
}

function regionsOf(atoms: readonly Atom[]): { rect: Rect; atoms: Atom[] }[] {
  const regions: { rect: Rect; atoms: Atom[] }[] = [];
  for (const atom of atoms) {
    const own = { top: atom.top, left: atom.left, bottom: atom.bottom, right: atom.right };
    const wide = { top: own.top - NEAR, left: own.left - NEAR, bottom: own.bottom + NEAR, right: own.right + NEAR };
    const home = regions.find(({ rect }) => overlaps(rect, wide));
    if (home) {
      home.rect = rectUnion(home.rect, own);
      home.atoms.push(atom);
    } else regions.push({ rect: own, atoms: [atom] });
  }
  return regions;
}
