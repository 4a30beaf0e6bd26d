import type { Rule } from "../rule";

export const attendanceRules: readonly Rule[] = [];
