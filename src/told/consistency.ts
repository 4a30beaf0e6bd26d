import { say, type Sentence } from "../messages";
import { ROLES_OF, type ColumnRole, type ToldColumn, type ToldTable } from "./types";

/** Target, done and rate of one indicator (or one month's marks): the columns by their place among the table's columns. */
export type Strip = Readonly<Partial<Record<ColumnRole, number>>>;

/** The columns of one triple each, from left to right: a new one begins where a role comes again; periods side by side share a target. */
export function stripsOf(columns: readonly ToldColumn[]): Strip[] {
  const strips: Partial<Record<ColumnRole, number>>[] = [];
  columns.forEach(({ role }, index) => {
    if (role !== "target" && role !== "done" && role !== "rate") return;
    const last = strips[strips.length - 1];
    if (!last || last[role] !== undefined) strips.push({ [role]: index });
    else last[role] = index;
  });
  let target: number | undefined;
  return strips.map((strip) => {
    target = strip.target ?? target;
    return strip.target === undefined && target !== undefined && strip.rate !== undefined ? { ...strip, target } : strip;
  });
}

/** Roles that a table has once at most. */
const ONCE: ReadonlySet<ColumnRole> = new Set([
  "staff", "no", "type", "position", "certificate", "contract", "contractEnd", "joined", "left", "total", "senior", "remark", "standard", "weight", "deduction"
]);
const MARKS: ReadonlySet<ColumnRole> = new Set(["presence", "insurance", "wages", "mark"]);

export function isMarkRole(role: ColumnRole): boolean {
  return MARKS.has(role);
}

/** Why the columns of a told table can't be what they were told to be together, whatever stands in them; null where they can. */
export function contradictionIn({ kind, columns }: Pick<ToldTable, "kind" | "columns">): Sentence | null {
  const roles = columns.map(({ role }) => role);
  const has = (...wanted: readonly ColumnRole[]): boolean => roles.some((role) => wanted.includes(role));
  const strange = roles.find((role) => !(ROLES_OF[kind] as readonly ColumnRole[]).includes(role));
  if (strange) return say("told-role-of-other", { role: say(`told-role-${strange}`), kind: say(`told-kind-${kind}`) });
  const twice = roles.find((role, index) => ONCE.has(role) && roles.indexOf(role) !== index);
  if (twice) return say("told-role-twice", { role: say(`told-role-${twice}`) });
  if (kind === "roster") return !has("name") ? lacks("name") : roles.filter((role) => role === "name").length > 1 ? say("told-role-twice", { role: say("told-role-name") }) : has(...MARKS) ? null : lacks("mark");
  if (kind === "scores") return !has("name") ? lacks("name") : has("score", "converted") ? null : lacks("score");
  if (kind === "none" || (kind === "arithmetic" && !has("target", "done", "rate"))) return null;
  if (!has("done")) return lacks("done");
  if (kind !== "cards" && kind !== "arithmetic" && !has("name")) return lacks("name");
  const strips = stripsOf(columns);
  if (strips.some(({ done, rate }) => done === undefined && rate !== undefined)) return say("told-two-rates");
  if (strips.some(({ done }) => done === undefined)) return say("told-two-targets");
  return strips.some(({ target, rate }) => target === undefined && rate === undefined) ? say("told-lone-done") : null;
}

function lacks(role: ColumnRole): Sentence {
  return say("told-role-missing", { role: say(`told-role-${role}`) });
}
