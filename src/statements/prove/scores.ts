import { say } from "../../messages";
import { gradeOf } from "../../evaluation";
import type { Grade } from "../../tables/scores/types";
import { sumScores } from "../../values/exact";
import { numberText, sameNumber } from "../../values/numbers";
import { PARTIES, type Party } from "../../values/party";
import type { Line } from "../text/lines";
import { placeOf, printed, type Measure } from "../text/measures";
import type { Reader } from "./reader";
import { agrees, contradicts, sentenceWitness, unknown, type Proof, type Told } from "./statement";

/** Which party words mean; the nearest before a number counts. */
const PARTY_WORDS: readonly (readonly [RegExp, Party])[] = [
  [/第三方/gu, "thirdParty"], [/督导中心/gu, "guidance"], [/购买方|镇人民政府|街道办事处|镇街/gu, "purchaser"], [/监督方|民政局|民政部门/gu, "supervisor"]
];

export function proveScores(reader: Reader): Proof[] {
  return [...proveTotals(reader), ...reader.lines.flatMap((line) => (line.isNote ? [] : [...proveWeights(line, reader), ...proveBands(line, reader), ...proveLimits(line, reader)]))];
}

interface Scored {
  readonly party: Party | "total";
  readonly measure: Measure;
}

function scoredIn(line: Line, { measuresOf }: Reader): Scored[] {
  return measuresOf(line).flatMap((measure): Scored[] => {
    if (measure.token.unit !== "分" || measure.token.bound !== "exact") return [];
    const before = line.text.slice(measure.sentence.start, measure.token.start);
    if (/(?:总得分|总评分|综合得分|最终得分|总分)(?:合计)?(?:为|是)?：?$/u.test(before) && !/评估总分为$/u.test(before)) return [{ party: "total", measure }];
    const party = /得分(?:为|是)?：?$/u.test(before) ? lastParty(before) : null;
    return party ? [{ party, measure }] : [];
  });
}

function lastParty(before: string): Party | null {
  let best: { at: number; party: Party } | null = null;
  for (const [words, party] of PARTY_WORDS) for (const { index } of before.matchAll(words)) if (!best || index > best.at) best = { at: index, party };
  return best?.party ?? null;
}

interface GradedAt {
  readonly grade: Grade;
  readonly line: Line;
  readonly start: number;
  readonly end: number;
  /** （87.11分） beside it. */
  readonly score: Measure | null;
}

function gradesIn(line: Line, { measuresOf }: Reader): GradedAt[] {
  return [...line.text.matchAll(/(?:等级|评定|结果)(?:评定)?(?:为|是)?：?“?(优秀|良好|合格|不合格)”?(?![、等]|四个)/gu)].flatMap((match): GradedAt[] => {
    const end = match.index + match[0].length;
    const score = measuresOf(line).find(({ token }) => token.unit === "分" && token.start >= end && token.start <= end + 6) ?? null;
    if (/也定为|为不合格的|情形/u.test(line.text.slice(Math.max(0, match.index - 6), end + 6))) return [];
    return [{ grade: match[1] as Grade, line, start: match.index, end, score }];
  });
}

