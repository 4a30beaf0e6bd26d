import { monthWeight } from "../evaluation";
import { monthsOf, type MonthIndex } from "../values/dates";
import { TICK } from "../values/marks";
import { cellName, columnLetters } from "../workbook";
import { column, Grid } from "./grid";
import type { TemplateOptions } from "./options";
import { periodText } from "./period-text";
import { CERTIFICATE_TEXT, HALF_REMARK, MARK, seniorNumber } from "./validations";
import { GROUPS, MARK_HEADS, ROWS_RUN_OUT } from "./words";

const TYPE = 1;
const NO = 2;
const NAME = 3;
const POSITION = 4;
const CERTIFICATE = 5;
const CONTRACT = 6;
const FIRST_MARK = 7;
const HEAD_ROW = 3;
const FIRST_PERSON = HEAD_ROW + 2;
const COUNT_FORMAT = "0.0";
/** Persons come and go within a period, and some turn out to belong to the other group: each has rows to spare. */
const SPARE_ROWS = 8;

interface Month {
  readonly label: string;
  /** First of its three columns. */
  readonly at: number;
  /** R6: what a full attendance counts, 1 or 0.5. */
  readonly weight: number;
  /** What a remark calls it, "7月份". */
  readonly remark: string;
}

interface Group {
  readonly type: string;
  readonly effective: string;
  readonly first: number;
  readonly last: number;
}

/** 附件2: marks by month for certified and uncertified staff, subtotals, 有效人次 and 稳岗率. */
export class RosterSheet {
  readonly grid = new Grid();
  readonly widths: readonly number[];
  private readonly months: readonly Month[];
  private readonly groups: readonly Group[];
  private readonly total: number;
  private readonly senior: number;
  private readonly remark: number;

  constructor(private readonly options: TemplateOptions) {
    this.months = monthsOf(options.period).map((month, index, all) => ({
      label: monthLabel(month, all[index - 1]), at: FIRST_MARK + 3 * index, weight: monthWeight(options.period, month), remark: `${(month % 12) + 1}月份`
    }));
    this.total = FIRST_MARK + 3 * this.months.length;
    this.senior = this.total + 1;
    this.remark = this.total + 2;
    const certified = Math.ceil(options.headcount * options.certifiedShare);
    let first = FIRST_PERSON;
    // More may hold a certificate than the agreement asks for, up to all.
    this.groups = [options.headcount, options.headcount - certified].map((persons, index) => {
      const group = { ...GROUPS[index]!, first, last: first + persons + SPARE_ROWS - 1 };
      first = group.last + 3;
      return group;
    });
    this.widths = [9, 5, 10, 8, 16, 22, ...this.months.flatMap(() => [5, 5, 5]), 8, 10, 30];
    this.heads();
    for (const group of this.groups) this.group(group);
    this.bottom(first);
  }

  private heads(): void {
    const { grid } = this;
    const { station, agreement, period } = this.options;
    grid.span(1, TYPE, 1, this.remark, `${station}购买服务项目社工到岗情况统计表（${periodText(period)}）`, "title");
    grid.span(2, TYPE, 2, this.remark, `年度服务协议时间：${periodText(agreement ?? period)}`, "text");
    const tall = [[TYPE, "类型"], [NO, "序号"], [NAME, "姓名"], [POSITION, "职位"], [CERTIFICATE, "岗位资格证/资质"], [CONTRACT, "合同期限"],
      [this.total, "人员到岗小计"], [this.senior, "符合从业2年以上的社工到岗小计"], [this.remark, "备注"]] as const;
    for (const [at, text] of tall) grid.span(HEAD_ROW, at, HEAD_ROW + 1, at, text, "head");
    for (const month of this.months) {
      grid.span(HEAD_ROW, month.at, HEAD_ROW, month.at + 2, month.label, "head");
      MARK_HEADS.forEach((text, index) => grid.put(HEAD_ROW + 1, month.at + index, text, "head"));
    }
    grid.rowHeights[HEAD_ROW + 1] = 58;
  }

  private group({ type, effective, first, last }: Group): void {
    const { grid } = this;
    grid.span(first, TYPE, last, TYPE, type, "center");
    for (let row = first; row <= last; row++) this.person(row);
    grid.validate(first, CERTIFICATE, last, CERTIFICATE, CERTIFICATE_TEXT);
    grid.validate(first, FIRST_MARK, last, this.total - 1, MARK);
    grid.validate(first, this.senior, last, this.senior, seniorNumber(cellName(first, this.senior), cellName(first, this.total)));
    grid.validate(first, this.remark, last, this.remark, HALF_REMARK);
    this.label(last + 1, "小计");
    for (let at = FIRST_MARK; at < this.total; at++) grid.formula(last + 1, at, `=COUNTIF(${column(at, first, last)},"${TICK}")`, 0, "center");
    for (const at of [this.total, this.senior]) grid.formula(last + 1, at, `=SUM(${column(at, first, last)})`, 0, "center", COUNT_FORMAT);
    this.label(last + 2, effective);
    for (const month of this.months) this.monthSum(last + 2, month, `=${monthsOfAll(month, this.remark, first, last)}`);
    this.monthTotal(last + 2);
  }

