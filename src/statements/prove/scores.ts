import { say } from "../../messages";
import { gradeOf } from "../../evaluation";
import { keysIn, scoresIn, lastParty, type Scored, type ScoreKey } from "../read/scores";
import type { Grade } from "../../tables/scores/types";
import { sumScores } from "../../values/exact";
import { numberText, sameNumber } from "../../values/numbers";
import { PARTIES, THIRD_PARTY_ITEMS, USUAL_POINTS, type Party } from "../../values/party";
import type { Line } from "../text/lines";
import { placeOf, printed, type Measure } from "../text/measures";
import type { Reader } from "./reader";
import { agrees, cellWitness, contradicts, sentenceWitness, unknown, type Proof, type Told } from "./statement";

/** 片区服务质量评估得分16.20分 under the heading of an area: that of its row in the score table. */
function proveAreaQuality({ lines, measuresOf, sources, areaWords }: Reader): Proof[] {
  return lines.flatMap((line) => (line.isNote || line.area === null ? [] : measuresOf(line).flatMap((measure): Proof[] => {
    if (measure.token.unit !== "分" || !/服务质量(?:评估)?(?:得分)?(?:为)?$/u.test(measure.before)) return [];
    const found = sources.flatMap(({ tables, file }) => tables.scores.flatMap(({ rows }) => rows.flatMap(({ item, name, score }) =>
      (item === "quality" && score?.number != null && areaWords.first(name.replace(/\s/g, ""))?.name === line.area!.name ? [{ score, file }] : []))))[0];
    if (!found) return [];
    const told: Told = { kind: "score-area", subject: "quality", scope: line.area!.name, witnesses: [cellWitness(found.score.at, found.file, say("label-score"))] };
    return [sameNumber(found.score.number!, measure.token.value) ? agrees([measure], told) : scoreDiffers(measure, found.score.number!, told)];
  })));
}

export function proveScores(reader: Reader): Proof[] {
  return [...proveAreaQuality(reader), ...proveTotals(reader), ...reader.lines.flatMap((line) => (line.isNote ? [] : [...proveWeights(line, reader), ...proveBands(line, reader), ...proveLimits(line, reader)]))];
}

/** What of the domain's rules or of maxima is no score of this one. */
const NOT_THIS = /总分为100分|满分为?$|标准分|情形|规则规定/u;

interface GradedAt {
  readonly grade: Grade;
  readonly line: Line;
  readonly start: number;
  readonly end: number;
  /** （87.11分） beside it. */
  readonly score: Measure | null;
}

function gradesIn(line: Line, reader: Reader): GradedAt[] {
  const totals = scoresIn(line, reader).filter(({ of }) => of === "total");
  return [...line.text.matchAll(/(?:等级|评定|评为|可评|定为(?!不合格)|属于|结果)(?:评定|等级)?(?:为|是)?：?“?(优秀|良好|合格|不合格)”?(?![、等]|四个)/gu)].flatMap((match): GradedAt[] => {
    const end = match.index + match[0].length;
    const sentence = line.text.slice(line.text.lastIndexOf("。", match.index) + 1, match.index);
    if (reader.isElsewhereAt(line, match.index, true) || NOT_THIS.test(sentence) || /(?:也|的，)$/u.test(sentence) || (/的$/u.test(sentence) && /^(?:评定为|评为|属于)/u.test(match[0])) || /也定为|为不合格的/u.test(line.text.slice(Math.max(0, match.index - 6), end + 6))) return [];
    const beside = reader.measuresOf(line).find(({ token }) => token.unit === "分" && token.start >= end && token.start <= end + 6 && !/差|距|离|高|低|较|比|[。；]/u.test(line.text.slice(end, token.start))) ?? null;
    const before = totals.filter(({ measure }) => measure.token.end <= match.index && measure.sentence.end >= match.index).pop()?.measure ?? null;
    return [{ grade: match[1] as Grade, line, start: match.index, end, score: beside ?? before }];
  });
}

