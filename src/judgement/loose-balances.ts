import { isTotalLabel } from "../tables/indicators/heads";
import { readCell } from "../tables/reading";
import { allTables, isOfStationsWorkbook, isStations, type Tables } from "../tables/tables";
import { isCount, near, type Atom, type Form, type SheetAtoms } from "../evidence";
import { normalise } from "../values/text";
import { addressKey, cellName, Kept, rectContains, type CellAddress, type Sheet } from "../workbook";
import type { Arithmetic } from "./arithmetic";
import type { OddFill } from "./fills";

/** So many lines hold, besides the one that does not. */
const HOLD = 4;
/** The natural logarithm of the odds against chance from which a relation is believed: one in fifty thousand, after all that was tried. */
const CERTAIN = 11;
/** No line says more: amounts in cents agree by chance as rarely as large counts. */
const MOST_OF_A_LINE = 6;
/** What agrees with no other line is counted as that much of one that does. */
const NEVER_SEEN = 0.3;
/** So many columns are added and taken away at most, none of them farther away. */
const MOST_TERMS = 6;
const REACH = 10;
/** A sheet of more rows has its months or items as rows, not its 期初, 收入, 支出. */
const MOST_ROWS = 60;
/** A blank line may lie between two of a run. */
const WIDEST_GAP = 2;
/** A sheet with more cells is data. */
const MOST_CELLS = 6000;
const SUMS_UP = /[合小总共]计|累计|平均|月均|^其中/;

interface Term {
  readonly place: number;
  readonly sign: 1 | -1;
}

/** "Column G is C + D − E − F", or the column of the line before and some of its own line; on how many lines, and where not. */
interface Relation {
  readonly result: number;
  readonly terms: readonly Term[];
  /** The column whose cell of the line before is added; null: none. */
  readonly before: number | null;
  readonly run: readonly number[];
  readonly missed: readonly number[];
  readonly worth: number;
}

/**
 * What is left is what was there, and came, less what went (期初＋入库－领用＝结存; 余额 goes on from the row above; 期初 is the 期末 before it): where all lines of a list
 * hold this but one, that one was typed or linked wrong. No word is needed; sums are proven elsewhere. `known`: cells of which something is said already; what they
 * are added to is wrong because of them.
 */
export function looseBalances(tables: Tables, arithmetic: Arithmetic, known: ReadonlySet<string>): OddFill[] {
  if (!isStations(tables)) return [];
  return tables.evidence.sheets.flatMap((atoms, index) => {
    const { sheet } = atoms;
    if (sheet.visibility !== "visible" || sheet.marker !== null || sheet.cells.size > MOST_CELLS || !isOfStationsWorkbook(sheet, tables)) return [];
    const taken = allTables(tables).filter((table) => table.sheet === sheet.name && (table.kind === "roster" || table.kind === "scores")).map(({ rect }) => rect);
    const { forms } = tables.evidence.onSheets[index]!;
    return kept.of(atoms, [forms], () => oddOn(atoms, forms)).filter(({ at }) => !taken.some((rect) => rectContains(rect, at.row, at.column))).flatMap(({ at, formula, gives, models, parts }): OddFill[] => {
      const judged = arithmetic.at(at);
      const reading = readCell(sheet, at.row, at.column);
      if (known.has(addressKey(at)) || parts.some((part) => known.has(addressKey(part)) || isDoubtful(arithmetic, part) || readCell(sheet, part.row, part.column).textual)) return [];
      return (judged && !judged.meaning.byProof) || sheet.arrayAt(at.row, at.column) ? [] : [{ reading, formula, gives, models, agrees: false, table: "workbook", isBalance: true }];
    });
  });
}

const kept = new Kept<SheetAtoms, readonly Odd[]>();

function oddOn(atoms: SheetAtoms, forms: ReadonlyMap<Atom, Form>): readonly Odd[] {
  const odd = [false, ...(atoms.rows.size <= MOST_ROWS ? [true] : [])].flatMap((turned) => new Lines(atoms, turned).odd(forms));
  return [...new Map(odd.map((one) => [addressKey(one.at), one])).values()];
}

