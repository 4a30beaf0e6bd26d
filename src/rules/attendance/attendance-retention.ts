import { impliedHeadcount, writtenHeadcount } from "../../evaluation/notes";
import { percentText } from "../../values/numbers";
import type { RosterEvaluation } from "../../evaluation/types";
import { compareRate, expectedRateText } from "../../meaning/compare";
import { say, type Sentence } from "../../messages";
import type { Settings } from "../../settings/types";
import type { Roster } from "../../tables/roster/types";
import { isStations } from "../../tables/tables";
import type { Reading } from "../../tables/types";
import { normalise } from "../../values/text";
import { addressKey, sameCell } from "../../workbook";
import { finding, related, shown } from "../finding";
import { formulaFix, valueFix } from "../fixes/content";
import type { Rule } from "../rule";
import { rosterSubject } from "../views/roster";
import { wrongRetainedFlags } from "../views/retained-flags";
import { printedRetentions, wrongRetainedCounts, wrongRetentions, wrongRetentionTexts } from "../views/retention";

/** R11, R12: the printed 稳岗率 against the persons who are on duty in every month. */
export const attendanceRetention: Rule = {
  meta: { id: "attendance-retention", severity: "error", group: "attendance", title: "attendance-retention-title", basis: ["R11", "R12"] },
  *check({ evaluation, settings, workbook, tables }) {
    const judged = new Set([...evaluation.rosters, ...evaluation.summaries].flatMap(({ roster }) => (roster.retention ? [addressKey(roster.retention.at)] : [])));
    const printed = isStations(tables) ? printedRetentions(workbook) : [];
    for (const { reading, retention: { retained, posts }, expected } of wrongRetentionTexts(workbook, printed)) {
      yield finding(this.meta, reading.at, {
        message: () => say("attendance-retention-beside", { shown: shown(reading), retained: retained.text, headcount: posts.text, expected }),
        basis: say("basis-r11"),
        subject: rosterSubject(`text ${reading.at.sheet} ${reading.at.row}`, "retention"),
        actual: reading.text,
        expected,
        related: [related(retained.at, say("label-retained")), related(posts.at, say("label-posts"))]
      });
    }
    for (const { reading, expected } of wrongRetainedCounts(printed, evaluation.rosters)) {
      yield finding(this.meta, reading.at, {
        message: () => say("attendance-retained", { shown: shown(reading), expected: String(expected) }),
        basis: say("basis-r11-r12"),
        subject: rosterSubject(`count ${reading.at.sheet} ${reading.at.row}`, "retention"),
        actual: reading.text,
        expected: String(expected)
      });
    }
    for (const { reading, head, person } of isStations(tables) ? wrongRetainedFlags(workbook, evaluation) : []) {
      const absent = person.months.filter(({ value }) => value === 0).length;
      yield finding(this.meta, reading.at, {
        message: () => say(absent > 0 ? "attendance-retained-flag" : "attendance-retained-flag-all", { row: reading.at.row, head, shown: shown(reading), absent }),
        basis: say("basis-r11-r12"),
        subject: rosterSubject(`flag ${reading.at.sheet} ${person.no ?? person.row}`, "retention"),
        actual: reading.text
      });
    }
    for (const { reading, retained, posts, expected } of isStations(tables) ? wrongRetentions(workbook) : []) {
      if (judged.has(addressKey(reading.at))) continue;
      const right = expectedRateText(reading, expected);
      yield finding(this.meta, reading.at, {
        message: () => say("attendance-retention-beside", { shown: shown(reading), retained: retained.text, headcount: posts.text, expected: right }),
        basis: say("basis-r11"),
        subject: rosterSubject(`beside ${reading.at.sheet} ${reading.at.row}`, "retention"),
        actual: reading.text,
        expected: right,
        related: [related(retained.at, say("label-retained")), related(posts.at, say("label-posts"))],
        fix: () => (reading.formula === null ? valueFix(reading, expected, say("fix-roster-number", { number: right })) : null)
      });
    }
    for (const evaluated of [...evaluation.rosters, ...evaluation.summaries]) {
      const reading = evaluated.roster.retention;
      if (!reading || reading.kind === "blank") continue;
      const { retained } = evaluated.retention;
      const { headcount, known } = postsOf(evaluated, settings);
      const rate = retained / headcount;
      if (shows(reading, evaluated.retention.rate) || fitsPeriod(evaluated, reading, headcount) || explainedByMarks(evaluated, reading, headcount)) continue;
      const expected = percentText(rate);
      const other = otherReading(evaluated, reading, headcount, settings);
      // It fits the posts that the sheet goes by: beside them stands what is taken for as long as nobody has said how many there are.
      const asked = other?.asksPosts ? { headcount: evaluated.retention.headcount, expected: percentText(evaluated.retention.rate) } : null;
      const data = { shown: shown(reading), expected, retained, headcount, numbers: retainedNumbers(evaluated), ...asked };
      yield finding(this.meta, reading.at, {
        severity: other ? "warning" : "error",
        message: () => other ? say(asked ? "attendance-retention-posts" : "attendance-retention-reading", { ...data, reading: other.reading })
          : known ? say("attendance-retention", { ...data, implied: impliedBy(evaluated, settings) }) : say("attendance-retention-none", data),
        basis: say("basis-r11-r12"),
        subject: rosterSubject("all", "retention"),
        actual: reading.text,
        awaits: asked ? ["headcount"] : [],
        // What rests on a default is no verdict.
        expected: known && !asked ? expected : "",
        // A number in the place of the sentence that states it would take the words away.
        fix: () => other || !known || isSentence(evaluated.roster) ? null
          : reading.formula !== null ? formulaFix(reading, `=${retained}/${headcount}`)
          : valueFix(reading, rate, say("fix-roster-number", { number: expected }))
      });
    }
  }
};

