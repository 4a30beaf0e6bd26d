import { render, say, type Language, type MessageId, type Sentence } from "../messages";
import type { ReportedEvaluation } from "../report/types";
import type { CellStyle, WrittenCell } from "../workbook";
import { written, type SheetBuilder } from "./builder";
import { at, down, ITEM, MONTH, type Span } from "./grid";
import { quoted, reference, shown, type Live } from "./live";
import { groupWord, monthColumn, monthName, sumOfGroup, type PeopleTable } from "./people-block";
import { shareText } from "../values/numbers";

const MONTHS_FORMAT = "0.0";
const UNGROUPED_FORMAT = '0.0;-0.0;"–"';
const SURPLUS_FORMAT = "+0.0;-0.0;0.0";
const BAR_COLOR = "A9CFA4";

/** Where the months stand, and the cells that others go on from. */
export interface AttendanceTable {
  readonly top: number;
  readonly bottom: number;
  /** "$D$60" by month. */
  readonly weightCells: readonly string[];
  /** "E70": shortages for the vetoes. */
  readonly surplusCell: string;
  readonly certifiedSurplusCell: string;
}

/**
 * Months and results of the attendance (到岗核算). `people` gives the table of persons once it is placed; without one the months hold the
 * numbers that were counted.
 */
export function addAttendance(sheet: SheetBuilder, evaluation: ReportedEvaluation | null, people: () => PeopleTable | null, language: Language): AttendanceTable | null {
  const word = (id: MessageId, data: Sentence["data"] = {}) => render(say(id, data), language);
  sheet.heading("attendance", word("summary-attendance"));
  const staffing = evaluation?.staffing;
  if (!evaluation || !staffing) {
    sheet.banner(word("summary-no-roster"), "note");
    return null;
  }
  const heads: [Span, MessageId][] = [
    [MONTH.number, "summary-number"], [MONTH.state, "summary-state"], [MONTH.month, "summary-month"], [MONTH.weight, "summary-weight"], [MONTH.due, "summary-due"],
    [MONTH.actual, "summary-actual-months"], [MONTH.surplus, "summary-surplus"], [MONTH.certifiedDue, "summary-month-certified-due"],
    [MONTH.certified, "summary-certified-actual"], [MONTH.certifiedSurplus, "summary-certified-surplus"], [MONTH.uncertified, "summary-uncertified-actual"],
    [MONTH.ungrouped, "summary-ungrouped-actual"], [MONTH.rate, "summary-attendance-rate"], [MONTH.progress, "summary-progress"]
  ];
  sheet.heads(heads.map(([span, id]) => [span, word(id)]));
  const months = staffing.byMonth;
  const top = sheet.nextRow;
  const bottom = top + months.length - 1;
  // The results stand right behind the months, their total and a remark.
  const results = bottom + 4;
  const cell = (item: keyof typeof RESULTS): string => `$E$${results + RESULTS[item]}`;
  const share = staffing.certified.share;
  const unknown = months.map(({ total }, m) => total - ofGroup(evaluation, "certified", m) - ofGroup(evaluation, "uncertified", m));
  months.forEach(({ month, weight, total }, m) => {
    const row = top + m;
    const counted = (group: "certified" | "uncertified" | null, value: number) => (): WrittenCell => {
      const table = people();
      return written(value, "number", { format: group ? MONTHS_FORMAT : UNGROUPED_FORMAT, ...(table && { formula: `=${sumOfGroup(table, monthColumn(m), groupWord(group, language))}` }) });
    };
    const [due, actual, certified, certifiedDue] = [at(MONTH.due, row), at(MONTH.actual, row), at(MONTH.certified, row), at(MONTH.certifiedDue, row)];
    const dueValue = clean(staffing.headcount * weight);
    const certifiedDueValue = clean(dueValue * share);
    const [certifiedValue, uncertifiedValue] = [ofGroup(evaluation, "certified", m), ofGroup(evaluation, "uncertified", m)];
    sheet.row([
      [MONTH.number, written(m + 1, "center")],
      [MONTH.state, written(word(total >= dueValue ? "summary-enough" : "summary-short"), "center", {
        formula: `=IF(${actual}>=${due},${quoted(word("summary-enough"))},${quoted(word("summary-short"))})`
      })],
      [MONTH.month, written(/^\d{4}-/.test(month) ? month : monthName(month, language), "center")],
      [MONTH.weight, written(weight, "amount", { format: MONTHS_FORMAT })],
      [MONTH.due, written(dueValue, "number", { formula: `=${cell("headcount")}*${at(MONTH.weight, row)}`, format: MONTHS_FORMAT })],
      [MONTH.actual, written(total, "number", { formula: `=${certified}+${at(MONTH.uncertified, row)}+${at(MONTH.ungrouped, row)}`, format: MONTHS_FORMAT })],
      [MONTH.surplus, written(total - dueValue, "number", { formula: `=${actual}-${due}`, format: SURPLUS_FORMAT })],
      [MONTH.certifiedDue, written(certifiedDueValue, "number", { formula: `=${due}*${cell("share")}`, format: MONTHS_FORMAT })],
      [MONTH.certified, counted("certified", certifiedValue)],
      [MONTH.certifiedSurplus, written(certifiedValue - certifiedDueValue, "number", { formula: `=${certified}-${certifiedDue}`, format: SURPLUS_FORMAT })],
      [MONTH.uncertified, counted("uncertified", uncertifiedValue)],
      [MONTH.ungrouped, counted(null, unknown[m]!)],
      [MONTH.rate, written(dueValue ? total / dueValue : "", "percent", { formula: `=IF(${due}=0,"",${actual}/${due})` })],
      [MONTH.progress, written(dueValue ? total / dueValue : "", "number", { formula: `=${at(MONTH.rate, row)}`, format: "0%" })]
    ]);
  });
  addTotals(sheet, evaluation, top, bottom, unknown, word);
  sheet.banner(word("summary-weight-note"), "note");
  sheet.together();
  sheet.heads([[ITEM.label, word("summary-item")], [ITEM.value, word("summary-value")], [ITEM.state, word("summary-state")], [ITEM.note, word("summary-arithmetic")]]);
  addResults(sheet, evaluation, { bottom, cell, people, language });
  sheet.dataBars.push({ range: down(MONTH.progress, top, bottom), least: 0, most: 1.2, color: BAR_COLOR });
  // A default is no verdict: what hangs on it stays grey.
  const { headcount: isSaid, share: isShareSaid } = staffing.confirmed;
  const [short, below] = [isSaid ? "warning" : "muted", isSaid && isShareSaid ? "warning" : "muted"] as const;
  sheet.conditionals.push(
    { range: down(MONTH.state, top, bottom), formula: `=$${at(MONTH.state, top)}=${quoted(word("summary-short"))}`, style: short },
    { range: down(ITEM.state, results, sheet.nextRow - 1), formula: `=$${at(ITEM.state, results)}=${quoted(word("summary-below"))}`, style: short },
    { range: down(ITEM.state, results, sheet.nextRow - 1), formula: `=$${at(ITEM.state, results)}=${quoted(word("summary-short"))}`, style: below }
  );
  return {
    top, bottom, weightCells: months.map((_, m) => `$D$${top + m}`),
    surplusCell: cell("surplus"), certifiedSurplusCell: cell("certifiedSurplus")
  };
}

