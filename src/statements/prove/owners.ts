import { say } from "../../messages";
import type { Axis, Dimension, Item } from "../read/axes";
import { itemsNamed, monthOfName } from "../read/places-in-order";
import type { Line } from "../text/lines";
import { placeOf, printed, type Measure } from "../text/measures";
import { states } from "../text/numbers";
import { axesIn, cellOf, mayBe } from "./axis-cells";
import { witnessOf } from "./quantities";
import type { Reader } from "./reader";
import { contradicts, type Proof } from "./statement";

/** 最忙的是第三季度, 以东片区居首, 4月最少: what stands out by a number. */
const SUPERLATIVE = /最(?:高|低|多|少|大|小|好|差|忙|密集|集中|热闹)|居首|居末|垫底|峰值|谷值/gu;
const LONGEST = 18;
const FEWEST = 3;

/** Names that are said to stand out with the number of another, which has the most or the least: 最忙的是第二季度，社区活动就有30场, where the third has 30. */
export function proveOwners(reader: Reader): Proof[] {
  return reader.lines.flatMap((line) => (line.isNote ? [] : [...line.text.matchAll(SUPERLATIVE)].flatMap((match) => ownerAt(match.index, match.index + match[0].length, line, reader))));
}

function ownerAt(at: number, end: number, line: Line, reader: Reader): Proof[] {
  const sentence = Math.max(line.text.lastIndexOf("。", at), line.text.lastIndexOf("；", at)) + 1;
  const clause = Math.max(sentence, line.text.lastIndexOf("，", at) + 1, line.text.lastIndexOf("：", at) + 1);
  const measures = reader.measuresOf(line).filter(({ token }) => token.start >= end);
  const [first] = measures;
  if (!first || !isNear(line.text.slice(end, first.token.start)) || first.token.bound !== "exact" || reader.isElsewhere(first)) return [];
  const words = line.text.slice(clause, first.token.start).replace(/，[^，]*$/u, "");
  const next = measures[1] && /^，[^，。；\d]{0,4}$/u.test(line.text.slice(first.token.end, measures[1].token.start)) ? measures[1] : null;
  const own = [first, ...(next && next.token.bound === "exact" && next.token.unit !== first.token.unit ? [next] : [])];
  const owners = axesIn(reader).filter(({ items }) => items.length >= FEWEST).flatMap((axis) => {
    const named = itemsNamed(words, axis);
    if (named.length !== 1) return [];
    if (own.some((measure) => axis.dimensions.some((dimension) => has(named[0]!, dimension, axis, measure)))) return [null];
    return axis.dimensions.flatMap((dimension) => {
      const items = siblingsOf(named[0]!, axis);
      const others = items.filter((item) => item !== named[0] && has(item, dimension, axis, first) && isExtreme(item, dimension, items));
      return others.length === 1 && cellOf(named[0]!, dimension) ? [{ axis, named: named[0]!, other: others[0]!, cell: cellOf(others[0]!, dimension)! }] : [];
    });
  });
  // In some table the name has the number.
  if (owners.includes(null)) return [];
  const [owner] = owners as Exclude<(typeof owners)[number], null>[];
  if (!owner || new Set(owners.map((one) => one!.other.names[0])).size !== 1) return [];
  if (first.token.value < 10 && next === null && Number.isInteger(first.token.value)) return [];
  const place = placeOf(line, { start: clause, end: own.at(-1)!.token.end });
  return [contradicts([first], { kind: "misnamed", subject: "owner", place, witnesses: [witnessOf(owner.cell, owner.axis.found)] }, { rule: "report-claim", severity: "warning", actual: place.quote, expected: owner.other.names[0] ?? "", message: say("statement-misnamed", { name: owner.named.names[0] ?? "", written: printed(first), right: owner.other.names[0] ?? "" }) })];
}

/** Only words that lead from the name to its number. */
function isNear(between: string): boolean {
  return between.length <= LONGEST && !/[。；]/u.test(between) && !/比|较|差|其次|次之|而|平均|均/u.test(between) && [...between].filter((sign) => sign === "，").length <= 1;
}

function has(item: Item, dimension: Dimension, axis: Axis, { token }: Measure): boolean {
  const cell = cellOf(item, dimension);
  return mayBe(cell, item, dimension, axis, token.unit) && states(token, cell!.value);
}

/** The other months of a month; of anything else what is no target and no sum. */
function siblingsOf(named: Item, { items }: Axis): readonly Item[] {
  const isMonth = ({ names }: Item): boolean => names.some((name) => monthOfName(name) !== null);
  return isMonth(named) ? items.filter(isMonth) : items.filter(({ column, rows }) => !rows.some(({ isSum }) => isSum) && !(column && /协议|目标|指标|预算|标准|满分/u.test(column.head)));
}

function isExtreme(item: Item, dimension: Dimension, items: readonly Item[]): boolean {
  const values = items.flatMap((one) => cellOf(one, dimension)?.value ?? []);
  const own = cellOf(item, dimension)!.value;
  return values.length >= FEWEST && (values.every((value) => value <= own) || values.every((value) => value >= own));
}
