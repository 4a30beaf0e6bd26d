import { compareRate } from "../../meaning/compare";
import { headText } from "../../tables/reading";
import type { Reading } from "../../tables/types";
import { onShownSheets } from "../../workbook";
import { besideEachOther } from "./surplus";

/** A printed 执行率 that is not 执行数 ÷ 预算数 of the cells beside it. */
export interface WrongExecution {
  readonly reading: Reading;
  readonly spent: Reading;
  readonly budget: Reading;
  readonly expected: number;
}

const EXECUTION = /^(?:预算|资金|经费)?(?:执行率|支出率)(?:\(.*\))?$/;
const SPENT = /执行数|支出数|支出金额|实际支出/;
/** 全年预算数 is what counts; 年初预算数 beside it may be meant as well. */
const BUDGETS = [/^(?!年初).*预算/, /预算/, /年初预算/];

/** 年度预算, 执行数 and 执行率 as heads side by side, or below one another (绩效自评表, 经费表). */
export const wrongExecutions = onShownSheets((sheet) =>
  sheet.texts().filter(({ row, column, value }) => value.length < 20 && EXECUTION.test(headText(sheet, row, column))).flatMap(({ row, column }): WrongExecution[] => {
    const readings = BUDGETS.flatMap((budget) => besideEachOther(sheet, row, column, "columns", SPENT, budget) ?? besideEachOther(sheet, row, column, "rows", SPENT, budget) ?? []);
    const fits = (reading: Reading): boolean => readings.some((one) => one.reading === reading && one.second.number !== 0 && compareRate(reading, one.first.number! / one.second.number!)?.equal !== false);
    const wrong = readings.filter(({ reading, second }) => second.number !== 0 && !fits(reading));
    return [...new Map(wrong.reverse().map(({ reading, first, second }) => [reading, { reading, spent: first, budget: second, expected: first.number! / second.number! }])).values()];
  }));
