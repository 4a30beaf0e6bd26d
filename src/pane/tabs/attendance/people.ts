import type { ReportedEvaluation, ReportedFinding, WorkbookReport } from "../../../report/types";
import { cellName, parseCellName, parseRectName, rectContains } from "../../../workbook";

export type Person = ReportedEvaluation["people"][number];
/** What a month counts: 1, 0.5 or 0. */
export type MonthValue = 0 | 0.5 | 1;

/** Months in a row that count a half or nothing for the same reason. */
export interface ReasonRun {
  /** Positions among the months. */
  readonly from: number;
  readonly to: number;
  readonly reason: string;
}

/** A number of the roster that is not what was counted, with those that are wrong because of it. */
export interface Difference {
  readonly sheet: string;
  readonly cell: string;
  readonly actual: string;
  readonly expected: string;
  /** What the cell is, or what is wrong with it. */
  readonly label: string;
  /** Whose subtotal it is. */
  readonly person: Person | null;
}

const PERSON_TOTAL = "attendance-person-total";
/** The rules that compare numbers of the roster with those counted. */
const NUMBER_RULES: ReadonlySet<string> = new Set([PERSON_TOTAL, "attendance-tick-count", "attendance-month-total", "attendance-sum", "attendance-retention"]);

/** Why a person's months count halves or nothing; months that count in full need no reason. */
export function reasonRuns({ months, reasons }: Person): ReasonRun[] {
  const runs: { from: number; to: number; reason: string }[] = [];
  months.forEach((value, month) => {
    if (value === 1) return;
    const reason = reasons[month] ?? "";
    const last = runs.at(-1);
    if (last && last.to === month - 1 && last.reason === reason) last.to = month;
    else runs.push({ from: month, to: month, reason });
  });
  return runs;
}

export function monthValue(value: number): MonthValue {
  return value === 1 || value === 0.5 ? value : 0;
}

/** The finding that says a person's printed subtotal is wrong. */
export function totalFinding(report: WorkbookReport, person: Person): ReportedFinding | null {
  return report.findings.find((finding) => finding.rule === PERSON_TOTAL && !finding.ignored && isInRow(person, finding)) ?? null;
}

function isInRow(person: Person, { sheet, cell }: ReportedFinding): boolean {
  return sheet === person.sheet && parseCellName(cell)?.row === person.row;
}

/** Where the roster's numbers differ from those counted, each cell once. */
export function differences({ findings, evaluation }: WorkbookReport): Difference[] {
  const found = new Map<string, Difference>();
  for (const finding of findings) {
    if (finding.ignored || !NUMBER_RULES.has(finding.rule) || finding.expected === "") continue;
    const isSubtotal = finding.rule === PERSON_TOTAL;
    const person = isSubtotal ? evaluation?.people.find((candidate) => isInRow(candidate, finding)) ?? null : null;
    for (const difference of [{ ...finding, label: finding.message, person }, ...finding.consequences.map((consequence) => ({ ...consequence, person: null }))]) {
      const key = `${difference.sheet}!${difference.cell}`;
      if (found.has(key)) continue;
      const { sheet, cell, actual, expected, label } = difference;
      found.set(key, { sheet, cell, actual, expected, label, person: difference.person });
    }
  }
  return [...found.values()];
}

/** The first cell of a person's row in the roster. */
export function personCell({ tables }: WorkbookReport, { sheet, row }: Person): string {
  const rects = tables.filter((table) => table.kind === "roster" && table.sheet === sheet).map(({ range }) => parseRectName(range));
  const rect = rects.find((candidate) => candidate && rectContains(candidate, row, candidate.left));
  return cellName(row, rect?.left ?? 1);
}
