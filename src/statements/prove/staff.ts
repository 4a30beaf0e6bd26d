import { say } from "../../messages";
import { roundHalfUp, sameNumber } from "../../values/numbers";
import type { Line } from "../text/lines";
import { printed, type Measure } from "../text/measures";
import { personMonthsIn } from "./attendance";
import { oncePer } from "./once";
import type { Reader } from "./reader";
import { agrees, contradicts, sentenceWitness, unknown, type Proof } from "./statement";

/** Whom a number of persons counts. */
type Group = "all" | "certified" | "uncertified" | "related" | "other" | "senior" | "middle" | "assistant" | "unlike";

interface Counted {
  readonly group: Group;
  readonly measure: Measure;
}

const PERSONS = new Set(["名", "人", "位"]);
/** The words for each group; the first that fits. */
const GROUPS: readonly (readonly [RegExp, Group])[] = [
  [/督导/u, "unlike"], [/从业|以上/u, "unlike"], [/[非未]持证(?:社工|人员|社会工作者)?/u, "uncertified"], [/(?:社会工作|社工)?相关专业(?:人员)?/u, "related"], [/其他(?:工作)?人员|辅助人员/u, "other"],
  [/高级(?:社会工作|社工)(?:者|师)(?:资格)?/u, "senior"], [/中级(?:社会工作|社工)(?:者|师)(?:资格)?|中级资格/u, "middle"], [/助理(?:级)?(?:社会工作|社工)(?:者|师|员)?(?:资格)?|初级(?:社会工作|社工)(?:者|师)(?:资格)?/u, "assistant"],
  [/持证(?:社工|人员|社会工作者)?|(?:社工|社会工作)专业人员/u, "certified"], [/配备(?:了)?(?:工作人员|社工|社会工作者|人员|员工)?|工作人员|(?:符合资质的|在岗|项目)?社工|社会工作者|团队成员/u, "all"]
];

/** Groups of staff that make a whole: 配备社工 17 名，其中持证社工 15 名（中级 4 名，助理 11 名），非持证社工 2 名. */
export function proveStaff(reader: Reader): Proof[] {
  const proofs = reader.lines.flatMap((line) => (line.isNote || line.area !== null ? [] : proveLine(line, reader)));
  return [...proofs, ...proveShares(reader)];
}

const countedIn = oncePer((line: Line, reader: Reader): Counted[] => {
  return reader.measuresOf(line).flatMap((measure): Counted[] => {
    const { token, before, behind } = measure;
    if (!PERSONS.has(token.unit) || token.bound !== "exact" || reader.isElsewhere(measure) || /持续(?:稳定)?在岗/u.test(before + behind) || /(?:每|安排|派出|值班|协议|合同|要求|应配|约定)/u.test(before)) return [];
    const inBrackets = measure.bracketed;
    const ahead = groupIn(before.replace(/^.*(?:包含|包括|其中)(?=.)/u, ""), "end");
    const after = groupIn(behind.replace(/^(?:为|是|具有|持有|取得)/u, ""), "start");
    // 共配备17名持证社工: the verb before names nobody.
    const group = ahead !== null && ahead !== "all" ? ahead : after ?? ahead;
    if (group === "all" && !/配备|投入|在岗|共|现有|工作人员|社会工作者|团队/u.test(before)) return [];
    return group && group !== "unlike" && !(inBrackets && group === "all") ? [{ group, measure }] : [];
  });
});

const GROUP_FORMS = GROUPS.map(([pattern, group]) => ({
  pattern, group, atEnd: new RegExp(`(?:${pattern.source})(?:有|共|共计|共有|为|达|：)*$`, "u"), atStart: new RegExp(`^(?:${pattern.source})`, "u")
}));

function groupIn(words: string, side: "start" | "end"): Group | null {
  for (const { pattern, atEnd, atStart, group } of GROUP_FORMS) if ((group === "unlike" ? pattern : side === "end" ? atEnd : atStart).test(words)) return group;
  return null;
}

