import type { Size } from "./built";
import { dayOrder, lastDay, planPeriod, shiftDay, type Day, type PeriodPlan } from "./period";
import type { Random } from "./random";
import type { Group, PersonEvent, PersonPlan, RosterLayout, RosterPlan } from "./roster-types";

const BASE: RosterLayout = {
  months: 6, periodCut: "whole", headYears: "changes", marks: 3, leafRow: true, present: "√", absent: ["——"],
  groups: ["certified", "uncertified"], people: [17, 22], pageBreak: false, typeColumn: "merged", extraColumns: [],
  bottom: { ticks: true, effective: true, grand: true, grandEffective: true, retention: true }, formulas: true, personFormulas: false,
  spelling: 0, dates: 0, events: 0.4, headcount: 20, offsetRows: 0, offsetColumns: 0, titlePeriod: false, agreementLine: true,
  cycleLine: false, matrixFirst: true, messy: 0
};

/** The roster families that the matrix measures; each is varied by the seed. */
export const ROSTER_FAMILIES: Readonly<Record<string, (random: Random) => RosterLayout>> = {
  standard: (r) => ({ ...BASE, months: r.int(5, 7) }),
  formulas: (r) => ({ ...BASE, months: r.int(3, 6), personFormulas: true, spelling: r.int(1, 5), dates: r.int(0, 4), events: 0.25 }),
  "half-months": (r) => ({ ...BASE, months: r.int(3, 12), periodCut: "halves", titlePeriod: true, dates: r.int(0, 4), formulas: r.chance(0.5) }),
  "open-months": (r) => ({ ...BASE, months: r.int(3, 8), periodCut: "open", titlePeriod: true, dates: r.int(0, 4), formulas: r.chance(0.5), personFormulas: r.chance(0.3) }),
  small: (r) => ({
    ...BASE, months: r.int(1, 4), people: [5, 8], headcount: 6, marks: 2, absent: ["-", "×", "—"], groups: ["uncertified", "certified"],
    headYears: "all", offsetRows: r.int(0, 4), offsetColumns: r.int(0, 3), extraColumns: ["电话"], events: 0.3
  }),
  "one-mark": (r) => ({
    ...BASE, marks: 1, leafRow: r.chance(0.6), present: r.pick(["✓", "是", 1]), absent: ["×", "-", "0"], months: r.int(6, 12), people: [8, 12],
    headcount: 10, headYears: r.pick(["none", "dates"] as const), spelling: r.int(0, 3), dates: r.int(0, 4)
  }),
  "page-break": (r) => ({
    ...BASE, pageBreak: true, messy: 0.2, cycleLine: true, absent: ["---", "——"], extraColumns: r.some(["学历", "电话"], 1), typeColumn: "merged",
    spelling: r.int(0, 5), matrixFirst: false
  }),
  bare: (r) => ({
    ...BASE, bottom: { ticks: r.chance(0.5), effective: r.chance(0.5), grand: false, grandEffective: false, retention: r.chance(0.5) },
    formulas: false, months: r.int(2, 6), people: [6, 12], headcount: 8, absent: ["0", "－", "–"], present: r.pick(["✔", "√"]),
    typeColumn: "repeated", groups: r.chance(0.3) ? ["certified"] : ["certified", "uncertified"], agreementLine: r.chance(0.7), titlePeriod: true, dates: r.int(0, 4)
  }),
  typed: (r) => ({ ...BASE, formulas: false, months: r.int(4, 8), events: 0.5, absent: ["——", "—", "---"], headYears: "all", dates: r.int(0, 4), messy: 0.3 })
};

export function rosterLayoutOf(family: string, random: Random, size?: Size): RosterLayout {
  const layout = familyLayout(family, random);
  if (size === undefined) return layout;
  if (size === "tiny") return { ...layout, months: Math.min(layout.months, 2), people: layout.pageBreak ? [6, 6] : [4, 4], headcount: 4 };
  return { ...layout, months: Math.min(layout.months, 3), people: [4, layout.pageBreak ? 7 : 5], headcount: 5 };
}