  private person(row: number): void {
    const { grid } = this;
    // Between the groups no cell under 姓名 holds anything, so that counting them gives 序号.
    grid.formula(row, NO, `=IF(${cellName(row, NAME)}="","",COUNTA(${columnLetters(NAME)}$${FIRST_PERSON}:${cellName(row, NAME)}))`, "", "center");
    for (const at of [NAME, POSITION, CERTIFICATE, CONTRACT]) grid.input(row, at);
    for (let at = FIRST_MARK; at < this.total; at++) grid.input(row, at, null, undefined, "choice");
    const months = this.months.map((month) => monthOfPerson(month, this.remark, row)).join("+");
    grid.formula(row, this.total, `=IF(${cellName(row, NAME)}="","",${months})`, "", "center", COUNT_FORMAT);
    grid.input(row, this.senior, null, COUNT_FORMAT, "choice");
    grid.input(row, this.remark);
  }

  private bottom(top: number): void {
    const { grid } = this;
    const sums = this.groups.map(({ last }) => last + 1);
    const effective = this.groups.map(({ last }) => last + 2);
    this.label(top, "每月社保购买、工资发放、人员到岗等情况总计");
    for (let at = FIRST_MARK; at <= this.senior; at++) {
      grid.formula(top, at, `=${sums.map((row) => cellName(row, at)).join("+")}`, 0, "center", at < this.total ? undefined : COUNT_FORMAT);
    }
    this.label(top + 1, "社工有效人次小计（即持证社工及非持证社工有效人次总数）");
    for (const month of this.months) this.monthSum(top + 1, month, `=${effective.map((row) => cellName(row, month.at)).join("+")}`);
    this.monthTotal(top + 1);
    this.label(top + 2, "协议要求在岗社工数");
    grid.input(top + 2, FIRST_MARK, this.options.headcount, undefined, "choice");
    this.label(top + 3, "社工站稳岗率（持续在岗社工数/协议要求在岗社工数*100%）");
    grid.span(top + 3, FIRST_MARK, top + 3, this.total - 1, "", "center", { formula: this.retention(top + 2), format: "0.00%" });
    grid.span(top + 4, TYPE, top + 4, this.remark, ROWS_RUN_OUT, "note");
  }

  /** R11, R12: who has all ticks of all months, over the headcount. */
  private retention(headcountRow: number): string {
    const names = this.groups.map(({ first, last }) => `COUNTA(${column(NAME, first, last)})`).join("+");
    const staying = this.groups.map(({ first, last }) => {
      const all = Array.from({ length: this.total - FIRST_MARK }, (_, index) => `${column(FIRST_MARK + index, first, last)},"${TICK}"`);
      return `COUNTIFS(${all.join(",")})`;
    });
    return `=IF(${names}=0,"",(${staying.join("+")})/${cellName(headcountRow, FIRST_MARK)})`;
  }

  private label(row: number, text: string): void {
    this.grid.span(row, TYPE, row, CONTRACT, text, "head");
    this.grid.rowHeights[row] = 22;
  }

  private monthSum(row: number, month: Month, formula: string): void {
    this.grid.span(row, month.at, row, month.at + 2, 0, "center", { formula, format: COUNT_FORMAT });
  }

  private monthTotal(row: number): void {
    const cells = `${cellName(row, FIRST_MARK)}:${cellName(row, this.total - 1)}`;
    this.grid.formula(row, this.total, `=SUM(${cells})`, 0, "center", COUNT_FORMAT);
  }
}

/** "7月", with the year at the first month and where it changes. */
function monthLabel(month: MonthIndex, before: MonthIndex | undefined): string {
  const year = Math.floor(month / 12);
  const label = `${(month % 12) + 1}月`;
  return before !== undefined && Math.floor(before / 12) === year ? label : `${year}年${label}`;
}

/** R7, R8 for one row: the month's weight with all three ticks, half of it where 备注 says 7月份计0.5. */
function monthOfPerson(month: Month, remarkColumn: number, row: number): string {
  const ticks = [0, 1, 2].map((index) => `(${cellName(row, month.at + index)}="${TICK}")`).join("*");
  return month.weight === 1 ? `${ticks}*${half(month, cellName(row, remarkColumn))}` : `${ticks}*${month.weight}`;
}

function monthsOfAll(month: Month, remarkColumn: number, first: number, last: number): string {
  const ticks = [0, 1, 2].map((index) => `(${column(month.at + index, first, last)}="${TICK}")`).join("*");
  return `SUMPRODUCT(${ticks}*${month.weight === 1 ? half(month, column(remarkColumn, first, last)) : month.weight})`;
}

/** 1, or 0.5 where the remark says so. "11月份计0.5" must not be taken for January's. */
function half({ remark }: Month, cells: string): string {
  const text = remark === "1月份" || remark === "2月份" ? `SUBSTITUTE(${cells},"1${remark}","")` : cells;
  return `(1-0.5*ISNUMBER(SEARCH("${remark}计0.5",${text})))`;
}
