import { cellName } from "../workbook";
import { Grid } from "./grid";
import { rate } from "./indicator-sheet";
import type { TemplateOptions } from "./options";
import { periodText } from "./period-text";
import { numberOrSlash } from "./validations";

const PER_ROW = 3;
/** Three columns a card and a narrow one between. */
const STRIDE = 4;
const LAST_COLUMN = PER_ROW * STRIDE - 1;

/** 附件1-2: a card of three rows for each additional indicator, three side by side. */
export function cardGrid({ station, period, cards }: TemplateOptions): Grid {
  const grid = new Grid();
  grid.span(1, 1, 1, LAST_COLUMN, `${station}购买服务项目指标完成情况统计表（${periodText(period)}）`, "title");
  cards.forEach((name, index) => {
    const top = 3 + Math.floor(index / PER_ROW) * 4;
    const left = 1 + (index % PER_ROW) * STRIDE;
    grid.span(top, left, top, left + 2, name, "head");
    ["指标要求", "完成情况", "完成百分比"].forEach((text, at) => grid.put(top + 1, left + at, text, "head"));
    grid.input(top + 2, left, null, undefined, "amount");
    grid.input(top + 2, left + 1, null, undefined, "amount");
    grid.validate(top + 2, left, top + 2, left + 1, numberOrSlash(cellName(top + 2, left)));
    rate(grid, top + 2, left);
  });
  return grid;
}

export const CARD_WIDTHS: readonly number[] = Array.from({ length: LAST_COLUMN }, (_, index) => (index % STRIDE === 3 ? 3 : 13));
