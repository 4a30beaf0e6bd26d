import type { Line } from "../text/lines";
import type { Range } from "../text/measures";

/** Tells whether what stands at a place of a line speaks of another time, another station or a mere supposition: nothing there is held against what this station did. */
export type Elsewhere = (line: Line, at: number, isBare?: boolean) => boolean;

/** Where a sentence speaks of: each word moves one of them away from this evaluation, or back to it. */
type Side = "time" | "phase" | "place" | "fact";

interface Turn extends Range {
  readonly side: Side;
  readonly isAway: boolean;
  /** The name of a row or column of a table: the table's own. */
  readonly isNamed: boolean;
}

const TURNS: readonly (readonly [RegExp, Side, boolean])[] = [
  [/去年|前年|往年|历年|以往|上(?:一)?年度?|上一?个?(?:评估|采购|服务)?(?:周)?期(?!间)|上一?[次轮]|原评估|初稿|误[写记印算填]|更正/gu, "time", true],
  [/明年|来年|次年|后年|下一?年度?(?!来)|下一?个?(?:评估|服务)?周?期|下月|下一?个?(?:月|季度)|力争|争取|预计|打算|(?:目标|指标)(?:拟|设|定)[定为]*|(?:指标|协议量)[^，。；\d]{0,4}[提调增减压降升改][高少]?[到至为]|计划(?=[招在于将把再新开每组用请])/gu, "time", true],
  [/第[一二三四五六]个?(?:服务|协议)?年度?的/gu, "time", true],
  [/今年|本年度?|本期|本次|本轮|目前|如今|现已|截[至止]|评估期内|期末|末月/gu, "time", false],
  [/他们|兄弟站|其[他它余]站|邻近|邻街|对方|同批|全[区市省国](?!级)|第[一二三四五六七八九十\d]+名|中位数|另有|此外|另外|不含|不计|[一二三四五六七八九十\d]+[个家](?:社工)?站(?![点长])/gu, "place", true],
  [/我们|我站|本站|我街|我镇|本街|本镇/gu, "place", false],
  [/(?:^|[，。；：（])(?:若(?!干)|如果|假如|假设|倘若|一旦|凡)|(?:按|依)(?:照)?(?:评估)?规[则定]，/gu, "fact", true]
];
/** What follows under such a heading, or behind such a label, is still to come. */
const TO_COME = /(?:计划|打算|展望|预告|设想|下一步|下阶段|明年|来年|下一?年度)(?!.*(?:完成|执行|落实|进度|实施|对照))/u;
const LONGEST_LABEL = 16;
const YEAR = /(?<![自于从至到以\d-])(\d{4})年(?:度)?(?![\d至到-]|起|以来|开始|成立|正式|底?前)/gu;
const STATION = /([一-鿿])(街|镇)道?(?:社工(?:服务)?)?站(?![点长])/gu;
const PHASE = /中期|末期/gu;
/** 比去年多, 由上期的35次升至: only the number beside it is that of the other time. */
const COMPARED = /(?:比|较|与|同|跟|和|由|从|于)[^，。；\d]{0,4}$/u;
const COMPARISON_ENDS = /，|相比|增|减|多|少|提|升|降|高|低|超|回落|持平|扩|到|至|为/u;
const TITLE_LINES = 4;

