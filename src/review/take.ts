import { readsOf, skeletonOf } from "../formulas";
import { say, type Language } from "../messages";
import { checkInFull, type CheckOptions } from "../report";
import type { CheckResult } from "../report/check";
import { peopleOf } from "../report/people";
import { hashText } from "../values/hash";
import type { Roster } from "../tables/roster/types";
import { allTables, type FoundTable } from "../tables/tables";
import { normalise } from "../values/text";
import { addressKey, findSheet, type CellAddress, type Sheet, type Workbook } from "../workbook";
import { footnoteLines, itemLines, line, matrixLines, quotientLines } from "./lines/indicators";
import { rosterLines } from "./lines/roster";
import { scoreLines } from "./lines/scores";
import { Views } from "./lines/views";
import type { Area, CellView, FormulaView, Line, Sitting, SittingSheet, SittingTable } from "./sitting";

/** Checks a workbook and keeps of it what a review with another version needs. */
export function takeSitting(workbook: Workbook, options: CheckOptions = {}): Sitting {
  return sittingOf(workbook, checkInFull(workbook, options), options.language);
}

/** The same of a workbook that was checked already. */
export function sittingOf(workbook: Workbook, { report, stored, result }: ReturnType<typeof checkInFull>, language: Language = "zh"): Sitting {
  const used = result?.evaluation.used?.roster;
  return {
    report, sheets: workbook.sheets.map(sheetView), tables: result ? tablesOf(result, language) : [], people: result ? peopleOf(result, language) : [],
    agreement: used?.agreement && used.agreementAt ? { start: used.agreement.start, end: used.agreement.end, at: used.agreementAt } : null, ignored: stored.ignored
  };
}

function tablesOf(result: CheckResult, language: Language): SittingTable[] {
  const views = new Views(result, language);
  const tables = allTables(result.tables).map((table): SittingTable => ({
    kind: table.kind, sheet: table.sheet, rect: table.rect, title: normalise(table.title), lines: [...titleLine(table, views), ...linesOf(table, views)]
  }));
  views.settle();
  const formulas = new Formulas(result.workbook, marksOf(result.tables.rosters), new Set(tables.flatMap(({ lines }) => lines.flatMap(({ cells }) => cells.map(({ at }) => addressKey(at))))));
  const withFormulas = (cell: CellView): CellView => ({ ...cell, formula: formulas.at(cell.at) });
  return tables.map((table) => ({ ...table, lines: table.lines.map((each) => ({ ...each, cells: each.cells.map(withFormulas) })) }));
}

function linesOf(table: FoundTable, views: Views): Line[] {
  switch (table.kind) {
    case "indicators": return matrixLines(table, views);
    case "overall":
    case "cards": return itemLines(table, views);
    case "footnote": return footnoteLines(table, views);
    case "quotients": return quotientLines(table, views);
    case "roster": return rosterLines(table, views);
    case "scores": return scoreLines(table, views);
  }
}

/** The title names station and period; a title over several tables is the first one's. */
function titleLine({ titleAt }: FoundTable, views: Views): Line[] {
  const cells = views.at(titleAt, "title", "label", say("review-label-title"));
  return cells.length === 0 ? [] : [line({ sort: "text", keys: ["title"], label: views.words(say("review-label-title")), at: titleAt!, cells })];
}

/** What the signs of the rosters mean. */
function marksOf(rosters: readonly Roster[]): ReadonlyMap<string, string> {
  const marks = rosters.flatMap(({ persons }) => persons.flatMap((person) => person.marks.flat()));
  return new Map(marks.filter(({ kind, text }) => text !== "" && kind !== "unknown").map(({ kind, text }) => [normalise(text), `"${kind}"`]));
}

/** Deep enough for what stands between tables; sums over many lines of a ledger are not followed. */
const DEEPEST = 4;
const WIDEST = 400;

/** The formulas of a workbook's table cells. */
class Formulas {
  constructor(private readonly workbook: Workbook, private readonly marks: ReadonlyMap<string, string>, private readonly known: ReadonlySet<string>) {}

  at({ sheet, row, column }: CellAddress): FormulaView | null {
    const text = findSheet(this.workbook, sheet)?.cell(row, column)?.formula ?? null;
    if (text === null) return null;
    const areas = this.areasOf(text, { sheet, row, column });
    return { text, form: this.formOf(text), areas, through: this.beyond(areas, DEEPEST) };
  }

  /** A formula that counts "✓" where it counted "√", as the marks are now, is the same. */
  private formOf(formula: string): string {
    return (skeletonOf(formula) ?? formula).replace(/"([^"]*)"/g, (text, inner: string) => this.marks.get(normalise(inner)) ?? text);
  }

  private areasOf(formula: string, at: CellAddress): Area[] {
    return (readsOf(formula, at, this.workbook)?.ranges ?? []).map(({ sheet, rect }) => ({ sheet, ...rect }));
  }

  /** What the cells of these areas that belong to no table read in their turn. */
  private beyond(areas: readonly Area[], depth: number): Area[] {
    if (depth === 0) return [];
    const found = areas.flatMap((area) => this.helpersIn(area).flatMap(({ at, formula }) => this.areasOf(formula, at)));
    return found.length === 0 ? [] : [...found, ...this.beyond(found, depth - 1)];
  }

  private helpersIn({ sheet: name, top, left, bottom, right }: Area): { at: CellAddress; formula: string }[] {
    const sheet = findSheet(this.workbook, name);
    if (!sheet || (bottom - top + 1) * (right - left + 1) > WIDEST) return [];
    const found: { at: CellAddress; formula: string }[] = [];
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const at = { sheet: name, row, column };
        const formula = sheet.cell(row, column)?.formula ?? null;
        if (formula !== null && !this.known.has(addressKey(at))) found.push({ at, formula });
      }
    }
    return found;
  }
}

/** So many texts tell a sheet from others. */
const MOST_TEXTS = 60;

function sheetView(sheet: Sheet): SittingSheet {
  return {
    name: sheet.name, visibility: sheet.visibility, isOurs: sheet.marker !== null, isEmpty: sheet.used === null,
    hiddenRows: [...sheet.hiddenRows], hiddenColumns: [...sheet.hiddenColumns],
    texts: sheet.texts().slice(0, MOST_TEXTS).map(({ value }) => hashText(normalise(value)))
  };
}
