import { say } from "../../messages";
import { numberText, percentText, roundHalfUp, sameNumber } from "../../values/numbers";
import { placeOf, printed, type Measure } from "../text/measures";
import type { Witness } from "../types";
import { impliedHeadcount } from "./attendance";
import { wholeTarget } from "./indicators";
import type { Reader } from "./reader";
import { statedHeadcount } from "./headcount";
import { agrees, cellWitness, contradicts, sentenceWitness, unknown, type Proof } from "./statement";

const COUNT_BEFORE = /(?:持续(?:稳定)?|全程)在岗(?:的)?(?:社工|人员|社工人数|人数)?(?:有|共有|共|为|达到?|：)*$/u;
const COUNT_BEHIND = /^(?:的)?(?:社工|工作人员|人员)?(?:能够?)?(?:持续(?:稳定)?在岗|全程(?:在岗|未变动))/u;
/** 按14名计算至少需要12名持续在岗: so many ought to be. */
const ASKED = /(?:至少|需要?|应|须|不少于|不低于)(?:有|要)?$/u;
const RATE_BEFORE = /稳岗率(?:仅|高|也|均)?(?:达到?|为|是|有)*(?:了)?：?$/u;
const DEMAND_BEHIND = /^的?(?:指标|协议|评估|相关|稳岗率)*(?:要求|标准|规定)/u;
/** What is said of the demand on retention. */
const CLAIM = /^[^。；]{0,12}(超过|高于|达到|符合|满足)(?:了)?(?:评估|协议|指标|相关|稳岗率|规定|的)*要求/u;

/** 持续在岗 and 稳岗率: against the roster, each other, and the demand. */
export function proveRetention(reader: Reader): Proof[] {
  const counts: Measure[] = [];
  const rates: Measure[] = [];
  const demands: Measure[] = [];
  for (const line of reader.lines) {
    if (line.isNote || line.area !== null) continue;
    for (const measure of reader.measuresOf(line)) {
      if (reader.isElsewhere(measure)) continue;
      const { token, before, behind, sentence } = measure;
      if (["名", "人", "位"].includes(token.unit) && (COUNT_BEFORE.test(before) || COUNT_BEHIND.test(behind)) && !ASKED.test(before)) counts.push(measure);
      else if (token.unit === "%" && /稳岗/u.test(line.text.slice(sentence.start, token.start))) {
        if (DEMAND_BEHIND.test(behind) || /(?:不低于|不少于|应达到?|要求达到?|超过|高于|大于|符合|达到(?:了)?(?:协议|评估|指标))[^，。；]{0,12}$/u.test(before) && !RATE_BEFORE.test(before)) demands.push(measure);
        else if (RATE_BEFORE.test(before)) rates.push(measure);
      }
    }
  }
  const bases = basesOf(reader);
  const proved = rates.map((rate) => proveRate(rate, countFor(rate, counts), bases, reader));
  const [pair] = proved.filter(({ verdict, witnesses }) => verdict === "agrees" && witnesses.some((witness) => "place" in witness));
  return [...counts.flatMap((count) => proveCount(count, reader, pair !== undefined && count === counts[0] ? rates[0]! : null)), ...proved, ...demands.map((demand) => proveDemand(demand, rates[0], reader))];
}

/** 末期持续在岗14名，稳岗率87.50%，中期持续在岗13名，稳岗率81.25%: the count that stands before it in its sentence, else the first of all. */
function countFor({ line, sentence, token }: Measure, counts: readonly Measure[]): Measure | undefined {
  return counts.filter((count) => count.line === line && count.sentence === sentence && count.token.end <= token.start).at(-1) ?? counts[0];
}

/** How many posts there are, by witnesses of the report or the user; empty where nothing tells. */
function basesOf(reader: Reader): { readonly count: number; readonly witnesses: readonly Witness[] }[] {
  const implied = impliedHeadcount(reader);
  const stated = statedHeadcount(reader);
  return [
    ...(reader.settings.given.has("headcount") ? [{ count: reader.settings.headcount, witnesses: [] }] : []),
    ...(stated ? [{ count: stated.token.value, witnesses: [sentenceWitness(stated)] }] : []),
    ...(implied ? [{ count: implied.headcount, witnesses: [sentenceWitness(implied.due), sentenceWitness(implied.months)] }] : [])
  ];
}

