/** The marks of a roster as the published forms have them: 到位, 已购, 已发, and not. */
export const TICK = "√";
export const NO_TICK = "——";

/** Ticks in every roster, beside whatever else one uses. */
export const COMMON_TICKS: readonly string[] = [TICK, "✓", "✔", "1", "是"];
