import type { Language } from "../messages";
import type { WorkbookReport } from "../report/types";
import { monthsOf } from "../values/dates";
import { numberText, percentText, shareText } from "../values/numbers";
import { paragraph, tableCell, type WrittenBlock } from "../workbook";
import { dayText, openErrors, wordsIn, type Word } from "./words";

/** Attendance, certificates and retention as evaluation reports state them, and what they rest on; nothing without a roster. */
export function attendanceSentences(report: WorkbookReport, language: Language): string[] {
  const word = wordsIn(language);
  const { evaluation } = report;
  const staffing = evaluation?.staffing;
  if (!staffing) return [];
  const { due, actual, certified, atEnd, confirmed, byMonth, headcount } = staffing;
  const uncertified = sum(byMonth.map((month) => month.uncertified));
  const text = [
    ...monthsSentence(report, word),
    word("prose-staffing", {
      due: numberText(due), actual: numberText(actual), surplus: surplusText(actual - due, word), certifiedDue: numberText(certified.due), certified: numberText(certified.actual),
      certifiedSurplus: surplusText(certified.actual - certified.due, word), uncertified: numberText(uncertified)
    }),
    word("prose-at-end", { total: numberText(atEnd.total), certified: numberText(atEnd.certified), uncertified: numberText(atEnd.uncertified) }),
    ...retentionSentence(report, word)
  ].join(word("letter-join"));
  return [
    text,
    ...(confirmed.headcount && confirmed.share ? [] : [word("prose-unconfirmed", { headcount: numberText(headcount), share: shareText(certified.share) })]),
    ...openErrors(report, ["roster"], word)
  ];
}

/** The months of the period with what was due and there, and their sums. */
export function attendanceTable(report: WorkbookReport, language: Language): WrittenBlock[] {
  const word = wordsIn(language);
  const staffing = report.evaluation?.staffing;
  if (!staffing) return [];
  const row = (month: string, weight: number, due: number, actual: number, certified: number, uncertified: number) =>
    [month, numberText(weight), numberText(due), numberText(actual), signed(actual - due), numberText(certified), numberText(uncertified)].map((text) => tableCell(text, "center"));
  const { byMonth } = staffing;
  const total = (of: (month: (typeof byMonth)[number]) => number): number => sum(byMonth.map(of));
  return [
    paragraph("heading", word("prose-attendance-title"), { keepWithNext: true }),
    {
      kind: "table", widths: [36, 24, 24, 24, 24, 24, 24],
      head: [
        word("prose-head-month"), word("prose-head-weight"), word("prose-head-due"), word("prose-head-actual"), word("prose-head-surplus"), word("prose-head-certified"), word("prose-head-uncertified")
      ],
      rows: [
        ...byMonth.map(({ month, weight, due, total: actual, certified, uncertified }) => row(month, weight, due, actual, certified, uncertified)),
        row(word("prose-head-sum"), total(({ weight }) => weight), staffing.due, staffing.actual, staffing.certified.actual, total(({ uncertified }) => uncertified))
      ]
    }
  ];
}

/** The first and the last month count half or whole. */
const LEFT_AT_MOST = 1;

function monthsSentence({ evaluation, period }: WorkbookReport, word: Word): string[] {
  const months = evaluation?.months ?? null;
  if (months === null) return [];
  if (!period || monthsOf(period).length - months > LEFT_AT_MOST) return [word("prose-months-only", { months: numberText(months) })];
  return [word("prose-months", { start: dayText(period.start, word), end: dayText(period.end, word), months: numberText(months) })];
}

function retentionSentence({ evaluation }: WorkbookReport, word: Word): string[] {
  const retention = evaluation?.retention;
  if (!retention) return [];
  const { retained, rate, limit, meets } = retention;
  return [word(meets ? "prose-retention-meets" : "prose-retention-below", { retained, rate: percentText(rate), limit: percentText(limit) })];
}

function surplusText(surplus: number, word: Word): string {
  const number = numberText(Math.abs(surplus));
  if (number === "0") return word("prose-even");
  return word(surplus > 0 ? "prose-surplus" : "prose-shortage", { number });
}

function signed(value: number): string {
  const text = numberText(value);
  return value > 0 && text !== "0" ? `+${text}` : text;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
