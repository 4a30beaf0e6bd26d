import { addressKey, cellName, parseCellName, type CellAddress } from "../workbook";
import type { Arithmetic, Judgement } from "../judgement/arithmetic";
import type { Consequence, Finding } from "./finding";
import { expectedText } from "./words/expected";

/** Of several findings of one cell and one cause, the one that explains most comes first. */
const EXPLAINS: readonly string[] = [
  "text-number", "count-value", "formula-wrong", "same-indicator", "rate-scale", "rate-without-target", "rate-mismatch", "total-mismatch",
  "target-missing", "error-value", "external-links", "value-missing", "typed-over-formula", "rate-coarse", "stale-value", "attendance-staff-number"
];

/**
 * One cell, one cause, one finding: drops what another finding of the same cell explains, and lists cells that are
 * wrong only because another cell is wrong as consequences of that finding.
 */
export function resolve(findings: readonly Finding[], arithmetic: Arithmetic): Finding[] {
  const kept = explainedOnce(findings);
  const roots = new Map<string, Finding>();
  for (const finding of kept) {
    if (finding.rule !== "error-value" && (finding.severity === "error" || finding.rule === "rate-scale")) roots.set(keyOf(finding), finding);
  }
  const consequences = new Map<Finding, Consequence[]>();
  const dropped = new Set<Finding>();
  // Of several findings of one cell the error: that a rate is high says nothing of why it is wrong.
  const byCell = new Map<string, Finding>([...kept].sort((a, b) => Number(a.severity === "error") - Number(b.severity === "error")).map((finding) => [keyOf(finding), finding]));
  for (const judgement of arithmetic.judgements) {
    const own = byCell.get(addressKey(judgement.meaning.at));
    const error = own?.rule === "error-value";
    if (!error && (!judgement.follows || (own && own.severity === "error"))) continue;
    const causes = causesOf(judgement, arithmetic, roots);
    if (causes.length === 0) continue;
    if (error) dropped.add(own);
    for (const cause of causes) {
      const list = consequences.get(cause) ?? [];
      consequences.set(cause, list);
      list.push(consequenceOf(judgement));
    }
  }
  return kept
    .filter((finding) => !dropped.has(finding) && !followsFromError(finding, byCell, arithmetic) && !restsOnDoubtful(finding, kept, arithmetic))
    .map((finding) => (consequences.has(finding) ? { ...finding, consequences: merged(finding.consequences, consequences.get(finding)!) } : finding));
}

function keyOf(finding: Finding): string {
  return addressKey(addressOf(finding));
}

function addressOf(finding: Finding): CellAddress {
  return { sheet: finding.sheet, ...parseCellName(finding.cell)! };
}

/** Among the findings of one cell that state what it should hold, the most telling; findings of other kinds stay beside it. */
function explainedOnce(findings: readonly Finding[]): Finding[] {
  const best = new Map<string, Finding>();
  const rank = (finding: Finding): number => {
    const place = EXPLAINS.indexOf(finding.rule);
    if (place >= 0) return place;
    // A value of another table's rule (a subtotal, a tick count) is explained by its wrong formula, not by a typed number.
    return finding.severity === "error" && finding.expected !== "" ? EXPLAINS.indexOf("formula-wrong") + 0.5 : -1;
  };
  for (const finding of findings) {
    const place = rank(finding);
    const before = best.get(keyOf(finding));
    if (place >= 0 && (!before || place < rank(before))) best.set(keyOf(finding), finding);
  }
  return findings.flatMap((finding) => {
    if (rank(finding) < 0) return [finding];
    const first = best.get(keyOf(finding))!;
    if (finding !== first) return [];
    const others = findings.filter((other) => other !== first && rank(other) >= 0 && keyOf(other) === keyOf(first));
    return [{ ...first, consequences: others.reduce((all, other) => merged(all, other.consequences), first.consequences) }];
  });
}

/** The findings, nearest first, whose cells the judged cell is computed from. */
function causesOf(judgement: Judgement, arithmetic: Arithmetic, roots: ReadonlyMap<string, Finding>): Finding[] {
  const causes = new Set<Finding>();
  const seen = new Set<string>([addressKey(judgement.meaning.at)]);
  const queue = [...judgement.meaning.inputs];
  for (let at = queue.shift(); at; at = queue.shift()) {
    const key = addressKey(at);
    if (seen.has(key)) continue;
    seen.add(key);
    const root = roots.get(key);
    if (root) causes.add(root);
    else queue.push(...(arithmetic.at(at)?.meaning.inputs ?? []));
  }
  return [...causes];
}

/** An error value that only passes on the error of a cell it reads. */
function followsFromError(finding: Finding, byCell: ReadonlyMap<string, Finding>, arithmetic: Arithmetic): boolean {
  if (finding.rule !== "error-value") return false;
  return (arithmetic.at(addressOf(finding))?.meaning.inputs ?? []).some((at) => byCell.get(addressKey(at))?.rule === "error-value");
}

/** Findings that compare numbers, and those that say of a number that it can't be right as it stands. */
const COMPARES: ReadonlySet<string> = new Set(["total-mismatch", "rate-mismatch", "same-indicator", "footnote", "target-missing", "closed-over-opened"]);
const DOUBTS: ReadonlySet<string> = new Set(["count-value", "target-missing"]);

/** A number that was compared with one that can't be right itself (-50, a target of 0): only that one is wrong as far as can be told. */
function restsOnDoubtful(finding: Finding, all: readonly Finding[], arithmetic: Arithmetic): boolean {
  if (!COMPARES.has(finding.rule)) return false;
  const own = keyOf(finding);
  const doubtful = new Set(all.filter(({ rule }) => DOUBTS.has(rule)).map(keyOf));
  // A rate beside the target "/": which of the two is wrong cannot be told.
  for (const { rule, related } of all) {
    if (rule === "rate-without-target") for (const { sheet, cell } of related) doubtful.add(addressKey({ sheet, ...parseCellName(cell)! }));
  }
  const seen = new Set<string>();
  const queue = [addressOf(finding), ...finding.related.map(({ sheet, cell }) => ({ sheet, ...parseCellName(cell)! }))];
  // A target that is missing is known by what was done beside it; what that is computed from is nothing to it.
  if (finding.rule === "target-missing") queue.splice(1);
  for (let at = queue.shift(); at; at = queue.shift()) {
    const key = addressKey(at);
    if (seen.has(key)) continue;
    seen.add(key);
    if (key !== own && doubtful.has(key)) return true;
    queue.push(...(arithmetic.at(at)?.meaning.inputs ?? []));
  }
  return false;
}

function consequenceOf(judgement: Judgement): Consequence {
  const { sheet, row, column } = judgement.meaning.at;
  return { sheet, cell: cellName(row, column), label: judgement.meaning.label, actual: judgement.reading.text, expected: expectedText(judgement) };
}

function merged(a: readonly Consequence[], b: readonly Consequence[]): Consequence[] {
  const all = [...a];
  for (const one of b) if (!all.some((other) => other.sheet === one.sheet && other.cell === one.cell)) all.push(one);
  return all;
}