/** `mentionsOf`: the names of rows and columns of tables; a column of last year is the table's own, except of points (`isBare`). */
export function elsewhereIn(lines: readonly Line[], mentionsOf: (line: Line) => readonly Range[]): Elsewhere {
  const titles = titlesOf(lines);
  const years = ownYears(lines, titles);
  const phases = new Set(titles.flatMap((text) => text.match(PHASE) ?? []));
  const stations = new Set(titles.flatMap((text) => [...text.matchAll(STATION)].map(([, sign, kind]) => sign! + kind!)));
  const known = new Map<Line, readonly Turn[]>();
  const turnsOf = (line: Line): readonly Turn[] => {
    let own = known.get(line);
    if (!own) known.set(line, (own = turnsIn(line, mentionsOf(line), { years, phases, stations })));
    return own;
  };
  const labels = labelsOf(lines);
  return (line, at, isBare = false) => {
    const from = line.text.lastIndexOf("。", at - 1) + 1;
    const group = line.text.lastIndexOf("；", at - 1) + 1;
    const away: Record<Side, boolean> = { time: isToCome(line, labels.get(line) ?? ""), phase: false, place: false, fact: false };
    for (const turn of turnsOf(line)) {
      if ((turn.isNamed && !isBare) || turn.start < from || turn.end > at || (turn.side === "place" && turn.start < group)) continue;
      const isPassing = turn.isAway && COMPARED.test(line.text.slice(from, turn.start)) && COMPARISON_ENDS.test(line.text.slice(turn.end, at));
      if (!isPassing) away[turn.side] = turn.isAway;
    }
    return Object.values(away).some(Boolean);
  };
}

/** The lines before the first sentence. */
function titlesOf(lines: readonly Line[]): string[] {
  const texts = lines.slice(0, TITLE_LINES).map(({ text }) => text);
  const first = texts.findIndex((text) => text.includes("。"));
  return first < 0 ? texts : texts.slice(0, first);
}

/** The short line that each line stands under: ■ 明年打算. */
function labelsOf(lines: readonly Line[]): ReadonlyMap<Line, string> {
  let label = "";
  return new Map(lines.map((line) => {
    if (line.text.length <= LONGEST_LABEL && !/[，。；：]/u.test(line.text)) label = line.text;
    return [line, label];
  }));
}

function isToCome({ text, headings }: Line, above: string): boolean {
  const label = /^[【“]?([^：】，。；]+)[：】]/u.exec(text.slice(0, LONGEST_LABEL))?.[1] ?? "";
  return TO_COME.test(label) || TO_COME.test(above) || TO_COME.test((headings.at(-1) ?? "").slice(0, LONGEST_LABEL * 2));
}

/** The years of the report's title and of every period that it names. */
function ownYears(lines: readonly Line[], titles: readonly string[]): ReadonlySet<number> {
  const years = new Set(titles.flatMap((text) => [...text.matchAll(/(\d{4})[年.]/gu)].map(([, year]) => Number(year))));
  if (years.size === 0) return years;
  for (const { text } of lines) {
    for (const [, first, last] of text.matchAll(/(\d{4})[年./-]\d{1,2}[^，。；（）]{0,10}?(?:至|到|-|~|止于)+(\d{4})[年./-]\d{1,2}/gu)) {
      for (let year = Number(first); year <= Number(last) && Number(last) - Number(first) <= 2; year++) years.add(year);
    }
  }
  return years;
}

function turnsIn({ text }: Line, mentions: readonly Range[], { years, phases, stations }: { readonly years: ReadonlySet<number>; readonly phases: ReadonlySet<string>; readonly stations: ReadonlySet<string> }): Turn[] {
  const at = (index: number, words: string, side: Side, isAway: boolean): Turn => ({ start: index, end: index + words.length, side, isAway, isNamed: mentions.some((one) => one.start <= index && one.end >= index + words.length) });
  const turns = [
    ...TURNS.flatMap(([pattern, side, isAway]) => [...text.matchAll(pattern)].map(({ index, 0: words }) => at(index, words, side, isAway))),
    ...(years.size === 0 ? [] : [...text.matchAll(YEAR)].map(({ index, 0: words, 1: year }) => at(index, words, "time", !years.has(Number(year))))),
    ...(phases.size !== 1 ? [] : [...text.matchAll(PHASE)].map(({ index, 0: words }) => at(index, words, "phase", !phases.has(words)))),
    ...(stations.size === 0 ? [] : [...text.matchAll(STATION)].map(({ index, 0: words, 1: sign, 2: kind }) => at(index, words, "place", !stations.has(sign! + kind!))))
  ];
  return turns.sort((a, b) => a.start - b.start);
}
