import type { Evidence } from "../../evidence";
import { say, type Sentence } from "../../messages";
import { isMarkRole, toldTextAt, type ColumnRole } from "../../told";
import { roundHalfUp, sameNumber } from "../../values/numbers";
import { addressKey, cellName } from "../../workbook";
import type { Seen, SeenTriple } from "./seen";

/** The head of a column as its table writes it: the lowest of the heads that says anything. */
export function headOf({ sheet, rect, headBottom }: Seen, column: number): string {
  for (let row = headBottom; row >= rect.top; row--) {
    const text = toldTextAt(sheet, row, column);
    if (text !== "") return text;
  }
  return "";
}

/** Why a column was read as it was: its head, the formulas or numbers that bear it out, or what the user told. */
export function columnEvidence(seen: Seen, evidence: Evidence, column: number, role: ColumnRole, told: string | null): Sentence {
  const head = headOf(seen, column);
  const reasons = [
    ...(told === null ? [] : [say("told-why-told", { name: told })]),
    ...(head === "" ? [] : [say("told-why-head", { head })]),
    ...(role === "target" || role === "done" || role === "rate" ? quotientReason(seen, evidence, column, role) : contentReason(seen, column, role))
  ];
  const known = reasons.length > 0 ? reasons : [say("told-why-place")];
  return say("told-evidence", { role: say(`told-role-${role}`), why: known.reduce((a, b) => say("told-and", { a, b })) });
}

/** F5＝E5÷D5 等 12 处: how many of the column's triples their formulas, or their numbers, bear out. */
function quotientReason({ triples }: Seen, evidence: Evidence, column: number, role: "target" | "done" | "rate"): Sentence[] {
  const own = triples.filter((triple) => triple[role]?.at.column === column && triple.rate && triple.target);
  const placed = new Set(evidence.quotients.filter(({ byFormula }) => byFormula).map(({ rate }) => addressKey({ sheet: evidence.sheets[rate.sheet]!.sheet.name, row: rate.top, column: rate.left })));
  const formulas = own.filter(({ rate }) => placed.has(addressKey(rate!.at)));
  const agree = own.filter(agrees);
  const [count, id] = formulas.length > 0 ? [formulas, "told-why-formula" as const] : [agree, "told-why-values" as const];
  const [first] = count;
  return first ? [say(count.length > 1 ? id : `${id}-1`, { ...named(first), count: count.length })] : [];
}

function named({ target, done, rate }: SeenTriple): { rate: string; done: string; target: string } {
  const [a, b, c] = [target!, done, rate!].map(({ at }) => cellName(at.row, at.column));
  return { target: a!, done: b!, rate: c! };
}

function agrees({ target, done, rate }: SeenTriple): boolean {
  if (!target?.number || done.number === null || rate?.number == null) return false;
  const ratio = done.number / target.number;
  return sameNumber(roundHalfUp(ratio, 4), roundHalfUp(rate.number, 4)) || sameNumber(roundHalfUp(ratio * 100, 2), roundHalfUp(rate.number, 2));
}

/** What most says of its cells: the first that is filled, or how many marks it holds. */
function contentReason({ sheet, rows }: Seen, column: number, role: ColumnRole): Sentence[] {
  const texts = [...rows].filter(([, { is }]) => is !== "bottom" && is !== "total" && is !== "retention").map(([row]) => toldTextAt(sheet, row, column)).filter((text) => text !== "");
  if (texts.length === 0) return [];
  return [isMarkRole(role) ? say("told-why-marks", { count: texts.length }) : say("told-why-cells", { count: texts.length })];
}
