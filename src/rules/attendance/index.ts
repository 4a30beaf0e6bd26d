import type { Rule } from "../rule";
import { undatedLeave, unexplainedAbsence } from "./absence";
import { certificates } from "./certificates";
import { duplicates } from "./duplicates";
import { outsideEmployment } from "./employment";
import { headcountAtEnd, staffNumber } from "./headcount";
import { marks } from "./marks";
import { rosterMonths } from "./months";
import { numbers } from "./numbers";
import { personTotal, settledHalf } from "./person-total";
import { retention, retentionLimit } from "./retention";
import { sameStart } from "./same-start";
import { seniority } from "./seniority";
import { shortages } from "./shortage";
import { monthTotal, sums, textTotals, tickCount } from "./totals";

/** The rules about the roster (到岗表). */
export const attendanceRules: readonly Rule[] = [
  marks, personTotal, settledHalf, tickCount, monthTotal, sums, textTotals, seniority, retention, retentionLimit, shortages, numbers, duplicates,
  outsideEmployment, sameStart, unexplainedAbsence, undatedLeave, certificates, rosterMonths, staffNumber, headcountAtEnd
];
