import { Kept } from "../workbook";
import { isCount, near, push, type SheetAtoms } from "./atoms";
import { candidatesOn, isAcceptable, isEcho, type Candidate } from "./candidates";
import { CERTAIN } from "./chance";
import { headsOf, LearnedHeads } from "./learned";
import { BEYOND_LAST_RATE, SHAPES_FOR_NONES } from "./limits";
import { linesOf, seedsOf, type Line } from "./lines";
import { placeAt, shows, speaks } from "./shapes";
import type { Atom, Form, Place, Quotient } from "./types";

interface OnSheet {
  readonly quotients: readonly Quotient[];
  /** Heads that the sheet proved, in order, with what that was worth. */
  readonly lessons: readonly (readonly [heads: string, own: number])[];
}

const kept = new Kept<SheetAtoms, OnSheet>();

/** The rates of all sheets with the cells that they divide, sheet by sheet. Sheets are taken in order; heads proven on one are believed on the next. */
export function findQuotients(sheets: readonly SheetAtoms[], forms: readonly ReadonlyMap<Atom, Form>[]): (readonly Quotient[])[] {
  const learned = new LearnedHeads();
  return sheets.map((sheet, index) => {
    const own = forms[index]!;
    const find = (): OnSheet => new SheetQuotients(sheet, sheets, own, learned).find();
    // A formula that divides cells of other sheets hangs on what they hold.
    const { quotients, lessons } = dividesElsewhere(own, index) ? find() : kept.of(sheet, [own, learned.key()], find);
    for (const [heads, worth] of lessons) learned.learn(heads, worth);
    return quotients;
  });
}

function dividesElsewhere(forms: ReadonlyMap<Atom, Form>, index: number): boolean {
  for (const form of forms.values()) if (form.kind === "quotient" && [...form.done, ...form.target].some(({ sheet }) => sheet !== index)) return true;
  return false;
}

/** The search on one sheet: the best shape of a line first; a cell once placed stays placed. */
class SheetQuotients {
  private readonly placed = new Map<Atom, Quotient>();
  private readonly groups = new Map<Line, ReadonlyMap<string, string>>();
  private readonly learned: LearnedHeads;

  constructor(
    private readonly sheet: SheetAtoms, private readonly sheets: readonly SheetAtoms[], private readonly forms: ReadonlyMap<Atom, Form>, before: LearnedHeads
  ) {
    this.learned = before.copy();
  }

  find(): OnSheet {
    const formOf = (atom: Atom): Form | undefined => this.forms.get(atom);
    const seeds = seedsOf(this.sheet, formOf);
    if (seeds.length === 0) return { quotients: [], lessons: [] };
    const candidates = candidatesOn(this.sheet, this.sheets, linesOf(seeds), formOf, this.learned);
    const rivals = this.rivalsOf(candidates);
    const used: Candidate[] = [];
    for (const candidate of candidates) {
      if (candidate.score < CERTAIN) break;
      const echo = isEcho(candidate, this.learned);
      if (!isAcceptable(candidate, this.learned, echo) || !this.take(candidate, rivals, echo)) continue;
      used.push(candidate);
      this.learned.learn(candidate.heads, candidate.own);
    }
    for (const candidate of used) this.extend(candidate);
    this.placeNones(used);
    return { quotients: [...this.placed.values()], lessons: used.map(({ heads, own }) => [heads, own]) };
  }

  /** By cell, the shapes that could explain it better than the one of its line. */
  private rivalsOf(candidates: readonly Candidate[]): Map<Atom, Candidate[]> {
    const rivals = new Map<Atom, Candidate[]>();
    for (const candidate of candidates) {
      if (candidate.score < CERTAIN || candidate.stats.informative < 2) continue;
      for (const atom of candidate.line.cells) push(rivals, atom, candidate);
    }
    return rivals;
  }

  /** Places the cells of the line that are free; false where none of them speaks for the shape. */
  private take(candidate: Candidate, rivals: ReadonlyMap<Atom, readonly Candidate[]>, echo: boolean): boolean {
    const { line, shape } = candidate;
    const free = line.cells.filter((atom) => !this.placed.has(atom)).map((atom) => ({
      atom, shown: shows(atom, shape, this.sheets), says: speaks(atom, shape, this.forms.get(atom))
    }));
    if (!echo && !free.some(({ shown, says }) => shown === "match" || says)) return false;
    for (const { atom, shown, says } of free) {
      if (shown === null || this.hasOtherWhole(atom, candidate) || (shown === "deviant" && !says && isBeyondWhole(atom, candidate, this.forms.get(atom)))) continue;
      const explained = !says && shown !== "match"
        && rivals.get(atom)?.some((rival) => rival !== candidate && shows(atom, rival.shape, this.sheets) === "match");
      if (!explained) this.place(atom, candidate, shown, says);
    }
    return true;
  }

  /** Of shares of one whole: a cell that belongs to the group of another (the answers to each question), however alike the two wholes are and whatever its own formula says. */
  private hasOtherWhole(atom: Atom, { line, shape }: Candidate): boolean {
    const fixed = shape.target.find((place) => place.fixed);
    const done = this.shareOf(atom)?.done;
    if (!fixed || !done) return false;
    let wholes = this.groups.get(line);
    if (!wholes) this.groups.set(line, (wholes = this.groupsOf(line)));
    const whole = wholes.get(placeKey(done));
    return whole !== undefined && whole !== placeKey(fixed);
  }