/** The parties' scores, their total and the grade, against their maxima, each other and the score table. */
function proveTotals(reader: Reader): Proof[] {
  const { lines, settings, sources } = reader;
  const scored = lines.flatMap((line) => (line.isNote ? [] : scoredIn(line, reader)));
  const grades = lines.flatMap((line) => (line.isNote ? [] : gradesIn(line, reader)));
  const table = sources.map(({ evaluation }) => evaluation.scores).find((scores) => scores !== null && scores.total !== null) ?? null;
  const parts = PARTIES.map((party) => scored.find((one) => one.party === party));
  const sum = parts.every((part) => part !== undefined) ? sumScores(parts.map((part) => part.measure.token.value)) : null;
  const proofs: Proof[] = [];
  let exceeds = false;
  for (const { party, measure } of scored) {
    const told: Told = { kind: party === "total" ? "score-total" : "score-party", subject: party };
    const value = measure.token.value;
    if (party !== "total") {
      const known = table?.parties[party] ?? null;
      if (value > settings.weights[party]) {
        exceeds = true;
        proofs.push(contradicts([measure], told, { rule: "report-score", severity: "error", actual: printed(measure), expected: `≤${settings.weights[party]}`, message: say("statement-score-maximum", { score: printed(measure), most: settings.weights[party] }) }));
      } else if (known !== null && !sameNumber(known, value)) proofs.push(scoreDiffers(measure, known, told));
      else proofs.push(agrees([measure], told));
      continue;
    }
    if (table && !sameNumber(table.total!, value)) proofs.push(scoreDiffers(measure, table.total!, told));
    else if (sum !== null && !exceeds && !sameNumber(sum, value)) {
      proofs.push(contradicts([measure], { ...told, witnesses: parts.map((part) => sentenceWitness(part!.measure)) }, {
        rule: "report-score", severity: "error", actual: printed(measure), expected: sum.toFixed(2), message: say("statement-score-sum", { total: printed(measure), sum: sum.toFixed(2), parts: parts.map((part) => part!.measure.token.text).join("＋") })
      }));
    } else proofs.push((sum !== null || table ? agrees : unknown)([measure], told));
  }
  proofs.push(...countedParties(reader, scored));
  const total = scored.find(({ party }) => party === "total")?.measure ?? null;
  for (const { grade, line, start, end, score } of grades) {
    const value = score?.token.value ?? total?.token.value ?? table?.total ?? null;
    const told: Told = { kind: "grade", place: placeOf(line, { start, end }), witnesses: total && !score ? [sentenceWitness(total)] : [] };
    const measures = score ? [score] : [];
    if (score && table && !sameNumber(table.total!, score.token.value)) proofs.push(scoreDiffers(score, table.total!, { kind: "score-total", subject: "total" }));
    else if (score && total && !sameNumber(total.token.value, score.token.value)) proofs.push(scoreDiffers(score, total.token.value, { kind: "score-total", subject: "total", witnesses: [sentenceWitness(total)] }));
    if (value === null) proofs.push(unknown(measures, told));
    else {
      const right = gradeOf(table && !total ? table.total! : value, settings.gradeLimits);
      if (right === grade) proofs.push(agrees(measures, told));
      // 不合格 whatever the score where a veto is met (R4).
      else if (grade === "不合格") proofs.push(unknown(measures, told));
      else proofs.push(contradicts([], told, { rule: "report-score", severity: "error", actual: grade, expected: right, message: say("statement-grade", { grade, score: numberText(value), right }) }));
    }
  }
  return proofs;
}

/** 以上四项总得分: as many as the parties whose scores stand above it. */
function countedParties({ lines, measuresOf }: Reader, scored: readonly Scored[]): Proof[] {
  const parties = new Set(scored.flatMap(({ party }) => (party === "total" ? [] : [party]))).size;
  return lines.flatMap((line) => (line.isNote || parties < 2 ? [] : measuresOf(line).flatMap((measure) => {
    if (measure.token.unit !== "项" || !/^(?:合计)?(?:总)?得分/u.test(measure.behind) || !/以上$/u.test(measure.before)) return [];
    const told: Told = { kind: "score-parties", subject: "parties" };
    if (measure.token.value === parties) return [agrees([measure], told)];
    return [contradicts([measure], told, { rule: "report-score", severity: "warning", actual: printed(measure), expected: `${parties}项`, message: say("statement-listed", { count: printed(measure), listed: parties, list: say("statement-parties") }) })];
  })));
}

function scoreDiffers(measure: Measure, known: number, told: Told): Proof {
  return contradicts([measure], told, { rule: "report-score", severity: "error", actual: printed(measure), expected: numberText(known), message: say("statement-score-table", { score: printed(measure), known: numberText(known) }) });
}

