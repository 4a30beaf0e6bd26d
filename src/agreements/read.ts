import { say, SpokenError, type Sentence } from "../messages";
import type { Agreement } from "../settings";
import { isoDate, parsePeriod, serialDate, findDates } from "../values/dates";
import { normalise, parseNumber } from "../values/text";
import { cellName, type Cell, type Sheet, type Workbook } from "../workbook";
import { columnOf, type AgreementColumn } from "./heads";

/** What a list says, and which of its cells could not be taken. */
export interface AgreementList {
  readonly agreements: readonly Agreement[];
  readonly problems: readonly Sentence[];
}

/** A list is headed within so many rows of its sheet. */
const MOST_ROWS_ABOVE = 30;
const FACTS: readonly AgreementColumn[] = ["headcount", "share", "certified", "period", "start", "end", "budget"];
const MOST_HEADCOUNT = 1000;
const TEN_THOUSAND = 10_000;

interface Columns {
  readonly row: number;
  readonly at: ReadonlyMap<AgreementColumn, number>;
  /** The head of 经费 counts in 万元. */
  readonly inTenThousands: boolean;
}

/** Reads a list of agreements: one row a station, under heads that name the station and at least one fact. Throws a SpokenError where no sheet holds one. */
export function readAgreements(workbook: Workbook): AgreementList {
  for (const sheet of workbook.sheets) {
    const columns = columnsIn(sheet);
    const list = columns && rowsOf(sheet, columns, workbook.date1904);
    if (list && isCredible(list)) return list;
  }
  throw new SpokenError(say("agreements-none"));
}

/** Words alone make no list: most of what stands under its heads is what they say. */
function isCredible({ agreements, problems }: AgreementList): boolean {
  const facts = agreements.reduce((sum, agreement) => sum + Object.keys(agreement).length - 1, 0);
  return facts > 0 && facts >= problems.length;
}

function columnsIn(sheet: Sheet): Columns | null {
  const { used } = sheet;
  if (!used) return null;
  for (let row = used.top; row <= Math.min(used.bottom, used.top + MOST_ROWS_ABOVE); row++) {
    const columns = Array.from({ length: used.right - used.left + 1 }, (_, index) => used.left + index);
    const station = columns.find((column) => columnOf(sheet.cell(row, column)?.text ?? "") === "station");
    if (station === undefined) continue;
    // Under a head of two rows (协议时间 over 开始 and 结束) the lower one says more.
    const bottom = sheet.mergeAt(row, station)?.bottom ?? row;
    const at = new Map<AgreementColumn, number>();
    let inTenThousands = false;
    for (const column of columns) {
      const heads = Array.from({ length: bottom - row + 1 }, (_, index) => sheet.cell(bottom - index, column)?.text ?? "");
      const head = heads.find((text) => columnOf(text) !== null) ?? "";
      const is = columnOf(head);
      if (is === null || at.has(is)) continue;
      at.set(is, column);
      if (is === "budget") inTenThousands = /万/.test(head);
    }
    if (FACTS.some((fact) => at.has(fact))) return { row: bottom, at, inTenThousands };
  }
  return null;
}

function rowsOf(sheet: Sheet, { row: head, at, inTenThousands }: Columns, date1904: boolean): AgreementList {
  const agreements: Agreement[] = [];
  const problems: Sentence[] = [];
  for (let row = head + 1; row <= sheet.used!.bottom; row++) {
    const cell = (column: AgreementColumn): Cell | null => (at.has(column) ? masterOf(sheet, row, at.get(column)!) : null);
    const station = (cell("station")?.text ?? "").trim();
    // A title in the middle of the list, heads that are repeated, what is added up beneath.
    if (station === "" || columnOf(station) === "station" && columnOf(cell("headcount")?.text ?? "") !== null || /^(?:合计|总计|小计|备注|说明|注[:：])/.test(normalise(station))) continue;
    const read = <T>(column: AgreementColumn, take: (cell: Cell) => T | null): T | undefined => {
      const given = cell(column);
      if (!given || given.value === null || /^[-/—]*$/.test(normalise(given.text))) return undefined;
      const value = take(given);
      if (value === null) problems.push(say("agreements-cell", { cell: `${sheet.name}!${cellName(row, at.get(column)!)}`, station, text: given.text }));
      return value ?? undefined;
    };
    const headcount = read("headcount", (given) => between(numberIn(given), 1, MOST_HEADCOUNT, 0.5));
    const certified = read("certified", (given) => between(numberIn(given), 0, MOST_HEADCOUNT, 0.5));
    const share = read("share", shareIn) ?? (certified !== undefined && headcount !== undefined && certified <= headcount ? certified / headcount : undefined);
    const start = read("start", (given) => dayIn(given, date1904));
    const end = read("end", (given) => dayIn(given, date1904));
    const period = read("period", (given) => parsePeriod(given.text)) ?? (start !== undefined && end !== undefined && start <= end ? { start, end } : undefined);
    const money = read("budget", (given) => moneyIn(given, inTenThousands));
    agreements.push({ station, ...(headcount !== undefined && { headcount }), ...(share !== undefined && { certifiedShare: share }), ...(period && { period }), ...(money !== undefined && { budget: money }) });
  }
  return { agreements, problems };
}

/** Of a merged cell its first, which has the content. */
function masterOf(sheet: Sheet, row: number, column: number): Cell | null {
  const merge = sheet.mergeAt(row, column);
  return sheet.cell(merge?.top ?? row, merge?.left ?? column) ?? null;
}

/** 20, "20人", "不少于20人". */
function numberIn({ value, text }: Cell): number | null {
  if (typeof value === "number") return value;
  return parseNumber(normalise(text).replace(/^(?:不少于|不低于|至少|≥|>=)/, "").replace(/以上$/, ""))?.number ?? null;
}

function between(value: number | null, least: number, most: number, step: number): number | null {
  return value !== null && value >= least && value <= most && Number.isInteger(value / step) ? value : null;
}

/** 50%, 0.5, 50, "不低于50%", 1/2, 二分之一. */
function shareIn(cell: Cell): number | null {
  const plain = normalise(cell.text);
  const fraction = /(\d+)\/(\d+)/.exec(plain);
  if (typeof cell.value !== "number" && fraction) {
    const ratio = Number(fraction[1]) / Number(fraction[2]);
    return ratio >= 0 && ratio <= 1 ? ratio : null;
  }
  if (/二分之一|一半/.test(plain)) return 0.5;
  const number = numberIn(cell);
  if (number === null) return null;
  return number >= 0 && number <= 1 ? number : number > 1 && number <= 100 ? number / 100 : null;
}

function dayIn({ value, text }: Cell, date1904: boolean): string | null {
  if (typeof value === "number") return serialDate(value, date1904);
  const [found] = findDates(text);
  return found && found.year !== null && found.day !== null ? isoDate(found.year, found.month, found.day) : null;
}

/** In 元: 2400000, "240万元", 240 under a head in 万元. */
function moneyIn({ value, text }: Cell, inTenThousands: boolean): number | null {
  const number = typeof value === "number" ? value : parseNumber(normalise(text).replace(/[,，]|人民币|[¥￥]/g, ""))?.number ?? null;
  if (number === null || number < 0) return null;
  // A unit of its own beats that of the head.
  const isPlain = typeof value === "number" || !/[万元]/.test(text);
  return inTenThousands && isPlain ? Math.round(number * TEN_THOUSAND * 100) / 100 : number;
}