/** The parties' scores, their parts, their total and the grade: against their maxima, each other and the score table. */
function proveTotals(reader: Reader): Proof[] {
  const { lines, settings, sources } = reader;
  const scored = lines.flatMap((line) => (line.isNote ? [] : scoresIn(line, reader)));
  const grades = lines.flatMap((line) => (line.isNote ? [] : gradesIn(line, reader)));
  const source = sources.find(({ evaluation }) => evaluation.scores !== null && evaluation.scores.total !== null) ?? null;
  const table = source?.evaluation.scores ?? null;
  const sumOf = (keys: readonly ScoreKey[]): { readonly sum: number; readonly parts: readonly Measure[] } | null => {
    // 服务质量 of several areas is no one score.
    if (keys.some((key) => new Set(scored.filter(({ of }) => of === key).map(({ measure }) => measure.token.value)).size > 1)) return null;
    const parts = keys.map((key) => scored.find(({ of }) => of === key)?.measure);
    return parts.every((part) => part !== undefined) ? { sum: sumScores(parts.map((part) => part.token.value)), parts } : null;
  };
  const wholes: Partial<Record<ScoreKey, ReturnType<typeof sumOf>>> = { total: sumOf(PARTIES), thirdParty: sumOf(THIRD_PARTY_ITEMS) };
  const proofs: Proof[] = [];
  // 满分100分，得分91.5分; 运营管理14.5分（满分16分）: a scale of the report's own.
  const ownScale = scored.some(({ of, measure }) => hasOwnMaximum(of, measure, settings.weights));
  for (const { of, measure } of scored) {
    const told: Told = { kind: of === "total" ? "score-total" : "score-party", subject: of };
    const value = measure.token.value;
    if (of === "deduction") continue;
    const most = of === "total" ? 100 : of in settings.weights ? settings.weights[of as Party] : USUAL_POINTS[of];
    const known = of === "total" ? table?.total ?? null : table !== null && of in table.parties ? table.parties[of as Party] : null;
    const whole = wholes[of] ?? null;
    // An area's 服务质量 is not the station's, which is their mean.
    const others = scored.filter((one) => one.of === of && one.measure !== measure && one.measure.line.area?.name === measure.line.area?.name);
    if (ownScale && of !== "total") proofs.push(unknown([measure], told));
    else if (value > most && of !== "total" && keysIn(/[^，。；]*$/u.exec(measure.line.text.slice(0, measure.token.start))![0]).length === 0) proofs.push(unknown([measure], told));
    else if (value > most) proofs.push(contradicts([measure], told, { rule: "report-score", severity: "error", actual: printed(measure), expected: `≤${most}`, message: say("statement-score-maximum", { score: printed(measure), most }) }));
    else if (known !== null && !sameNumber(known, value)) proofs.push(scoreDiffers(measure, known, told));
    else if (known === null && whole !== null && !sameNumber(whole.sum, value) && !whole.parts.some((part) => exceeds(part, scored, settings.weights))) {
      proofs.push(contradicts([measure], { ...told, witnesses: whole.parts.map((part) => sentenceWitness(part)) }, {
        rule: "report-score", severity: "error", actual: printed(measure), expected: `${whole.sum.toFixed(2)}分`, message: say("statement-score-sum", { total: printed(measure), sum: whole.sum.toFixed(2), parts: whole.parts.map(({ token }) => token.text).join("＋") })
      }));
    } else if (known === null && whole === null && others.length > 1 && others.every((other) => !sameNumber(other.measure.token.value, value))) proofs.push(scoreDiffers(measure, others[0]!.measure.token.value, { ...told, witnesses: [sentenceWitness(others[0]!.measure)] }));
    else proofs.push((of !== "total" || known !== null || whole !== null || others.length > 0 ? agrees : unknown)([measure], { ...told, witnesses: whole ? whole.parts.map((part) => sentenceWitness(part)) : [] }));
  }
  proofs.push(...proveDeductions(scored, settings.weights), ...countedParties(reader, scored));
  const total = scored.find(({ of }) => of === "total")?.measure ?? null;
  for (const { grade, line, start, end, score } of grades) {
    const value = score?.token.value ?? total?.token.value ?? table?.total ?? null;
    const told: Told = { kind: "grade", place: placeOf(line, { start, end }), witnesses: total && !score ? [sentenceWitness(total)] : [] };
    const measures = score && score.token.start >= end ? [score] : [];
    const known = table?.total ?? (total !== score ? total?.token.value ?? null : null);
    if (measures.length > 0 && known !== null && !sameNumber(known, score!.token.value)) proofs.push(scoreDiffers(score!, known, { kind: "score-total", subject: "total", witnesses: total ? [sentenceWitness(total)] : [] }));
    if (value === null) proofs.push(unknown(measures, told));
    else {
      const sure = table?.total ?? value;
      const right = gradeOf(sure, settings.gradeLimits);
      // Where the parts contradict the total, the grade may follow from them, where the total before it is not the table's, from that: the total is told of.
      if (right === grade || (score !== null && gradeOf(score.token.value, settings.gradeLimits) === grade) || (table === null && wholes.total && gradeOf(wholes.total.sum, settings.gradeLimits) === grade)) proofs.push(agrees(measures, told));
      // 不合格 whatever the score where a veto is met (R4); not where the report itself says otherwise elsewhere.
      else if (grade === "不合格" && !grades.some((other) => other.grade === right)) proofs.push(unknown(measures, told));
      else proofs.push(contradicts([], told, { rule: "report-score", severity: "error", actual: grade, expected: right, message: say("statement-grade", { grade, score: numberText(sure), right }) }));
    }
  }
  return proofs;
}