function addTotals(sheet: SheetBuilder, evaluation: ReportedEvaluation, top: number, bottom: number, unknown: readonly number[], word: (id: MessageId) => string): void {
  const { byMonth, headcount, certified: { share } } = evaluation.staffing!;
  const row = sheet.nextRow;
  const total = (span: Span, value: number, format: string = MONTHS_FORMAT): readonly [Span, WrittenCell] =>
    [span, written(value, "sum", { formula: `=SUM(${down(span, top, bottom)})`, format })];
  const due = clean(add(byMonth.map(({ weight }) => clean(headcount * weight))));
  const actual = add(byMonth.map((month) => month.total));
  const certified = add(byMonth.map((_, m) => ofGroup(evaluation, "certified", m)));
  const certifiedDue = clean(add(byMonth.map(({ weight }) => clean(clean(headcount * weight) * share))));
  const rate = due ? actual / due : "";
  sheet.row([
    [[1, 3], written(word("summary-total"), "sum")],
    total(MONTH.weight, add(byMonth.map(({ weight }) => weight))),
    total(MONTH.due, due), total(MONTH.actual, actual), total(MONTH.surplus, clean(actual - due), SURPLUS_FORMAT),
    total(MONTH.certifiedDue, certifiedDue), total(MONTH.certified, certified), total(MONTH.certifiedSurplus, clean(certified - certifiedDue), SURPLUS_FORMAT),
    total(MONTH.uncertified, add(byMonth.map((_, m) => ofGroup(evaluation, "uncertified", m)))), total(MONTH.ungrouped, add(unknown), UNGROUPED_FORMAT),
    [MONTH.rate, written(rate, "sum", { formula: `=IF(${at(MONTH.due, row)}=0,"",${at(MONTH.actual, row)}/${at(MONTH.due, row)})`, format: "0.00%" })],
    [MONTH.progress, written(null, "sum")]
  ]);
}

