import { say } from "../../messages";
import { numberText } from "../../values/numbers";
import type { Axis, Dimension, Item } from "../read/axes";
import { itemsNamed } from "../read/places-in-order";
import type { Line } from "../text/lines";
import { printed, type Measure } from "../text/measures";
import { states } from "../text/numbers";
import { axesIn, cellOf, mayBe } from "./axis-cells";
import { witnessOf } from "./quantities";
import type { Reader } from "./reader";
import { relationOf } from "./relations";
import { isDifference } from "../read/derivations";
import { agrees, contradicts, type Proof } from "./statement";

/** A number of a sentence with the items that its words name. */
interface Told {
  readonly measure: Measure;
  readonly items: readonly Item[];
}

/** A column or row that has the numbers, all but the odd one. */
interface Option {
  readonly axis: Axis;
  readonly dimension: Dimension;
  readonly odd: Told | null;
  readonly right: readonly Told[];
}

const FEWEST_ITEMS = 3;
const NO_VALUE = /每|均(?![为是])|平均|占|计划|目标|拟|应|缺|差|多|少|增|减|超|其中/u;
const LONGEST = 24;
/** Words that lead from a name to its number. */
const PLAIN = /社工有效人次|有效人次|到岗|每月均|都是|均为|同为|又?回[到落升]|仅有|只有|达到|一项|方面|情况|为|仅|只|还|又|是|有|达|的|则|也|约|：/gu;

/** Numbers that a sentence gives of one month, area or person after the other, in words of its own: all but one are the table's. */
export function proveCourses(reader: Reader): Proof[] {
  return reader.lines.flatMap((line) => (line.isNote ? [] : sentencesOf(reader.measuresOf(line)).flatMap((measures) => courseOf(measures, line, reader))));
}

function sentencesOf(measures: readonly Measure[]): Measure[][] {
  const sentences: Measure[][] = [];
  for (const measure of measures) {
    const last = sentences.at(-1);
    if (last && last[0]!.sentence === measure.sentence) last.push(measure);
    else sentences.push([measure]);
  }
  return sentences.filter((list) => list.length >= 2);
}

function courseOf(all: readonly Measure[], line: Line, reader: Reader): Proof[] {
  const units = new Set(all.map(({ token }) => token.unit));
  return [...units].flatMap((unit): Proof[] => {
    const measures = all.filter(({ token }) => token.unit === unit && token.bound === "exact");
    if (measures.length < 2) return [];
    const options = axesIn(reader).flatMap((axis) => {
      const told = measures.flatMap((measure): Told[] => {
        const own = itemsNamed(leadOf(measure).replace(PLAIN, ""), axis);
        const items = own.length > 0 ? own : itemsNamed(wordsBefore(measure, all, line), axis);
        return items.length > 0 ? [{ measure, items }] : [];
      });
      return told.length < 2 ? [] : axis.dimensions.flatMap((dimension): Option[] => {
        const held = told.filter(({ items }) => items.every((item) => mayBe(cellOf(item, dimension), item, dimension, axis, unit)));
        const odd = held.filter((one) => !fits(one, dimension));
        const right = held.filter((one) => !odd.includes(one));
        return odd.length === 1 && isTelling(right) && held.length === told.length ? [{ axis, dimension, odd: odd[0]!, right }] : odd.length === 0 && isTelling(right) ? [{ axis, dimension, odd: null, right }] : [];
      });
    });
    // Whatever column is taken, one that has all the numbers is meant.
    const full = options.find(({ odd }) => odd === null);
    if (full) return full.right.map(({ measure }) => agrees([measure], { kind: "series", subject: "course" }));
    const [first] = options;
    if (!first?.odd || options.some(({ odd }) => odd!.measure !== first.odd!.measure)) return [];
    const { odd, axis, dimension } = first;
    if (!isPlain(odd, first.right) || NO_VALUE.test(leadOf(odd.measure).replace(PLAIN, "")) || relationOf(odd.measure) || isDifference(odd.measure) || reader.isElsewhere(odd.measure) || options.some((one) => isElsewhere(one.odd!, one.axis))) return [];
    const values = new Set(options.map((one) => cellOf(one.odd!.items[0]!, one.dimension)!.value));
    const cells = odd.items.map((item) => cellOf(item, dimension)!);
    if (values.size > 1 || new Set(cells.map(({ value }) => value)).size > 1) return [];
    const right = printed(odd.measure).replace(odd.measure.token.text, numberText(cells[0]!.value));
    return [contradicts([odd.measure], { kind: "series", subject: "course", witnesses: cells.map((cell) => witnessOf(cell, axis.found)) }, {
      rule: "report-count", severity: "warning", actual: printed(odd.measure), expected: right, message: say("statement-value", { name: odd.items.map(({ names }) => names[0] ?? "").join("、"), written: printed(odd.measure), right: `${numberText(cells[0]!.value)}${cells[0]!.isPercent ? "%" : ""}` })
    })];
  });
}

/** The words that lead to it; those before its bracket where it opens one. */
function leadOf({ before, line, token, sentence }: Measure): string {
  return before !== "" || line.text[token.start - 1] !== "（" ? before : /[^，、；：（）]*$/u.exec(line.text.slice(sentence.start, token.start - 1))![0];
}

/** No words but those that the others have too stand between its name and the number: 十一月另有志愿者到场30人次 tells of something else. */
function isPlain(odd: Told, right: readonly Told[]): boolean {
  const rest = ({ items, measure }: Told): string => items.flatMap(({ names }) => names).sort((a, b) => b.length - a.length).reduce((text, name) => (name.length > 1 || text === name ? text.replace(name, "") : text), leadOf(measure).replace(/(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?(?:至|到)?/gu, "")).replace(PLAIN, "").replace(/[至到和、]/gu, "");
  const own = rest(odd);
  return own === "" || right.some((one) => rest(one) === own);
}

/** From the number before it in the sentence on. */
function wordsBefore({ token, sentence }: Measure, all: readonly Measure[], line: Line): string {
  const before = all.filter((one) => one.token.end <= token.start).at(-1);
  const words = line.text.slice(before?.token.end ?? sentence.start, token.start).replace(/^[^，；、。]*[，；、](?=.)/u, (cut) => (before ? "" : cut));
  return words.length > LONGEST ? words.slice(-LONGEST) : words;
}

function fits({ items, measure }: Told, dimension: Dimension): boolean {
  return items.every((item) => states(measure.token, cellOf(item, dimension)!.value));
}

/** Not by chance: three items, and numbers that are not all one small number. */
function isTelling(right: readonly Told[]): boolean {
  const items = new Set(right.flatMap((one) => one.items));
  const values = new Set(right.map(({ measure }) => measure.token.value));
  return items.size >= FEWEST_ITEMS && (values.size >= FEWEST_ITEMS || [...values].filter((value) => value >= 10 || !Number.isInteger(value)).length >= 2 || items.size >= FEWEST_ITEMS + 2) || (items.size === 2 && [...values].filter((value) => value >= 100).length === 2);
}

/** Something else of the item has just that number. */
function isElsewhere({ items, measure }: Told, { dimensions }: Axis): boolean {
  return dimensions.some((dimension) => items.every((item) => {
    const cell = cellOf(item, dimension);
    return cell !== undefined && states(measure.token, cell.value);
  }));
}
