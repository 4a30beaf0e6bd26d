import type { RosterEvaluation } from "../../evaluation/types";
import { compareRate } from "../../meaning/compare";
import { headText, readCell } from "../../tables/reading";
import type { Reading } from "../../tables/types";
import { percentText, roundHalfUp, sameNumber } from "../../values/numbers";
import { normalise, writtenDecimals } from "../../values/text";
import { onShownSheets, type Workbook } from "../../workbook";
import { besideEachOther } from "./surplus";

/** 稳岗率 with 持续在岗 and 协议要求 beside it. */
export interface PrintedRetention {
  readonly reading: Reading;
  readonly retained: Reading;
  readonly posts: Reading;
  readonly expected: number;
}

/** A sentence in a cell that says how many were retained and another rate than the numbers on its sheet. */
export interface RetentionText {
  readonly reading: Reading;
  readonly retention: PrintedRetention;
  readonly expected: string;
}

const RETENTION = /^(?:社工站|本站|社工)?(?:稳岗率|稳定率)(?:\(.*\))?$/;
const RETAINED = /^(?:连续|持续|全程|稳定)(?:稳定)?在岗/;
const POSTS = /^(?:社工站?|本站)?(?:协议|合同|要求|应配|约定|规定|核定)(?:要求|约定|规定|应)?(?:在岗|配备|配置)?(?:的)?(?:社工|人员|人)(?!次)/;
const SENTENCE = /(?:连续|持续|全程)(?:稳定)?在岗(?:社工|人员|人数)?(?:共|为|有|:)*(\d+)[人名位]?.*稳岗率(?:为|达到?|是|:)*(\d+(?:\.\d+)?)%/;

/** R11 on the sheets of a workbook: 持续在岗社工数, 协议要求在岗社工数 and 稳岗率 below one another, or as heads side by side. */
export const printedRetentions = onShownSheets((sheet) =>
  sheet.texts().filter(({ row, column, value }) => value.length < 40 && RETENTION.test(headText(sheet, row, column))).flatMap(({ row, column }) => {
    const found = besideEachOther(sheet, row, column, "rows", RETAINED, POSTS) ?? besideEachOther(sheet, row, column, "columns", RETAINED, POSTS) ?? [];
    return found.flatMap(({ reading, first: retained, second: posts }): PrintedRetention[] => (posts.number === 0 ? [] : [{ reading, retained, posts, expected: retained.number! / posts.number! }]));
  }));

export function wrongRetentions(workbook: Workbook): PrintedRetention[] {
  return printedRetentions(workbook).filter(({ reading, expected }) => compareRate(reading, expected)?.equal === false);
}

/** Typed sentences such as 持续在岗9人，稳岗率95.00%, of which the same sheet holds the numbers. */
export function wrongRetentionTexts(workbook: Workbook, printed: readonly PrintedRetention[]): RetentionText[] {
  if (printed.length === 0) return [];
  return saidRetentions(workbook).flatMap(({ reading, retained, rate }): RetentionText[] => {
    const own = printed.filter((one) => one.reading.at.sheet === reading.at.sheet && one.retained.number === retained);
    const decimals = writtenDecimals(rate) + 2;
    const [first] = own;
    if (!first || own.some(({ expected }) => sameNumber(roundHalfUp(expected, decimals), roundHalfUp(Number(rate) / 100, decimals)))) return [];
    return [{ reading, retention: first, expected: percentText(first.expected, Math.max(2, decimals - 2)) }];
  });
}

/** The typed sentences with both numbers. */
const saidRetentions = onShownSheets((sheet) => sheet.texts().flatMap(({ row, column, value }) => {
  const said = SENTENCE.exec(normalise(value));
  const reading = said && readCell(sheet, row, column);
  return reading && reading.formula === null ? [{ reading, retained: Number(said[1]), rate: said[2]! }] : [];
}));

/** Typed numbers of those retained that no roster of the workbook, none of its groups and not all of them together come to; each with what they come to. */
export function wrongRetainedCounts(printed: readonly PrintedRetention[], rosters: readonly RosterEvaluation[]): { reading: Reading; expected: number }[] {
  if (rosters.length === 0) return [];
  // Another reading of a mark or a date may make one more of them retained, or one less.
  const isOpen = ({ retained, months: own }: RosterEvaluation["people"][number]): boolean => (retained ? own.some(({ others }) => others.some(({ value }) => value === 0))
    : own.every(({ value, others }) => value > 0 || others.some((other) => other.value > 0)));
  if (rosters.some(({ people }) => people.some(isOpen))) return [];
  const months = ({ roster }: RosterEvaluation): string => roster.months.map(({ key }) => key).join();
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
  const alike = new Set(rosters.map(months)).size === 1;
  const whole = alike ? [sum(rosters.map(({ retention }) => retention.retained)), sum(rosters.map(({ retention }) => retention.retainedWithoutHalves))] : [];
  const single = rosters.flatMap(({ retention }) => [retention.retained, retention.retainedWithoutHalves]);
  const groups = rosters.flatMap(({ roster, people }) => roster.groups.map(({ persons }) => persons.filter((i) => people[i]!.retained).length));
  const known = new Set([...whole, ...single, ...groups]);
  const expected = whole[0] ?? (new Set(single).size === 1 ? single[0]! : null);
  return expected === null ? [] : printed.flatMap(({ retained }) => (retained.formula === null && !known.has(retained.number!) ? [{ reading: retained, expected }] : []));
}