/** The rows of the results, from 0. */
const RESULTS = {
  headcount: 0, months: 1, due: 2, actual: 3, surplus: 4, share: 5, certifiedDue: 6, certified: 7, certifiedSurplus: 8,
  senior: 9, seniorShare: 10, atEnd: 11, retained: 12, limit: 13, retention: 14, printed: 15
} as const;

interface ResultOptions {
  readonly bottom: number;
  readonly cell: (item: keyof typeof RESULTS) => string;
  readonly people: () => PeopleTable | null;
  readonly language: Language;
}

/** What the months come to, each with how it is computed. */
function addResults(sheet: SheetBuilder, evaluation: ReportedEvaluation, { bottom, cell, people, language }: ResultOptions): void {
  const word = (id: MessageId, data: Sentence["data"] = {}) => render(say(id, data), language);
  const staffing = evaluation.staffing!;
  const retention = evaluation.retention!;
  const { headcount, certified: { share } } = staffing;
  const totals = bottom + 1;
  const months = add(staffing.byMonth.map(({ weight }) => weight));
  const [due, actual] = [clean(headcount * months), add(staffing.byMonth.map(({ total }) => total))];
  const [certifiedDue, certified] = [clean(due * share), add(staffing.byMonth.map((_, m) => ofGroup(evaluation, "certified", m)))];
  const item = (label: MessageId, value: WrittenCell | (() => WrittenCell), note: string, state: Live<string> = { value: "" }) =>
    sheet.row([[ITEM.label, written(word(label), "label")], [ITEM.value, value], [ITEM.state, written(state.value, "center", state.formula ? { formula: state.formula } : {})],
      [ITEM.note, written(note, "text")]]);
  const number = (value: number | string, formula: string | null, format = MONTHS_FORMAT, style: CellStyle = "number") =>
    written(value, style, { format, ...(formula && { formula }) });
  const enough = (test: string, holds: boolean, [good, bad]: readonly [MessageId, MessageId]): Live<string> =>
    ({ formula: `=IF(${test},${quoted(word(good))},${quoted(word(bad))})`, value: word(holds ? good : bad) });
  const supply = ["summary-enough", "summary-short"] as const;
  item("summary-headcount", number(headcount, null, "0.##", "amount"), word("summary-headcount-note"));
  item("summary-months", number(months, `=${at(MONTH.weight, totals)}`), word("summary-months-note"));
  item("summary-due", number(due, `=${cell("headcount")}*${cell("months")}`), word("summary-due-note", { headcount, months }));
  item("summary-actual-months", number(actual, `=${at(MONTH.actual, totals)}`), word("summary-actual-note"));
  item("summary-surplus-total", number(clean(actual - due), `=${cell("actual")}-${cell("due")}`, SURPLUS_FORMAT), word("summary-surplus-note"),
    enough(`${cell("surplus")}>=0`, actual >= due, supply));
  item("summary-share", number(share, null, "0.##%", "amount"), word("summary-share-note"));
  item("summary-certified-due-total", number(certifiedDue, `=${cell("due")}*${cell("share")}`), word("summary-certified-due-note", { due, share: shareText(share) }));
  item("summary-certified-total", number(certified, `=${at(MONTH.certified, totals)}`), word("summary-actual-note"));
  item("summary-certified-surplus-total", number(clean(certified - certifiedDue), `=${cell("certified")}-${cell("certifiedDue")}`, SURPLUS_FORMAT),
    word("summary-certified-surplus-note"), enough(`${cell("certifiedSurplus")}>=0`, certified >= certifiedDue, supply));
  const seniorCells = (evaluation.sources?.people ?? []).flatMap(({ senior }) => (senior ? [senior] : []));
  const senior = seniorSum(evaluation, seniorCells);
  item("summary-senior-total", number(senior.value, senior.formula ?? null), word("summary-senior-note"));
  item("summary-senior-share", number(actual ? senior.value / actual : "", `=IF(${cell("actual")}=0,"",${cell("senior")}/${cell("actual")})`, "0.00%"), word("summary-senior-share-note"));
  const atEnd = staffing.atEnd;
  item("summary-at-end", () => {
    const table = people();
    const column = monthColumn(staffing.byMonth.length - 1);
    return number(atEnd.total, table && `=COUNTIF(${column}${table.top}:${column}${table.bottom},">0")`, "0");
  }, word("summary-at-end-note", { certified: atEnd.certified, uncertified: atEnd.uncertified }));
  item("summary-retained", () => {
    const table = people();
    return number(retention.retained, table && `=SUM(${table.retained})`, "0");
  }, word("summary-retained-note"));
  item("summary-retention-limit", number(retention.limit, null, "0.00%", "amount"), word("summary-retention-limit-note"));
  item("summary-retention", number(retention.retained / headcount, `=IF(${cell("headcount")}=0,"",${cell("retained")}/${cell("headcount")})`, "0.00%"),
    word("summary-retention-note", { retained: retention.retained, headcount, limit: shareText(retention.limit) }),
    // Compared at twelve decimals, so that 16 of 20 is not a hair below 80%.
    enough(`ROUND(N(${cell("retention")})-${cell("limit")},12)>=0`, retention.meets, ["summary-meets", "summary-below"]));
  const printed = shown(evaluation.sources?.retention ?? null, word("summary-error-value"));
  item("summary-retention-printed", number(typeof printed.value === "boolean" ? String(printed.value) : printed.value ?? "", printed.formula ?? null, "0.00%"), word("summary-retention-printed-note"));
}

