import { isError, type Scalar, type Sheet } from "../../workbook";
import { NO_TICK, TICK } from "../../values/marks";
import { remembered } from "../../values/remembered";
import { normalise } from "../../values/text";
import { isShare } from "./cells";
import type { Legend, MarkNote } from "./legend";
import { MOST_SLIPS } from "./limits";
import { proveMarks, type CountedMarks, type MarkSense, type Proof } from "./mark-proof";
import type { Mark, MarkKind, MarkQuestion, Roster } from "./types";

// 已购 and 未购: 已 and 未 say of whatever follows whether it was done.
const PRESENT = /^(?:[√✓✔☑✅🗸🗹]|1|1\.0+|是|已.{0,2}|true)$/iu;
const ABSENT = /^(?:[-ー─━_]+|☐|[×✗✘✕✖❌❎☒x]+|0|0\.0+|否|无|未.{0,2}|\/+|false)$/iu;
/** Half a month, in a number or in words; believed where the printed numbers agree. */
const HALF = /^(?:0?\.50*|½|1\/2|半|半个?月|半天)$/;
/** Read as marks only in a roster that uses them throughout: among ticks a single V is a slip that COUNTIF does not count. */
const RARE_PRESENT = /^(?:v|y|yes|有|对|到|在|在岗|到岗|o|○|●)$/i;
const RARE_ABSENT = /^(?:n|no|没有|缺|一+)$/i;
/** A note that explains both in one breath (已购／未购指当月社保) says of neither which it is. */
const SAYS_ITSELF = /^[已未]./;
const HOLLOW = /^[o○]$/i;
const NO = /^(?:n|no)$/i;
/** Letters that a symbol font shows as ticks, crosses and boxes: the cell holds P where the paper shows ✓ (Wingdings, Wingdings 2, Webdings, Marlett). */
const SYMBOL_LETTER = /^[PRüþabOQTSûýr\u0308£o]$/u;

/** Where numbers are months of absence. */
const OF_ABSENCE: readonly (readonly [string, MarkSense])[] = [["0", "present"], ["0.5", "half"], ["1", "absent"]];

/** A mark as it stands, not yet judged. */
export interface RawMark {
  readonly at: Mark["at"];
  readonly text: string;
  readonly value: string | number | boolean;
  readonly formula: string | null;
}

/** Reads one mark; a merged area reads its first cell. */
export function rawMark(sheet: Sheet, row: number, column: number): RawMark {
  const extent = sheet.extent(row, column);
  const cell = sheet.cell(extent.top, extent.left);
  const value = cell?.value ?? null;
  const shown = cell?.text ?? "";
  return {
    at: { sheet: sheet.name, row: extent.top, column: extent.left },
    text: value === null ? "" : shown === "" ? markText(isError(value) ? value.error : value) : shown,
    value: isError(value) ? value.error : (value ?? ""),
    formula: cell?.formula ?? null
  };
}

/** What the marks of one roster mean. */
export interface MarkReader {
  readonly read: (raw: RawMark) => Mark;
  /** The marks are person-months that are added. */
  readonly numbers: boolean;
  /** The marks used most. */
  readonly present: Roster["presentMark"];
  readonly absent: Roster["absentMark"];
  readonly question: MarkQuestion | null;
  /** The notes that say what the marks' look does not. */
  readonly notes: readonly MarkNote[];
}

/** What else than their look says what marks mean. */
export interface MarkClues {
  /** Under the marks or beside them SUM adds them. */
  readonly summed: boolean;
  /** Numbers are months of absence. */
  readonly ofAbsence: boolean;
  readonly legend: Legend;
  /** Signs of a kind of column that never stand but beside absent marks of the other kinds. */
  readonly besideAbsent: ReadonlySet<string>;
  /** What the user told of marks, as they are compared. */
  readonly told: ReadonlyMap<string, MarkSense>;
  /** What is printed beside and under them; `half`: what a half counts there. */
  readonly counts: (half: 0 | 0.5) => readonly CountedMarks[];
}

