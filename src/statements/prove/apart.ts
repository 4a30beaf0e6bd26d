import { say } from "../../messages";
import { numberText, roundHalfUp } from "../../values/numbers";
import type { Line } from "../text/lines";
import { printed, type Measure } from "../text/measures";
import { states } from "../text/numbers";
import type { Witness } from "../types";
import { fitsUnit, ofCells } from "./quantities";
import type { Reader } from "./reader";
import { agrees, contradicts, sentenceWitness, type Proof } from "./statement";

const APART = /(?:相差|相距|极差|差距|差额)(?:为|达|仅|约|了|是)*$/u;
const HIGHEST = /最(?:高|多|大)|居首|首位|首尾/u;
const LOWEST = /最(?:低|少|小)|居末|末位|垫底|首尾/u;

interface Known {
  readonly value: number;
  readonly witnesses: readonly Witness[];
}

/** How far two things are apart that the sentence names with their numbers, the highest and the lowest of a list, or two rows of a table: 最高与最低相差1.20分; 太平与福田相差228人次. */
export function proveApart(reader: Reader): Proof[] {
  return reader.lines.flatMap((line) => (line.isNote ? [] : reader.measuresOf(line).flatMap((measure, index, all): Proof[] => {
    const { token, before } = measure;
    if (!APART.test(before) || token.bound !== "exact" || token.unit === "" || reader.isElsewhere(measure)) return [];
    const unit = token.unit === "个百分点" ? "%" : token.unit;
    const like = all.slice(0, index).filter((one) => one.token.unit === unit && one.token.bound === "exact" && one.sentence === measure.sentence);
    const list = listBefore(like);
    const known = [...byNames(measure, list, line), ...byExtremes(measure, list), ...byRows(measure, unit, line, reader)];
    const told = { kind: "difference", subject: "apart" };
    const right = known.find(({ value }) => states(token, value));
    if (right) return [agrees([measure], { ...told, witnesses: right.witnesses })];
    const [first] = known;
    if (!first || known.some(({ value }) => value !== first.value) || hasPair(all, measure, unit)) return [];
    const expected = printed(measure).replace(token.text, token.decimals > 0 ? first.value.toFixed(token.decimals) : numberText(first.value));
    return [contradicts([measure], { ...told, witnesses: first.witnesses }, { rule: "report-rate", severity: "warning", actual: printed(measure), expected, message: say("statement-derived", { written: printed(measure), right: expected }) })];
  })));
}

/** Numbers of the sentence that no change is: the longest list of one kind. */
function listBefore(like: readonly Measure[]): readonly Measure[] {
  return like.filter(({ before }) => !/(?:多|少|高|低|差|增加?|减少?|提高|下降|均值?|平均|合计|共)[^，。；]{0,2}$/u.test(before));
}

/** The two names that the words before it have, of those that stand before numbers. */
function byNames({ token, sentence }: Measure, list: readonly Measure[], line: Line): Known[] {
  const named = list.map((one) => ({ one, name: one.before.replace(/^(?:其中|以)|(?:得分)?(?:为|得|有|的)*$/gu, "") })).filter(({ name }) => name.length >= 2 && name.length <= 10);
  const from = Math.max(sentence.start, list.at(-1)?.token.end ?? sentence.start);
  const words = line.text.slice(from, token.start);
  const own = named.filter(({ name }) => words.includes(name));
  return own.length === 2 && own[0]!.name !== own[1]!.name ? [apart(own[0]!.one, own[1]!.one)] : [];
}

/** 最高的是A，最低的是B，两者相差: of all that the list has. */
function byExtremes({ token, sentence, line }: Measure, list: readonly Measure[]): Known[] {
  const from = Math.max(sentence.start, list.at(-1)?.token.end ?? sentence.start);
  const words = line.text.slice(from, token.start);
  if (list.length < 3 || !HIGHEST.test(words) || !LOWEST.test(words)) return [];
  const sorted = [...list].sort((a, b) => a.token.value - b.token.value);
  return [apart(sorted.at(-1)!, sorted[0]!)];
}

/** Two rows that the clause names, in the column that it names: 上门最多的太平与最少的福田相差228人次. */
function byRows(measure: Measure, unit: string, line: Line, reader: Reader): Known[] {
  const { token, sentence } = measure;
  const start = Math.max(sentence.start, ...["。", "；"].map((mark) => line.text.lastIndexOf(mark, token.start - 1) + 1));
  const mentions = reader.mentionsOf(line).filter((one) => one.start >= start && one.end <= token.start);
  return reader.tables.flatMap((found) => {
    const rows = mentions.flatMap((one) => one.rows.filter((own) => own.found === found && own.rows.length === 1 && !own.rows[0]!.isSum).map(({ rows: [row] }) => row!));
    const columns = [...new Set(mentions.flatMap((one) => one.columns.filter((own) => own.found === found).map(({ column }) => column)))];
    if (new Set(rows).size !== 2 || columns.length !== 1) return [];
    const [a, b] = [...new Set(rows)].map((row) => ofCells(found, [row], columns[0]!));
    if (!a || !b || a.isPercent !== (unit === "%") || !fitsUnit(a.unit, unit)) return [];
    return [{ value: roundHalfUp(Math.abs(a.value - b.value), 4), witnesses: [...a.witnesses, ...b.witnesses] }];
  });
}

function apart(a: Measure, b: Measure): Known {
  return { value: roundHalfUp(Math.abs(a.token.value - b.token.value), 4), witnesses: [a, b].map(sentenceWitness) };
}

/** Some two numbers before it are just so far apart: they may be meant. */
function hasPair(all: readonly Measure[], measure: Measure, unit: string): boolean {
  const pool = all.filter((one) => one !== measure && one.token.unit === unit && one.token.end <= measure.token.start);
  return pool.some((a, i) => pool.slice(i + 1).some((b) => states(measure.token, roundHalfUp(Math.abs(a.token.value - b.token.value), 4))));
}
