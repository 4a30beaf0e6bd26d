import type { Measure } from "../text/measures";
import { isSlip, isTellingSlip } from "./slips";
import type { Proof } from "./statement";

/** Kinds whose numbers are named by terms of their own (应到, 完成率, 稳岗率 …): whatever they should be, they are told. */
const NAMED = /^(?:attendance|indicator|retention|retained|period|months|years|score-total|score-deduction|grade|rank|series|bound|days|target|card)/u;
/** Kinds in which the words of a table happen to stand before a number: only a slip of the hand is told. */
const LOOKED_UP: ReadonlySet<string> = new Set(["value", "score-party"]);
/** Several numbers that don't fit together: one of them may well be right. */
const TOGETHER: ReadonlySet<string> = new Set(["parts", "growth", "staff"]);
/** As near as numbers that ought to fit together are. */
const NEAR = 0.25;
/** The four who give scores. */
const PARTY = /第三方|购买方|监督方|督导中心/u;
/** 达指标12个的…, 应达264小时…，达标率…: the base is said. */
const OF_TARGET = /指标|协议|应达/u;
/** 会员540人，其中长者216人，占…: of the only two numbers that it can be of. */
const OF_TWO = /^\D*\d+(?:\.\d+)?\D+\d+(?:\.\d+)?\D{0,3}占$/u;
/** Farther from what is computed than this part of the greater one, a number is more likely one of something else. */
const MOST_APART = 0.5;

/**
 * Contradictions that may be told. A sentence is read by its words, and words are read wrongly now and then: a number that another reading explains,
 * or that is nowhere near what a reading by words alone expects, is not accused but left as unknown.
 */
export function credible(proofs: readonly Proof[]): Proof[] {
  const explained = tokensOf(proofs.filter(({ verdict }) => verdict === "agrees"));
  const surely = tokensOf(proofs.filter(({ verdict, kind }) => verdict === "agrees" && NAMED.test(kind)));
  return proofs.map((proof) => (proof.verdict !== "contradicts" || isCredible(proof, NAMED.test(proof.kind) ? surely : explained) ? proof : { ...proof, verdict: "unknown", contradiction: null }));
}

function tokensOf(proofs: readonly Proof[]): ReadonlySet<Measure["token"]> {
  return new Set(proofs.flatMap(({ measures }) => measures.map(({ token }) => token)));
}

function isCredible({ kind, measures, contradiction }: Proof, explained: ReadonlySet<Measure["token"]>): boolean {
  const [actual, expected] = [contradiction!.actual, contradiction!.expected].map(numberIn) as [number | null, number | null];
  // 超配 for 短缺, 增加 for 减少, a wrong name: the number itself is right, and so explained by others.
  if (actual === null || expected === null || actual === -expected) return true;
  const [first] = measures;
  if (!first) return true;
  const apart = Math.abs(actual - expected) / Math.max(Math.abs(actual), Math.abs(expected));
  if (explained.has(first.token) && !(TOGETHER.has(kind) && apart <= NEAR)) return false;
  const before = first.line.text.slice(first.group.start, first.token.start);
  if (LOOKED_UP.has(kind)) return isTellingSlip(actual, expected) || (kind === "score-party" && PARTY.test(before));
  if (NAMED.test(kind) || isSlip(actual, expected) === "transposed" || isTellingSlip(actual, expected)) return true;
  return apart <= MOST_APART || (/ratio|share/u.test(kind) && (OF_TARGET.test(before) || OF_TWO.test(first.line.text.slice(first.sentence.start, first.token.start))));
}

/** The number that a text of a contradiction begins with, be it behind words; null where it has none. */
function numberIn(text: string): number | null {
  const found = /^[^\d-]*(-?\d+(?:\.\d+)?)/u.exec(text)?.[1];
  return found === undefined ? null : Number(found);
}
