import { render, say, type Language, type MessageId, type Sentence } from "../messages";
import type { ReportedEvaluation, ReportedSources } from "../report/types";
import { columnLetters, type WrittenCell } from "../workbook";
import { written, type Placed, type SheetBuilder } from "./builder";
import { at, behindMonths, down, FIRST_MONTH, MAX_MONTHS, PERSON, type Span } from "./grid";
import { addressOf, allTicked, quoted, shown, type Live } from "./live";

const MONTHS_FORMAT = "0.0";

type Person = ReportedEvaluation["people"][number];
type PersonSource = ReportedSources["people"][number];

/** Where the table of persons stands, for the formulas that add it up. */
export interface PeopleTable {
  readonly top: number;
  readonly bottom: number;
  readonly weightRow: number;
  /** The cells that say who is retained: "L80:L105". */
  readonly retained: string;
}

/** "E", "F" … for the months from 0. */
export function monthColumn(month: number): string {
  return columnLetters(FIRST_MONTH + month);
}

/** Whether the persons can be listed with formulas. */
function canListPeople(evaluation: ReportedEvaluation): boolean {
  const months = evaluation.staffing?.byMonth.length ?? 0;
  return evaluation.sources !== undefined && evaluation.people.length > 0 && months > 0 && months <= MAX_MONTHS;
}

/** "2024-09" → 9月, Sep */
export function monthName(yearMonth: string, language: Language): string {
  const number = Number(yearMonth.split("-").pop());
  const month = language === "zh" ? number : new Date(Date.UTC(2000, number - 1)).toLocaleString("en", { month: "short", timeZone: "UTC" });
  return render(say("summary-month-of-year", { month }), language);
}

/**
 * Persons by month (到岗明细): a month counts its weight when all its marks are there. Weights are those of the months (written in the
 * table above) unless the person's own remark says otherwise; then the weight stands in the formula and its reason beside it.
 */
export function addPeople(sheet: SheetBuilder, evaluation: ReportedEvaluation, weightCells: readonly string[], language: Language): PeopleTable | null {
  const word = (id: MessageId, data: Sentence["data"] = {}) => render(say(id, data), language);
  const { people, sources } = evaluation;
  sheet.heading("people", word("summary-people"));
  if (!canListPeople(evaluation)) {
    sheet.banner(word(people.length ? "summary-months-many" : "summary-no-roster", people.length ? { most: MAX_MONTHS } : {}), "note");
    return null;
  }
  const months = evaluation.staffing!.byMonth;
  const behind = behindMonths(months.length);
  sheet.banner(word("summary-people-note"), "note");
  const marks = usableMarks(sources!.presentMarks);
  const marksRow = sheet.nextRow;
  sheet.row([[[1, 3], written(word("summary-marks"), "label")], ...marks.map((mark, index): Placed => [[4 + index, 4 + index], written(mark, "choice")])]);
  const marksRange = `$D$${marksRow}:$${columnLetters(3 + marks.length)}$${marksRow}`;
  sheet.heads([
    [PERSON.number, word("summary-number")], [PERSON.group, word("summary-group")], [PERSON.cell, word("summary-person-row")],
    ...months.map(({ month }, m): [Span, string] => [monthSpan(m), monthName(month, language)]),
    [behind.total, word("summary-person-total")], [behind.printed, word("summary-person-printed")], [behind.difference, word("summary-person-difference")],
    [behind.retained, word("summary-person-retained")], [behind.reason, word("summary-person-reason")]
  ]);
  const weightRow = sheet.nextRow;
  sheet.row([
    [[1, 4], written(word("summary-weight"), "sum")],
    ...months.map(({ weight }, m): Placed => [monthSpan(m), written(weight, "count", { formula: `=${weightCells[m]}`, format: MONTHS_FORMAT })]),
    [[behind.total[0], behind.reason[1]], written(null, "sum")]
  ]);
  const top = sheet.nextRow;
  people.forEach((person, index) => addPerson(sheet, person, sources!.people[index]!, { months, weightRow, marksRange, marks, behind, language }));
  const bottom = sheet.nextRow - 1;
  sheet.line();
  sheet.row([
    [[1, 4], written(word("summary-total"), "sum")],
    ...months.map(({ total }, m): Placed => [monthSpan(m), written(total, "count", { formula: `=SUM(${monthColumn(m)}${top}:${monthColumn(m)}${bottom})`, format: MONTHS_FORMAT })]),
    [behind.total, written(sum(people.map(({ total }) => total)), "count", { formula: `=SUM(${down(behind.total, top, bottom)})`, format: MONTHS_FORMAT })],
    [behind.printed, written(sum(sources!.people.map((source) => numberIn(shown(source.total, "")))), "count", { formula: `=SUM(${down(behind.printed, top, bottom)})`, format: MONTHS_FORMAT })],
    [behind.difference, written(null, "count")],
    [behind.retained, written(people.filter(({ retained }) => retained).length, "count", { formula: `=SUM(${down(behind.retained, top, bottom)})`, format: "0" })],
    [behind.reason, written(null, "sum")]
  ]);
  const differences = down(behind.difference, top, bottom);
  sheet.conditionals.push({ range: differences, formula: `=N(${at(behind.difference, top)})<>0`, style: "error" });
  return { top, bottom, weightRow, retained: down(behind.retained, top, bottom) };
}