  /** By the cell of each share's amount the whole that adds it up, where most shares of those that it adds are of it. */
  private groupsOf({ cells }: Line): Map<string, string> {
    const shares = cells.flatMap((cell) => this.shareOf(cell) ?? []);
    const found = new Map<string, string>();
    for (const [key, whole] of new Map(shares.map((share) => [placeKey(share.whole), share.whole]))) {
      const parts = new Set(this.partsOf(whole).map(placeKey));
      const group = shares.filter(({ done }) => parts.has(placeKey(done)));
      if (group.filter((share) => placeKey(share.whole) === key).length * 2 > group.length) for (const { done } of group) found.set(placeKey(done), key);
    }
    return found;
  }

  /** What a whole's formula adds up or, where it is typed, the cells right above or below it that come to it. */
  private partsOf(whole: Place): readonly Place[] {
    const sheet = this.sheets[whole.sheet];
    const cell = sheet?.startingAt(whole.row, whole.column);
    const form = cell && this.forms.get(cell);
    if (form) return form.kind === "sum" ? form.parts : [];
    if (!isCount(cell)) return [];
    for (const step of [-1, 1]) {
      const parts: Place[] = [];
      let left = cell.value;
      for (let row = whole.row + step, part = sheet!.startingAt(row, whole.column); isCount(part) && left > 0; row += step, part = sheet!.startingAt(row, whole.column)) {
        parts.push({ ...whole, row });
        left -= part.value;
        if (parts.length > 1 && near(left, 0, 6)) return parts;
      }
    }
    return [];
  }

  private shareOf(atom: Atom): { done: Place; whole: Place } | null {
    const form = this.forms.get(atom);
    return form?.kind === "quotient" && form.done.length === 1 && form.target.length === 1 ? { done: form.done[0]!, whole: form.target[0]! } : null;
  }

  private place(atom: Atom, { shape, line, score, stats }: Candidate, state: Quotient["state"], byFormula: boolean): void {
    this.placed.set(atom, {
      rate: atom, done: shape.done.map((o) => placeAt(atom, o)), target: shape.target.map((o) => placeAt(atom, o)), scale: shape.scale,
      state, byFormula, share: shape.target.some((o) => o.fixed), support: score, line: line.id, stats
    });
  }

  /** Cells of the same line that show no rate: "/", blank between filled ones, an error, a whole number. */
  private extend(candidate: Candidate): void {
    const { line } = candidate;
    const mine = line.cells.filter((atom) => this.placed.get(atom)?.line === line.id);
    const [first, last] = [mine[0], mine[mine.length - 1]];
    if (!first || !last) return;
    const [from, to] = line.across ? [first.left, last.right] : [first.top, last.bottom];
    for (let at = Math.max(1, from - BEYOND_LAST_RATE); at <= to + BEYOND_LAST_RATE; at++) {
      const [row, column] = line.across ? [first.top, at] : [at, first.left];
      this.extendTo(candidate, first, row, column, at > from && at < to);
    }
  }

  private extendTo(candidate: Candidate, first: Atom, row: number, column: number, inside: boolean): void {
    const { line, shape } = candidate;
    const atom = this.sheet.at(row, column);
    if (!atom) {
      if (inside) this.placeBlank(candidate, row, column);
      return;
    }
    const begins = line.across ? atom.left === column : atom.top === row;
    const form = this.forms.get(atom);
    if (this.placed.has(atom) || !begins || (atom.kind === "text" && !form)) return;
    const state = shows(atom, shape, this.sheets);
    // A number beside percentages is a rate of the line only where it was typed instead of one.
    const alike = atom.kind !== "number" || atom.percent === first.percent || speaks(atom, shape, form) || (inside && !line.across && form === undefined);
    if (alike && (inside ? state !== null : state === "none" || state === "match")) this.place(atom, candidate, state!, speaks(atom, shape, form));
  }

  private placeBlank(candidate: Candidate, row: number, column: number): void {
    const at = { top: row, left: column };
    if (![...candidate.shape.done, ...candidate.shape.target].every((o) => {
      const place = placeAt(at, o);
      return isCount(this.sheets[place.sheet]?.at(place.row, place.column));
    })) return;
    const blank: Atom = { ...at, bottom: row, right: column, sheet: this.sheet.index, kind: "none", value: null, percent: false, decimals: 0, formula: null, text: "" };
    this.place(blank, candidate, "blank", false);
  }

  /** Groups without any target show "/" throughout: known by heads that proved their roles elsewhere. */
  private placeNones(used: readonly Candidate[]): void {
    const repeated = [...new Map(used.map((candidate) => [candidate.shape.key, candidate])).values()].slice(0, SHAPES_FOR_NONES);
    if (repeated.length === 0) return;
    for (const atom of this.sheet.all()) {
      if (atom.kind !== "none" || this.placed.has(atom)) continue;
      const like = repeated.find(({ shape, line }) => shows(atom, shape, this.sheets) === "none"
        && this.learned.knows(headsOf(this.sheet, atom, shape, line.across)));
      if (like) this.place(atom, like, "none", false);
    }
  }
}

function placeKey({ sheet, row, column }: Place): string {
  return `${sheet}:${row}:${column}`;
}

/** Of shares of one whole: a cell on the whole's other side that divides something else (较上年 below 合计) is no part of it. */
function isBeyondWhole(atom: Atom, { line, shape }: Candidate, form: Form | undefined): boolean {
  const whole = shape.target.find((place) => place.fixed);
  if (!whole || form?.kind !== "quotient") return false;
  const side = (cell: Atom): number => Math.sign(line.across ? cell.left - whole.column : cell.top - whole.row);
  return side(atom) !== 0 && line.cells.filter((cell) => side(cell) === side(atom)).length * 2 < line.cells.length;
}
