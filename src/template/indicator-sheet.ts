import { cellName } from "../workbook";
import { column, Grid } from "./grid";
import { periodText } from "./period-text";
import type { TemplateOptions } from "./options";
import { numberOrSlash, staffNumber } from "./validations";
import { BLOCKS, NO_TARGET, OVERALL, type IndicatorGroup, type Leaf } from "./words";

const AREA = 1;
const STAFF = 2;
const FIRST_TRIPLE = 3;
/** Points: room to fill in by hand on paper. */
const LINE_HEIGHT = 24;
const RATE_FORMAT = "0.00%";
/** The widest block decides how wide the sheet is. */
const LAST_COLUMN = FIRST_TRIPLE - 1 + 3 * Math.max(...BLOCKS.map((groups) => groups.flatMap(({ leaves }) => leaves).length));

/** 附件1-1: the blocks of indicators by area, 总体服务 and the footnote. */
export function indicatorGrid(options: TemplateOptions): Grid {
  const grid = new Grid();
  grid.span(1, AREA, 1, LAST_COLUMN, `${options.station}购买服务项目指标完成情况统计表（${periodText(options.period)}）`, "title");
  let row = 2;
  const firstArea = row + 2;
  BLOCKS.forEach((groups, index) => {
    block(grid, row, groups, options.areas, index === 0 ? null : firstArea);
    row += options.areas.length + 3;
  });
  row = overall(grid, row);
  const footnote = "所在街道/镇户籍人口（    人），评估末月社工站为困难群众和特殊群体建档总户数    户，建档人数    人；"
    + "评估期内入户探访总人数    人次，服务总人数    人；通过社工专业服务共服务社区居民    人次。";
  grid.span(row, AREA, row, LAST_COLUMN, footnote, "remark", { unlocked: true });
  grid.rowHeights[row] = 36;
  return grid;
}

export const INDICATOR_WIDTHS: readonly number[] = [12, 9, ...Array.from({ length: LAST_COLUMN - 2 }, (_, index) => (index % 3 === 2 ? 9.5 : 7.5))];

/** One block: two rows of heads, a row for each area, 合计. `staffFrom`: the first area's row of the block that 投入社工人数 is filled into. */
function block(grid: Grid, top: number, groups: readonly IndicatorGroup[], areas: readonly string[], staffFrom: number | null): void {
  const first = top + 2;
  const last = first + areas.length - 1;
  grid.span(top, AREA, top + 1, AREA, "服务片区", "head");
  grid.span(top, STAFF, top + 1, STAFF, "投入社工人数", "head");
  let at = FIRST_TRIPLE;
  for (const { name, leaves } of groups) {
    grid.span(top, at, top, at + 3 * leaves.length - 1, name, "head");
    for (const leaf of leaves) {
      triple(grid, top + 1, at, leaf, first, last);
      at += 3;
    }
  }
  grid.rowHeights[top + 1] = 44;
  areas.forEach((area, index) => {
    const row = first + index;
    grid.put(row, AREA, area, "text");
    grid.rowHeights[row] = LINE_HEIGHT;
    if (staffFrom === null) grid.input(row, STAFF, null, undefined, "amount");
    else {
      const source = cellName(staffFrom + index, STAFF);
      grid.formula(row, STAFF, `=IF(${source}="","",${source})`, "", "number");
    }
  });
  if (staffFrom === null) grid.validate(first, STAFF, last, STAFF, staffNumber(cellName(first, STAFF)));
  grid.put(last + 1, AREA, "合计", "head");
  sum(grid, last + 1, STAFF, first, last);
}

function triple(grid: Grid, head: number, at: number, leaf: Leaf, first: number, last: number): void {
  [leaf.target, leaf.done, leaf.rate].forEach((text, index) => grid.put(head, at + index, text, "head"));
  for (let row = first; row <= last; row++) {
    grid.input(row, at, null, undefined, "amount");
    grid.input(row, at + 1, null, undefined, "amount");
    rate(grid, row, at);
  }
  grid.validate(first, at, last, at + 1, numberOrSlash(cellName(first, at)));
  const targets = column(at, first, last);
  grid.formula(last + 1, at, `=IF(COUNT(${targets})>0,SUM(${targets}),IF(COUNTIF(${targets},"${NO_TARGET}")>0,"${NO_TARGET}",""))`, "", "number");
  sum(grid, last + 1, at + 1, first, last);
  rate(grid, last + 1, at);
}

/** The rate of the target and the done value before it: "/" without a target, nothing before the target is filled in. */
export function rate(grid: Grid, row: number, targetColumn: number): void {
  const target = cellName(row, targetColumn);
  const done = cellName(row, targetColumn + 1);
  grid.formula(row, targetColumn + 2, `=IF(${target}="${NO_TARGET}","${NO_TARGET}",IF(N(${target})=0,"",N(${done})/${target}))`, "", "percent", RATE_FORMAT);
}

function sum(grid: Grid, row: number, at: number, first: number, last: number): void {
  const cells = column(at, first, last);
  grid.formula(row, at, `=IF(COUNT(${cells})=0,"",SUM(${cells}))`, "", "number");
}

const LEFT = { category: 1, name: 2, nameEnd: 5, target: 6 };
const RIGHT = { name: 9, nameEnd: 12, target: 13 };

/** 总体服务: two lists side by side. Gives the row after it. */
function overall(grid: Grid, top: number): number {
  for (const { name, nameEnd, target } of [{ ...LEFT, name: LEFT.category }, RIGHT]) {
    grid.span(top, name, top, nameEnd, "协议内容", "head");
    ["指标要求", "完成量", "百分比"].forEach((text, index) => grid.put(top, target + index, text, "head"));
  }
  const first = top + 1;
  grid.span(first, LEFT.category, first + OVERALL.left.length - 1, LEFT.category, OVERALL.category, "center");
  for (const [side, names] of [[LEFT, OVERALL.left], [RIGHT, OVERALL.right]] as const) {
    names.forEach((name, index) => {
      const row = first + index;
      grid.rowHeights[row] = LINE_HEIGHT;
      grid.span(row, side.name, row, side.nameEnd, name, "text");
      grid.input(row, side.target, null, undefined, "amount");
      grid.input(row, side.target + 1, null, undefined, "amount");
      rate(grid, row, side.target);
    });
    grid.validate(first, side.target, first + names.length - 1, side.target + 1, numberOrSlash(cellName(first, side.target)));
  }
  return first + Math.max(OVERALL.left.length, OVERALL.right.length) + 1;
}
