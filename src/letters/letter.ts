import { render, say, type Language, type MessageId, type Sentence } from "../messages";
import { isWritten } from "../report/written-findings";
import { periodText } from "../summary/words";
import { candidatesOf, defaultChoice } from "./candidates";
import { itemsOf } from "./items";
import type { Letter, LetterItem, LetterReport } from "./types";

/** So many of what was not checked are named. */
const MOST_UNCHECKED = 4;

export interface LetterOptions {
  /** That of the report. */
  readonly language: Language;
  /** The day of the check, "YYYY-MM-DD". */
  readonly date: string;
  /** The day until which it is to be mended, "YYYY-MM-DD"; null where none is set. */
  readonly until: string | null;
  /** Who checked; null where nobody is named. */
  readonly by: string | null;
  /** 姓名 by "sheet!row" where the letter is to name the staff; otherwise they are named by 序号. */
  readonly names: ReadonlyMap<string, string> | null;
  /** The keys of the candidates that stand in it; null: as usual. */
  readonly chosen: ReadonlySet<string> | null;
}

/** The letter to the station of a workbook (整改清单); null where there is nothing for it to mend. */
export function letterOf(report: LetterReport, options: LetterOptions): Letter | null {
  const { language } = options;
  const word = (id: MessageId, data: Sentence["data"] = {}) => render(say(id, data), language);
  const candidates = candidatesOf(report, language);
  const chosen = options.chosen ?? defaultChoice(candidates);
  const taken = candidates.filter(({ key }) => chosen.has(key));
  if (taken.length === 0) return null;
  const findings = taken.flatMap((candidate) => (candidate.kind === "finding" ? [candidate.finding] : []));
  const items = itemsOf(report, findings, { language, names: options.names ?? new Map() });
  const period = periodText(report.period, language);
  const phase = report.evaluation?.phase;
  const file = report.file.split(/[\\/]/).pop()!;
  const left = candidates.flatMap((candidate) => (candidate.kind === "finding" && !chosen.has(candidate.key) ? [candidate.finding] : []));
  return {
    station: report.station,
    period: report.period === null && isWritten(report) ? "" : phase ? word("letter-period-phase", { period, phase: word(phase === "mid" ? "comparison-mid" : "comparison-final") }) : word("letter-period", { period }),
    file,
    fileText: word(isWritten(report) ? "letter-report-file" : "letter-file", { file }),
    date: dayText(options.date, language),
    by: options.by,
    until: options.until && dayText(options.until, language),
    items,
    questions: taken.flatMap((candidate) => (candidate.kind === "question" ? [candidate.text] : [])).map((text, index) => ({ number: items.length + index + 1, text })),
    notes: [
      ...groupedNote(items, word),
      ...countNote("letter-note-left", left.filter(({ severity }) => severity !== "info").length, word),
      ...countNote("letter-note-info", left.filter(({ severity }) => severity === "info").length, word),
      ...uncheckedNote(report.notChecked, word),
      ...(options.names === null && items.some(({ table }) => table.startsWith(word("table-roster"))) ? [word("letter-note-numbers")] : []),
      word("letter-note-tool")
    ]
  };
}

type Word = (id: MessageId, data?: Sentence["data"]) => string;

function groupedNote(items: readonly LetterItem[], word: Word): string[] {
  const grouped = items.filter(({ cells }) => cells.length > 1);
  if (grouped.length === 0) return [];
  return [word("letter-note-grouped", { items: grouped.length, cells: grouped.reduce((sum, { cells }) => sum + cells.length, 0) })];
}

function countNote(id: MessageId, count: number, word: Word): string[] {
  return count === 0 ? [] : [word(id, { count })];
}

function uncheckedNote(sentences: readonly string[], word: Word): string[] {
  if (sentences.length === 0) return [];
  const items = sentences.slice(0, MOST_UNCHECKED).map((sentence) => sentence.replace(/[。.]$/, "")).join(word("letter-separator"));
  return [sentences.length > MOST_UNCHECKED ? word("letter-note-unchecked-more", { items, count: sentences.length }) : word("letter-note-unchecked", { items: `${items}${word("letter-stop")}` })];
}

/** "2025-04-15" → "2025年4月15日". */
export function dayText(day: string, language: Language): string {
  const [year, month, date] = day.split("-").map(Number);
  return language === "zh" ? render(say("letter-day", { year: year!, month: month!, day: date! }), "zh") : day;
}
