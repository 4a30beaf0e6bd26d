import type { Evaluation, PersonEvaluation, RosterEvaluation } from "../../evaluation/types";
import { headText, readCell } from "../../tables/reading";
import { isNameHead } from "../../tables/roster/columns";
import type { Reading } from "../../tables/types";
import { normalise } from "../../values/text";
import type { Sheet, Workbook } from "../../workbook";

/** What a sheet says of one person: on duty in every month or not, against what the months come to. */
export interface WrongFlag {
  readonly reading: Reading;
  readonly head: string;
  readonly person: PersonEvaluation;
}

/** 是否持续在岗, 稳岗, 全程在岗: a head over one word a person. 持续在岗社工数 counts them, 稳岗补贴 is money. */
const FLAG = /(?:持续|连续|全程|全期|稳定)(?:稳定)?在岗|稳岗/;
const COUNTS = /数|率|人次|月|天|元|[补津]贴|补助|奖|金|费|分|说明|备注|情况$/;
/** A flag has two words, or three; what has more, or numbers, is none. */
const MOST_WORDS = 3;
const AMOUNT = /^-?(?:\d{2,}|[2-9]|\d*\.\d+)$/;
const LONGEST_HEAD = 15;
const YES = /^(?:[√✓✔1]|是|y|yes|true|(?:持续|连续|全程|稳定)(?:在岗)?)$/i;
const NO = /^(?:[×✗x0]|[-—－/]+|否|不是|非|n|no|false|不(?:持续|连续|稳定).*|未.*|中途.*|离职)$/i;
const FEWEST_PERSONS = 4;
/** More of them wrong than that are another reading of who is retained. */
const FEWEST_RIGHT = 0.7;

interface Flag {
  readonly reading: Reading;
  readonly person: PersonEvaluation;
}

/** Words of a column 是否持续在岗, on a roster or on a sheet that gathers rosters, that the person's months contradict. */
export function wrongRetainedFlags(workbook: Workbook, evaluation: Evaluation): WrongFlag[] {
  if (!evaluation.used) return [];
  return workbook.sheets.filter(({ visibility, marker }) => visibility === "visible" && marker === null).flatMap((sheet) =>
    sheet.texts().filter(({ value }) => value.length <= LONGEST_HEAD * 2 && FLAG.test(value)).flatMap(({ row, column }) => {
      const head = headText(sheet, row, column);
      if (head.length > LONGEST_HEAD || COUNTS.test(head)) return [];
      const flags = flagsUnder(sheet, row, column, evaluation);
      const words = new Set(flags.map(({ reading }) => normalise(reading.text)));
      if (words.size > MOST_WORDS || [...words].some((word) => AMOUNT.test(word))) return [];
      const wrong = flags.filter(({ reading, person }) => senseOf(reading, flags) !== person.retained);
      return flags.length >= FEWEST_PERSONS && flags.length - wrong.length >= flags.length * FEWEST_RIGHT ? wrong.map(({ reading, person }) => ({ reading, head, person })) : [];
    }));
}

/** The words under a head, each with the person whose name stands in its row. */
function flagsUnder(sheet: Sheet, row: number, column: number, evaluation: Evaluation): Flag[] {
  const bottom = sheet.extent(row, column).bottom;
  const names = sheet.columns(row).find((other) => other !== column && isNameHead(headText(sheet, row, other)));
  if (names === undefined) return [];
  const rows = sheet.rows().filter((one) => one > bottom && sheet.extent(one, names).left === names && headText(sheet, one, names) !== "");
  const written = rows.map((one) => ({ name: headText(sheet, one, names), reading: readCell(sheet, one, column) }));
  const evaluated = whose(sheet, written.map(({ name }) => name), evaluation);
  if (!evaluated || evaluated.retention.retainedInPeriod !== null) return [];
  const people = byName(evaluated);
  return written.flatMap(({ name, reading }) => {
    const person = people.get(name);
    return person && reading.text.trim() !== "" && !isOpen(person) ? [{ reading, person }] : [];
  });
}

/** The roster on the sheet itself that has most of the names, or the one that is evaluated. */
function whose(sheet: Sheet, names: readonly string[], { rosters, used }: Evaluation): RosterEvaluation | null {
  const knows = (evaluated: RosterEvaluation): boolean => names.filter((name) => byName(evaluated).has(name)).length * 2 > names.length;
  return [...rosters.filter(({ roster }) => roster.sheet === sheet.name), ...(used ? [used] : [])].find(knows) ?? null;
}

/** Namesakes cannot be told apart. */
function byName({ people }: RosterEvaluation): Map<string, PersonEvaluation> {
  const names = people.map(({ name }) => normalise(name));
  return new Map(people.flatMap((person, i) => (names[i] !== "" && names.indexOf(names[i]!) === names.lastIndexOf(names[i]!) ? [[names[i]!, person] as const] : [])));
}

/** Another reading of a mark or a day may make him one of those retained, or take him out. */
function isOpen({ retained, months }: PersonEvaluation): boolean {
  return retained ? months.some(({ others }) => others.some(({ value }) => value === 0)) : months.every(({ value, others }) => value > 0 || others.some((other) => other.value > 0));
}

/** What a word means: by itself, else by whom most of those are that have it. */
function senseOf({ text }: Reading, flags: readonly Flag[]): boolean {
  const plain = normalise(text);
  if (YES.test(plain)) return true;
  if (NO.test(plain)) return false;
  const alike = flags.filter(({ reading }) => normalise(reading.text) === plain);
  return alike.filter(({ person }) => person.retained).length * 2 >= alike.length;
}
