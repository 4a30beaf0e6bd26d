import { say } from "../../messages";
import type { Line } from "../text/lines";
import { printed, type Measure } from "../text/measures";
import type { Reader } from "./reader";
import { agrees, contradicts, sentenceWitness, unknown, type Proof } from "./statement";

/** Something that a report has one number of, wherever it says it. */
interface Fact {
  readonly what: string;
  readonly measure: Measure;
}

/** What is the same thing wherever it is said; the key, or null. */
const SAME: readonly ((measure: Measure, line: Line) => string | null)[] = [
  ({ token, behind }) => (["位", "名"].includes(token.unit) && /^(?:评估)?(?:专家|评委)/u.test(behind) ? "assessors" : null),
  ({ token, behind, line, sentence }) => (["位", "名"].includes(token.unit) && /^工作人员/u.test(behind) && /(?:专家|评委)及?$/u.test(line.text.slice(sentence.start, token.start)) ? "assistants" : null),
  ({ token, before }) => (token.unit === "天" && /为期$/u.test(before) ? "days" : null),
  ({ token, behind }) => (token.unit === "大" && /^板块/u.test(behind) ? "fields" : null),
  ({ token, before, behind, line }) => (["位", "名"].includes(token.unit) && line.area !== null && (/配备(?:了)?$/u.test(before) && /社工|社会工作师/u.test(behind) || (before === "" && token.spelled && /^社工(?!点)/u.test(behind))) ? `team ${line.paragraph}` : null),
  ({ token, line }) => householdsOf(token, line)
];

/** 553户 634人 and 553份“一户一档”, 634份“一人一案” of one area. */
function householdsOf(token: Measure["token"], line: Line): string | null {
  const before = line.text.slice(Math.max(0, token.start - 24), token.start);
  const behind = line.text.slice(token.end, token.end + 8);
  const scope = line.area?.name ?? "";
  if (token.unit === "份" && /一户一档”?$/u.test(before)) return `households ${scope}`;
  if (token.unit === "份" && /一人一案”?$/u.test(before)) return `persons ${scope}`;
  if (token.unit === "户" && /(?:困难群众(?:[和与及]特殊群体)?(?:建档)?(?:共|共有|合计)?|一户一档”?\d+份，对应)$/u.test(before)) return `households ${scope}`;
  if (token.unit === "人" && /一人一案”?\d+份，对应$/u.test(before)) return `persons ${scope}`;
  if (token.unit === "人次" && scope === "" && /(?:累计|共)服务(?:社区)?居民$/u.test(before)) return "residents";
  return token.unit === "人" && /困难群众(?:[和与及]特殊群体)?(?:建档)?(?:共|共有|合计)?\d+户$/u.test(before) && !/^次/u.test(behind) ? `persons ${scope}` : null;
}

/** 应建档26户，实际建档26户: as many as there should be; fewer would be no contradiction. */
function duePairs({ lines, measuresOf }: Reader): Proof[] {
  return lines.flatMap((line) => (line.isNote ? [] : measuresOf(line).flatMap((measure, index, all) => {
    const next = all[index + 1];
    const what = /应(建档|探访|走访|完成建档)(?:共|为)?$/u.exec(measure.before)?.[1];
    if (!next || what === undefined || next.sentence !== measure.sentence || !new RegExp(`(?:实际|实|已)${what}(?:共|为)?$`, "u").test(next.before)) return [];
    return measure.token.value === next.token.value ? [agrees([measure], { kind: "repeated", subject: what, witnesses: [sentenceWitness(next)] }), agrees([next], { kind: "repeated", subject: what, witnesses: [sentenceWitness(measure)] })] : [];
  })));
}

/** What a report tells more than once, against itself: assessors, days, files of households. */
export function proveRepeated(reader: Reader): Proof[] {
  const byKey = new Map<string, Fact[]>();
  for (const line of reader.lines) {
    if (line.isNote) continue;
    for (const measure of reader.measuresOf(line)) {
      if (measure.token.bound !== "exact") continue;
      const what = SAME.map((same) => same(measure, line)).find((key) => key !== null);
      if (what == null) continue;
      const list = byKey.get(what);
      if (list) list.push({ what, measure });
      else byKey.set(what, [{ what, measure }]);
    }
  }
  return [...duePairs(reader), ...[...byKey.values()].flatMap((facts) => facts.map(({ what, measure }) => proofOf(what, measure, facts)))];
}

function proofOf(what: string, measure: Measure, facts: readonly Fact[]): Proof {
  const told = { kind: "repeated", subject: what };
  const value = measure.token.value;
  const others = facts.filter((other) => other.measure !== measure).map((other) => other.measure);
  if (others.length === 0) return unknown([measure], told);
  const alike = others.filter(({ token }) => token.value === value);
  const different = others.filter(({ token }) => token.value !== value);
  const isFirst = facts[0]!.measure === measure;
  // Of two that differ the later one is named; of more, the one that stands alone.
  if (different.length === 0 || alike.length >= different.length || (isFirst && alike.length === 0 && others.length === 1)) return (alike.length > 0 ? agrees : unknown)([measure], { ...told, witnesses: alike.slice(0, 1).map(sentenceWitness) });
  return contradicts([measure], { ...told, witnesses: different.slice(0, 2).map(sentenceWitness) }, {
    rule: "report-repeated", severity: "warning", actual: printed(measure), expected: printed(different[0]!), message: say("statement-repeated", { what: printed(measure), other: printed(different[0]!) })
  });
}
