import { cellKey, type CellAddress } from "../../src/workbook";
import type { Built } from "./built";
import type { Context } from "./context";
import type { DraftSheet } from "./draft";
import { cell, divide, number } from "./expression";
import { roundHalfUp, toSerial } from "./format";
import { chineseDay, shiftDay, type Day } from "./period";
import { effectiveCount, grandSum, personCount, sumDown, tickCount, type MarkFrame } from "./roster-formulas";
import type { GroupHandle, PersonHandle, PersonPlan, RosterHandle, RosterLayout, RosterPlan } from "./roster-types";
import { messy } from "./words";

const MARK_WORDS = ["人员到位", "社保购买", "工资发放"];

/** Renders the roster onto a sheet of its own. */
export function renderRoster(ctx: Context, built: Built, layout: RosterLayout, plan: RosterPlan, station: string): void {
  built.roster = new RosterWriter(ctx, layout, plan, station).write();
  if (layout.headcount !== 20) built.settings = { headcount: layout.headcount };
}

class RosterWriter {
  private readonly sheet: DraftSheet;
  private readonly left: number;
  private readonly columns: { type: number; no: number; name: number; post: number; certificate: number; contract: number };
  private readonly firstMark: number;
  private readonly totalColumn: number;
  private readonly heads: CellAddress[] = [];
  private title: string;
  private row: number;

  constructor(private readonly ctx: Context, private readonly layout: RosterLayout, private readonly plan: RosterPlan, station: string) {
    const { random } = ctx;
    this.sheet = ctx.draft.add(ctx.draft.sheets.some((s) => s.name === "附件2") ? "到岗" : random.pick(["附件2", "附件2 到岗情况", "到岗表"]));
    this.left = 1 + layout.offsetColumns;
    const at = this.left;
    this.columns = { type: at, no: at + 1, name: at + 2, post: at + 3, certificate: at + 4, contract: at + 5 + layout.extraColumns.length };
    this.firstMark = this.columns.contract + 1;
    this.totalColumn = this.firstMark + plan.period.months.length * layout.marks;
    this.row = 1 + layout.offsetRows;
    const period = `（${chineseDay(plan.period.start)}至${chineseDay(plan.period.end)}）`;
    this.title = `${station}购买服务项目社工到岗情况统计表${layout.titlePeriod ? period : ""}`;
  }

  write(): RosterHandle {
    const { sheet, layout, plan } = this;
    const title = sheet.put(this.row, this.left, messy(this.title, this.ctx.random, layout.messy / 3));
    sheet.merge(this.row, this.left, this.row, this.totalColumn + 2);
    this.row += 1;
    let agreement: CellAddress | null = null;
    const { start, end } = plan.period.agreement;
    if (layout.cycleLine) {
      sheet.put(this.row++, this.left, `项目服务采购周期：${chineseDay(start)}至${chineseDay({ ...end, year: end.year + 2 })}`);
    }
    if (layout.agreementLine) {
      agreement = sheet.put(this.row, this.left, `年度服务协议时间：${chineseDay(start)}至${chineseDay(end)}`);
      sheet.merge(this.row, this.left, this.row, this.totalColumn + 2);
      this.row += 1;
    }
    const top = this.row;
    this.putHeads();
    const groups = layout.groups.map((group) => this.putGroup(group));
    const people = groups.flatMap((g) => g.people);
    const grand = layout.bottom.grand && groups.every((g) => g.ticks) ? this.putGrand(groups) : null;
    const grandEffective = layout.bottom.grandEffective && groups.every((g) => g.effective) ? this.putGrandEffective(groups) : null;
    const retention = layout.bottom.retention ? this.putRetention() : null;
    return {
      plan, sheet: sheet.name, rect: { top, left: this.left, bottom: this.row - 1, right: this.totalColumn + 2 }, title, agreement,
      heads: this.heads.slice(0, plan.period.months.length), people, groups,
      grandTicks: grand?.ticks ?? null, grandTotal: grand?.total ?? null, grandSenior: grand?.senior ?? null, grandEffective, retention
    };
  }