function familyLayout(family: string, random: Random): RosterLayout {
  if (family === "wild") {
    const r = random;
    const marks = r.pick([3, 3, 3, 2, 1] as const);
    const small = r.chance(0.5);
    return {
      ...BASE, months: r.int(1, 12), periodCut: r.chance(0.3) ? "halves" : "whole", headYears: r.pick(["none", "changes", "all", "dates"]), marks,
      leafRow: marks > 1 || r.chance(0.5), present: r.pick(["√", "√", "✓", "✔", "是", 1]), absent: r.some(["——", "---", "-", "—", "×", "－", "–"], 1),
      groups: r.pick([["certified", "uncertified"], ["uncertified", "certified"], ["certified"]] as Group[][]), people: small ? [4, 9] : [16, 23],
      headcount: small ? 7 : 20, pageBreak: r.chance(0.3), typeColumn: r.pick(["merged", "repeated"]), extraColumns: r.some(["电话", "学历", "性别"], 0),
      bottom: {
        ticks: r.chance(0.8), effective: r.chance(0.8), grand: r.chance(0.7), grandEffective: r.chance(0.7), retention: r.chance(0.7)
      },
      formulas: r.chance(0.6), personFormulas: r.chance(0.4), spelling: r.int(0, 5), dates: r.int(0, 4), events: r.pick([0, 0.2, 0.5, 0.8]),
      offsetRows: r.int(0, 5), offsetColumns: r.int(0, 4), titlePeriod: true, agreementLine: r.chance(0.8), cycleLine: r.chance(0.3),
      matrixFirst: r.chance(0.5), messy: r.pick([0, 0.2, 0.5])
    };
  }
  const make = ROSTER_FAMILIES[family];
  if (!make) throw new Error(`no roster family ${family}`);
  return make(random);
}

const CERTIFICATES: Readonly<Record<Group, readonly string[]>> = {
  certified: ["社会工作师", "助理社会工作师", "高级社会工作师", "社会工作者", "助理社会工作者", "高级社会工作者"],
  uncertified: ["社会工作专业", "已接受社会工作行业组织管理、培训且获得相关证书", "社会工作专业本科", "社会学专业"]
};
const POSTS = ["社工站主任", "社工站副主任", "社工主管", "社工组长", "社工", "社工", "一线社工", "助理社工"];
const OTHERS = ["昌华", "黄花岗", "东湖", "南源"];

/** Draws the people of a roster so that everything they show is right under R5 to R14. */
export function planRoster(random: Random, layout: RosterLayout): RosterPlan {
  const period = planPeriod(random, layout.months, layout.periodCut);
  const count = random.int(layout.people[0], layout.people[1]);
  const certified = layout.groups.length === 1 ? count : Math.max(2, Math.round(count * (0.6 + random.next() * 0.25)));
  const used = new Set<string>();
  const people: PersonPlan[] = [];
  for (const group of layout.groups) {
    const size = group === "certified" ? certified : count - certified;
    for (let i = 0; i < size; i++) people.push(planPerson(random, layout, period, people.length + 1, group, used));
  }
  return { layout, period, people, retained: people.filter((p) => p.halves.every((h) => h > 0)).length };
}

/** Persons on duty in the last month: what 投入社工人数 must say. */
export function staffAtEnd(plan: RosterPlan): number {
  return plan.people.filter((p) => p.halves[p.halves.length - 1]! > 0).length;
}

interface Course {
  /** Halves that a month with all ticks would count by R8. */
  readonly rule: number[];
  readonly present: boolean[];
  readonly partial: Set<number>;
  readonly events: PersonEvent[];
  joined: Day | null;
}