function proveLine(line: Line, reader: Reader): Proof[] {
  const counted = countedIn(line, reader);
  if (counted.length === 0) return [];
  // 此外 opens what is outside the whole; a later sentence of the paragraph may go on with the parts.
  const first = new Map<Group, Measure>();
  for (const { group, measure } of counted) if (!first.has(group)) first.set(group, measure);
  // 1名非持证非相关专业背景的社工: some of those without a certificate.
  const some = counted.find(({ group, measure }) => group === "uncertified" && /^非持证非/u.test(measure.behind) && measure !== first.get("uncertified"))?.measure;
  const proofs = new Map<Measure, Proof>();
  const told = (group: Group): { kind: string; subject: string } => ({ kind: group === "middle" || group === "assistant" || group === "senior" ? "qualifications" : "staff", subject: group });
  // Two numbers of one group: of two days, or of two teams.
  const isTwofold = (one: Group): boolean => counted.some(({ group, measure }) => group === one && measure !== some && measure.token.value !== first.get(one)!.token.value);
  const check = (whole: Group, parts: readonly Group[], need: (present: readonly Group[]) => boolean): void => {
    const total = first.get(whole);
    const present = parts.filter((part) => first.has(part));
    if (!total || present.length < 2 || !need(present) || [whole, ...present].some((group) => isTwofold(group))) return;
    const measures = present.map((part) => first.get(part)!);
    const sum = measures.reduce((all, { token }) => all + token.value, 0);
    if (sum === total.token.value) {
      for (const [group, measure] of [[whole, total] as const, ...present.map((part) => [part, first.get(part)!] as const)]) if (!proofs.has(measure)) proofs.set(measure, agrees([measure], { ...told(group), witnesses: (measure === total ? measures : [total]).map(sentenceWitness) }));
      return;
    }
    proofs.set(total, contradicts([total, ...measures], { ...told(whole), witnesses: measures.map(sentenceWitness) }, {
      rule: "report-staff", severity: "error", actual: printed(total), expected: printed(total).replace(total.token.text, String(sum)),
      message: say("statement-staff-sum", { total: printed(total), parts: measures.map((one) => one.token.text).join("＋"), sum })
    }));
  };
  const without = first.get("uncertified");
  if (some && without) {
    const about = { ...told("uncertified"), witnesses: [sentenceWitness(without)] };
    proofs.set(some, some.token.value <= without.token.value ? (some.token.value === without.token.value ? agrees : unknown)([some], about) : contradicts([some], about, {
      rule: "report-staff", severity: "error", actual: printed(some), expected: `≤${without.token.text}`, message: say("statement-part-beyond", { part: printed(some), whole: printed(without) })
    }));
  }
  check("all", ["certified", "uncertified", "related", "other"], (present) => present.includes("certified"));
  check("certified", ["senior", "middle", "assistant"], (present) => present.includes("assistant"));
  for (const { group, measure } of counted) if (!proofs.has(measure)) proofs.set(measure, againstOthers(group, measure, reader));
  return [...proofs.values()].map((proof) => (proof.verdict === "contradicts" ? proof : againstRoster(proof, reader)));
}

const AT_END = /截[至止]|末月|期末/u;

function isAtEnd({ line, token, sentence }: Measure): boolean {
  if (/须|应(?!届)|(?:协议|合同)(?:要求|约定|规定)/u.test(line.text.slice(sentence.start, token.start))) return false;
  return AT_END.test(line.text.slice(sentence.start, token.start)) || AT_END.test(line.text.slice(0, token.start));
}

/** The same group at the same time in another paragraph. */
function againstOthers(group: Group, measure: Measure, reader: Reader): Proof {
  const told = { kind: "staff", subject: group };
  if (!isAtEnd(measure)) return unknown([measure], told);
  for (const line of reader.lines) {
    if (line === measure.line || line.isNote || line.area !== null) continue;
    const counted = countedIn(line, reader).filter((one) => isAtEnd(one.measure));
    const same = counted.find((one) => one.group === group)?.measure;
    const sum = group === "all" && !same ? ["certified", "uncertified"].map((part) => counted.find((one) => one.group === part)?.measure) : [same];
    if (sum.some((one) => one === undefined)) continue;
    const value = sum.reduce((all, one) => all + one!.token.value, 0);
    const witnesses = sum.map((one) => sentenceWitness(one!));
    if (value === measure.token.value) return agrees([measure], { ...told, witnesses });
    return contradicts([measure], { ...told, witnesses }, {
      rule: "report-repeated", severity: "warning", actual: printed(measure), expected: printed(measure).replace(measure.token.text, String(value)), message: say("statement-repeated", { what: printed(measure), other: `${value}` })
    });
  }
  return unknown([measure], told);
}

