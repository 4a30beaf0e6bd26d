import { parseCellName, parseRectName, rectContains, type Rect } from "../workbook";
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

function tableOf({ rule, sheet, cell }: ReportedFinding, tables: readonly ReportedTable[]): ReportedTable | null {
  const at = parseCellName(cell);
  if (!at) return null;
  const placed = tables.flatMap((table) => {
    const rect = table.sheet === sheet ? parseRectName(table.range) : null;
    return rect ? [{ table, rect }] : [];
  });
  const around = placed.find(({ rect }) => rectContains(rect, at.row, at.column));
  if (around) return around.table;
  // A grade below the scores, a period over the roster: what the rule is about stands beside its table.
  const kind = KINDS.find(([prefix]) => rule.startsWith(prefix))?.[1];
  const distance = ({ top, bottom }: Rect): number => Math.max(top - at.row, at.row - bottom, 0);
  return placed.filter(({ table }) => table.kind === kind).sort((a, b) => distance(a.rect) - distance(b.rect))[0]?.table ?? null;
}

const KINDS = [["score-", "scores"], ["attendance-", "roster"]] as const;