function isDoubtful(arithmetic: Arithmetic, at: CellAddress): boolean {
  const judgement = arithmetic.at(at);
  return judgement !== undefined && (judgement.agrees === false || judgement.verdict?.state === "wrong");
}

interface Odd {
  readonly at: CellAddress;
  readonly formula: string;
  readonly gives: number;
  readonly models: readonly CellAddress[];
  readonly parts: readonly CellAddress[];
}

/** A sheet row by row, or turned: column by column. What is called a place is a column, or turned a row. */
class Lines {
  private readonly sheet: Sheet;
  private readonly sumsFrom = new Map<number, number>();

  constructor(private readonly atoms: SheetAtoms, private readonly turned: boolean) {
    this.sheet = atoms.sheet;
  }

  odd(forms: ReadonlyMap<Atom, Form>): Odd[] {
    const relations = [...(this.turned ? this.atoms.rows : this.atoms.columns)].flatMap(([place, atoms]) => this.runsOf(atoms, place).flatMap((run) => this.relationOf(run, place) ?? []));
    const wrong = relations.flatMap((relation) => {
      const line = this.accused(relation);
      return line === null || !this.isFilled(relation, line) || !this.mayBeMeant(relation, line, forms) ? [] : [{ relation, line }];
    });
    const isWrong = (place: number | null, line: number | undefined): boolean => wrong.some(({ relation, line: at }) => relation.result === place && at === line);
    // One wrong cell breaks what reads it as well: 期初 that goes on from a wrong 期末, a 结存 of a wrong 期初.
    return wrong.filter(({ relation: { before, terms, run }, line }) => !terms.some(({ place }) => isWrong(place, line)) && !(terms.length === 0 && isWrong(before, run[run.indexOf(line) - 1])))
      .map(({ relation, line }) => this.oddAt(relation, line));
  }

  /** Lines one after the other in which the place holds a number, without those that sum up others. */
  private runsOf(atoms: readonly Atom[], place: number): number[][] {
    const runs: number[][] = [];
    let last = -Infinity;
    for (const atom of atoms) {
      const line = this.lineOf(atom);
      const isLine = isCount(atom) && atom.top === atom.bottom && atom.left === atom.right && !this.sumsUp(line, place);
      if (!isLine) {
        if (atom.kind === "text") last = -Infinity;
        continue;
      }
      if (line - last > WIDEST_GAP) runs.push([]);
      runs[runs.length - 1]!.push(line);
      last = line;
    }
    return runs.filter((run) => run.length > HOLD);
  }

  private relationOf(run: readonly number[], result: number): Relation | null {
    const own = run.map((line) => this.numberAt(line, result));
    const decimals = Math.max(...run.map((line) => this.at(line, result)!.decimals));
    const spread = (Math.max(...own) - Math.min(...own)) * 10 ** decimals;
    if (new Set(own).size < HOLD - 1) return null;
    const numbersOf = (place: number): number[] => run.map((line) => this.numberAt(line, place));
    const beside = this.besides(run, result).slice(0, MOST_TERMS).map((place) => ({ place, numbers: numbersOf(place) }));
    const attempts = [...combinations(beside), ...this.besides(run, result, 1).map((place): Attempt => ({ places: [], signs: 0, before: numbersOf(place), place, choices: Math.log(REACH) }))];
    const found: Relation[] = [];
    for (const { places, signs, before, place, choices } of attempts) {
      const outcome = tried(own, places, signs, before === "own" ? own : before, before === "own" ? 2 : 1);
      if (!outcome) continue;
      if (outcome.missed.length === 0) return null;
      const worth = outcome.telling * Math.min(MOST_OF_A_LINE, Math.log(1 + spread), -Math.log(outcome.byChance)) - choices;
      if (worth < CERTAIN) continue;
      found.push({ result, terms: places.map((one, term) => ({ place: one.place, sign: isTakenAway(signs, term) ? -1 : 1 })), before: before === "own" ? result : place, run, missed: outcome.missed.map((i) => run[i]!), worth });
    }
    return found.sort((one, other) => other.worth - one.worth)[0] ?? null;
  }