/** The rate stands in one cell with its words. */
function isSentence({ retention, retentionLabelAt }: Roster): boolean {
  return retention !== null && retentionLabelAt !== null && sameCell(retention.at, retentionLabelAt);
}

function shows(reading: Reading, rate: number): boolean {
  const text = normalise(reading.text);
  const fraction = reading.textual ? /(?<!\d)(\d+)\/(\d+)(?!\d)/.exec(text) : null;
  // "14/20=75%": both must be right.
  if (fraction && Math.abs(Number(fraction[1]) / Number(fraction[2]) - rate) > 0.00005) return false;
  return (fraction !== null && !/(?<![*×\d])\d+(?:\.\d+)?%/.test(text)) || (compareRate(reading, rate)?.equal ?? false);
}

/** By how many posts a wrong rate is measured: those that were set, else those that the sheet itself divides by; the default is nobody's word. */
function postsOf({ roster, retention: counted }: RosterEvaluation, settings: Settings): { headcount: number; known: boolean } {
  const given = settings.given.has("headcount");
  const written = given ? null : writtenHeadcount(roster);
  return { headcount: written ?? counted.headcount, known: given || written !== null };
}

/** A roster of the whole year prints the rate of the period that it holds. */
function fitsPeriod({ roster, retention: { retainedInPeriod, printed } }: RosterEvaluation, reading: Reading, headcount: number): boolean {
  if (retainedInPeriod === null) return false;
  return [headcount, impliedHeadcount(roster, { printed, retained: retainedInPeriod })].some((posts) => posts !== null && shows(reading, retainedInPeriod / posts));
}

/** A blank or unreadable mark, or ticks in the month that begins with leaving or beyond, may make one more person retained; they are said where they stand. */
function explainedByMarks({ people, retainedAmong = people, retention: { retained } }: RosterEvaluation, reading: Reading, headcount: number): boolean {
  const open = retainedAmong.filter((person) => !person.retained && person.months.every((month) =>
    month.value > 0 || month.others.some(({ kind }) => kind === "mark" || kind === "leave" || kind === "outside"))).length;
  return Array.from({ length: open }, (_, i) => retained + 1 + i).some((count) => shows(reading, count / headcount));
}

/** By what the printed rate would be right; it may be the number of posts, which only the agreement tells. */
interface OtherReading {
  readonly reading: Sentence;
  readonly asksPosts: boolean;
}

function otherReading({ roster, retention: counted }: RosterEvaluation, reading: Reading, headcount: number, settings: Settings): OtherReading | null {
  const { retained, retainedWithoutHalves, printed } = counted;
  if (retainedWithoutHalves !== retained && shows(reading, retainedWithoutHalves / headcount)) return { reading: say("reading-without-halves", { retained: retainedWithoutHalves }), asksPosts: false };
  // The headcount is itself derived, unless somebody has set it.
  if (settings.given.has("headcount")) return null;
  const implied = (count: number): number | null => {
    const posts = impliedHeadcount(roster, { printed, retained: count });
    return posts !== null && shows(reading, count / posts) ? posts : null;
  };
  const all = implied(retained);
  if (all !== null) return { reading: say("reading-headcount", { headcount: all }), asksPosts: true };
  const whole = retainedWithoutHalves === retained ? null : implied(retainedWithoutHalves);
  return whole === null ? null : { reading: say("reading-headcount-without-halves", { headcount: whole, retained: retainedWithoutHalves }), asksPosts: true };
}

/** The sheet itself says another headcount than the one that was set. */
function impliedBy({ roster, retention: counted }: RosterEvaluation, settings: Settings): Sentence {
  const implied = impliedHeadcount(roster, counted);
  return implied === null || implied === settings.headcount ? say("no-cause") : say("retention-implied", { implied, headcount: settings.headcount });
}

function retainedNumbers({ people, retainedAmong = people }: RosterEvaluation): string {
  return retainedAmong.filter((person) => person.retained).map((person) => (person.no === null ? `(${person.row})` : String(person.no))).join("、");
}
