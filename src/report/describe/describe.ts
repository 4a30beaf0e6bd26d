import { render, say, type Language, type Sentence } from "../../messages";
import { markText, plainOf } from "../../tables/roster/marks";
import type { Roster } from "../../tables/roster/types";
import { allTables, type FoundTable, type Tables } from "../../tables/tables";
import { toldTextAt, type ColumnRole } from "../../told";
import { cellName, columnLetters, rectName, type Workbook } from "../../workbook";
import { reportedTables, tableKey } from "../tables";
import type { DescribedColumn, DescribedMark, DescribedRow, ReportedTable, TableDescription } from "../types";
import { columnEvidence, headOf } from "./evidence";
import { proposalOf, tableNames } from "./propose";
import { seenOf, type Seen } from "./seen";

/** Each table with its columns by their roles, its rows by what they are, and why: worked out only for who asks. */
export function describe(workbook: Workbook, tables: Tables, language: Language): TableDescription[] {
  const groups = new Map<string, FoundTable[]>();
  for (const table of allTables(tables)) groups.set(tableKey(table), [...(groups.get(tableKey(table)) ?? []), table]);
  const reported = reportedTables(allTables(tables));
  const names = tableNames(tables, language);
  return [...groups].map(([key, group], index) => describeOne(workbook, tables, group, reported[index]!, names.get(key)!, language));
}

function describeOne(workbook: Workbook, tables: Tables, group: readonly FoundTable[], reported: ReportedTable, name: string, language: Language): TableDescription {
  const seen = seenOf(workbook, group);
  const first = group[0]!;
  return {
    ...reported,
    columns: columnsOf(seen, tables, reported.told, language),
    rows: rowsOf(seen, group, reported.told, language),
    marks: first.kind === "roster" ? marksOf(first, tables, language) : [],
    proposal: proposalOf(seen, group, name)
  };
}

function columnsOf(seen: Seen, { evidence }: Tables, told: string | null, language: Language): DescribedColumn[] {
  const { rect, columns, headBottom } = seen;
  if (columns.size === 0) return [];
  return Array.from({ length: rect.right - rect.left + 1 }, (_, i): DescribedColumn => {
    const column = rect.left + i;
    const roles = [...(columns.get(column) ?? [])];
    const role: ColumnRole = roles.length === 1 ? roles[0]! : "none";
    const why: Sentence = roles.length > 1 ? say("told-why-mixed", { roles: roles.map((one) => say(`told-role-${one}`)) })
      : roles.length === 0 ? say("told-why-unread") : columnEvidence(seen, evidence, column, role, told);
    const range = rectName({ top: Math.min(headBottom + 1, rect.bottom), bottom: rect.bottom, left: column, right: column });
    return { letter: columnLetters(column), range, role, words: headOf(seen, column), evidence: render(why, language) };
  });
}

function rowsOf(seen: Seen, group: readonly FoundTable[], told: string | null, language: Language): DescribedRow[] {
  const { sheet, rect, rows, headBottom } = seen;
  const sums = provenSums(group);
  const found: DescribedRow[] = [];
  for (let row = rect.top; row <= rect.bottom; row++) {
    const own = rows.get(row);
    if (!own && row > headBottom && isBlank(seen, row)) continue;
    const is = own?.is ?? (row <= headBottom ? "head" : "passed");
    const label = own?.label || firstText(seen, row);
    const what = say(`told-row-${is}`, { label });
    const sum = sums.get(`${sheet.name}:${row}`);
    const why = sum ? say("told-row-sums", { what, ...sum }) : told !== null && (is === "total" || is === "subtotal") ? say("told-row-as-told", { what, name: told }) : what;
    found.push({ row, label, is, evidence: render(why, language) });
  }
  return found;
}

/** By row, a cell of it that numbers prove to add up others. */
function provenSums(group: readonly FoundTable[]): Map<string, { cell: string; count: number }> {
  const found = new Map<string, { cell: string; count: number }>();
  for (const table of group) {
    if (table.kind !== "indicators" && table.kind !== "overall" && table.kind !== "cards" && table.kind !== "quotients") continue;
    for (const { total: { at }, parts } of table.proven.sums) found.set(`${at.sheet}:${at.row}`, { cell: cellName(at.row, at.column), count: parts.length });
    if (table.kind !== "indicators" || !table.total || !table.totalParts) continue;
    const { at } = table.total.triples[0]!.done;
    found.set(`${at.sheet}:${at.row}`, { cell: cellName(at.row, at.column), count: table.totalParts.length });
  }
  return found;
}

function isBlank(seen: Seen, row: number): boolean {
  return firstText(seen, row) === "";
}

function firstText({ sheet, rect }: Seen, row: number): string {
  for (let column = rect.left; column <= rect.right; column++) {
    const text = toldTextAt(sheet, row, column);
    if (text !== "") return text;
  }
  return "";
}

/** The marks of a roster, the most frequent first. */
function marksOf(roster: Roster, { told }: Tables, language: Language): DescribedMark[] {
  const byPlain = new Map<string, { text: string; kind: DescribedMark["means"]; times: number }>();
  for (const mark of roster.persons.flatMap(({ marks }) => marks.flat())) {
    const plain = plainOf(mark.text);
    const before = byPlain.get(plain);
    byPlain.set(plain, { text: before?.text ?? mark.text, kind: mark.kind, times: (before?.times ?? 0) + 1 });
  }
  const own = told.find((outcome) => outcome.told.name === roster.told)?.told;
  return [...byPlain].sort((a, b) => b[1].times - a[1].times).map(([mark, { text, kind, times }]): DescribedMark => {
    const asked = roster.question?.marks.find(({ plain }) => plain === mark);
    const note = roster.markNotes.find((one) => mark !== "" && one.text.includes(markText(text)));
    const evidence = own?.marks?.some((one) => one.mark === mark) ? say("told-mark-told", { name: own.name })
      : asked ? (asked.guess === null ? say("told-mark-unknown") : say("told-mark-numbers", { agree: roster.question!.agree, of: roster.question!.of }))
      : note ? say("told-mark-note", { note: note.text }) : kind === "unknown" ? say("told-mark-unknown") : say("told-mark-look");
    return { text, mark, means: kind, times, evidence: render(evidence, language) };
  });
}