/** The printed subtotals of two years' experience, where they stand below one another as one range. */
function seniorSum(evaluation: ReportedEvaluation, cells: readonly { sheet: string; cell: string; value: unknown }[]): { value: number; formula?: string } {
  const value = add(cells.map((cell) => (typeof cell.value === "number" ? cell.value : 0)));
  if (cells.length === 0) return { value: evaluation.seniority?.personMonths ?? 0 };
  const ranges: { sheet: string; column: string; first: number; last: number }[] = [];
  for (const { sheet, cell } of cells) {
    const [, column, row] = /^([A-Z]+)(\d+)$/.exec(cell)!;
    const open = ranges.at(-1);
    if (open && open.sheet === sheet && open.column === column && open.last === Number(row) - 1) open.last++;
    else ranges.push({ sheet, column: column!, first: Number(row), last: Number(row) });
  }
  const parts = ranges.map(({ sheet, column, first, last }) => reference({ sheet, cell: first === last ? `${column}${first}` : `${column}${first}:${column}${last}` }));
  // Each part is summed alone: a function takes 255 arguments, and a text among them counts nothing.
  return { value, formula: `=${parts.map((part) => `SUM(${part})`).join("+")}` };
}

function ofGroup({ people }: ReportedEvaluation, group: "certified" | "uncertified", month: number): number {
  return add(people.map((person) => (person.group === group ? person.months[month] ?? 0 : 0)));
}

function add(values: readonly number[]): number {
  return clean(values.reduce((total, value) => total + value, 0));
}

/** Takes binary noise off, as a sheet does when it shows a number. */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}
