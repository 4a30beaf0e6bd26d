import type { Evidence } from "../evidence";
import { say } from "../messages";
import type { RuleId } from "../messages/rule-texts";
import { addressKey, type CellAddress } from "../workbook";
import { related, type Found } from "./finding";
import type { CheckContext } from "./rule";
import { indicatorCells, tableKey } from "./views/indicator-cells";

/** Rules that compare a cell of an indicator table with what its role says: where the role was misread they accuse one cell after the other. */
const BY_ROLE: ReadonlySet<RuleId> = new Set<RuleId>(["rate-mismatch", "rate-scale", "rate-without-target", "total-mismatch", "count-value", "formula-wrong", "text-number"]);
/** So many cells at least, and more than this share of those alike, and the reading is in doubt rather than the cells. */
const FEWEST = 3;
const SHARE = 1 / 3;

interface Alike { readonly at: CellAddress; readonly table: string; readonly kind: "rate" | "count" | "total" }

/**
 * One wrong cell accuses one cell: where a rule would call more than a third of a table's (or of a column's, or a row's) like cells wrong, the
 * table computes in another way or was misread. It is said once, as a question, instead of accusing each.
 */
export function askOnceAboutMisreadings(findings: readonly Found[], context: CheckContext): Found[] {
  const accused = findings.filter(({ rule, severity }) => severity === "error" && BY_ROLE.has(rule));
  if (accused.length < FEWEST) return [...findings];
  const alike = alikeCells(context);
  const groups = new Map<string, { finding: Found; cell: Alike }[]>();
  for (const finding of accused) {
    const cell = alike.get(addressKey(finding.at));
    if (!cell || isSupported(context.tables.evidence, finding, cell)) continue;
    const key = `${finding.rule} ${cell.table} ${cell.kind}`;
    groups.set(key, [...(groups.get(key) ?? []), { finding, cell }]);
  }
  const asked = new Map<Found, Found | null>();
  for (const group of groups.values()) {
    if (group.length < FEWEST) continue;
    const all = [...alike.values()].filter(({ table, kind }) => table === group[0]!.cell.table && kind === group[0]!.cell.kind);
    const misread = misreadOf(group, all);
    if (misread.length === 0) continue;
    for (const { finding } of misread) asked.set(finding, null);
    asked.set(misread[0]!.finding, question(misread.map(({ finding }) => finding), all.length));
  }
  return asked.size === 0 ? [...findings] : findings.flatMap((finding) => (asked.has(finding) ? asked.get(finding) ?? [] : [finding]));
}

/** The cells of the indicator tables by what they are: rates, sums, counts. */
function alikeCells(context: CheckContext): Map<string, Alike> {
  const found = new Map<string, Alike>();
  for (const { table, reading, role, total } of indicatorCells(context)) {
    if (reading.kind === "blank" || reading.kind === "slash") continue;
    found.set(addressKey(reading.at), { at: reading.at, table: tableKey(table), kind: role === "rate" ? "rate" : total ? "total" : "count" });
  }
  return found;
}

/** A sum over some of its parts is meant to be this sum, and short: its own formula says so besides the role. */
function isSupported({ sheets, forms }: Evidence, { at }: Found, { kind }: Alike): boolean {
  if (kind !== "total") return false;
  const atom = sheets.find(({ sheet }) => sheet.name === at.sheet)?.startingAt(at.row, at.column);
  return atom !== undefined && forms.get(atom)?.kind === "sum";
}

type Accused = { readonly finding: Found; readonly cell: Alike };

/** What of a group is too much for its table, its column or its row. A row of wrong rates is one wrong row (means of rates), no misreading. */
function misreadOf(group: readonly Accused[], all: readonly Alike[]): readonly Accused[] {
  if (isTooMuch(group.length, all.length)) return group;
  const lines = (["column", "row"] as const).filter((axis) => axis === "column" || group[0]!.cell.kind !== "rate");
  return group.filter(({ cell }) => lines.some((axis) => {
    const same = ({ at }: Alike): boolean => at[axis] === cell.at[axis];
    return isTooMuch(group.filter((other) => same(other.cell)).length, all.filter(same).length);
  }));
}

function isTooMuch(wrong: number, all: number): boolean {
  return wrong >= FEWEST && wrong > all * SHARE;
}

function question(findings: readonly Found[], all: number): Found {
  const [first, ...others] = findings as readonly [Found, ...Found[]];
  return {
    ...first, severity: "warning", consequences: [], related: others.map(({ at }) => related(at, say("misread-cell"))), mend: () => null,
    relations: { ...first.relations, part: "symptom" },
    tell: () => ({ message: say("misread", { count: findings.length, all, example: first.tell(null).message }), expected: "" })
  };
}
