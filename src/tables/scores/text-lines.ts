import { USUAL_POINTS, type Party } from "../../values/party";
import { normalise } from "../../values/text";
import type { Sheet } from "../../workbook";
import { headText, readCell } from "../reading";
import { LONGEST_TEXT } from "./limits";
import type { Grade, GradeLine, ScoreLine } from "./types";
import { GRADE_LABEL, gradeWord, PARTY } from "./words";

/** Whom a clause of a sentence speaks of: a party or the total. */
const SUBJECT = /(购买方|监督方|督导中心|督导方|第三方)|(总得分|总评分|综合得分|综合评分|最终得分|评估总分|合计得分|总成绩|总分)/gu;
/** A score in a clause; what is counted otherwise (20人, 2025年, 55%) is none. */
const SCORE = /(?<![\d.])(\d{1,3}(?:\.\d+)?)(?![\d.])(?:(分)|(?![%\p{Script=Han}A-Za-z]))/gu;
/** What stands before a number that is no score but its maximum or its share. */
const MAXIMUM = /(?:满分|占|权重|标准分|分值|不低于|不超过|至少|低于|达到|以上|\/)[为是:]?$/u;
const GRADE_LINE = /(?:等级|等次|评估结果|评定结果|评估结论)(?:评定)?[:为是]?["'「『]?(优秀|良好|不合格|合格)/u;

/** Scores that stand in texts (购买方评估 得分：19.40分), or beside their words; `inTable`: the row belongs to a table. */
export function findLines(sheet: Sheet, inTable: (row: number, column: number) => boolean): ScoreLine[] {
  const lines: ScoreLine[] = [];
  for (const { row, column, value } of sheet.texts()) {
    if (value.length > LONGEST_TEXT || !value.includes("分")) continue;
    const text = normalise(value);
    const at = { sheet: sheet.name, row, column };
    const told = scoresIn(text);
    lines.push(...told.map((score) => ({ ...score, at })));
    if (told.length > 0 || inTable(row, column)) continue;
    const beside = besideItsWords(sheet, text, row, column);
    if (beside) lines.push(beside);
  }
  // What each party counts at most (购买方20分，第三方55分 …) is a rule, no score.
  const parties = lines.filter(({ party }) => party !== "total");
  return parties.length > 1 && parties.every(({ party, value }) => value === USUAL_POINTS[party as Party]) ? [] : lines;
}

/** The scores that a sentence gives the parties and the total, the first of each clause. */
function scoresIn(text: string): Omit<ScoreLine, "at">[] {
  const subjects = [...text.matchAll(SUBJECT)];
  return subjects.flatMap((subject, i) => {
    // 购买方评估总得分 is no total of all: the party before it is still spoken of.
    const before = subjects[i - 1];
    if (subject[2] && before?.[1] && /^(?:评估|机构|评价|评分|的)*$/.test(text.slice(before.index + before[0].length, subject.index))) return [];
    const clause = clauseFrom(text, subject.index + subject[0].length, subjects[i + 1], Boolean(subject[1]));
    const score = scoreIn(clause, subject[2] !== undefined);
    return score === null ? [] : [{ party: subject[1] ? PARTY[subject[1]]! : "total" as const, value: Number(score), text: score }];
  });
}

/** What is said of a subject: up to the next one, the end of the sentence or its next part. */
function clauseFrom(text: string, start: number, next: RegExpExecArray | undefined, isParty: boolean): string {
  const tail = isParty && next?.[2] && /^(?:评估|机构|评价|评分|的)*$/.test(text.slice(start, next.index)) ? undefined : next?.index;
  return /^[^。;]*/.exec(text.slice(start, tail))![0];
}

/** The first score of a clause that follows its subject closely: 评估得分46.35分, 占55分，得46.35分. */
function scoreIn(clause: string, isTotal: boolean): string | null {
  let from = 0;
  for (const match of clause.matchAll(SCORE)) {
    const words = clause.slice(from, match.index);
    const isMaximum = MAXIMUM.test(words) || /\($/.test(words) && /^\)/.test(clause.slice(match.index + match[0].length));
    from = match.index + match[0].length;
    if (isMaximum) continue;
    if (words.replace(/^[),]/, "").length > 14 || /,/.test(words.slice(1))) return null;
    return isTotal || match[2] || /得分|评分|分数|打分/.test(words) ? match[1]! : null;
  }
  return null;
}

function besideItsWords(sheet: Sheet, text: string, row: number, column: number): ScoreLine | null {
  const words = /^(?:(购买方|监督方|督导中心|督导方|第三方)(?:评估|机构|评价)*(?:得分|评分|分数)|(总得分|总评分|综合得分|评估总分))[:]?$/u.exec(text);
  if (!words) return null;
  const beside = sheet.extent(row, column).right + 1;
  const { at, number, text: shown } = readCell(sheet, row, beside);
  // Where more numbers follow, which of them is the score is for a table to say.
  if (readCell(sheet, row, sheet.extent(row, beside).right + 1).number !== null) return null;
  const party: Party | "total" = words[1] ? PARTY[words[1]]! : "total";
  return number === null ? null : { party, at, value: number, text: shown };
}

/** The grades of a sheet: in a sentence, or beside or under their word. */
export function findGrades(sheet: Sheet): GradeLine[] {
  const grades: GradeLine[] = [];
  for (const { row, column, value } of sheet.texts()) {
    if (value.length > LONGEST_TEXT || !/[等结]/.test(value)) continue;
    const text = normalise(value);
    const inText = GRADE_LINE.exec(text);
    if (inText) {
      grades.push({ at: { sheet: sheet.name, row, column }, grade: inText[1] as Grade });
      continue;
    }
    if (!GRADE_LABEL.test(text)) continue;
    const label = sheet.extent(row, column);
    const right = sheet.columns(row).find((other) => other > label.right && headText(sheet, row, other) !== "");
    const places = [...(right === undefined ? [] : [{ row, column: right }]), { row: label.bottom + 1, column }];
    for (const at of places) {
      const grade = gradeWord(headText(sheet, at.row, at.column));
      if (!grade) continue;
      grades.push({ at: { sheet: sheet.name, ...at }, grade });
      break;
    }
  }
  return grades;
}
