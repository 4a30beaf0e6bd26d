import type { RosterEvaluation, Staffing } from "../../evaluation/types";
import { shortage } from "../../evaluation/vetoes";
import { say } from "../../messages";
import type { Reading } from "../../tables/types";
import { numberText, shareText } from "../../values/numbers";
import { finding, type AwaitedSetting, type Found } from "../finding";
import type { CheckContext, Rule, RuleMeta } from "../rule";
import { rosterSubject, tableCell } from "../views/roster";

/** R4, R5, R10: person-months short of what is due; a warning from the limit of the veto on, otherwise worth knowing. */
export const attendanceShortage: Rule = {
  meta: { id: "attendance-shortage", severity: "warning", group: "attendance", title: "attendance-shortage-title", basis: ["R4", "R5", "R10"] },
  *check(context) {
    const { used, phase } = context.evaluation;
    if (!used || !phase) return;
    const { roster, staffing } = used;
    const printed = roster.grandTotal?.total ?? null;
    yield* short(this.meta, context, used, "staff", staffing.due, staffing.actual, printed);
    // Certified persons of several pages or subtotals: only a single 小计 prints the number.
    const certified = roster.groups.filter((group) => group.group === "certified");
    if (certified.length === 0 && roster.persons.some((person) => person.group === null)) return;
    yield* short(this.meta, context, used, "certified", staffing.certified.due, staffing.certified.actual, certified.length === 1 ? (certified[0]!.subtotal?.total ?? null) : null);
  }
};

function* short(
  meta: RuleMeta, { evaluation, settings }: CheckContext, { roster, staffing }: RosterEvaluation, which: "staff" | "certified", due: number, actual: number, printed: Reading | null
): Iterable<Found> {
  const missing = shortage(due, actual);
  const byPrint = printed?.number == null || printed.number === actual ? null : shortage(due, printed.number);
  const limit = settings.vetoLimits[evaluation.phase!][which];
  const worst = Math.max(missing, byPrint ?? 0);
  if (worst <= 0) return;
  const confirmed = staffing.confirmed.headcount && (which === "staff" || staffing.confirmed.share);
  // A verdict only where what is asked for is known, and computed and printed numbers say the same.
  const veto = confirmed && Math.min(missing, byPrint ?? missing) >= limit;
  const awaits = awaitedBy(staffing, which);
  yield finding(meta, printed?.at ?? tableCell({ roster }), {
    severity: worst >= limit ? "warning" : "info",
    message: () => say(!confirmed ? "attendance-shortage-default" : veto ? "attendance-shortage-veto" : "attendance-shortage", {
      who: say(`shortage-${which}`), due: numberText(due), actual: numberText(actual), short: numberText(missing), limit: numberText(limit),
      phase: say(`phase-${evaluation.phase!}`),
      printed: byPrint === null ? say("no-cause") : say("shortage-printed", { printed: numberText(printed!.number!), short: numberText(byPrint) }),
      by: say(which === "staff" ? "by-headcount" : "by-share", { headcount: staffing.headcount, share: shareText(staffing.certified.share) }),
      confirm: awaits.map((setting) => say(`confirm-${setting}`))
    }),
    awaits,
    basis: say(which === "staff" ? "basis-r4-r5" : "basis-r4-r10"),
    subject: rosterSubject(which === "staff" ? "all" : "certified", "shortage"),
    actual: printed?.text ?? ""
  });
}

function awaitedBy({ confirmed }: Staffing, which: "staff" | "certified"): AwaitedSetting[] {
  return [...(confirmed.headcount ? [] : ["headcount" as const]), ...(which === "staff" || confirmed.share ? [] : ["certifiedShare" as const])];
}
