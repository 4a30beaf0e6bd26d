import { say } from "../../messages";
import { numberText } from "../../values/numbers";
import type { GridColumn, GridRow } from "../text/grids";
import type { Line } from "../text/lines";
import { states } from "../text/numbers";
import { printed, type Measure } from "../text/measures";
import type { FoundGrid, Mention } from "../read/vocabulary";
import { coreOf, fitsUnit, ofCells, unitOf, type Quantity } from "./quantities";
import type { Reader } from "./reader";
import { agrees, contradicts, type Proof } from "./statement";

const TOGETHER = /共|合计|总计|一共|累计|加起来|合起来|相加/u;
const SEVERAL = /^(?:这)?([二两三四五六七八九十]|\d{1,2})?[个支位名类项家月]?(?:老|新)?(?:社区|队伍|站点|片区|村居?|小组|项目|月份?|季度|部分|者)?/u;
const EACH = /分别|各|均|依次|每|平均|占/u;

/** Tables in 万元. */
const WAN = 10_000;

/** Several rows that are named side by side, and what they come to: 永安、长乐、太平三个社区共建档530人. */
export function proveRowSums(reader: Reader): Proof[] {
  return reader.lines.flatMap((line) => (line.isNote ? [] : reader.measuresOf(line).flatMap((measure) => sumOf(measure, line, reader))));
}

function sumOf(measure: Measure, line: Line, reader: Reader): Proof[] {
  const { token, sentence } = measure;
  if (token.bound !== "exact" || token.unit === "%" || token.unit === "" || reader.isElsewhere(measure)) return [];
  const start = Math.max(sentence.start, ...["，", "；", "：", "（"].map((mark) => line.text.lastIndexOf(mark, token.start - 1) + 1));
  const mentions = reader.mentionsOf(line).filter((one) => one.start >= start && one.end <= token.start + token.text.length + measure.behind.length);
  const list = listIn(mentions.filter(({ end }) => end <= token.start), line);
  if (list.length < 2) return [];
  const tail = line.text.slice(list.at(-1)!.end, token.start);
  if (!TOGETHER.test(tail) || EACH.test(tail) || line.text.slice(start, list[0]!.start).length > 4) return [];
  const options = reader.tables.flatMap((found) => optionsIn(found, list, mentions.filter(({ start: at }) => at >= list.at(-1)!.end), measure));
  const told = { kind: "row-sum", subject: `rows ${token.unit}` };
  const right = options.find(({ quantity }) => states(token, quantity.value) || (token.unit === "元" && states(token, quantity.value * WAN)));
  if (right) return [agrees([measure], { ...told, witnesses: right.quantity.witnesses })];
  const words = tail.replace(SEVERAL, "").replace(TOGETHER, "");
  const sure = options.filter(({ isNamed, isOnly }) => isNamed || (isOnly && coreOf(words) === ""));
  const [first] = sure;
  if (!first || sure.some(({ quantity }) => quantity.value !== first.quantity.value)) return [];
  const expected = printed(measure).replace(token.text, numberText(first.quantity.value));
  return [contradicts([measure], { ...told, witnesses: first.quantity.witnesses }, { rule: "report-count", severity: "warning", actual: printed(measure), expected, message: say("statement-derived", { written: printed(measure), right: expected }) })];
}

/** The names of rows that follow each other with 、 or 和 between. */
function listIn(mentions: readonly Mention[], line: Line): Mention[] {
  const list: Mention[] = [];
  for (const mention of mentions) {
    if (mention.rows.length === 0) continue;
    const last = list.at(-1);
    if (last && !/^[、和与及]$/u.test(line.text.slice(last.end, mention.start))) {
      if (list.length > 1) break;
      list.length = 0;
    }
    list.push(mention);
  }
  return list;
}

interface Option {
  readonly quantity: Quantity;
  readonly isNamed: boolean;
  readonly isOnly: boolean;
}

function optionsIn(found: FoundGrid, list: readonly Mention[], behind: readonly Mention[], { token }: Measure): Option[] {
  const rows = list.map(({ rows: own }) => own.filter((one) => one.found === found && one.rows.length === 1));
  if (rows.some((own) => own.length !== 1)) return [];
  const own = rows.map(([one]) => one!.rows[0]!);
  if (new Set(own).size !== own.length) return [];
  const fitting = found.grid.columns.filter((column) => column.column > 0 && own.every((row: GridRow) => row.cells.has(column.column)) && fitsUnit(unitOf(own[0]!, column, found), token.unit));
  return fitting.flatMap((column: GridColumn): Option[] => {
    const quantity = ofCells(found, own, column);
    return quantity && !quantity.isPercent ? [{ quantity, isNamed: behind.some((one) => one.columns.some((other) => other.found === found && other.column === column)), isOnly: fitting.length === 1 && unitOf(own[0]!, column, found) === token.unit }] : [];
  });
}
