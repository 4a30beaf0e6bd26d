import { percentText } from "../../values/numbers";
import { say } from "../../messages";
import { finding } from "../finding";
import type { Rule } from "../rule";
import { rosterSubject, tableCell } from "../views/roster";

/** R11: 稳岗率 below its limit. */
export const attendanceRetentionLimit: Rule = {
  meta: { id: "attendance-retention-limit", severity: "warning", group: "attendance", title: "attendance-retention-limit-title", basis: ["R11", "R12"] },
  *check({ evaluation }) {
    const { used } = evaluation;
    if (!used || used.retention.meets) return;
    const { retained, headcount, rate, limit, retainedInPeriod } = used.retention;
    if (retainedInPeriod !== null && retainedInPeriod >= limit * headcount - 1e-9) return;
    const confirmed = used.staffing.confirmed.headcount;
    yield finding(this.meta, used.roster.retention?.at ?? used.roster.retentionLabelAt ?? tableCell(used), {
      message: () => say(confirmed ? "attendance-retention-limit" : "attendance-retention-limit-default", { retained, headcount, rate: percentText(rate), limit: percentText(limit), by: say("by-headcount", { headcount }) }),
      awaits: confirmed ? [] : ["headcount"],
      basis: say("basis-r11-limit"),
      subject: rosterSubject("all", "retention-limit"),
      actual: used.roster.retention?.text ?? ""
    });
  }
};
