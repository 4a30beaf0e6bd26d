import { impliedHeadcount } from "../../evaluation/notes";
import { percentText } from "../../values/numbers";
import type { RosterEvaluation } from "../../evaluation/types";
import { compareRate } from "../../meaning/compare";
import { say, type Sentence } from "../../messages";
import type { Settings } from "../../settings/types";
import type { Reading } from "../../tables/types";
import { normalise } from "../../values/text";
import { finding, shown } from "../finding";
import { formulaFix, valueFix } from "../fixes/content";
import type { Rule } from "../rule";
import { rosterSubject } from "../views/roster";

/** R11, R12: the printed 稳岗率 against the persons who are on duty in every month. */
export const attendanceRetention: Rule = {
  meta: { id: "attendance-retention", severity: "error", group: "attendance", title: "attendance-retention-title", basis: ["R11", "R12"] },
  *check({ evaluation, settings }) {
    for (const evaluated of evaluation.rosters) {
      const reading = evaluated.roster.retention;
      if (!reading || reading.kind === "blank") continue;
      const { retained, headcount, rate } = evaluated.retention;
      if (shows(reading, rate) || explainedByMarks(evaluated, reading)) continue;
      const expected = percentText(rate);
      const other = otherReading(evaluated, reading, settings);
      const formula = `=${retained}/${headcount}`;
      const data = { shown: shown(reading), expected, retained, headcount };
      yield finding(this.meta, reading.at, {
        severity: other ? "warning" : "error",
        message: () => other ? say("attendance-retention-reading", { ...data, reading: other }) : say("attendance-retention", { ...data, numbers: retainedNumbers(evaluated), implied: impliedBy(evaluated, settings) }),
        basis: say("basis-r11-r12"),
        subject: rosterSubject("all", "retention"),
        actual: reading.text,
        expected,
        fix: () => other ? null
          : reading.formula !== null ? formulaFix(reading, formula)
          : valueFix(reading, rate, say("fix-roster-number", { number: expected }))
      });
    }
  }
};

function shows(reading: Reading, rate: number): boolean {
  const text = normalise(reading.text);
  const fraction = reading.textual ? /(?<!\d)(\d+)\/(\d+)(?!\d)/.exec(text) : null;
  // "14/20=75%": both must be right.
  if (fraction && Math.abs(Number(fraction[1]) / Number(fraction[2]) - rate) > 0.00005) return false;
  return (fraction !== null && !/(?<![*×\d])\d+(?:\.\d+)?%/.test(text)) || (compareRate(reading, rate)?.equal ?? false);
}

/** A blank or unreadable mark, or ticks in the month that begins with leaving, may make one more person retained; they are said where they stand. */
function explainedByMarks(evaluated: RosterEvaluation, reading: Reading): boolean {
  const { people, retention: { retained, headcount } } = evaluated;
  const open = people.filter((person) => !person.retained && person.months.every((month) =>
    month.value > 0 || month.others.some((other) => other.kind === "mark" || other.kind === "leave"))).length;
  return Array.from({ length: open }, (_, i) => retained + 1 + i).some((count) => shows(reading, count / headcount));
}

function otherReading({ roster, retention: counted }: RosterEvaluation, reading: Reading, settings: Settings): Sentence | null {
  if (shows(reading, counted.retainedWithoutHalves / counted.headcount)) return say("reading-without-halves", { retained: counted.retainedWithoutHalves });
  const implied = impliedHeadcount(roster, counted);
  // The headcount is itself derived, unless somebody has set it.
  if (implied === null || settings.given.has("headcount") || !shows(reading, counted.retained / implied)) return null;
  return say("reading-headcount", { headcount: implied });
}

/** The sheet itself says another headcount than the one that was set. */
function impliedBy({ roster, retention: counted }: RosterEvaluation, settings: Settings): Sentence {
  const implied = impliedHeadcount(roster, counted);
  return implied === null || implied === settings.headcount ? say("no-cause") : say("retention-implied", { implied, headcount: settings.headcount });
}

function retainedNumbers({ people }: RosterEvaluation): string {
  return people.filter((person) => person.retained).map((person) => (person.no === null ? `(${person.row})` : String(person.no))).join("、");
}
