import { workbookOf } from "../../support/sheet-builder";
import type { PersonSpec } from "../../support/roster-builder";
import type { RuleExample } from "../example";
import { halfYear, SUCCESSOR } from "./attendance";
import { roster, SCORES, scores, scoresWith } from "./sheets";

const GRADE = { ...SCORES, rows: "2,9:12,14" };

/** The scores beside a roster of half a year, in which one of five posts stays empty or is filled again. */
const besideRoster = (successor: readonly PersonSpec[]) => () => {
  const book = workbookOf({ 评分: scores() });
  return { ...book, sheets: [...book.sheets, roster(halfYear(successor)).sheet] };
};

export const scoreExamples = {
  "score-maximum": { wrong: scoresWith({ C9: 21 }), right: scoresWith(), show: [SCORES] },
  "score-mean": { wrong: scoresWith({ D6: 16.8 }), right: scoresWith(), show: [SCORES] },
  "score-sum": { wrong: scoresWith({ D12: 88.11 }), right: scoresWith(), show: [SCORES] },
  "score-grade": { wrong: scoresWith({ A14: "评估等级：优秀" }), right: scoresWith(), show: [GRADE] },
  "score-shortage": {
    wrong: besideRoster([]), right: besideRoster([SUCCESSOR]), settings: { headcount: 5 }, notes: { wrong: "five-posts", right: "five-posts" },
    besides: ["attendance-shortage"], show: [{ ...SCORES, rows: "2,12,14" }, { sheet: "到岗表", columns: "A:B,F:L", rows: "3,8:9,14" }]
  }
} satisfies Readonly<Record<string, RuleExample>>;
