import { workbookOf } from "../../support/sheet-builder";
import type { RuleExample } from "../example";
import { REFILLED, VACANCY } from "./attendance";
import { roster, SCORES, scores, scoresWith, type RosterChange } from "./sheets";

const GRADE = { ...SCORES, rows: "2,9:12,14" };

/** The scores beside a roster of half a year, in which one of five posts stays empty or is filled again. */
const beside = (change: RosterChange) => () => {
  const book = workbookOf({ 评分: scores() });
  return { ...book, sheets: [...book.sheets, roster(change).sheet] };
};

export const scoreExamples = {
  "score-maximum": { wrong: scoresWith({ C9: 21 }), right: scoresWith(), show: [SCORES] },
  "score-mean": { wrong: scoresWith({ D6: 16.8 }), right: scoresWith(), show: [SCORES] },
  "score-sum": { wrong: scoresWith({ D12: 88.11 }), right: scoresWith(), show: [SCORES] },
  "score-grade": { wrong: scoresWith({ A14: "评估等级：优秀" }), right: scoresWith(), show: [GRADE] },
  "score-weights": { wrong: scoresWith({ B11: 20, B12: "=SUM(B3:B6,B9:B11)" }), right: scoresWith({ B12: "=SUM(B3:B6,B9:B11)" }), show: [SCORES] },
  "score-text-number": { wrong: scoresWith({ C5: "9.6" }), right: scoresWith(), show: [SCORES] },
  "score-shortage": {
    wrong: beside(VACANCY), right: beside(REFILLED), settings: { headcount: 5 }, notes: { wrong: "five-posts", right: "five-posts" },
    besides: ["attendance-shortage"], show: [{ ...SCORES, rows: "2,12,14" }, { sheet: "到岗表", columns: "A:B,F:G,K:L", rows: "3,10:11,15" }]
  }
} satisfies Readonly<Record<string, RuleExample>>;
