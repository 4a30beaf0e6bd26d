import { checkWorkbook, type ReportedFinding, type WorkbookReport } from "../../src/report";
import { parseSettings } from "../../src/settings";
import { parseRectName, type Rect } from "../../src/workbook";
import { RANK, saysOfAgreement } from "../cases/measure";
import type { StrangersWorkbook } from "./load";

/** What is said of a stranger's workbook, held against what is true of it. */
export interface Judged {
  readonly given: StrangersWorkbook;
  /** The mistake was named at its cell and at its severity or above; null for a clean workbook. */
  readonly found: boolean | null;
  /** Errors and warnings at cells that have nothing to do with it. */
  readonly wrong: readonly ReportedFinding[];
  /** Tables that were not read; and those of them of which nothing says so. */
  readonly unread: readonly string[];
  readonly unsaid: readonly string[];
}

export function judged(given: StrangersWorkbook): Judged {
  const { mistake, settings, tables } = given;
  const report = checkWorkbook(given.workbook(), { settings: settings ? parseSettings(settings) : undefined });
  const at = new Set(mistake?.at);
  const also = new Set(mistake?.also);
  const place = ({ sheet, cell }: ReportedFinding): string => `${sheet}!${cell}`;
  const missing = tables.filter(({ kind, sheet, range }) => kind !== "none" && !isRead(report, sheet, parseRectName(range)!));
  const label = ({ kind, sheet, range }: (typeof missing)[number]): string => `${kind} ${sheet}!${range}`;
  return {
    given,
    found: mistake && report.findings.some((finding) => at.has(place(finding)) && RANK[finding.severity] >= RANK[mistake.severity]),
    wrong: report.findings.filter((finding) => finding.severity !== "info" && !saysOfAgreement(finding) && !at.has(place(finding)) && !also.has(place(finding))),
    unread: missing.map(label),
    unsaid: missing.filter(({ sheet }) => !report.notChecked.some((sentence) => sentence.includes(sheet))).map(label)
  };
}

/** At least half of the range lies inside tables that were recognised. */
function isRead(report: WorkbookReport, sheet: string, wanted: Rect): boolean {
  const size = ({ top, left, bottom, right }: Rect): number => Math.max(0, bottom - top + 1) * Math.max(0, right - left + 1);
  const covered = report.tables.filter((table) => table.sheet === sheet).map(({ range }) => {
    const { top, left, bottom, right } = parseRectName(range)!;
    return size({ top: Math.max(top, wanted.top), left: Math.max(left, wanted.left), bottom: Math.min(bottom, wanted.bottom), right: Math.min(right, wanted.right) });
  });
  return covered.reduce((sum, cells) => sum + cells, 0) * 2 >= size(wanted);
}

export interface Figures {
  readonly found: number;
  readonly mistakes: number;
  readonly wrongOnClean: number;
  readonly accusedClean: number;
  readonly clean: number;
  readonly wrongElsewhere: number;
  readonly unread: number;
  readonly unsaid: number;
}

export function figuresOf(results: readonly Judged[]): Figures {
  const clean = results.filter(({ found }) => found === null);
  const wrong = (list: readonly Judged[]): number => list.reduce((sum, { wrong: findings }) => sum + findings.length, 0);
  return {
    found: results.filter(({ found }) => found === true).length,
    mistakes: results.length - clean.length,
    wrongOnClean: wrong(clean),
    accusedClean: clean.filter(({ wrong: findings }) => findings.length > 0).length,
    clean: clean.length,
    wrongElsewhere: wrong(results.filter(({ found }) => found !== null)),
    unread: clean.reduce((sum, { unread }) => sum + unread.length, 0),
    unsaid: clean.reduce((sum, { unsaid }) => sum + unsaid.length, 0)
  };
}
