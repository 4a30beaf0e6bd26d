import { say } from "../../messages";
import { numberText, sameNumber } from "../../values/numbers";
import { subjectNamed, type Subject } from "../read/subjects";
import type { AreaName } from "../text/areas";
import type { Line } from "../text/lines";
import { placeOf, printed } from "../text/measures";
import type { Witness } from "../types";
import { keyOf, statedIn } from "./indicators";
import type { Reader } from "./reader";
import { agrees, contradicts, sentenceWitness, type Proof } from "./statement";
import { truthOf, witnessesOf } from "./truth";

/** 电访以片区二居首（484个）. */
const BY = /(?<=^|[，。；：])(?:其中)?([一-鿿]{2,14}?)(?:数量|数|量)?(?:则)?以(?=[^，。；]{2,10}?(居首|最多|最高|居多|最少|最低|居末|垫底))/gu;
/** 片区一的电访数量最多，为520个. */
const OF = /的([一-鿿]{2,14}?)(?:的)?(?:数量|完成量|完成数|数|量)?(?:为)?(最多|最高|居首|最少|最低|垫底|居末)/gu;
const LEAST = /最少|最低|居末|垫底/u;

/** What every area did of one indicator. */
interface ByArea {
  readonly area: AreaName;
  readonly value: number;
  readonly witnesses: readonly Witness[];
}

/** Which area has the most or the least of an indicator, where all areas' numbers are known. */
export function proveRanks(reader: Reader): Proof[] {
  return reader.lines.flatMap((line) => (line.isNote ? [] : [...line.text.matchAll(BY), ...line.text.matchAll(OF)].flatMap((match) => rankOf(match, line, reader))));
}

function rankOf(match: RegExpExecArray | RegExpMatchArray, line: Line, reader: Reader): Proof[] {
  const [whole, name, word] = match;
  const subject = subjectNamed(name!);
  const at = match.index!;
  const found = reader.areaWords.all(line.text);
  const area = whole.endsWith("以") ? found.find(({ start }) => start === at + whole.length) : found.find(({ end }) => end === at);
  if (!subject || !area) return [];
  const known = areasOf(subject, reader);
  const own = known.find((one) => one.area.name === area.area.name);
  if (!own) return [];
  const isLeast = LEAST.test(word!);
  const best = known.reduce((a, b) => ((isLeast ? b.value < a.value : b.value > a.value) ? b : a));
  const end = line.text.indexOf(word!, at) + word!.length;
  const told = { kind: "rank", subject: keyOf(subject), scope: area.area.name, place: placeOf(line, { start: Math.min(at, area.start), end }), witnesses: [...best.witnesses, ...(best === own ? [] : own.witnesses)] };
  if (best.value !== own.value) {
    return [contradicts([], told, {
      rule: "report-claim", severity: "warning", actual: line.text.slice(area.start, area.end), expected: best.area.name,
      message: say("statement-rank", { written: line.text.slice(Math.min(at, area.start), end), name: name!, least: say(isLeast ? "statement-rank-least" : "statement-rank-most"), right: best.area.name, value: numberText(best.value) })
    })];
  }
  return [agrees([], told), ...valueBehind(end, own, name!, line, reader)];
}

/** …居首（484个）; …最多，为520个. */
function valueBehind(end: number, { area, value, witnesses }: ByArea, name: string, line: Line, reader: Reader): Proof[] {
  const measure = reader.measuresOf(line).find(({ token }) => token.start >= end && /^(?:（|，?(?:为|达|共|有)?)(?:共)?$/u.test(line.text.slice(end, token.start)));
  if (!measure || measure.token.bound !== "exact" || measure.token.unit === "%") return [];
  const told = { kind: "rank", subject: "value", scope: area.name, witnesses };
  if (sameNumber(measure.token.value, value)) return [agrees([measure], told)];
  return [contradicts([measure], told, { rule: "report-count", severity: "warning", actual: printed(measure), expected: printed(measure).replace(measure.token.text, numberText(value)), message: say("statement-rank-value", { written: printed(measure), area: area.name, name, right: numberText(value) }) })];
}

/** By the tables, or by the sentences where they tell it of every area that the report lists; empty where some area is missing. */
function areasOf(subject: Subject, reader: Reader): ByArea[] {
  const names = new Map<string, AreaName>();
  for (const { indicators } of reader.sources) for (const { area } of indicators) {
    const named = area === null ? null : reader.areaWords.first(area.replace(/\s/g, ""));
    if (named) names.set(named.name, named);
  }
  const inTables = [...names.values()].flatMap((area): ByArea[] => {
    const truth = truthOf(subject, area, reader);
    return truth ? [{ area, value: truth.dones[0]!, witnesses: witnessesOf(truth) }] : [];
  });
  if (inTables.length >= 2) return inTables.length === names.size ? inTables : [];
  const stated = statedIn(reader).filter(({ subject: of, area, count }) => of !== null && area != null && !of.narrowed && keyOf(of) === keyOf(subject) && count.token.bound === "exact");
  const inText = reader.areas.flatMap((area): ByArea[] => {
    const values = stated.filter((one) => one.area!.name === area.name).map(({ count }) => count);
    return values.length > 0 && values.every(({ token }) => token.value === values[0]!.token.value) ? [{ area, value: values[0]!.token.value, witnesses: [sentenceWitness(values[0]!)] }] : [];
  });
  return inText.length >= 2 && inText.length === reader.areas.length ? inText : [];
}

