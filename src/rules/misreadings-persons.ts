import { say, type MessageId } from "../messages";
import { judgeRoster, type Judged } from "../judgement/roster";
import type { RosterEvaluation } from "../evaluation/types";
import type { RuleId } from "../messages/rule-texts";
import type { ScoreTable } from "../tables/scores/types";
import { addressKey, rectContains, type CellAddress, type Rect } from "../workbook";
import { related, type Found } from "./finding";
import type { CheckContext } from "./rule";

/** Fewer cells are mistakes of their own, however small the table. */
const FEWEST = 3;
/** A share of the like cells that are wrong beyond which the table was misread, rather than filled in wrongly. */
const MISREAD = 1 / 3;
/** What else counts the same marks bears the reading out where so much of it agrees … */
const BORNE_OUT = 2 / 3;
/** … and no more of the cells themselves than this are wrong. */
const MOST_WRONG = 1 / 2;

/** Said once of a roster, by its nature: no cell is accused by them. */
const OF_THE_WHOLE: ReadonlySet<RuleId> = new Set<RuleId>([
  "attendance-retention", "attendance-retention-limit", "attendance-shortage", "attendance-staff-number", "attendance-at-end", "attendance-months", "score-weights", "score-grade", "score-shortage"
]);

/** Cells of a table that are filled in alike. */
interface Family {
  readonly key: string;
  /** How many there are. */
  readonly cells: number;
  readonly what: MessageId;
  /** Something independent says that they were read rightly, if so many are wrong. */
  readonly borneOut: (wrong: number) => boolean;
}

/**
 * A finding that would make more than a third of a table's like cells wrong is a misreading, until something independent supports it: the
 * findings of such cells become one question, and none of them is mended.
 */
export function askOnceOfRosters(findings: readonly Found[], { evaluation, tables }: CheckContext): Found[] {
  const families = new Map<string, { family: Family; own: Found[] }>();
  for (const finding of findings) {
    const family = finding.severity === "info" || OF_THE_WHOLE.has(finding.rule) ? null : familyOf(finding, evaluation.rosters, tables.scores);
    if (!family) continue;
    const known = families.get(family.key);
    if (known) known.own.push(finding);
    else families.set(family.key, { family, own: [finding] });
  }
  const asked = new Map<Found, Found | null>();
  for (const { family, own } of families.values()) {
    const places = new Set(own.map(({ at }) => addressKey(at)));
    if (places.size < FEWEST || places.size <= family.cells * MISREAD || family.borneOut(places.size)) continue;
    for (const finding of own) asked.set(finding, null);
    asked.set(own[0]!, question(own, places.size, family));
  }
  return findings.flatMap((finding) => {
    const other = asked.get(finding);
    return other === undefined ? [finding] : other === null ? [] : [other];
  });
}

function question(own: readonly Found[], count: number, { cells, what }: Family): Found {
  const [first, ...others] = own as [Found, ...Found[]];
  return {
    ...first, severity: "warning", expected: "", consequences: [], relations: {},
    related: others.map(({ at, actual }) => related(at, actual === "" ? say("shown-blank") : say("shown-text", { text: actual }))),
    subject: { ...first.subject, row: "all", column: `many:${first.subject.column}` },
    mend: () => null,
    tell: () => ({ message: say("many-alike", { what: say(what), count, of: cells, example: first.tell(null).message }), expected: "" })
  };
}

function familyOf(finding: Found, rosters: readonly RosterEvaluation[], scores: readonly ScoreTable[]): Family | null {
  if (finding.subject.table === "roster") {
    const evaluated = rosters.find(({ roster }) => isIn(roster, finding.at));
    return evaluated ? rosterFamily(finding, evaluated, `roster ${rosters.indexOf(evaluated)}`) : null;
  }
  if (finding.subject.table !== "scores") return null;
  const table = scores.find((one) => isIn(one, finding.at));
  return table ? { key: `scores ${scores.indexOf(table)} ${finding.rule}`, cells: scoreCells(finding.rule, table), what: "many-scores", borneOut: () => false } : null;
}

function isIn({ sheet, rect }: { readonly sheet: string; readonly rect: Rect }, at: CellAddress): boolean {
  return at.sheet === sheet && rectContains(rect, at.row, at.column);
}

function scoreCells(rule: RuleId, { rows, derived, sums }: ScoreTable): number {
  if (rule === "score-mean") return derived.length;
  return rule === "score-sum" ? sums.length : rows.reduce((count, { judges }) => count + Math.max(1, judges.length), 0);
}

function rosterFamily({ rule, subject: { row, column } }: Found, evaluated: RosterEvaluation, table: string): Family {
  const { roster } = evaluated;
  const { all } = judgeRoster(evaluated);
  const kind = column.split(":")[0]!;
  const cellsOf = (...kinds: readonly Judged["kind"][]): Judged[] => all.filter((judged) => kinds.includes(judged.kind));
  const family = (key: string, cells: number, what: MessageId, borneOut: Family["borneOut"] = () => false): Family => ({ key: `${table} ${key}`, cells, what, borneOut });
  const witnessed = (own: readonly Judged[], ...others: readonly Judged["kind"][]) => (wrong: number): boolean => wrong <= own.length * MOST_WRONG && agree(cellsOf(...others));
  if (kind === "mark" || kind === "share") return family("marks", roster.persons.length * roster.months.length, "many-marks");
  if (/^(?:no|person|vacant):/.test(row)) {
    return column === "total" ? family("totals", roster.persons.length, "many-totals", witnessed(cellsOf("person"), "month", "ticks"))
      : family(column === "senior" ? column : rule, roster.persons.length, "many-persons");
  }
  if (kind === "ticks") return family("ticks", cellsOf("ticks").length, "many-ticks", witnessed(cellsOf("ticks"), "person"));
  if (kind === "month") return family("months", cellsOf("month").length, "many-months", witnessed(cellsOf("month"), "person"));
  return family("sums", cellsOf("sum").length, "many-sums");
}

/** Most of the printed numbers are what the marks give. */
function agree(cells: readonly Judged[]): boolean {
  const printed = cells.filter(({ status, reading }) => status !== "skip" && reading.number !== null);
  return printed.length >= FEWEST && printed.filter(({ status }) => status !== "wrong").length >= printed.length * BORNE_OUT;
}