/** Learns from all marks of a roster what they mean: by their look, by what the sheet says of them, by the numbers that count them. */
export function markReader(raws: readonly RawMark[], clues: MarkClues): MarkReader {
  const alphabet = new Alphabet(raws);
  const summed = clues.summed || alphabet.mostlyNumbers;
  const halves = (plain: string): boolean => HALF.test(plain);
  const kindByLook = (plain: string): Mark["kind"] => (SAYS_ITSELF.test(plain) ? null : clues.legend.get(plain)?.sense) ?? alphabet.kindOf(plain);
  const settled = new Map<string, MarkSense>([...(clues.ofAbsence ? OF_ABSENCE : []), ...[...clues.besideAbsent].map((plain) => [plain, "absent"] as const), ...clues.told]);
  const explained = (plain: string): boolean => clues.told.has(plain) || clues.legend.has(plain);
  // Beside signs that nobody knows a Y or an O may stand for anything, too.
  const strange = alphabet.signs((plain) => !explained(plain) && !halves(plain) && alphabet.kindOf(plain) === "unknown" && alphabet.isOwnSign(plain)).length > 0;
  const isOpen = (plain: string): boolean => !explained(plain) && (halves(plain) || alphabet.kindOf(plain) === "unknown" || (strange && isRare(plain)));
  const signs = alphabet.signs(isOpen);
  // In a roster of numbers a half is one of them.
  if (alphabet.mostlyNumbers) for (const plain of signs.filter(halves)) settled.set(plain, "half");
  const open = signs.filter((plain) => !settled.has(plain));
  const proof = proveMarks(open, (plain) => settled.get(plain) ?? kindByLook(plain), halves, clues.counts(summed ? 0.5 : 0));
  const asked = open.filter((plain) => !settleByProof(plain, proof, alphabet, settled));
  const kindOf = (plain: string): Mark["kind"] => settled.get(plain) ?? (isOpen(plain) ? "unknown" : kindByLook(plain));
  // Beside a sign that is asked about even what stands but once is no slip among known marks.
  const question = questionOf(asked.some((plain) => alphabet.isOwnSign(plain)) ? asked : [], proof, alphabet);
  const senseOf = (plain: string): Mark["kind"] => question?.marks.find((mark) => mark.plain === plain)?.guess ?? kindOf(plain);
  const present = alphabet.most((plain) => senseOf(plain) === "present") ?? TICK;
  const numbers = clues.ofAbsence || (typeof present === "number" && summed);
  return {
    read: (raw) => {
      const kind = senseOf(plainOf(raw.value));
      const textual = numbers && typeof raw.value === "string" && raw.value.trim() !== "" && isShare(Number(raw.value));
      const stated = textual ? Number(raw.value) : raw.value;
      return { at: raw.at, kind, share: kind === "half" ? 0.5 : numbers && isShare(stated) ? (clues.ofAbsence ? 1 - stated : stated) : null, text: raw.text, formula: raw.formula, textual };
    },
    numbers, present,
    absent: clues.ofAbsence ? 1 : numbers ? 0 : alphabet.most((plain) => plain !== "" && senseOf(plain) === "absent") ?? NO_TICK,
    question,
    notes: [...new Set([...clues.legend].flatMap(([plain, { sense, note }]) => (alphabet.kindOf(plain) === sense ? [] : [note])))]
  };
}

function isRare(plain: string): boolean {
  return RARE_PRESENT.test(plain) || RARE_ABSENT.test(plain);
}

/** Settles a sign that says itself what the numbers prove it to mean: half a month, or the letter of a symbol font. */
function settleByProof(plain: string, proof: Proof | null, alphabet: Alphabet, settled: Map<string, MarkSense>): boolean {
  const sense = proof?.senses.get(plain);
  if (!proof || !sense || proof.agree * 2 <= proof.of) return false;
  const itself = HALF.test(plain) ? sense === "half" : sense === alphabet.kindOf(plain) || (SYMBOL_LETTER.test(plain) && alphabet.isOwnSign(plain));
  if (itself) settled.set(plain, sense);
  return itself;
}