/** Does its sentence name a maximum that is not the usual one? */
function hasOwnMaximum(of: ScoreKey, { line, token, sentence }: Measure, weights: Readonly<Record<Party, number>>): boolean {
  if (of === "total" || of === "deduction") return false;
  const usual = of in weights ? weights[of as Party] : USUAL_POINTS[of];
  const behind = /^（满分(?:为)?([\d.]+)分）/u.exec(line.text.slice(token.end))?.[1];
  const before = /满分(?:为)?([\d.]+)分[^。；]{0,8}$/u.exec(line.text.slice(sentence.start, token.start))?.[1];
  return [behind, before].some((most) => most !== undefined && Number(most) !== usual && Number(most) >= token.value);
}

/** A party whose score is above its maximum is told of by itself. */
function exceeds(part: Measure, scored: readonly Scored[], weights: Readonly<Record<Party, number>>): boolean {
  const of = scored.find(({ measure }) => measure === part)?.of;
  return of !== undefined && of in weights && part.token.value > weights[of as Party];
}

/** 9.05分，扣0.95分: both make the party's maximum. */
function proveDeductions(scored: readonly Scored[], weights: Readonly<Record<Party, number>>): Proof[] {
  return scored.flatMap(({ of, measure }, index) => {
    const before = scored[index - 1];
    if (of !== "deduction" || !before || before.measure.sentence !== measure.sentence || !(before.of in weights)) return [];
    const most = weights[before.of as Party];
    const right = sumScores([most, -before.measure.token.value]);
    const told: Told = { kind: "score-deduction", subject: before.of, witnesses: [sentenceWitness(before.measure)] };
    if (sameNumber(right, measure.token.value)) return [agrees([measure], told)];
    return [contradicts([measure], told, { rule: "report-score", severity: "error", actual: printed(measure), expected: `${right.toFixed(2)}分`, message: say("statement-score-deduction", { score: printed(before.measure), deduction: printed(measure), most }) })];
  });
}

/** 以上四项总得分: as many as the parties whose scores stand above it. */
function countedParties({ lines, measuresOf }: Reader, scored: readonly Scored[]): Proof[] {
  const parties = PARTIES.filter((party) => scored.some(({ of }) => of === party)).length;
  return lines.flatMap((line) => (line.isNote || parties < 2 ? [] : measuresOf(line).flatMap((measure) => {
    if (measure.token.unit !== "项" || !/^(?:合计)?(?:总)?得分/u.test(measure.behind) || !/以上$/u.test(measure.before)) return [];
    const told: Told = { kind: "score-parties", subject: "parties" };
    if (measure.token.value === parties) return [agrees([measure], told)];
    return [contradicts([measure], told, { rule: "report-score", severity: "warning", actual: printed(measure), expected: `${parties}项`, message: say("statement-listed", { count: printed(measure), listed: parties, list: say("statement-parties") }) })];
  })));
}

function scoreDiffers(measure: Measure, known: number, told: Told): Proof {
  return contradicts([measure], told, { rule: "report-score", severity: "error", actual: printed(measure), expected: `${numberText(known)}分`, message: say("statement-score-table", { score: printed(measure), known: numberText(known) }) });
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
  return measuresOf(line).flatMap((measure) => {
    const before = text.slice(measure.group.start, measure.token.start);
    const lacks = measure.token.unit === "人次" && /缺少?(?:了)?$/u.test(before) && /以上/u.test(text.slice(measure.token.end, measure.token.end + 4));
    const phase = lacks ? /末期(?!.*中期)/u.test(before) ? "final" : /中期/u.test(before) ? "mid" : null : null;
    if (phase !== null) {
      // 社工缺…，或持证社工缺…: the nearer of the two.
      const certified = /(?<!非)持证/u.test(before.slice(Math.max(0, ...[...before.matchAll(/或(?!以上)/gu)].map(({ index }) => index))));
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
