import { parseCellName, parseRectName, rectContains } from "../workbook";
import type { ReportedFinding, ReportedTable } from "./types";

/** The findings of one table, or of what lies outside the tables of a sheet. */
export interface FindingGroup {
  readonly table: ReportedTable | null;
  readonly sheet: string;
  readonly findings: readonly ReportedFinding[];
}

/** Groups findings by table, in the order in which the report names them. */
export function groupFindings(findings: readonly ReportedFinding[], tables: readonly ReportedTable[]): FindingGroup[] {
  const groups = new Map<string, { table: ReportedTable | null; sheet: string; findings: ReportedFinding[] }>();
  for (const finding of findings) {
    const table = tableOf(finding, tables);
    const key = JSON.stringify([finding.sheet, table?.range]);
    const group = groups.get(key);
    if (group) group.findings.push(finding);
    else groups.set(key, { table, sheet: finding.sheet, findings: [finding] });
  }
  return [...groups.values()];
}

function tableOf({ sheet, cell }: ReportedFinding, tables: readonly ReportedTable[]): ReportedTable | null {
  const at = parseCellName(cell);
  if (!at) return null;
  return tables.find((table) => {
    const rect = table.sheet === sheet ? parseRectName(table.range) : null;
    return rect !== null && rectContains(rect, at.row, at.column);
  }) ?? null;
}