function planPerson(random: Random, layout: RosterLayout, period: PeriodPlan, no: number, group: Group, used: Set<string>): PersonPlan {
  const months = period.months;
  const course: Course = { rule: months.map(() => 2), present: months.map(() => true), partial: new Set(), events: [], joined: null };
  if (random.chance(layout.events)) planEvents(random, layout, period, course, used);
  else if (random.chance(0.08)) course.events.push({ kind: "note", date: null, text: "退休返聘，仅可购买社保中工伤险" });
  const marks = months.map((_, i) => Array.from({ length: layout.marks }, (_, k) =>
    course.present[i]! && !(course.partial.has(i) && k === (layout.marks > 2 ? 1 : layout.marks - 1))));
  const halves = months.map((month, i) => (marks[i]!.every(Boolean) ? Math.min(month.halves, course.rule[i]!) : 0));
  const total = halves.reduce((a, b) => a + b, 0);
  const senior = random.pick([0, total, total, random.int(0, Math.floor(total / 2)) * 2]);
  const first = { ...months[0]!, day: 1 };
  const start = course.joined ?? shiftDay(first, -random.int(30, 3000));
  const end = random.chance(0.3) ? null : shiftDay(period.end, random.int(30, 1200));
  return {
    no, name: `社工${String(no).padStart(2, "0")}`, group, post: random.pick(POSTS), certificate: random.pick(CERTIFICATES[group]),
    contract: { start, end: end && dayOrder(end, start) > 0 ? end : null }, marks, halves, senior: Math.min(senior, total), events: course.events,
    plain: months.every((month, i) => month.halves === 2 && (halves[i] === 2 || marks[i]!.every((m) => !m)))
  };
}

/** Joins, leaves and transfers, with the cut-off days of R8. No two people share a day. */
function planEvents(random: Random, layout: RosterLayout, period: PeriodPlan, course: Course, used: Set<string>): void {
  const { months } = period;
  const last = months.length - 1;
  const day = (index: number, low: number, high: number): Day | null => {
    const month = months[index]!;
    const from = Math.max(low, index === 0 ? period.start.day : 1);
    const to = Math.min(high, lastDay(month.year, month.month), index === last ? period.end.day : 31);
    for (let tries = 0; tries < 12 && from <= to; tries++) {
      const date = { year: month.year, month: month.month, day: random.int(from, to) };
      const key = `${date.year}-${date.month}-${date.day}`;
      if (!used.has(key)) {
        used.add(key);
        return date;
      }
    }
    return null;
  };
  let from = 0;
  if (last > 0 && random.chance(0.55)) {
    const index = random.int(0, last - 1);
    const late = random.chance(0.5);
    const date = late ? day(index, 16, 31) : day(index, 2, 15);
    if (date) {
      for (let i = 0; i < index; i++) course.present[i] = false;
      course.rule[index] = late ? 1 : 2;
      const transfer = random.chance(0.3);
      let text = transfer ? random.pick([`${random.pick(OTHERS)}社工站转入`, `从${random.pick(OTHERS)}社工站转入`]) : "入职";
      if (late && layout.marks > 1 && random.chance(0.25)) course.partial.add(index);
      else if (late && months[index]!.halves === 2 && random.chance(0.4)) text += `${random.pick(["，", ","])}${date.month}月份购买社保计0.5人次`;
      course.events.push({ kind: transfer ? "transfer-in" : "join", date, text });
      if (!transfer) course.joined = date;
      from = index + 1;
    }
  }
  if (from <= last && (from === 0 || random.chance(0.4))) {
    const index = random.int(from, Math.max(from, last - 1));
    const kind = random.pick(["early", "late", "end", "first"] as const);
    const month = months[index]!;
    const date = kind === "first" ? (index > from ? day(index, 1, 1) : null)
      : kind === "early" ? day(index, 2, 14) : kind === "late" ? day(index, 15, 31) : day(index, lastDay(month.year, month.month), 31);
    if (date) {
      for (let i = index + 1; i <= last; i++) course.present[i] = false;
      if (kind === "first") course.present[index] = false;
      course.rule[index] = kind === "early" ? 1 : 2;
      const out = kind === "first" || random.chance(0.25);
      let text = out ? `转出到${random.pick(OTHERS)}社工站` : random.pick(["离职", "解除劳动合同（行业内）", "解除劳动合同（行业外）", "离职"]);
      if (kind === "early" && month.halves === 2 && random.chance(0.4)) text += `，${month.month}月份购买社保计0.5人次`;
      course.events.push({ kind: out ? "transfer-out" : "leave", date, text });
    }
  } else if (from === 0 && last > 1 && random.chance(0.5)) {
    const index = random.int(1, last - 1);
    course.present[index] = false;
    course.events.push({ kind: "note", date: null, text: `${months[index]!.month}月请假，未在岗` });
  }
}