  /** The places before (or behind) one that hold numbers on the lines of a run or nothing, the nearest first. */
  private besides(run: readonly number[], result: number, step: 1 | -1 = -1): number[] {
    return Array.from({ length: REACH }, (_, i) => result + step * (i + 1)).filter((place) => {
      if (place < 1) return false;
      let saysAny = false;
      for (const line of run) {
        const atom = this.at(line, place);
        if (isCount(atom)) saysAny ||= atom.value !== 0;
        else if (atom !== undefined && atom.kind !== "none") return false;
      }
      return saysAny;
    });
  }

  /** The line whose result is wrong; null where another cell may be as well. */
  private accused({ result, terms, before, run, missed }: Relation): number | null {
    const [line, next] = missed as [number, number?];
    if (before === null || before !== result) return next === undefined ? line : null;
    const at = run.indexOf(line);
    // An entry may be left out of a cash book: a balance is wrong where the next one goes on from what it should be, or where it is the last.
    if (next === undefined) return at === run.length - 1 ? line : null;
    const off = (one: number): number => this.numberAt(one, result) - this.given(one, run[run.indexOf(one) - 1], terms, before);
    return run[at + 1] === next && near(off(line), -off(next), 4) ? line : null;
  }

  /** 其中：彩色 has a number and no counters to take it from: a line without what all others have is of another kind. */
  private isFilled({ terms, run, missed }: Relation, line: number): boolean {
    const held = run.filter((one) => !missed.includes(one));
    return terms.every(({ place }) => isCount(this.at(line, place)) || !held.every((one) => isCount(this.at(one, place))));
  }

  /** A formula of its own over other cells than those of the relation means something else, and so does one over other lines alone. */
  private mayBeMeant({ result, terms, before }: Relation, line: number, forms: ReadonlyMap<Atom, Form>): boolean {
    const form = forms.get(this.at(line, result)!);
    if (!form) return true;
    const named = form.kind === "sum" ? form.parts : form.kind === "difference" ? [...form.plus, ...form.minus] : form.kind === "same" ? [form.of] : null;
    const places = new Set([result, before, ...terms.map(({ place }) => place)]);
    if (before === null && named?.every(({ row, column }) => (this.turned ? column : row) !== line)) return false;
    return named?.every((one) => one.sheet === this.atoms.index && places.has(this.turned ? one.row : one.column)) ?? (form.kind === "other" && !form.reads);
  }

  private oddAt({ result, terms, before, run, missed }: Relation, line: number): Odd {
    const above = run[run.indexOf(line) - 1];
    const parts = [...(before === null ? [] : [{ at: this.addressOf(above!, before), sign: 1 }]), ...terms.map(({ place, sign }) => ({ at: this.addressOf(line, place), sign }))];
    // What is added stands first: =D5-C5.
    const sum = [...parts].sort((a, b) => b.sign - a.sign).map(({ at, sign }, i) => `${sign < 0 ? "-" : i > 0 ? "+" : ""}${cellName(at.row, at.column)}`).join("");
    const models = run.filter((one) => !missed.includes(one)).sort((a, b) => Math.abs(a - line) - Math.abs(b - line)).map((one) => this.addressOf(one, result));
    return { at: this.addressOf(line, result), formula: `=${sum}`, gives: Number(this.given(line, above, terms, before).toFixed(6)), models, parts: parts.map(({ at }) => at) };
  }

  private given(line: number, above: number | undefined, terms: readonly Term[], before: number | null): number {
    const start = before === null || above === undefined ? 0 : this.numberAt(above, before);
    return terms.reduce((sum, { place, sign }) => sum + sign * this.numberAt(line, place), start);
  }

  private sumsUp(line: number, place: number): boolean {
    let from = this.sumsFrom.get(line);
    if (from === undefined) this.sumsFrom.set(line, (from = this.firstSumLabel(line)));
    return from < place;
  }

  /** The first place of a line whose text says that it sums up others. */
  private firstSumLabel(line: number): number {
    const places = (this.turned ? this.atoms.columns : this.atoms.rows).get(line)!.flatMap((atom) => {
      const text = atom.kind === "text" ? normalise(atom.text) : "";
      return text !== "" && (isTotalLabel(text) || SUMS_UP.test(text)) ? [this.turned ? atom.top : atom.left] : [];
    });
    return Math.min(...places);
  }

  private numberAt(line: number, place: number): number {
    const atom = this.at(line, place);
    return isCount(atom) ? atom.value : 0;
  }