  private putHeads(): void {
    const { sheet, layout, plan, ctx } = this;
    const bottom = layout.leafRow ? this.row + 1 : this.row;
    const tall = (column: number, word: string): void => {
      sheet.put(this.row, column, messy(word, ctx.random, layout.messy));
      sheet.merge(this.row, column, bottom, column);
    };
    const c = this.columns;
    tall(c.type, "类型");
    tall(c.no, "序号");
    tall(c.name, "姓名");
    tall(c.post, "职位");
    tall(c.certificate, ctx.random.pick(["岗位资格证/资质", "岗位资格证", "岗位资格证/资质"]));
    layout.extraColumns.forEach((word, i) => tall(c.certificate + 1 + i, word));
    tall(c.contract, "合同期限");
    plan.period.months.forEach(({ year, month }, i) => {
      const column = this.firstMark + i * layout.marks;
      const changes = i > 0 && plan.period.months[i - 1]!.year !== year;
      this.heads.push(layout.headYears === "dates"
        ? sheet.put(this.row, column, toSerial(year, month, 1), "yyyy\"年\"m\"月\"")
        : sheet.put(this.row, column, layout.headYears === "all" || (layout.headYears === "changes" && changes) ? `${year}年${month}月` : `${month}月`));
      sheet.merge(this.row, column, this.row, column + layout.marks - 1);
      if (layout.leafRow) {
        for (let k = 0; k < layout.marks; k++) sheet.put(this.row + 1, column + k, messy(MARK_WORDS[k]!, ctx.random, layout.messy));
      }
    });
    tall(this.totalColumn, "人员到岗小计");
    tall(this.totalColumn + 1, "符合从业2年以上的社工到岗小计");
    tall(this.totalColumn + 2, "备注");
    this.row = bottom + 1;
  }

  private frame(top: number, bottom: number): MarkFrame {
    return {
      sheet: this.sheet.name, firstColumn: this.firstMark, months: this.plan.period.months.length, marks: this.layout.marks,
      present: this.layout.present, top, bottom, spelling: this.layout.spelling
    };
  }

  private putGroup(group: GroupHandle["group"]): GroupHandle {
    const { sheet, layout, plan } = this;
    const label = group === "certified" ? "持证社工" : "非持证社工";
    const members = plan.people.filter((p) => p.group === group);
    const breakAt = layout.pageBreak && members.length > 5 ? Math.floor(members.length / 2) : -1;
    const top = this.row;
    let partTop = this.row;
    const closePart = (): void => {
      if (layout.typeColumn === "merged") sheet.merge(partTop, this.columns.type, this.row - 1, this.columns.type);
    };
    const people: PersonHandle[] = [];
    members.forEach((person, i) => {
      if (i === breakAt) {
        closePart();
        sheet.put(this.row, this.left, this.title);
        sheet.merge(this.row, this.left, this.row, this.totalColumn + 2);
        this.row += 1;
        this.putHeads();
        partTop = this.row;
      }
      if (layout.typeColumn === "repeated" || this.row === partTop) sheet.put(this.row, this.columns.type, label);
      people.push(this.putPerson(person));
      this.row += 1;
    });
    closePart();
    const bottom = this.row - 1;
    const frame = this.frame(top, bottom);
    let ticks: CellAddress[][] | null = null;
    let sumTotal: CellAddress | null = null;
    let sumSenior: CellAddress | null = null;
    if (layout.bottom.ticks) {
      this.bottomLabel("小计");
      ticks = plan.period.months.map((_, m) => Array.from({ length: layout.marks }, (_, k) => layout.formulas
        ? sheet.putFormula(this.row, this.firstMark + m * layout.marks + k, tickCount(frame, m, k))
        : sheet.put(this.row, this.firstMark + m * layout.marks + k, members.filter((p) => p.marks[m]![k]).length)));
      sumTotal = this.sumColumn(frame, this.totalColumn, members.reduce((s, p) => s + p.halves.reduce((a, b) => a + b, 0), 0) / 2);
      sumSenior = this.sumColumn(frame, this.totalColumn + 1, members.reduce((s, p) => s + p.senior, 0) / 2);
      this.row += 1;
    }
    let effective: CellAddress[] | null = null;
    if (layout.bottom.effective) {
      this.bottomLabel(`${label}有效人次小计`);
      effective = plan.period.months.map((month, m) => {
        const column = this.firstMark + m * layout.marks;
        const partsCount = layout.spelling >= 1 && layout.spelling <= 3;
        const plain = month.halves === 2 && members.every((p) =>
          p.halves[m] === 2 || p.marks[m]!.every((x) => !x) || (partsCount && p.halves[m] === 0 && p.marks[m]!.includes(false)));
        sheet.merge(this.row, column, this.row, column + layout.marks - 1);
        return layout.formulas && layout.personFormulas && plain
          ? sheet.putFormula(this.row, column, effectiveCount(frame, m))
          : sheet.put(this.row, column, members.reduce((s, p) => s + p.halves[m]!, 0) / 2);
      });
      this.row += 1;
    }
    return { group, people, top, bottom, ticks, sumTotal, sumSenior, effective };
  }

