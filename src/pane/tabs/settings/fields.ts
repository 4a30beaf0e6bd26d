import type { MessageId } from "../../../messages";
import type { SettingKey } from "../../../settings";
import { PARTIES, type Party } from "../../../values/party";

/** What a number is counted in on the screen; a percent is a ratio in the settings. */
export type Unit = "people" | "percent" | "day" | "hours" | "points" | "months";

/** A number of the settings: of its own ("headcount") or one of several ("weights.purchaser"). */
export interface NumberSetting {
  readonly path: string;
  readonly label: MessageId;
  readonly unit: Unit;
}

/** Settings that are given one by one, each with an explanation and a way back to its default. */
export interface SingleSetting extends NumberSetting {
  readonly path: "headcount" | "certifiedShare" | "retentionLimit" | "trainingHoursPerPersonMonth" | "joinCutoffDay" | "leaveCutoffDay";
}

/** Numbers that are judged and set back together. */
export interface NumberGroup {
  readonly key: "scores" | "weights" | "gradeLimits" | "vetoLimits";
  readonly numbers: readonly NumberSetting[];
}

/** Defaults that no report states; the user is asked to check them against the agreement. */
export const DERIVED: ReadonlySet<SettingKey> = new Set(["headcount", "certifiedShare", "joinCutoffDay", "leaveCutoffDay", "trainingHoursPerPersonMonth"]);

const single = (path: SingleSetting["path"], unit: Unit): SingleSetting => ({ path, label: `set-${path}`, unit });

export const AGREEMENT: readonly SingleSetting[] = [
  single("headcount", "people"), single("certifiedShare", "percent"), single("retentionLimit", "percent"), single("trainingHoursPerPersonMonth", "hours")
];
export const CUTOFF_DAYS: readonly SingleSetting[] = [single("joinCutoffDay", "day"), single("leaveCutoffDay", "day")];

const ofParties = (key: "scores" | "weights"): NumberSetting[] =>
  PARTIES.map((party: Party) => ({ path: `${key}.${party}`, label: `party-${party}`, unit: "points" }));

export const SCORES: NumberGroup = { key: "scores", numbers: ofParties("scores") };
export const WEIGHTS: NumberGroup = { key: "weights", numbers: ofParties("weights") };
export const GRADE_LIMITS: NumberGroup = {
  key: "gradeLimits",
  numbers: (["excellent", "good", "pass"] as const).map((grade) => ({ path: `gradeLimits.${grade}`, label: `set-${grade}`, unit: "points" }))
};
export const VETO_LIMITS: NumberGroup = {
  key: "vetoLimits",
  numbers: (["mid", "final"] as const).flatMap((phase) =>
    (["staff", "certified"] as const).map((who): NumberSetting => ({ path: `vetoLimits.${phase}.${who}`, label: `set-${phase}-${who}`, unit: "months" })))
};
const UNITS = new Map<string, Unit>([...AGREEMENT, ...CUTOFF_DAYS, ...[SCORES, WEIGHTS, GRADE_LIMITS, VETO_LIMITS].flatMap(({ numbers }) => numbers)].map(({ path, unit }) => [path, unit]));

/** The unit of the number at a path; undefined where it is no number. */
export function unitOf(path: string): Unit | undefined {
  return UNITS.get(path);
}