/** Those on duty in the roster's last month, where the sentence speaks of the end of the period. */
function againstRoster(proof: Proof, { sources }: Reader): Proof {
  const [measure] = proof.measures;
  const staffing = sources.map(({ evaluation }) => evaluation.staffing).find((one) => one !== null);
  if (!measure || !staffing || !isAtEnd(measure)) return proof;
  const { atEnd } = staffing;
  const known = proof.subject === "all" ? atEnd.total : proof.subject === "certified" ? atEnd.certified : proof.subject === "uncertified" ? atEnd.uncertified : certificates(proof.subject, sources);
  if (known === null) return proof;
  const told = { kind: proof.kind, subject: proof.subject, witnesses: proof.witnesses };
  if (known === measure.token.value) return agrees([measure], told);
  return contradicts([measure], told, {
    rule: "report-staff", severity: "warning", actual: printed(measure), expected: printed(measure).replace(measure.token.text, String(known)), message: say("statement-staff-roster", { written: printed(measure), right: known })
  });
}

/** How many of those on duty at the end hold each grade of certificate; null where the roster does not tell of everyone. */
function certificates(grade: string, sources: Reader["sources"]): number | null {
  const evaluation = sources.map((source) => source.evaluation).find(({ used }) => used !== null);
  const roster = evaluation?.used?.roster;
  if (!evaluation || !roster) return null;
  const there = roster.persons.filter((person, index) => person.group === "certified" && (evaluation.people[index]?.months.at(-1)?.value ?? 0) > 0).map(({ certificate }) => certificate);
  const gradeOf = (certificate: string): string | null => (/助理|初级/u.test(certificate) ? "assistant" : /高级/u.test(certificate) ? "senior" : /社会工作[师者]|中级|社工师/u.test(certificate) ? "middle" : null);
  if (there.length === 0 || there.some((certificate) => gradeOf(certificate) === null)) return null;
  return there.filter((certificate) => gradeOf(certificate) === grade).length;
}

/** 占协议要求配备社工总数（20 人）的 75%, 占社工总到岗人次的 76.18%. */
function proveShares(reader: Reader): Proof[] {
  const actual = personMonthsIn(reader).find(({ who, what }) => who === "all" && what === "actual")?.measure ?? null;
  return reader.lines.flatMap((line) => (line.isNote ? [] : reader.measuresOf(line).flatMap((measure, index, all): Proof[] => {
    if (measure.token.unit !== "%" || measure.token.bound !== "exact") return [];
    const lead = line.text.slice(measure.sentence.start, measure.token.start);
    const told = { kind: "share", subject: "share" };
    const posts = /占(?:协议|合同)[^，。；]{0,16}（\d+[人名位]）的(?:比例为)?$/u.test(lead) ? all[index - 1] : null;
    const due = /为应到(?:岗)?(?:人次)?的$/u.test(lead) ? personMonthsIn(reader).find((one) => one.who === "all" && one.what === "due" && one.measure.sentence === measure.sentence)?.measure ?? null : null;
    const months = posts ? null : due ?? (/占(?:社工|全站|总)*(?:总)?(?:实际)?到岗(?:总)?人次(?:数)?的(?:比例为)?$/u.test(lead) ? actual : null);
    const base = posts ?? months;
    const unit = posts ? PERSONS : new Set(["人次"]);
    const part = all.slice(0, posts ? index - 1 : index).reverse().find((one) => one.sentence === measure.sentence && unit.has(one.token.unit) && one !== base && !one.bracketed);
    if (!base || !part) return [];
    const expected = roundHalfUp((part.token.value / base.token.value) * 100, measure.token.decimals);
    const witnesses = [part, base].map(sentenceWitness);
    if (sameNumber(expected, measure.token.value)) return [agrees([measure], { ...told, witnesses })];
    // Another number of the sentence may be meant: the whole before its groups.
    const other = all.slice(0, posts ? index - 1 : index).find((one) => one.sentence === measure.sentence && unit.has(one.token.unit) && one !== base && sameNumber(roundHalfUp((one.token.value / base.token.value) * 100, measure.token.decimals), measure.token.value));
    if (other) return [agrees([measure], { ...told, witnesses: [other, base].map(sentenceWitness) })];
    return [contradicts([measure], { ...told, witnesses }, {
      rule: "report-staff", severity: "error", actual: printed(measure), expected: `${expected.toFixed(measure.token.decimals)}%`, message: say("statement-share", { share: printed(measure), part: printed(part), base: printed(base), right: `${expected.toFixed(measure.token.decimals)}%` })
    })];
  })));
}
