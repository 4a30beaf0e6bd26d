import { say } from "../../messages";
import type { Roster } from "../../tables/roster/types";
import { findSheet, type Workbook } from "../../workbook";
import type { PlannedFix } from "../finding";

/** So many numbers are named in words. */
const MOST_NAMED = 4;

/**
 * Numbers persons anew, one after the other: `persons` in their order, the first of them gets `first`. One change over all the cells whose number
 * is another then. null where that would not do: a number is computed, is no plain number, or those after it do not go upwards.
 */
export function renumberFix(roster: Roster, persons: readonly number[], first: number, workbook: Workbook): PlannedFix | null {
  if (roster.vacancies.some(({ no }) => no !== null)) return null;
  const numbered = persons.map((i) => roster.persons[i]!);
  const goesUp = numbered.every(({ no }, i) => no === null || numbered.slice(0, i).every((before) => before.no === null || before.no <= no));
  if (!goesUp) return null;
  const changes: Pick<PlannedFix, "at" | "kind" | "before" | "after">[] = [];
  for (const [index, { no, noAt }] of numbered.entries()) {
    if (no === first + index) continue;
    const cell = noAt && findSheet(workbook, noAt.sheet)?.cell(noAt.row, noAt.column);
    if (!noAt || (cell && (cell.formula !== null || (typeof cell.value === "number" ? cell.text !== String(cell.value) : cell.text.trim() !== "")))) return null;
    changes.push({ at: noAt, kind: "value", before: cell?.value === undefined || typeof cell.value === "object" ? null : cell.value, after: first + index });
  }
  const [main, ...also] = changes;
  if (!main) return null;
  const numbers = changes.slice(0, MOST_NAMED).map(({ after }) => after).join("、");
  const why = also.length === 0 ? say("fix-roster-number", { number: numbers }) : say("fix-renumber", { numbers, more: changes.length > MOST_NAMED ? " …" : "" });
  return { ...main, why, ...(also.length > 0 && { also }) };
}
