import { areaInDocument, columnLetters, parseCellName, parseRectName, placeInDocument, rectName, type TextDocument } from "../workbook";
import type { ReportedFinding, ReportedTable, WorkbookReport } from "./types";

/** What concerns how a number is kept in a sheet: on paper there are no formulas and no cells kept as text. */
const OF_SHEETS_ONLY: ReadonlySet<string> = new Set(["typed-table", "typed-over-formula", "text-number", "attendance-text-number", "score-text-number", "date-for-number"]);

/**
 * The report of a document's tables with every place as the document has it: 表5!Y12, and not where the cell stands in the workbook that was
 * made of the tables. The document is never changed, so nothing has a fix.
 */
export function tablesInDocument(report: WorkbookReport, document: TextDocument): WorkbookReport {
  const places = new Places(document);
  const findings = report.findings.filter(({ rule }) => !OF_SHEETS_ONLY.has(rule)).map((finding): ReportedFinding => places.told({ ...finding, fix: null }));
  const said = new Map(report.unread.map(({ message }, index) => [message, index]));
  const unread = report.unread.map((each) => places.told(each));
  const { sources: _, ...evaluation } = report.evaluation ?? {};
  return {
    ...report,
    tables: report.tables.flatMap((table) => places.parts(table)),
    findings,
    evaluation: report.evaluation && places.told(evaluation as NonNullable<WorkbookReport["evaluation"]>),
    notChecked: report.notChecked.map((sentence) => (said.has(sentence) ? unread[said.get(sentence)!]!.message : sentence)),
    unread,
    told: report.told.map((each) => places.told(each)),
    questions: []
  };
}

const NOTHING_COUNTED: ReportedTable["counts"] = { rows: 0, persons: 0, months: 0, rates: 0, totals: 0 };

/** Tells places of the workbook as places of the document, wherever a report names them. */
class Places {
  private readonly sheets: ReadonlySet<string>;

  constructor(private readonly document: TextDocument) {
    this.sheets = new Set(document.tables.map(({ sheet }) => sheet));
  }

  /** A table that goes on with the next page is told once a part; the first bears the counts of the whole. */
  parts(table: ReportedTable): ReportedTable[] {
    const rect = parseRectName(table.range);
    const own = this.document.tables.filter(({ sheet, top, bottom }) => sheet === table.sheet && rect !== null && rect.top <= bottom && rect.bottom >= top);
    if (!rect || own.length < 2) return [this.told(table)];
    return own.map(({ name, top, bottom }, index) => ({
      ...table,
      sheet: name,
      range: rectName({ ...rect, top: Math.max(1, rect.top - top + 1), bottom: Math.min(rect.bottom, bottom) - top + 1 }),
      counts: index === 0 ? table.counts : NOTHING_COUNTED
    }));
  }

  /** The same with the places in it, and in what it holds, changed. What names another file's cells stays. */
  told<T>(value: T, sheet: string | null = null): T {
    if (Array.isArray(value)) return value.map((each: unknown) => this.told(each, sheet)) as T;
    if (typeof value !== "object" || value === null) return value;
    const given = value as Record<string, unknown>;
    if (typeof given["sheet"] === "string" && typeof given["file"] === "string") return value;
    const own = typeof given["sheet"] === "string" && this.sheets.has(given["sheet"]) ? given["sheet"] : null;
    const context = own ?? sheet;
    const changed: Record<string, unknown> = {};
    for (const [key, each] of Object.entries(given)) changed[key] = key === "message" && typeof each === "string" && context !== null ? this.sentence(each, context) : this.told(each, context);
    if (own !== null) this.place(given, own, changed);
    return changed as T;
  }

  private place(given: Record<string, unknown>, own: string, changed: Record<string, unknown>): void {
    for (const key of ["cell", "range"]) {
      const area = given[key];
      if (typeof area !== "string") continue;
      const told = areaInDocument(this.document, own, area);
      changed["sheet"] = told.sheet;
      changed[key] = told.area;
    }
    if (typeof given["row"] === "number") {
      const told = placeInDocument(this.document, own, given["row"]);
      changed["sheet"] = told.sheet;
      changed["row"] = told.row;
    }
  }

  /** The cells and rows that a sentence names: "（第37行）", "B37", "A4:W9", "表4 A4:W9". */
  private sentence(text: string, own: string): string {
    return text
      .replace(/(表[\d-]+)?([!” ]*)\b([A-Z]{1,2}\d{1,5}(?::[A-Z]{1,2}\d{1,5})?)\b/g, (all: string, named: string | undefined, between: string, area: string) => {
        const sheet = named ?? own;
        if (!this.isInside(sheet, area)) return all;
        const told = areaInDocument(this.document, sheet, area);
        return `${named === undefined ? "" : told.sheet}${between}${told.area}`;
      })
      .replace(/第(\d{1,5})行/g, (_, row: string) => `第${placeInDocument(this.document, own, Number(row)).row}行`);
  }

  /** Could it be a cell of the sheet? A staff number or a building is none. */
  private isInside(sheet: string, area: string): boolean {
    const found = this.document.workbook.sheets.find(({ name }) => name === sheet)?.used;
    const corners = area.split(":").map(parseCellName);
    return found !== undefined && found !== null && corners.every((corner) => corner !== null && corner.row <= found.bottom && columnLetters(corner.column).length <= 2 && corner.column <= found.right);
  }
}
