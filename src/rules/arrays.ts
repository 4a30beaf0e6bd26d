import { addressKey, findSheet, type CellAddress, type Workbook } from "../workbook";
import type { Arithmetic } from "../judgement/arithmetic";
import type { Consequence, Found } from "./finding";
import { consequenceOf } from "./resolve";

/** One array formula, one finding: what is wrong in the cells that it fills follows from it, where it is wrong itself. */
export function askOncePerArray(findings: readonly Found[], workbook: Workbook, arithmetic: Arithmetic): Found[] {
  const wrong = new Map(findings.filter(({ severity }) => severity === "error").map((finding) => [addressKey(finding.at), finding]));
  const filled = new Map<Found, Consequence[]>();
  const kept = findings.filter((finding) => {
    const master = masterOf(finding.at, workbook);
    const cause = master && wrong.get(addressKey(master));
    const judgement = arithmetic.at(finding.at);
    if (!cause || !judgement) return true;
    filled.set(cause, [...(filled.get(cause) ?? []), consequenceOf(judgement)]);
    return false;
  });
  return kept.map((finding) => (filled.has(finding) ? { ...finding, consequences: [...finding.consequences, ...filled.get(finding)!] } : finding));
}

/** The cell whose array formula fills this one; null for any other cell. */
function masterOf({ sheet, row, column }: CellAddress, workbook: Workbook): CellAddress | null {
  const array = findSheet(workbook, sheet)?.arrayAt(row, column);
  return !array || (array.top === row && array.left === column) ? null : { sheet, row: array.top, column: array.left };
}
