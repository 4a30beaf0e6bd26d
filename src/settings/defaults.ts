import type { Settings } from "./types";

/** What holds where nothing is set: the domain's values (headcount, share and cut-off days are derived from published reports). */
export const DEFAULT_SETTINGS: Settings = {
  headcount: 20,
  certifiedShare: 0.5,
  phase: null,
  period: null,
  joinCutoffDay: 15,
  leaveCutoffDay: 15,
  retentionLimit: 0.8,
  trainingHoursPerPersonMonth: 6,
  weights: { thirdParty: 55, purchaser: 20, guidance: 15, supervisor: 10 },
  gradeLimits: { excellent: 90, good: 80, pass: 60 },
  vetoLimits: { mid: { staff: 5, certified: 3 }, final: { staff: 10, certified: 6 } },
  scores: {},
  vetoes: {},
  showNames: false,
  given: new Set()
};