interface PersonOptions {
  readonly months: readonly { readonly month: string; readonly weight: number }[];
  readonly weightRow: number;
  readonly marksRange: string;
  readonly marks: readonly string[];
  readonly behind: ReturnType<typeof behindMonths>;
  readonly language: Language;
}

function addPerson(sheet: SheetBuilder, person: Person, source: PersonSource, options: PersonOptions): void {
  const { months, behind, language } = options;
  const word = (id: MessageId, data: Sentence["data"] = {}) => render(say(id, data), language);
  sheet.line();
  const row = sheet.nextRow;
  const first = monthColumn(0) + row;
  const last = monthColumn(months.length - 1) + row;
  const cells = months.map((_, m) => monthCell(person, source, m, options));
  const total = sum(cells.map(({ value }) => value as number));
  const printed = shown(source.total, word("summary-error-value"));
  const retained = cells.every(({ value }) => (value as number) > 0);
  const place = addressOf({ sheet: person.sheet, cell: `A${person.row}` });
  // The report names staff only where the settings ask for it.
  const text = person.name ? word("summary-person-name", { row: person.row, name: person.name }) : word("summary-row-of", { row: person.row });
  const [t, p] = [at(behind.total, row), at(behind.printed, row)];
  sheet.row([
    [PERSON.number, written(person.no ?? "", "center")],
    [PERSON.group, written(groupWord(person.group, language), "center")],
    [PERSON.cell, written(text, "link", place ? { link: place } : {})],
    ...cells.map((cell, m): Placed => [monthSpan(m), cell]),
    [behind.total, written(total, "center", { formula: `=SUM(${first}:${last})`, format: MONTHS_FORMAT })],
    [behind.printed, written(printed.value, "center", { ...(printed.formula && { formula: printed.formula }), format: MONTHS_FORMAT })],
    [behind.difference, written(typeof printed.value === "number" ? printed.value - total : "", "center", {
      formula: `=IF(ISNUMBER(${p}),${p}-${t},"")`, format: '+0.0;-0.0;"–"'
    })],
    [behind.retained, written(retained ? 1 : 0, "center", { formula: `=IF(COUNTIF(${first}:${last},">0")=${months.length},1,0)`, format: '"√";;"–"' })],
    [behind.reason, written(reasons(person, source, months, language), "text")]
  ]);
}

/** What a month of a person counts: tinted where its weight is not the month's own, for the reason that stands beside it. */
function monthCell(person: Person, source: PersonSource, m: number, { months, weightRow, marksRange, marks }: PersonOptions): WrittenCell {
  const value = person.months[m]!;
  const weight = source.weights[m]!;
  const usual = `${monthColumn(m)}$${weightRow}`;
  const style = isSpecial(source, m, months) ? "info" : "center";
  // Before joining and after leaving the marks decide: they are not there.
  const counted = weight === months[m]!.weight || (weight === 0 && !source.ticked[m]) ? usual : weight === 0 ? "0" : `MIN(${usual},${weight})`;
  if (source.settled[m] || counted === "0") return written(value, style, { formula: `=${counted}`, format: MONTHS_FORMAT });
  // A mark that a formula cannot ask for leaves the month as it was counted.
  if (marks.length === 0 || source.ticks[m]!.length === 0) return written(value, style, { format: MONTHS_FORMAT });
  return written(value, style, { formula: `=IF(${allTicked(person.sheet, source.ticks[m]!, marksRange)},${counted},0)`, format: MONTHS_FORMAT });
}

function isSpecial(source: PersonSource, m: number, months: PersonOptions["months"]): boolean {
  return source.settled[m]! || (source.ticked[m]! && source.weights[m] !== months[m]!.weight);
}

/** Why months count otherwise than the month itself. */
function reasons(person: Person, source: PersonSource, months: PersonOptions["months"], language: Language): string {
  const sentences = months.flatMap(({ month }, m) => {
    if (!isSpecial(source, m, months)) return [];
    return [render(say("summary-reason-of", { month: monthName(month, language), reason: person.reasons[m]! }), language)];
  });
  return sentences.join("\n");
}

export function groupWord(group: Person["group"], language: Language): string {
  return render(say(group === null ? "summary-ungrouped" : `summary-${group}`), language);
}

/** What SUM takes of a cell. */
function numberIn({ value }: Live): number {
  return typeof value === "number" ? value : 0;
}

function monthSpan(month: number): Span {
  return [FIRST_MONTH + month, FIRST_MONTH + month];
}

/** Marks that COUNTIF compares as they stand: no wildcard, no comparison. */
function usableMarks(marks: readonly string[]): string[] {
  return marks.filter((mark) => mark !== "" && !/[*?~]|^[<>=]/.test(mark)).slice(0, 18);
}

/** Person-months are halves, which add up without noise. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The persons of a group among the rows of the table. */
export function sumOfGroup(table: PeopleTable, column: string, group: string): string {
  return `SUMIF(${down(PERSON.group, table.top, table.bottom).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")},${quoted(group)},${column}$${table.top}:${column}$${table.bottom})`;
}
