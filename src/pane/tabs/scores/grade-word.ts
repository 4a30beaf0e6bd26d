import type { Words } from "../../words";

const GRADES = ["优秀", "良好", "合格", "不合格"] as const;

/** A grade in the language of the page; one that is none of the four as it is written. */
export function gradeWord(grade: string, words: Words): string {
  const known = GRADES.find((candidate) => candidate === grade);
  return known ? words(`grade-${known}`) : grade;
}