  private at(line: number, place: number): Atom | undefined {
    return this.turned ? this.atoms.startingAt(place, line) : this.atoms.startingAt(line, place);
  }

  private lineOf(atom: Atom): number {
    return this.turned ? atom.left : atom.top;
  }

  private addressOf(line: number, place: number): CellAddress {
    return { sheet: this.sheet.name, row: this.turned ? place : line, column: this.turned ? line : place };
  }
}

/** A place with its numbers on the lines of a run. */
interface Beside {
  readonly place: number;
  readonly numbers: readonly number[];
}

interface Attempt {
  readonly places: readonly Beside[];
  /** Bit for bit, which of the places are taken away. */
  readonly signs: number;
  /** The numbers of which the one of the line before is added; null: none. */
  readonly before: readonly number[] | "own" | null;
  readonly place: number | null;
  /** The logarithm of how many others could have been tried instead. */
  readonly choices: number;
}

/** The places next to a result, one, two … of them, added or taken away, to nothing or to the line before. What only adds up is a sum, and proven elsewhere; one of which several are taken away, too. */
function* combinations(beside: readonly Beside[]): Iterable<Attempt> {
  for (let count = 1; count <= beside.length; count++) {
    const places = beside.slice(0, count).reverse();
    const choices = Math.log(2 ** count * count * count);
    for (let signs = 0; signs < 1 << count; signs++) {
      const added = count - bitsOf(signs);
      if (added > 1 ? added < count : added === 1 && count === 2) yield { places, signs, before: null, place: null, choices };
      yield { places, signs, before: "own", place: null, choices };
    }
  }
}

function bitsOf(number: number): number {
  let bits = 0;
  for (let rest = number; rest > 0; rest >>= 1) bits += rest & 1;
  return bits;
}

const isTakenAway = (signs: number, term: number): boolean => (signs & (1 << term)) !== 0;

/** What the terms give on a line, added to the number of the line before. */
function givenBy(places: readonly Beside[], signs: number, before: readonly number[] | null, line: number): number {
  let sum = before ? before[line - 1]! : 0;
  for (let term = 0; term < places.length; term++) {
    const number = places[term]!.numbers[line]!;
    sum += isTakenAway(signs, term) ? -number : number;
  }
  return sum;
}

/**
 * How a run's numbers agree with an attempt: where not, how many lines agree that say anything, and how often a number would agree with what another line gives.
 * null where more than one cell would be wrong, or where what a wrong one should be hangs on a place that no other line shows.
 */
function tried(own: readonly number[], places: readonly Beside[], signs: number, before: readonly number[] | null, most: number): { missed: readonly number[]; telling: number; byChance: number } | null {
  const from = before ? 1 : 0;
  let missed: number[] | null = null;
  for (let i = from; i < own.length; i++) {
    if (near(givenBy(places, signs, before, i), own[i]!, 4)) continue;
    if ((missed ??= []).push(i) > most) return null;
  }
  if (!missed) return HOLDS_EVERYWHERE;
  const gives = own.map((_, i) => (i < from ? 0 : givenBy(places, signs, before, i)));
  const held = gives.flatMap((_, i) => (i < from || missed.includes(i) ? [] : [i]));
  // Wages that are the same each month are what is added and taken away, whatever the signs: a line says something where its result is none of its terms.
  const isOne = (i: number): boolean => places.length > 0 && [before ? before[i - 1]! : null, ...places.map(({ numbers }, term) => (isTakenAway(signs, term) ? -numbers[i]! : numbers[i]!))].some((number) => number !== null && near(number, own[i]!, 4));
  const telling = held.filter((i) => !isOne(i));
  if (telling.length < HOLD || !places.every(({ numbers }) => telling.some((i) => numbers[i] !== 0))) return null;
  let alike = NEVER_SEEN;
  for (const i of held) for (const j of held) if (i !== j && near(gives[i]!, own[j]!, 4)) alike++;
  return { missed, telling: telling.length, byChance: alike / (held.length * (held.length - 1) + NEVER_SEEN) };
}

/** A relation without a miss accuses nobody: nothing else is asked of it. */
const HOLDS_EVERYWHERE = { missed: [], telling: 0, byChance: 1 };