/** 第三方评估分值占比55%、督导中心…15%…: each party once, together 100. */
function proveWeights(line: Line, { measuresOf, settings }: Reader): Proof[] {
  const shares = measuresOf(line).flatMap((measure) => {
    if (measure.token.unit !== "%") return [];
    const before = line.text.slice(measure.sentence.start, measure.token.start);
    const from = Math.max(before.lastIndexOf("%") + 1, 0);
    const party = /(?:占比?|比例|权重)(?:为|是)?$/u.test(before) ? lastParty(before.slice(from)) : null;
    return party ? [{ party, measure }] : [];
  });
  if (new Set(shares.map(({ party }) => party)).size !== 4 || shares.length !== 4) return [];
  const sum = sumScores(shares.map(({ measure }) => measure.token.value));
  const told = ({ party }: { party: Party }): Told => ({ kind: "score-weights", subject: party });
  const odd = shares.filter(({ party, measure }) => measure.token.value !== settings.weights[party]);
  const hundred = measuresOf(line).filter(({ token, before }) => token.unit === "分" && /总分为?$/u.test(before));
  const maxima = hundred.map((measure) => (measure.token.value === 100 ? agrees([measure], { kind: "score-weights", subject: "total" }) : contradicts([measure], { kind: "score-weights", subject: "total" }, {
    rule: "report-score", severity: "error", actual: printed(measure), expected: "100分", message: say("statement-weights-total", { total: printed(measure) })
  })));
  if (sum === 100) return [...maxima, ...shares.map((share) => agrees([share.measure], told(share)))];
  return [...maxima, ...shares.map((share) => {
    if (!odd.includes(share) && odd.length > 0) return agrees([share.measure], told(share));
    return contradicts([share.measure], told(share), {
      rule: "report-score", severity: "error", actual: printed(share.measure), expected: `${settings.weights[share.party]}%`, message: say("statement-weights", { share: printed(share.measure), right: `${settings.weights[share.party]}%`, sum: numberText(sum) })
    });
  })];
}

const BAND = /(\d+)分(?:及)?(?:以上|（含\d*分?）以上)为“?优秀”?|(\d+)分?(?:（含\d*分?）)?(?:至|-|到)(\d+)分(?:（不含(\d+)分）)?(?:以下)?为“?(良好|合格)”?|(\d+)分以下(?:（不含(\d+)分）)?为“?不合格”?/gu;

/** 90分以上为优秀，80分至90分（不含90分）为良好 …: the limits of R2. */
function proveBands(line: Line, { measuresOf, settings: { gradeLimits: limits } }: Reader): Proof[] {
  const bands = [...line.text.matchAll(BAND)];
  if (bands.length < 3) return [];
  const { excellent, good, pass } = limits;
  return bands.flatMap((band) => {
    const wanted = band[1] !== undefined ? [[band[1], excellent]] : band[5] === "良好" ? [[band[2], good], [band[3], excellent], [band[4], excellent]] : band[5] === "合格" ? [[band[2], pass], [band[3], good], [band[4], good]] : [[band[6], pass], [band[7], pass]];
    const own = measuresOf(line).filter(({ token }) => token.start >= band.index && token.start < band.index + band[0].length);
    const wrong = wanted.find(([text, limit]) => text !== undefined && Number(text) !== limit);
    const told: Told = { kind: "grade-bands", subject: band[5] ?? (band[1] !== undefined ? "优秀" : "不合格"), place: placeOf(line, { start: band.index, end: band.index + band[0].length }) };
    if (!wrong) return [agrees(own, told)];
    return [contradicts(own, told, { rule: "report-score", severity: "warning", actual: band[0], expected: `${wrong[1]}分`, message: say("statement-bands", { band: band[0], written: String(wrong[0]), right: wrong[1]! }) })];
  });
}

/** 中期评估累计缺少5人次或以上: the limits of R4, as the report repeats them. */
function proveLimits(line: Line, { measuresOf, settings }: Reader): Proof[] {
  const { text } = line;
  const certified = /持证/u.test(text);
  return measuresOf(line).flatMap((measure) => {
    const before = text.slice(measure.group.start, measure.token.start);
    const lacks = measure.token.unit === "人次" && /缺少?(?:了)?$/u.test(before) && /以上/u.test(text.slice(measure.token.end, measure.token.end + 4));
    const phase = lacks ? /末期(?!.*中期)/u.test(before) ? "final" : /中期/u.test(before) ? "mid" : null : null;
    if (phase !== null) {
      const limit = settings.vetoLimits[phase][certified ? "certified" : "staff"];
      return [limitProof(measure, limit, "人次", `shortage-${phase}-${certified}`)];
    }
    return measure.token.unit === "%" && /人员(?:费用|经费)?支出(?:比例|占比)?低于$/u.test(before) ? [limitProof(measure, 80, "%", "spending")] : [];
  });
}

function limitProof(measure: Measure, limit: number, unit: string, subject: string): Proof {
  const told: Told = { kind: "rule", subject };
  if (measure.token.value === limit) return agrees([measure], told);
  return contradicts([measure], told, { rule: "report-score", severity: "warning", actual: printed(measure), expected: `${limit}${unit}`, message: say("statement-limit", { written: printed(measure), right: `${limit}${unit}` }) });
}