function questionOf(plains: readonly string[], proof: Proof | null, alphabet: Alphabet): MarkQuestion | null {
  if (plains.length === 0) return null;
  const proven = proof !== null && proof.agree * 2 > proof.of;
  return { marks: plains.map((plain) => ({ plain, ...alphabet.places(plain), guess: proven ? proof.senses.get(plain) ?? null : null })), agree: proof?.agree ?? 0, of: proof?.of ?? 0 };
}

/** The marks of a roster by what they are compared as. */
class Alphabet {
  private readonly byPlain = new Map<string, RawMark[]>();
  private readonly filled: number;
  /** More marks are person-months in numbers than anything else that stands for presence, halves among them. */
  readonly mostlyNumbers: boolean;
  private readonly rarePresent: boolean;
  private readonly rareAbsent: boolean;
  private readonly hollowAbsent: boolean;
  private readonly boxes: boolean;

  constructor(raws: readonly RawMark[]) {
    for (const raw of raws) {
      const plain = plainOf(raw.value);
      const same = this.byPlain.get(plain);
      if (same) same.push(raw);
      else this.byPlain.set(plain, [raw]);
    }
    this.filled = raws.length - (this.byPlain.get("")?.length ?? 0);
    const times = (pattern: RegExp): number => [...this.byPlain].reduce((sum, [plain, same]) => sum + (pattern.test(plain) ? same.length : 0), 0);
    const ones = (this.byPlain.get("1") ?? []).filter(({ value }) => value === 1).length;
    this.mostlyNumbers = ones > 0 && ones * 2 > times(PRESENT) + times(RARE_PRESENT) && (this.byPlain.get("0.5") ?? []).some(({ value }) => value === 0.5);
    this.rarePresent = times(RARE_PRESENT) >= Math.max(3, this.filled / 10);
    // Few may be absent in a whole roster; beside Y an N needs no number.
    this.rareAbsent = times(RARE_ABSENT) >= (times(/^(?:y|yes)$/i) > times(NO) && this.rarePresent ? 1 : Math.max(3, this.filled / 10));
    // A hollow circle is a tick, unless the ticks are something else.
    this.hollowAbsent = times(HOLLOW) < times(PRESENT) + times(/^●$/);
    // An empty box is told from a filled or ticked one only beside it; a filled one, where nothing else is a tick.
    this.boxes = times(/^[■☑✅🗹]$/u) > 0 && times(/^□$/) > 0 && times(PRESENT) === times(/^[☑✅🗹]$/u);
  }

  kindOf(plain: string): Mark["kind"] {
    if (plain === "") return "blank";
    if (this.boxes && /^[■□]$/.test(plain)) return plain === "■" ? "present" : "absent";
    if (this.hollowAbsent && this.rarePresent && HOLLOW.test(plain)) return "absent";
    if (PRESENT.test(plain) || (this.rarePresent && RARE_PRESENT.test(plain))) return "present";
    return ABSENT.test(plain) || (this.rareAbsent && RARE_ABSENT.test(plain)) ? "absent" : "unknown";
  }

  signs(which: (plain: string) => boolean): string[] {
    return [...this.byPlain.keys()].filter((plain) => plain !== "" && which(plain));
  }

  /** So often that it is the sheet's own sign and no slip: many times, or a third of a small roster. */
  isOwnSign(plain: string): boolean {
    const { length } = this.byPlain.get(plain) ?? [];
    return length > MOST_SLIPS || length * 3 > this.filled;
  }

  places(plain: string): { text: string; times: number; at: Mark["at"] } {
    const same = this.byPlain.get(plain)!;
    return { text: same[0]!.text, times: same.length, at: same[0]!.at };
  }