  private bottomLabel(word: string): void {
    this.sheet.put(this.row, this.left, messy(word, this.ctx.random, this.layout.messy));
    this.sheet.merge(this.row, this.left, this.row, this.columns.contract);
  }

  private sumColumn(frame: MarkFrame, column: number, value: number): CellAddress {
    return this.layout.formulas
      ? this.sheet.putFormula(this.row, column, sumDown(frame, column))
      : this.sheet.put(this.row, column, value);
  }

  private putPerson(person: PersonPlan): PersonHandle {
    const { sheet, layout, row, ctx } = this;
    const c = this.columns;
    const total = person.halves.reduce((a, b) => a + b, 0) / 2;
    const absent = ctx.random.pick(layout.absent);
    layout.extraColumns.forEach((word, i) => sheet.put(row, c.certificate + 1 + i,
      word === "电话" ? `138${String(10000000 + person.no)}` : word === "性别" ? "女" : ctx.random.pick(["本科", "大专"])));
    sheet.put(row, c.post, person.post);
    const useFormula = layout.formulas && layout.personFormulas && person.plain;
    const remark = person.events.map((event) => (event.date ? writeDay(event.date, layout.dates) : "") + event.text)
      .join(ctx.random.pick(["\n", "\n", "；"]));
    return {
      plan: person, row,
      no: sheet.put(row, c.no, person.no),
      name: sheet.put(row, c.name, person.name),
      certificate: sheet.put(row, c.certificate, messy(person.certificate, ctx.random, layout.messy)),
      contract: sheet.put(row, c.contract, writeContract(person, ctx.random.int(0, 5))),
      marks: person.marks.map((month, m) => month.map((present, k) =>
        sheet.put(row, this.firstMark + m * layout.marks + k, present ? layout.present : absent))),
      total: useFormula
        ? sheet.putFormula(row, this.totalColumn, personCount(this.frame(row, row), row))
        : sheet.put(row, this.totalColumn, total),
      senior: useFormula && person.senior === total * 2 && layout.spelling > 2
        ? sheet.putFormula(row, this.totalColumn + 1, cell(sheet.at(row, this.totalColumn)))
        : sheet.put(row, this.totalColumn + 1, person.senior / 2),
      remark: remark ? sheet.put(row, this.totalColumn + 2, remark) : sheet.at(row, this.totalColumn + 2)
    };
  }

