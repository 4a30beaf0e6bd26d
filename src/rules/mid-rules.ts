import type { RuleMeta } from "./rule";

/** What a final workbook is held against the mid-term one for: no rule of one workbook, but each with a page like one. */
export const MID_RULES: readonly RuleMeta[] = [
  { id: "mid-months", severity: "warning", group: "mid", title: "mid-months-title", basis: ["consistency"] },
  { id: "mid-agreement", severity: "warning", group: "mid", title: "mid-agreement-title", basis: ["consistency", "R5", "R11"] },
  { id: "mid-target", severity: "warning", group: "mid", title: "mid-target-title", basis: ["consistency"] },
  { id: "mid-done", severity: "warning", group: "mid", title: "mid-done-title", basis: ["consistency"] },
  { id: "mid-staff", severity: "warning", group: "mid", title: "mid-staff-title", basis: ["consistency", "R7", "R12"] }
];
