import { addressKey, type CellAddress } from "../workbook";
import type { Arithmetic, Judgement } from "../judgement/arithmetic";
import type { Consequence, Found } from "./finding";
import { GROUNDS } from "./rule";
import { expectedText } from "./words/expected";

/**
 * One cell, one cause, one finding: drops what another finding of the same cell explains, and lists cells that are
 * wrong only because another cell is wrong as consequences of that finding. What explains what, the rules say themselves.
 */
export function resolve(findings: readonly Found[], arithmetic: Arithmetic): Found[] {
  const kept = explainedOnce(findings);
  const roots = new Map(kept.filter(isCause).map((finding) => [keyOf(finding), finding]));
  // Of several findings of one cell the error: that a rate is high says nothing of why it is wrong.
  const byCell = new Map([...kept].sort((a, b) => Number(a.severity === "error") - Number(b.severity === "error")).map((finding) => [keyOf(finding), finding]));
  const consequences = new Map<Found, Consequence[]>();
  const dropped = new Set<Found>();
  for (const judgement of arithmetic.judgements) {
    const own = byCell.get(addressKey(judgement.meaning.at));
    const symptom = own !== undefined && isSymptom(own);
    if (!symptom && (!judgement.follows || own?.severity === "error")) continue;
    const causes = causesOf(judgement, arithmetic, roots);
    if (causes.length === 0) continue;
    if (symptom) dropped.add(own);
    for (const cause of causes) {
      const list = consequences.get(cause) ?? [];
      consequences.set(cause, list);
      list.push(consequenceOf(judgement));
    }
  }
  const doubtful = doubtfulCells(kept);
  return kept
    .filter((finding) => !dropped.has(finding) && !passesOn(finding, byCell, arithmetic) && !restsOn(finding, doubtful, arithmetic))
    .map((finding) => (consequences.has(finding) ? { ...finding, consequences: merged(finding.consequences, consequences.get(finding)!) } : finding));
}

function keyOf(finding: Found): string {
  return addressKey(finding.at);
}

function isSymptom({ relations }: Found): boolean {
  return relations.part === "symptom";
}

function isCause({ relations, severity }: Found): boolean {
  return relations.part === undefined ? severity === "error" : relations.part === "cause";
}

/** The place of a finding's ground; -1 for one that stays beside all others. */
function rankOf({ relations, severity, expected }: Found): number {
  const ground = relations.ground ?? (severity === "error" && expected !== "" ? "stated" : null);
  return ground === null ? -1 : GROUNDS.indexOf(ground);
}

/** Of the findings of one cell that have a ground the one that explains most, with the consequences of all; those of no ground stay beside it. */
function explainedOnce(findings: readonly Found[]): Found[] {
  const cells = new Map<string, { best: Found; rank: number; all: Found[] }>();
  for (const finding of findings) {
    const rank = rankOf(finding);
    if (rank < 0) continue;
    const cell = cells.get(keyOf(finding));
    if (!cell) {
      cells.set(keyOf(finding), { best: finding, rank, all: [finding] });
      continue;
    }
    cell.all.push(finding);
    if (rank < cell.rank) Object.assign(cell, { best: finding, rank });
  }
  return findings.flatMap((finding) => {
    if (rankOf(finding) < 0) return [finding];
    const { best, all } = cells.get(keyOf(finding))!;
    if (finding !== best) return [];
    return [all.length === 1 ? best : { ...best, consequences: all.reduce((some, other) => merged(some, other.consequences), best.consequences) }];
  });
}

/** The cells that the given ones are computed from, directly or not, and those themselves, nearest first; not beyond where `stop` says so. */
function* computedFrom(cells: readonly CellAddress[], arithmetic: Arithmetic, stop: (key: string) => boolean): Iterable<string> {
  const seen = new Set<string>();
  const queue = [...cells];
  for (let next = 0; next < queue.length; next++) {
    const key = addressKey(queue[next]!);
    if (seen.has(key)) continue;
    seen.add(key);
    yield key;
    if (!stop(key)) queue.push(...(arithmetic.at(queue[next]!)?.meaning.inputs ?? []));
  }
}

/** The findings, nearest first, whose cells the judged cell is computed from. */
function causesOf(judgement: Judgement, arithmetic: Arithmetic, roots: ReadonlyMap<string, Found>): Found[] {
  const own = addressKey(judgement.meaning.at);
  const isEnd = (key: string): boolean => key === own || roots.has(key);
  return [...computedFrom(judgement.meaning.inputs, arithmetic, isEnd)].flatMap((key) => (key !== own && roots.has(key) ? [roots.get(key)!] : []));
}

/** A symptom that only passes on that of a cell it reads. */
function passesOn(finding: Found, byCell: ReadonlyMap<string, Found>, arithmetic: Arithmetic): boolean {
  if (!isSymptom(finding)) return false;
  return (arithmetic.at(finding.at)?.meaning.inputs ?? []).some((at) => byCell.get(addressKey(at))?.relations.part === "symptom");
}

/** The cells whose numbers can't be right as they stand (-50, a target of 0). */
function doubtfulCells(findings: readonly Found[]): ReadonlySet<string> {
  return new Set(findings.flatMap((finding) => {
    const { doubts } = finding.relations;
    return doubts === "cell" ? [keyOf(finding)] : doubts === "related" ? finding.related.map(({ at }) => addressKey(at)) : [];
  }));
}

/** A number that was compared with a doubtful one: only that one is wrong as far as can be told. */
function restsOn(finding: Found, doubtful: ReadonlySet<string>, arithmetic: Arithmetic): boolean {
  const { compares } = finding.relations;
  if (compares === undefined || doubtful.size === 0) return false;
  const own = keyOf(finding);
  const compared = compares === "related" ? finding.related.map(({ at }) => at) : [];
  for (const key of computedFrom([finding.at, ...compared], arithmetic, () => false)) if (key !== own && doubtful.has(key)) return true;
  return false;
}

/** The cell of a judgement as what follows from another finding. */
export function consequenceOf(judgement: Judgement): Consequence {
  const { meaning, reading } = judgement;
  return { at: meaning.at, label: meaning.label, actual: reading.text, expected: expectedText(judgement) };
}

function merged(a: readonly Consequence[], b: readonly Consequence[]): Consequence[] {
  const all = new Map(a.map((one) => [addressKey(one.at), one]));
  for (const one of b) if (!all.has(addressKey(one.at))) all.set(addressKey(one.at), one);
  return [...all.values()];
}
