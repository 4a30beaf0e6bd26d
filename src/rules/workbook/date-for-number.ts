import { say, type Sentence } from "../../messages";
import type { Reading } from "../../tables/types";
import { isDateFormat } from "../../values/dates";
import { numberText, percentText } from "../../values/numbers";
import { addressKey } from "../../workbook";
import { finding, type Found, type PlannedFix } from "../finding";
import { formulaFix, valueFix } from "../fixes/content";
import type { CheckContext, Rule } from "../rule";
import { indicatorCells } from "../views/indicator-cells";
import { scoreNumbers, scoreSubject } from "../views/scores";
import { typedDay } from "../views/typed-day";

/** A cell of a table that holds a number. */
interface NumberCell {
  readonly reading: Reading;
  readonly label: Sentence;
  readonly isRate: boolean;
  readonly subject: Found["subject"];
}

/** A number in the format of a date: typed as 3-1 and taken for the 1st of March, or right and shown as a day of the year 1900. */
export const dateForNumber: Rule = {
  meta: { id: "date-for-number", severity: "error", group: "workbook", title: "date-for-number-title", basis: ["excel"] },
  *check(context) {
    for (const { reading, label, isRate, subject } of numberCells(context)) {
      const number = reading.number!;
      const day = typedDay(reading, context.workbook.date1904);
      const expected = day !== null ? "" : isRate ? percentText(number) : numberText(number);
      const found = finding(this.meta, reading.at, {
        message: () => (day === null
          ? say("date-format", { label, shown: reading.text, number: expected })
          : say("date-typed", { label, shown: reading.text, day, typed: probablyTyped(day, reading.format) })),
        basis: say("basis-date-format"),
        subject,
        severity: day === null ? "warning" : "error",
        actual: reading.text,
        expected,
        fix: () => (day === null ? inPlainFormat(reading, expected) : null)
      });
      // A day says nothing of anything that it is compared with.
      yield day === null ? found : { ...found, relations: { ground: "entry", doubts: "cell" } };
    }
  }
};

/** The cells of the tables that hold numbers and show days, each once. */
function* numberCells(context: CheckContext): Iterable<NumberCell> {
  const seen = new Set<string>();
  const showsDay = ({ kind, textual, array, format }: Reading): boolean => kind === "number" && !textual && !array && isDateFormat(format);
  const isNew = (reading: Reading): boolean => showsDay(reading) && !seen.has(addressKey(reading.at)) && seen.add(addressKey(reading.at)) !== undefined;
  for (const { table, reading, role, label, row } of indicatorCells(context)) {
    if (isNew(reading)) yield { reading, label, isRate: role === "rate", subject: { table: table.kind, row, column: role } };
  }
  for (const table of context.tables.scores) {
    for (const { reading, name, row } of scoreNumbers(table)) {
      if (isNew(reading)) yield { reading, label: say("label-score-subtotal", { name }), isRate: false, subject: scoreSubject(table, row, "number") };
    }
  }
  for (const { meaning } of context.arithmetic.judgements) {
    const reading = context.arithmetic.readingAt(meaning.at);
    if (isNew(reading)) yield { reading, label: meaning.label, isRate: meaning.role === "rate", subject: { table: meaning.table, row: meaning.row, column: meaning.column } };
  }
}

/** The same content; what shows it right is looked for with the fix. */
function inPlainFormat(reading: Reading, shows: string): PlannedFix {
  const why = say("fix-date-format", { number: shows });
  return { ...(reading.formula === null ? valueFix(reading, reading.number!, why) : { ...formulaFix(reading, reading.formula), why }), shows };
}

/** What was typed that a Chinese Excel makes this day of, in this format: 3-1 is shown as 3月1日, 2025-3 as 2025年3月 or Mar-25. */
function probablyTyped(day: string, format: string): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const parts = format.replace(/"[^"]*"|\\./g, "");
  if (!/d/i.test(parts)) return `${year}-${month}`;
  return /y/i.test(parts) ? `${year}-${month}-${date}` : `${month}-${date}、${month}/${date}`;
}
