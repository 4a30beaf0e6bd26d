import { say } from "../../messages";
import type { Triple } from "../../tables/indicators/types";
import { numberText, sameNumber } from "../../values/numbers";
import { normalise } from "../../values/text";
import { cellKey } from "../../workbook";
import { printed, type Measure } from "../text/measures";
import { familyOf } from "../read/subjects";
import type { Source } from "../source";
import { scopeOf } from "./indicators";
import type { Reader } from "./reader";
import { nearMiss } from "./slips";
import { agrees, cellWitness, contradicts, unknown, type Proof } from "./statement";

/** An indicator that only its own table knows: 党建-微心愿, 五社联动-社区走访, 志愿者维系. */
interface OwnIndicator {
  readonly source: Source;
  readonly triple: Triple;
  /** 党建, or "" without one. */
  readonly prefix: string;
  /** 微心愿 */
  readonly name: string;
}

/** What may stand before the name without making it something else. */
const LEAD = /^(?:社工站|项目|本年度|评估期内|累计|共计?|已|完成|开展|组织|举办|实现|进行|了|积极|的)*/u;
const TAIL = /(?:共计?|累计|达|约|了|为|有|活动|服务)*$/u;
/** What a card's done is never told in. */
const NO_COUNTS: ReadonlySet<string> = new Set(["%", "人次", "年", "个月", "月", "天", "日", "周", "分", "类", "大", "项", "倍", "元", "岁"]);
/** The sentence tells of something done, not of some that are missing, are there, or are among them. */
const DONE = /(?:完成|开展|组织|举办|培育|实现|进行|发展|新增|提交|走访|点亮|认领|圆)/u;
const SHORTEST_NAME = 3;
const LEAST_SHARE = 0.6;

/** Counts of indicators that bear a table's own name (cards of the agreement), where the sentence uses just that name. */
export function proveCards(reader: Reader): Proof[] {
  const own = reader.sources.flatMap(ownIndicators);
  if (own.length === 0) return [];
  return reader.lines.flatMap((line) => (line.isNote ? [] : reader.measuresOf(line).flatMap((measure) => {
    if (NO_COUNTS.has(measure.token.unit) || measure.bracketed) return [];
    const named = own.filter((one) => isNamed(one, measure) && (one.prefix === "" || line.text.includes(one.prefix)));
    return new Set(named.map(({ prefix, name }) => `${prefix}${name}`)).size === 1 ? proofOf(named[0]!, measure, reader) : [];
  })));
}

function ownIndicators(source: Source): OwnIndicator[] {
  return source.indicators.flatMap(({ area, triple }): OwnIndicator[] => {
    if (area !== null || triple.done.number === null || !isOfTarget(triple, source) || triple.name.leaf !== "" || familyOf(triple.name) !== null) return [];
    const parts = normalise(triple.name.group).split(/[-·:]/u);
    const name = parts[parts.length - 1]!;
    // What a card of a theme calls 大型活动 or 个案 is called so elsewhere too.
    if (name.length < SHORTEST_NAME || /^\d|年$|类$/u.test(name) || familyOf({ group: name, leaf: "" }) !== null || /^[大中小型]+(?:社区)?活动$|个案|小组/u.test(name)) return [];
    return [{ source, triple, prefix: parts.length > 1 ? parts[0]! : "", name }];
  });
}

/** A table of something else has two numbers and their rate as well: 有效问卷 · 满意 · 满意率. */
function isOfTarget({ target }: Triple, { workbook }: Source): boolean {
  const sheet = target && workbook.sheets.find(({ name }) => name === target.at.sheet);
  for (let row = (target?.at.row ?? 0) - 1; sheet && row > 0; row--) {
    const text = (sheet.cells.get(cellKey(row, target.at.column))?.text ?? "").replace(/\s/gu, "");
    if (text !== "" && !/^[\d.,%]+$/u.test(text)) return !/问卷|回收|发放|受访|调查|人数$/u.test(text);
  }
  return true;
}

/** Is it just the name, or the name's own words in another order? */
function isNamed({ name }: OwnIndicator, { before, behind }: Measure): boolean {
  const noun = before.replace(LEAD, "").replace(TAIL, "").replace(/[“”]/gu, "");
  if (noun === name || (noun.length >= 4 && noun.length >= LEAST_SHARE * name.length && isCutFrom(noun, name))) return true;
  const quoted = /^[^，。；]{0,16}(?:实现|完成|点亮|认领|圆)(?:了)?[^，。；“]{0,10}“([^”]+)”/u.exec(behind)?.[1] ?? /^[^，。；“]{0,10}“([^”]+)”$/u.exec(behind)?.[1];
  return quoted === name || behind.replace(/[“”]/gu, "") === name;
}

/** Can the noun be cut into words of two characters or more that all stand in the name? */
function isCutFrom(noun: string, name: string): boolean {
  if (noun === "") return true;
  for (let length = noun.length; length >= 2; length--) {
    if (name.includes(noun.slice(0, length)) && isCutFrom(noun.slice(length), name)) return true;
  }
  return false;
}

function proofOf({ source, triple, prefix }: OwnIndicator, measure: Measure, reader: Reader): Proof[] {
  const area = scopeOf(measure, reader);
  const done = triple.done.number!;
  const target = triple.target?.number ?? null;
  const name = triple.name.group;
  const told = { kind: "card-count", subject: name, scope: area?.name ?? "", witnesses: [cellWitness(triple.done.at, source.file, say("label-done"))] };
  const value = measure.token.value;
  if (area !== null || measure.token.bound !== "exact") return [unknown([measure], told)];
  if (sameNumber(value, done)) return [agrees([measure], told)];
  // A theme's card may count otherwise than the evaluation does: only what looks like a slip is told.
  const isTarget = target !== null && sameNumber(value, target);
  const isTold = prefix === "" && DONE.test(measure.line.text.slice(measure.group.start, measure.token.end + measure.behind.length));
  if (!isTold && !isTarget && !nearMiss(value, done)) return [unknown([measure], told)];
  return [contradicts([measure], told, {
    rule: "report-count", severity: "warning", actual: printed(measure), expected: printed(measure).replace(measure.token.text, numberText(done)),
    message: say("statement-count", { name, area: "", count: printed(measure), done: numberText(done), cause: isTarget ? say("statement-cause-target") : "" })
  })];
}
