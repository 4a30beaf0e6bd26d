import { say } from "../messages";
import { shareText } from "../values/numbers";
import { TICKED_VETOES, type Phase, type Settings } from "../settings/types";
import type { Staffing, Veto } from "./types";

/** Short by how many person-months; 0 when there is no shortage. */
export function shortage(due: number, actual: number): number {
  return Math.max(0, due - actual);
}

/** The vetoes (R4): two that can be computed, and those that only a person can tick. */
export function evaluateVetoes(staffing: Staffing | null, phase: Phase | null, settings: Settings): Veto[] {
  const computed = (id: "staff-shortage" | "certified-shortage"): Veto => {
    if (!staffing || !phase) return { id, state: "unknown", detail: say("veto-no-roster") };
    const { due, actual } = id === "staff-shortage" ? staffing : staffing.certified;
    const limit = settings.vetoLimits[phase][id === "staff-shortage" ? "staff" : "certified"];
    const short = shortage(due, actual);
    const { headcount, confirmed } = staffing;
    if (short < limit || short <= 0) return { id, state: "not-met", detail: say("veto-staff-enough", { due, actual, limit }) };
    if (confirmed.headcount && (id === "staff-shortage" || confirmed.share)) {
      return { id, state: "met", detail: say("veto-staff-short", { due, actual, short, limit, phase: say(`phase-${phase}`) }) };
    }
    const what = id === "staff-shortage" ? say("default-headcount", { headcount }) : say("default-share", { headcount, share: shareText(staffing.certified.share) });
    return { id, state: "unconfirmed", detail: say("veto-staff-unconfirmed", { what, due, actual, short, limit }) };
  };
  return [
    computed("staff-shortage"),
    computed("certified-shortage"),
    ...TICKED_VETOES.map((id): Veto => {
      const ticked = settings.vetoes[id];
      return { id, state: ticked === undefined ? "unknown" : ticked ? "met" : "not-met", detail: say(`veto-${id}`) };
    })
  ];
}
