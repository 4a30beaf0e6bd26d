import { impliedHeadcount } from "../../evaluation/notes";
import type { RosterEvaluation } from "../../evaluation/types";
import { say } from "../../messages";
import type { Matrix } from "../../tables/indicators/types";
import { sumHalves } from "../../values/exact";
import { numberText, sameNumber } from "../../values/numbers";
import { finding, related } from "../finding";
import type { Rule } from "../rule";
import { monthLabel } from "../words/roster";

/** How many more are on duty in the last month if its blank and unreadable marks, which have findings of their own, are ticks. */
function doubtfulAtEnd({ people }: RosterEvaluation): number {
  return people.filter((person) => {
    const month = person.months[person.months.length - 1]!;
    return month.value === 0 && month.others.some(({ kind }) => kind === "mark");
  }).length;
}

/** Who leads belongs to no area. */
const LEADS = /负责人|站长|主任|主管|督导|统筹/;

/** What else the number may count: those who work in an area in the last month, the posts that the agreement asks for. */
function otherCounts({ roster, people, staffing, retention }: RosterEvaluation): number[] {
  const posts = staffing.confirmed.headcount ? staffing.headcount : impliedHeadcount(roster, retention);
  const leading = people.filter(({ months }, i) => months.at(-1)!.value > 0 && LEADS.test(roster.persons[i]!.position)).length;
  return [staffing.atEnd.total - leading, ...(posts === null ? [] : [posts])];
}

/** 投入社工人数 of the indicator tables against those on duty in the roster's last month (R18). */
export const attendanceStaffNumber: Rule = {
  meta: {
    id: "attendance-staff-number", severity: "warning", group: "attendance", title: "attendance-staff-number-title", basis: ["R18", "consistency"],
    relations: { ground: "count" }
  },
  *check({ evaluation, tables }) {
    const { used } = evaluation;
    if (!used) return;
    const { roster, staffing } = used;
    const last = staffing.byMonth[staffing.byMonth.length - 1]!;
    // Some count heads, some the person-months of the last month; both are taken.
    const doubtful = doubtfulAtEnd(used);
    const others = otherCounts(used);
    const fits = (number: number): boolean => others.some((count) => sameNumber(number, count))
      || [staffing.atEnd.total, last.total].some((count) => Array.from({ length: doubtful + 1 }, (_, i) => count + i).some((one) => sameNumber(number, one)));
    const unfit = tables.matrices.filter((matrix) => !tables.hidden.has(matrix.sheet) && isOfPeriod(matrix, used.period)).map(staffOf).filter((staff) => staff !== null && !fits(staff.number));
    const first = unfit[0];
    if (!first) return;
    yield finding(this.meta, first.reading.at, {
      message: () => say("attendance-staff-number", {
        shown: numberText(first.number), month: monthLabel(roster, roster.months.length - 1), total: staffing.atEnd.total,
        certified: staffing.atEnd.certified, uncertified: staffing.atEnd.uncertified
      }),
      basis: say("basis-r18"),
      subject: { table: "indicators", row: "total", column: "staff-roster" },
      actual: shownText(first.reading.text, first.number),
      related: [
        ...unfit.slice(1).map((staff) => related(staff!.reading.at, say("label-staff"))),
        related(roster.months[roster.months.length - 1]!.head, say("label-last-month"))
      ]
    });
  }
};

function shownText(text: string, number: number): string {
  return text === "" ? numberText(number) : text;
}

function isOfPeriod(matrix: Matrix, period: { start: string; end: string } | null): boolean {
  return !matrix.period || !period || (matrix.period.start <= period.end && matrix.period.end >= period.start);
}

function staffOf(matrix: Matrix): { number: number; reading: Matrix["staff"][number] } | null {
  if (matrix.staffTotal && matrix.staffTotal.number !== null) return { number: matrix.staffTotal.number, reading: matrix.staffTotal };
  const areas = matrix.staff.filter((reading) => reading.number !== null);
  return areas.length === 0 ? null : { number: sumHalves(areas.map((reading) => reading.number!)), reading: areas[0]! };
}