  private putGrand(groups: readonly GroupHandle[]): { ticks: CellAddress[][]; total: CellAddress; senior: CellAddress } {
    const { sheet, layout } = this;
    if (this.ctx.random.chance(0.7)) {
      this.bottomLabel("总计");
      this.row += 1;
    }
    this.bottomLabel("每月社保购买、工资发放、人员到岗等情况总计");
    const sum = (column: number, parts: readonly CellAddress[]): CellAddress => (layout.formulas
      ? sheet.putFormula(this.row, column, grandSum(parts, layout.spelling))
      : sheet.put(this.row, column, parts.reduce((s, at) => s + this.typed(at), 0)));
    const ticks = this.plan.period.months.map((_, m) => Array.from({ length: layout.marks }, (_, k) =>
      sum(this.firstMark + m * layout.marks + k, groups.map((g) => g.ticks![m]![k]!))));
    const total = sum(this.totalColumn, groups.map((g) => g.sumTotal!));
    const senior = sum(this.totalColumn + 1, groups.map((g) => g.sumSenior!));
    this.row += 1;
    return { ticks, total, senior };
  }

  private putGrandEffective(groups: readonly GroupHandle[]): CellAddress[] {
    const { sheet, layout } = this;
    this.bottomLabel("社工有效人次小计（即持证社工及非持证社工有效人次总数）");
    const cells = this.plan.period.months.map((_, m) => {
      const column = this.firstMark + m * layout.marks;
      const parts = groups.map((g) => g.effective![m]!);
      sheet.merge(this.row, column, this.row, column + layout.marks - 1);
      return layout.formulas
        ? sheet.putFormula(this.row, column, grandSum(parts, layout.spelling))
        : sheet.put(this.row, column, parts.reduce((s, at) => s + this.typed(at), 0));
    });
    this.row += 1;
    return cells;
  }

  private putRetention(): CellAddress {
    const { sheet, layout, plan } = this;
    this.bottomLabel("社工站稳岗率（持续在岗社工数/协议要求在岗社工数*100%）");
    const format = layout.headcount === 20 ? this.ctx.random.pick(["0.00%", "0%"]) : "0.00%";
    const at = layout.formulas
      ? sheet.putFormula(this.row, this.firstMark, divide(number(plan.retained), number(layout.headcount)), format)
      : sheet.put(this.row, this.firstMark, roundHalfUp(plan.retained / layout.headcount, 4), format);
    sheet.merge(this.row, this.firstMark, this.row, this.totalColumn - 1);
    this.row += 1;
    return at;
  }

  /** The typed number of a cell already written. */
  private typed(at: CellAddress): number {
    return Number(this.sheet.cells.get(cellKey(at.row, at.column))?.value ?? 0);
  }
}

/** A day in one of the forms that people type. */
export function writeDay(day: Day, form: number): string {
  switch (form) {
    case 1:
      return chineseDay(day);
    case 2:
      return `${day.year}-${day.month}-${day.day}`;
    case 3:
      return `${day.year}/${day.month}/${day.day}`;
    case 4:
      return `${day.month}月${day.day}日`;
    default:
      return `${day.year}.${day.month}.${day.day}`;
  }
}

function writeContract(person: PersonPlan, form: number): string {
  const { start, end } = person.contract;
  const two = (n: number): string => String(n).padStart(2, "0");
  const day = (d: Day): string => (form === 2 ? chineseDay(d) : form === 3 ? `${d.year}/${d.month}/${d.day}`
    : form === 4 ? `${d.year}.${two(d.month)}.${two(d.day)}` : `${d.year}.${d.month}.${d.day}`);
  const dash = form === 2 ? "至" : form === 1 ? "—" : "-";
  return `${day(start)}${dash}${end ? day(end) : form % 2 === 0 ? "无固定期限" : "无固定"}`;
}

/** The day before a month begins, for contracts that must have ended by then. */
export function dayBeforeMonth(year: number, month: number): Day {
  return shiftDay({ year, month, day: 1 }, -1);
}
