import { say } from "../../messages";
import { printed, type Measure } from "../text/measures";
import { fitsUnit, totalOf, unitOf } from "./quantities";
import type { FoundGrid, Reader } from "./reader";
import { scopeOf } from "./indicators";
import { agrees, contradicts, type Proof } from "./statement";

const ALL = /(?:共|累计|合计|总计|一共)[^，。；：\d]{0,8}$/u;
const COUNTS = new Set(["场", "笔", "次", "个", "份", "条", "项", "篇", "批次", "批", "期"]);
const DATE = /^(?:\d{4}[./年-])?\d{1,2}[./月-]\d{1,2}日?$/u;
/** Some are not in the ledger. */
const MORE = /未列入|未计|不含|另有|另|除外|台账外|合办|未录/u;
const SURE = 100;
const MOST_APART = 3;

/** How many entries a ledger has, where the numbers beside it are what its columns come to: 共开展活动12场，参与1622人次. */
export function proveLedgers(reader: Reader): Proof[] {
  const ledgers = reader.grids.filter(isLedger);
  if (ledgers.length === 0) return [];
  return reader.lines.flatMap((line) => (line.isNote || line.area !== null ? [] : reader.measuresOf(line).flatMap((count, index, all): Proof[] => {
    if (!COUNTS.has(count.token.unit) || count.token.bound !== "exact" || count.bracketed || !ALL.test(count.before) || MORE.test(line.text.slice(count.sentence.start, count.sentence.end)) || scopeOf(count, reader) !== null || reader.isElsewhere(count)) return [];
    const beside = all.slice(index + 1).filter((one) => one.sentence === count.sentence && one.token.bound === "exact" && one.token.unit !== "%").slice(0, 3);
    const meant = ledgers.filter((found) => !countsIn(found, count) && isOf(found, beside));
    const told = { kind: "tally", subject: "ledger" };
    const [first] = meant;
    if (!first) return [];
    if (meant.some(({ grid }) => grid.rows.length === count.token.value)) return [agrees([count], told)];
    const right = first.grid.rows.length;
    if (meant.length > 1 || Math.abs(right - count.token.value) > MOST_APART) return [];
    return [contradicts([count], told, { rule: "report-count", severity: "warning", actual: printed(count), expected: printed(count).replace(count.token.text, String(right)), message: say("statement-tally-rows", { written: printed(count), head: first.grid.columns[0]!.head, right }) })];
  })));
}

/** Each row has a day of its own. */
function isLedger({ grid: { columns, rows } }: FoundGrid): boolean {
  return rows.length >= 4 && columns.some(({ column }) => rows.every(({ texts }) => DATE.test(texts.get(column) ?? "")));
}

/** A column of its own counts in that unit. */
function countsIn(found: FoundGrid, { token }: Measure): boolean {
  return found.grid.columns.some((column) => found.grid.rows.some((row) => row.cells.has(column.column) && unitOf(row, column, found) === token.unit));
}

function isOf(found: FoundGrid, beside: readonly Measure[]): boolean {
  const totals = found.grid.columns.flatMap((column) => totalOf(found, column) ?? []);
  const fitting = beside.filter(({ token }) => totals.some(({ value, unit, isPercent }) => !isPercent && value === token.value && fitsUnit(unit, token.unit)));
  return fitting.some(({ token }) => token.value >= SURE) || fitting.length >= 2;
}
