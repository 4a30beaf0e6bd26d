import { headText, readCell } from "../../tables/reading";
import type { Reading } from "../../tables/types";
import { normalise } from "../../values/text";
import type { Sheet, Workbook } from "../../workbook";

const VETO = /一票否决/;
/** Under these 是 says that it happened. */
const HAPPENED = /^是否(?:存在|发生|触及|出现|有|违反|涉及)|^有无|^(?:存在|发生|触及)(?:情况|与否)?$/;
const YES = /^(?:是|有|存在|已?发生|触及)$/;
const NO = /^(?:否|无|没有|不存在|未发生|未触及)$/;
/** So far below its title a list has its heads, and so many lines. */
const HEADS_BELOW = 4;
const MOST_LINES = 30;

/** An item of a list of vetoes (一票否决事项) that was answered with yes. */
export interface ListedVeto {
  readonly answer: Reading;
  readonly item: string;
}

/** R4: what a workbook's own lists of vetoes say has happened. */
export function listedVetoes(workbook: Workbook): ListedVeto[] {
  return workbook.sheets.filter(({ visibility, marker }) => visibility === "visible" && marker === null).flatMap((sheet) =>
    sheet.texts().filter(({ value }) => VETO.test(value)).flatMap(({ row }) => answersBelow(sheet, row)).filter(({ answer }) => YES.test(normalise(answer.text))));
}

/** The answers below the heads of a list; none where one of them is neither yes nor no. */
function answersBelow(sheet: Sheet, title: number): ListedVeto[] {
  for (let head = title; head <= title + HEADS_BELOW; head++) {
    const column = sheet.columns(head).find((each) => HAPPENED.test(headText(sheet, head, each)));
    if (column === undefined) continue;
    const found: ListedVeto[] = [];
    for (let row = head + 1; row <= head + MOST_LINES; row++) {
      const answer = readCell(sheet, row, column);
      const text = normalise(answer.text);
      if (text === "") break;
      if (!YES.test(text) && !NO.test(text)) return [];
      const item = sheet.columns(row).filter((each) => each < column).map((each) => readCell(sheet, row, each)).filter(({ kind }) => kind === "text").at(-1);
      found.push({ answer, item: item?.text ?? "" });
    }
    return found;
  }
  return [];
}
