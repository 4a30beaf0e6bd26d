import { printedByParts } from "../../evaluation/summaries";
import type { RosterEvaluation, SummaryEvaluation } from "../../evaluation/types";
import { type Judged, judgeRoster, type RosterJudgement } from "../../judgement/roster";
import { consequencesOf } from "../../judgement/roster-consequences";
import { numberText } from "../../values/numbers";
import type { CellAddress } from "../../workbook";
import { type Consequence, type Finding, finding, type FindingParts, type Found, related } from "../finding";
import type { RuleMeta } from "../rule";

/** The subject of a finding about a roster. */
export function rosterSubject(row: string, column: string): Finding["subject"] {
  return { table: "roster", row, column };
}

/** The cells that are wrong only because this one is. */
export function consequences(cause: Judged, judgement: RosterJudgement): Consequence[] {
  return consequencesOf(cause, judgement).map(consequence);
}

/** The cell as one that is wrong only because of another. */
export function consequence(judged: Judged): Consequence {
  return { at: judged.reading.at, label: judged.label, actual: judged.reading.text, expected: numberText(judged.expected) };
}

/** The printed number is right only under a reading that no published report has: its days leave nothing open. */
export function isBeyond({ changes }: Judged): boolean {
  return changes.some(({ other }) => other.beyond === true);
}

/** The cell for a finding about the whole roster: its first cell. */
export function tableCell({ roster }: Pick<RosterEvaluation, "roster">): CellAddress {
  return { sheet: roster.sheet, row: roster.rect.top, column: roster.rect.left };
}

/** The numbers of that kind that are wrong by their own inputs. */
export function ownMistakes(evaluated: RosterEvaluation, kind: Judged["kind"]): Judged[] {
  return judgeRoster(evaluated).all.filter((judged) => judged.kind === kind && judged.status === "wrong");
}

/** The same of a table that gathers rosters' months: what those print themselves is no mistake of its own. */
export function summaryMistakes(summary: SummaryEvaluation, kind: Judged["kind"]): Judged[] {
  return ownMistakes(summary, kind).filter(({ reading, month, persons, kind: of }) => {
    if (reading.formula === null && reading.kind === "blank") return false;
    if (of === "sum" && month === null) return true;
    const group = summary.roster.groups.find(({ effective }) => effective?.months.some((own) => own.at === reading.at))?.group;
    const m = month ?? summary.roster.grandEffective?.months.findIndex((own) => own.at === reading.at) ?? -1;
    return persons.length > 0 && m >= 0 ? printedByParts(summary, group ?? "all", m) !== reading.number : true;
  });
}

/** A finding at a printed number of the roster; what follows from it comes with it. */
export function report(
  meta: RuleMeta, evaluated: RosterEvaluation, judged: Judged, parts: Pick<FindingParts, "message" | "basis" | "fix" | "severity">
): Found {
  return finding(meta, judged.reading.at, {
    ...parts,
    subject: rosterSubject(judged.row, judged.column),
    actual: judged.reading.text,
    expected: numberText(judged.expected),
    related: judged.parts.length <= 12 ? judged.parts.map((part) => related(part.reading.at, part.label)) : [],
    consequences: consequences(judged, judgeRoster(evaluated))
  });
}