  /** The value that is used most of those whose plain form is asked for. */
  most(which: (plain: string) => boolean): RawMark["value"] | null {
    const counts = new Map<RawMark["value"], number>();
    for (const [plain, same] of this.byPlain) {
      if (which(plain)) for (const { value } of same) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    let best: RawMark["value"] | null = null;
    for (const [value, count] of counts) if (best === null || count > counts.get(best)!) best = value;
    return best;
  }
}

/** Does a sign say by its look alone that somebody was not there? */
export function looksAbsent(plain: string): boolean {
  return ABSENT.test(plain);
}

/** Is a sign a mark by its look alone, in a roster that may use it? */
export function knownMark(plain: string): boolean {
  return [PRESENT, ABSENT, HALF, RARE_PRESENT, RARE_ABSENT].some((pattern) => pattern.test(plain)) || /^[■□]$/.test(plain);
}

export function plainOf(value: RawMark["value"]): string {
  return plainText(String(value));
}

const plainText = remembered((text) => normalise(text).replace(/[\ufe0e\ufe0f]/g, ""));

/** A mark as a sheet shows it. */
export function markText(mark: string | number | boolean): string {
  return typeof mark === "boolean" ? (mark ? "TRUE" : "FALSE") : String(mark);
}

/** A mark as COUNTIF asks for it. */
export function markCriterion(mark: string | number | boolean): string {
  return typeof mark === "string" ? `"${mark.replace(/"/g, "\"\"")}"` : markText(mark);
}

/** What a count or sum over a column of marks takes a mark for. */
export function countedMark({ numbers, ofAbsence, tickWorth }: Pick<Roster, "numbers" | "ofAbsence" | "tickWorth">, mark: Mark): number {
  if (tickWorth !== null) return mark.kind === "present" || mark.kind === "half" ? tickWorth : 0;
  if (ofAbsence && mark.share !== null) return 1 - mark.share;
  // A number that is no person-month (2) is added all the same.
  if (numbers && mark.kind === "unknown" && !mark.textual && Number.isFinite(Number(mark.text))) return Number(mark.text);
  return numbers ? mark.share ?? 0 : mark.kind === "present" ? 1 : 0;
}

/** The same of any value that the mark's cell may hold, where `present` is the mark that is usual there. */
export function countedValue({ numbers, tickWorth }: Pick<Roster, "numbers" | "tickWorth">, value: Scalar, present: Roster["presentMark"]): number {
  if (tickWorth !== null) return isPresentMark(value, present) ? tickWorth : 0;
  return numbers && typeof value === "number" ? value : isPresentMark(value, present) ? 1 : 0;
}

/** The marks that stand for presence and absence most often. */
export interface UsualMarks {
  readonly present: Roster["presentMark"];
  readonly absent: Roster["absentMark"];
}

const usual = new WeakMap<Roster, ReadonlyMap<MarkKind, UsualMarks>>();

/** The usual marks of a column of a month: 到 under 人员到位, 已购 under 社保购买, where each kind of column has words of its own. */
export function usualMarks(roster: Roster, month: number, column: number): UsualMarks {
  let byKind = usual.get(roster);
  if (!byKind) usual.set(roster, (byKind = new Map([...new Set(roster.months.flatMap(({ columns }) => columns.map(({ kind }) => kind)))].map((kind) => [kind, usualOfKind(roster, kind)]))));
  return byKind.get(roster.months[month]!.columns[column]!.kind)!;
}

function usualOfKind(roster: Roster, wanted: MarkKind): UsualMarks {
  const most = (sense: Mark["kind"], whole: string | number | boolean): string | number | boolean => {
    const counts = new Map<string, number>();
    for (const { marks } of roster.persons) {
      marks.forEach((month, m) => month.forEach(({ kind, text }, j) => {
        if (kind === sense && roster.months[m]!.columns[j]!.kind === wanted) counts.set(text, (counts.get(text) ?? 0) + 1);
      }));
    }
    // As often as any other, the whole roster's mark is the usual one.
    const own = counts.get(markText(whole)) ?? 0;
    const [text, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ["", 0];
    return count > own ? text : whole;
  };
  return { present: most("present", roster.presentMark), absent: most("absent", roster.absentMark) };
}

/** Is a cell's value a present mark, in a roster whose own mark is `present`? */
export function isPresentMark(value: Scalar, present: Roster["presentMark"]): boolean {
  if (value === null || isError(value)) return false;
  // Where 0 is presence, 1 is none.
  if (typeof value === "number" && present === 0) return value === 0;
  return value === present || PRESENT.test(plainOf(value));
}
