import { readWorkbook } from "../../src/hosts/file";
import type { ReportedFinding, WorkbookReport } from "../../src/report";
import { cellKey, cellName, parseRectName, type CellAddress } from "../../src/workbook";
import { Random } from "../generator";
import type { Draft } from "../generator/draft";
import { bookOf, packBook } from "./book";
import { moved, movedCell, type SheetMove } from "./moves";
import { hold, mustWork } from "./violation";
import { checked } from "./whole-path";

/** What a finding says, without the places that move along. */
function saying({ rule, severity, actual, expected }: ReportedFinding): string {
  return `${rule} ${severity} ${actual} → ${expected.startsWith("=") ? "a formula" : expected}`;
}

/** Findings at the places where they must stand after the moves. */
function placed({ findings }: WorkbookReport, moves: readonly SheetMove[]): string[] {
  return findings.map((finding) => {
    const { sheet, cell } = movedCell(moves, finding);
    return `${sheet}!${cell} ${saying(finding)}`;
  }).sort();
}

export async function reportOf(draft: Draft, settings: object | undefined): Promise<WorkbookReport> {
  return checked(await mustWork("reading", () => readWorkbook(packBook(bookOf(draft)))), settings);
}

/** The station moved about has the same findings, moved about. */
export async function movesHold(draft: Draft, settings: object | undefined, list: readonly { readonly name: string; readonly seed: number }[]): Promise<void> {
  const { draft: after, moves } = moved(draft, list, (seed) => new Random(seed));
  const before = await reportOf(draft, settings);
  const now = await reportOf(after, settings);
  const copies = new Set(list.filter(({ name }) => name === "copy").map(({ seed }) => `副本${seed}`));
  if (copies.size > 0) {
    // Tables that stand twice may be compared with each other, but where nothing was wrong nothing is wrong now.
    if (before.findings.some(({ severity }) => severity === "error")) return;
    const wrong = now.findings.find(({ severity }) => severity === "error");
    hold(!wrong, "copied sheet draws an error", () => JSON.stringify(wrong));
    return;
  }
  const [expected, found] = [placed(before, moves), placed(now, [])];
  const lost = expected.filter((each) => !found.includes(each));
  const gained = found.filter((each) => !expected.includes(each));
  hold(lost.length === 0 && gained.length === 0 && expected.length === found.length, "findings change when moved",
    () => `lost ${JSON.stringify(lost.slice(0, 5))}, gained ${JSON.stringify(gained.slice(0, 5))}`);
}

/** One computed number of a clean station, typed wrong: an error names the cell. False where the station has no such cell. */
export async function typedIsFound(draft: Draft, settings: object | undefined, random: Random): Promise<boolean> {
  const clean = await reportOf(draft, settings);
  hold(!clean.findings.some(({ severity }) => severity === "error"), "false alarm", () => JSON.stringify(clean.findings.find(({ severity }) => severity === "error")));
  const cells = computedNumbers(draft, clean);
  if (cells.length === 0) return false;
  const at = random.pick(cells);
  const value = draft.value(at) as number;
  const wrong = Number.isInteger(value) ? value + random.pick([1, 2, 7, 10, 100]) : value + random.pick([0.1, 0.5, 1]);
  draft.type(at, wrong);
  draft.recalculate();
  const report = await reportOf(draft, settings);
  const here = report.findings.filter(({ sheet, cell }) => sheet === at.sheet && cell === cellName(at.row, at.column));
  hold(here.some(({ severity }) => severity === "error"), "wrong number not found",
    () => `${at.sheet}!${cellName(at.row, at.column)} ${value} typed as ${wrong}; errors: ${JSON.stringify(report.findings.filter(({ severity }) => severity !== "info").map(({ rule, severity, sheet, cell, consequences }) => [rule, severity, sheet, cell, consequences.map((each) => each.cell)]))}`);
  return true;
}

/** The cells of recognised tables whose number a formula computes. */
function computedNumbers(draft: Draft, { tables }: WorkbookReport): CellAddress[] {
  return tables.flatMap(({ sheet, range }) => {
    const { top, left, bottom, right } = parseRectName(range)!;
    const found: CellAddress[] = [];
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const cell = draft.sheet(sheet).cells.get(cellKey(row, column));
        if (cell?.formula && typeof cell.value === "number") found.push({ sheet, row, column });
      }
    }
    return found;
  });
}