/** `rate`: the retention that agrees with the count. */
function proveCount(count: Measure, { sources, settings }: Reader, rate: Measure | null): Proof[] {
  const told = { kind: "retained", subject: "retained" };
  const source = sources.find(({ evaluation }) => evaluation.retention !== null);
  if (!source && rate) return [agrees([count], { ...told, witnesses: [sentenceWitness(rate)] })];
  if (!source || count.token.bound !== "exact") return [unknown([count], told)];
  const retention = source.evaluation.retention!;
  const { roster } = source.evaluation.used!;
  const witnesses = roster.retention ? [cellWitness(roster.retention.at, source.file, say("label-retention"))] : [];
  const value = count.token.value;
  if (value === retention.retained || value === retention.retainedWithoutHalves) return [agrees([count], { ...told, witnesses })];
  // The printed rate says so as well: two witnesses.
  const printedRate = retention.printed;
  const isSure = printedRate !== null && sameNumber(roundHalfUp(printedRate, 4), roundHalfUp(retention.retained / retention.headcount, 4));
  if (printedRate !== null && !isSure && sameNumber(roundHalfUp(value / retention.headcount, 4), roundHalfUp(printedRate, 4))) return [unknown([count], told)];
  const { atEnd } = source.evaluation.staffing!;
  const rest = count.line.text.slice(count.token.end, count.sentence.end);
  const claim = retention.retained / retention.headcount < settings.retentionLimit ? CLAIM.exec(rest.slice(count.behind.length)) : null;
  const end = claim ? count.token.end + count.behind.length + claim[0].length : count.token.end + count.behind.length;
  return [contradicts([count], { ...told, witnesses, place: placeOf(count.line, { start: Math.max(count.token.start - Math.min(count.before.length, 12), 0), end }) }, {
    rule: "report-retention", severity: isSure ? "error" : "warning", actual: printed(count), expected: printed(count).replace(count.token.text, String(retention.retained)),
    message: say("statement-retained", {
      written: printed(count), right: retention.retained, rate: percentText(retention.retained / retention.headcount), headcount: retention.headcount,
      cause: value === atEnd.total ? say("statement-cause-at-end", { count: atEnd.total }) : ""
    })
  })];
}

function proveRate(rate: Measure, count: Measure | undefined, bases: readonly { readonly count: number; readonly witnesses: readonly Witness[] }[], reader: Reader): Proof {
  const told = { kind: "retention-rate", subject: "retention-rate" };
  if (rate.token.bound !== "exact") return unknown([rate], told);
  const value = rate.token.value;
  const isRate = (retained: number, base: number): boolean => sameNumber(roundHalfUp((retained / base) * 100, rate.token.decimals), value);
  if (count && count.token.bound === "exact") {
    const retained = count.token.value;
    const right = bases.find((base) => isRate(retained, base.count));
    if (right) return agrees([rate], { ...told, witnesses: [sentenceWitness(count), ...right.witnesses] });
    if (bases.length > 0) {
      const base = bases[0]!;
      const expected = `${roundHalfUp((retained / base.count) * 100, rate.token.decimals).toFixed(rate.token.decimals)}%`;
      return contradicts([rate], { ...told, witnesses: [sentenceWitness(count), ...base.witnesses] }, {
        rule: "report-retention", severity: "error", actual: printed(rate), expected, message: say("statement-retention-rate", { rate: printed(rate), count: printed(count), base: base.count, right: expected })
      });
    }
    if (!wholeTarget(retained, rate.token)) {
      return contradicts([rate], { ...told, witnesses: [sentenceWitness(count)] }, {
        rule: "report-retention", severity: "error", actual: `${printed(count)}，${printed(rate)}`, expected: "",
        message: say("statement-retention-whole", { rate: printed(rate), count: printed(count), base: numberText(roundHalfUp((retained * 100) / value, 2)) })
      });
    }
    if (isRate(retained, reader.settings.headcount)) return agrees([rate], { ...told, witnesses: [sentenceWitness(count)] });
  }
  const source = reader.sources.find(({ evaluation }) => evaluation.retention !== null);
  if (!source) {
    // Of twenty posts, or as many as the report names, some whole number must give it.
    const base = bases[0]?.count;
    const fits = base !== undefined && Array.from({ length: base + 1 }, (_, retained) => retained).some((retained) => isRate(retained, base));
    return base === undefined || !fits ? unknown([rate], told) : agrees([rate], told);
  }
  const { retention, used } = source.evaluation;
  const witnesses = used!.roster.retention ? [cellWitness(used!.roster.retention.at, source.file, say("label-retention"))] : [];
  const known = [...new Set([retention!.printed, retention!.retained / retention!.headcount].filter((one): one is number => one !== null))];
  if (known.some((one) => sameNumber(roundHalfUp(one * 100, rate.token.decimals), value))) return agrees([rate], { ...told, witnesses });
  return contradicts([rate], { ...told, witnesses }, {
    rule: "report-retention", severity: known.length === 1 ? "error" : "warning", actual: printed(rate), expected: percentText(known[0]!), message: say("statement-retention-table", { rate: printed(rate), right: percentText(known[0]!) })
  });
}

function proveDemand(demand: Measure, rate: Measure | undefined, { settings }: Reader): Proof {
  const told = { kind: "retention-demand", subject: "retention-demand" };
  const limit = settings.retentionLimit * 100;
  if (!sameNumber(demand.token.value, limit)) {
    return contradicts([demand], told, { rule: "report-retention", severity: "warning", actual: printed(demand), expected: `${numberText(limit)}%`, message: say("statement-retention-demand", { demand: printed(demand), right: `${numberText(limit)}%` }) });
  }
  const words = demand.line.text.slice(Math.max(demand.sentence.start, (rate?.line === demand.line ? rate.token.end : demand.sentence.start)), demand.token.start);
  if (rate && rate.line === demand.line && rate.sentence === demand.sentence && rate.token.value < limit && /(?<!不)符合|(?<!未)达到|满足|超过|高于/u.test(words) && !/未|不|低于|没有|仅/u.test(words)) {
    return contradicts([demand], { ...told, witnesses: [sentenceWitness(rate)] }, { rule: "report-retention", severity: "warning", actual: printed(rate), expected: "", message: say("statement-retention-claim", { rate: printed(rate), demand: printed(demand) }) });
  }
  return agrees([demand], told);
}
