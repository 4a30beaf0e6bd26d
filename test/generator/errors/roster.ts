import type { CellAddress } from "../../../src/workbook";
import type { Built } from "../built";
import { binary, cell } from "../expression";
import { shiftDay } from "../period";
import { personCount, sumDown, tickCount, type MarkFrame } from "../roster-formulas";
import type { GroupHandle, PersonHandle } from "../roster-types";
import type { Random } from "../random";
import type { Outcome, SeededError, Severity } from "./types";
import { where } from "./tools";
import { addToEffective, addToSums, addToTicks, groupOf, monthCells, persons, roster, setRetained, steady, totalOf, typedAt } from "./roster-tools";

function define(id: string, description: string, catalogue: string, severity: Severity, apply: (built: Built, random: Random) => Outcome | null): SeededError {
  return { id, description, catalogue, kind: "roster", severity, apply };
}

const frameOf = (built: Built, group: GroupHandle, top = group.top, bottom = group.bottom): MarkFrame => {
  const handle = roster(built);
  const { layout } = handle.plan;
  return {
    sheet: handle.sheet, firstColumn: handle.people[0]!.marks[0]![0]!.column, months: handle.heads.length, marks: layout.marks,
    present: layout.present, top, bottom, spelling: layout.spelling
  };
};


/** A mark that says nothing: the person's month can't be told. */
function oddMark(id: string, description: string, marks: readonly (string | null)[]): SeededError {
  return define(id, description, "E unknown mark or blank", "error", (built, random) => {
    const person = persons(built, random, steady)[0];
    if (!person) return null;
    const month = random.int(0, person.marks.length - 1);
    const k = random.int(0, person.marks[month]!.length - 1);
    const at = person.marks[month]![k]!;
    built.draft.type(at, random.pick(marks));
    return { accept: [at], side: monthCells(built, person, month), detail: where(at) };
  });
}

/** Types another number into a cell of the bottom rows. */
function typedSum(id: string, description: string, catalogue: string, choose: (built: Built, random: Random) => CellAddress | null | undefined): SeededError {
  return define(id, description, catalogue, "error", (built, random) => {
    const at = choose(built, random);
    if (!at) return null;
    const right = Number(built.draft.value(at));
    built.draft.type(at, right + random.pick([1, 2, 3]));
    return { accept: [at], expected: String(right), detail: where(at) };
  });
}

const pickOr = <T>(random: Random, items: readonly T[] | null | undefined): T | null => (items && items.length > 0 ? random.pick(items) : null);

/** Events of a plan that end or begin a person's time in the middle of the roster. */
function eventOf(person: PersonHandle, kinds: readonly string[]): { month: number; day: number } | null {
  const event = person.plan.events.find((e) => kinds.includes(e.kind) && e.date);
  if (!event?.date) return null;
  return { month: event.date.month, day: event.date.day };
}

export const ROSTER_ERRORS: readonly SeededError[] = [
  oddMark("mark-unknown", "a mark is none of the known ones", ["?", "半", "△", "请假"]),
  oddMark("mark-blank", "a mark is missing", [null]),
  define("person-total-wrong", "a person's subtotal is wrong", "E person's subtotal ≠ months by R6–R8", "error", (built, random) => {
    const person = persons(built, random, (p) => steady(p) && p.plan.halves.length > 1)[0];
    if (!person) return null;
    const right = totalOf(person);
    const change = person.plan.halves.length > 3 ? random.pick([-2, -3, 2]) : 2;
    built.draft.type(person.total, right + change);
    addToSums(built, person, change);
    return { accept: [person.total], side: person.plan.senior / 2 > right + change ? [person.senior] : [], expected: String(right), detail: where(person.total) };
  }),
  define("person-other-reading", "a late month was counted in full", "E person's subtotal (W where another reading gives it)", "warning", (built, random) => {
    const person = persons(built, random, (p) => p.plan.halves.includes(1) && !/0\.5/.test(String(built.draft.value(p.remark))))[0];
    if (!person) return null;
    built.draft.type(person.total, totalOf(person) + 0.5);
    addToSums(built, person, 0.5);
    return { accept: [person.total], expected: String(totalOf(person)), detail: where(person.total) };
  }),
  define("remark-half-counted-full", "the remark says 计0.5人次, 1 was counted", "E 计0.5人次 in the remark but 1 counted", "error", (built, random) => {
    const person = persons(built, random, (p) => /计0\.5/.test(String(built.draft.value(p.remark))))
      .find((p) => p.plan.halves.filter((h) => h === 1).length === 1 && roster(built).plan.period.months.every((m) => m.halves === 2));
    if (!person) return null;
    built.draft.type(person.total, totalOf(person) + 0.5);
    addToSums(built, person, 0.5);
    return { accept: [person.total], expected: String(totalOf(person)), detail: where(person.total) };
  }),
  typedSum("tick-count-wrong", "the ticks of a column are miscounted", "E column tick counts", (b, r) => pickOr(r, pickOr(r, roster(b).groups)?.ticks?.flat())),
  typedSum("effective-wrong", "a month's 有效人次 is wrong", "E month's 有效人次", (b, r) => pickOr(r, pickOr(r, roster(b).groups)?.effective)),
  typedSum("sum-wrong", "the sum of the subtotals is wrong", "E sums, grand totals", (b, r) => pickOr(r, roster(b).groups)?.sumTotal),
  typedSum("senior-sum-wrong", "the sum of 2年以上 is wrong", "E sums, grand totals", (b, r) => pickOr(r, roster(b).groups)?.sumSenior),
  typedSum("grand-total-wrong", "the grand total is wrong", "E sums, grand totals", (b, r) => (r.chance(0.5) ? roster(b).grandTotal : roster(b).grandSenior)),
  typedSum("grand-ticks-wrong", "the grand total of ticks is wrong", "E sums, grand totals", (b, r) => pickOr(r, roster(b).grandTicks?.flat())),
  typedSum("grand-effective-wrong", "a month's total 有效人次 is wrong", "E month's 有效人次", (b, r) => pickOr(r, roster(b).grandEffective)),
  define("senior-above-total", "2年以上 exceeds the subtotal", "E 2年以上 > 小计", "error", (built, random) => {
    const person = persons(built, random, (p) => typedAt(built, p.senior))[0];
    if (!person) return null;
    const value = totalOf(person) + 1;
    built.draft.type(person.senior, value);
    addToSums(built, person, value - person.plan.senior / 2, "senior");
    return { accept: [person.senior, person.total], detail: where(person.senior) };
  }),
  define("retention-wrong", "the printed 稳岗率 is wrong", "E printed 稳岗率 ≠ computed", "error", (built) => {
    const handle = roster(built);
    if (!handle.retention) return null;
    const { retained, layout } = handle.plan;
    // A number that another headcount would give is another reading, and no contradiction.
    const wrong = [2, 1, 3, 4, 5].map((k) => retained + k).find((n) => retained === 0 || (retained * layout.headcount) % n !== 0);
    if (!wrong) return null;
    setRetained(built, wrong);
    return { accept: [handle.retention], detail: where(handle.retention) };
  }),
  define("number-twice", "序号 twice", "E 序号 twice or missing", "error", (built, random) => {
    const people = roster(built).people;
    if (people.length < 3) return null;
    // Beginning again at 1 with the second group would be another way to count.
    const at = random.int(2, people.length - 1);
    people.slice(at).forEach((p) => built.draft.type(p.no, p.plan.no - 1));
    return { accept: [people[at]!.no, people[at - 1]!.no], detail: where(people[at]!.no) };
  }),
  define("number-missing", "a 序号 is left out", "E 序号 twice or missing", "error", (built, random) => {
    const people = roster(built).people;
    if (people.length < 3) return null;
    const at = random.int(1, people.length - 1);
    people.slice(at).forEach((p) => built.draft.type(p.no, p.plan.no + 1));
    return { accept: [people[at]!.no], detail: where(people[at]!.no) };
  }),
  define("person-twice", "a person stands in the roster twice", "E a person twice", "error", (built, random) => {
    const a = persons(built, random, (p) => totalOf(p) > 0)[0];
    // Two rows without a month in common may be one person who came back.
    const b = a && persons(built, random, (p) => p !== a && p.plan.group === a.plan.group && p.plan.halves.some((h, i) => h > 0 && a.plan.halves[i]! > 0))[0];
    if (!a || !b) return null;
    built.draft.type(b.name, built.draft.value(a.name));
    return { accept: [a.name, b.name], detail: `${where(a.name)}, ${where(b.name)}` };
  }),
  ...(["join", "leave"] as const).map((kind) => define(
    `ticks-${kind === "join" ? "before-joining" : "after-leaving"}`, `ticks in a month ${kind === "join" ? "before joining" : "after leaving"}`,
    kind === "join" ? "W ticks before joining" : "W after leaving", "warning", (built, random) => {
      const kinds = kind === "join" ? ["join", "transfer-in"] : ["leave", "transfer-out"];
      const months = roster(built).plan.period.months;
      for (const person of persons(built, random, (p) => eventOf(p, kinds) !== null)) {
        const event = eventOf(person, kinds)!;
        const month = months.findIndex((m) => m.month === event.month) + (kind === "join" ? -1 : 1);
        const marks = person.marks[month];
        if (!marks || person.plan.marks[month]!.some(Boolean)) continue;
        for (const at of marks) built.draft.type(at, roster(built).plan.layout.present);
        addToTicks(built, person, month, 1);
        return { accept: [...marks, person.remark], side: monthCells(built, person, month), detail: where(marks[0]!) };
      }
      return null;
    })),
  ...(["start", "end"] as const).map((edge) => define(
    `contract-${edge}`, edge === "start" ? "ticks before the contract starts" : "ticks after the contract ends",
    edge === "start" ? "W before the contract starts" : "W after it ends", "warning", (built, random) => {
      // Who has all his months as 2年以上 may have a renewed contract.
      const person = persons(built, random, (p) => steady(p) && p.plan.halves.length > 1 && (edge === "end" || p.plan.senior / 2 !== totalOf(p)))[0];
      if (!person) return null;
      const { months, end, start } = roster(built).plan.period;
      const from = edge === "start" ? { ...months[1]!, day: 3 } : shiftDay(start, -700);
      const to = edge === "start" ? shiftDay(end, 600) : { ...months[months.length - 2]!, day: 20 };
      const day = (d: typeof from): string => `${d.year}.${d.month}.${d.day}`;
      built.draft.type(person.contract, `${day(from)}-${day(to)}`);
      return { accept: [person.contract, ...person.marks.flat()], side: [person.total], detail: where(person.contract) };
    })),
  ...(["end", "no-end"] as const).map((kind) => define(kind === "end" ? "same-start" : "same-start-renewal",
    `two contracts start on one day${kind === "end" ? "" : ", one of them without end"}, one month is counted in full, the other by half`,
    kind === "end" ? "W same start date treated differently" : "renewals (a question of the weakest kind)", kind === "end" ? "warning" : "info", (built, random) => {
    const { months } = roster(built).plan.period;
    const index = (p: PersonHandle): number => months.findIndex((m) => m.year === p.plan.contract.start.year && m.month === p.plan.contract.start.month);
    const late = persons(built, random, (p) => index(p) >= 0 && p.plan.halves[index(p)] === 1 && months[index(p)]!.halves === 2 && p.plan.events.some((e) => e.kind === "join"))[0];
    const other = persons(built, random, (p) => steady(p) && (kind === "no-end" || p.plan.senior / 2 !== totalOf(p)))[0];
    if (!late || !other) return null;
    const { start } = late.plan.contract;
    built.draft.type(other.contract, `${start.year}.${start.month}.${start.day}-${kind === "end" ? `${start.year + 3}.${start.month}.28` : "无固定期限"}`);
    return { accept: [other.contract, late.contract, other.total, late.total, ...other.marks.flat()], detail: `${where(late.contract)}, ${where(other.contract)}` };
  })),
  define("absence-unexplained", "a month of absence without a remark", "W absence without remark", "warning", (built, random) => {
    const person = persons(built, random, (p) => steady(p) && p.plan.halves.length > 2 && p.plan.events.length === 0)[0];
    if (!person) return null;
    const month = random.int(1, person.marks.length - 2);
    for (const at of person.marks[month]!) built.draft.type(at, roster(built).plan.layout.absent[0]!);
    const lost = person.plan.halves[month]! / 2;
    if (typedAt(built, person.total)) built.draft.type(person.total, totalOf(person) - lost);
    addToSums(built, person, -lost);
    addToTicks(built, person, month, -1);
    addToEffective(built, person, month, -lost);
    setRetained(built, roster(built).plan.retained - 1);
    if (person.plan.senior / 2 > totalOf(person) - lost && typedAt(built, person.senior)) {
      built.draft.type(person.senior, totalOf(person) - lost);
      addToSums(built, person, totalOf(person) - lost - person.plan.senior / 2, "senior");
    }
    return { accept: [...person.marks[month]!, person.remark, person.total], detail: where(person.marks[month]![0]!) };
  }),
  define("leave-undated", "a leave without a date", "W leave without date", "warning", (built, random) => {
    const person = persons(built, random, (p) => {
      const [event] = p.plan.events;
      return p.plan.events.length === 1 && event!.kind === "leave" && !p.plan.halves.includes(1) && p.plan.halves[p.plan.halves.length - 1] === 0;
    })[0];
    if (!person) return null;
    built.draft.type(person.remark, random.pick(["离职（试用期）", "离职", "已离职"]));
    return { accept: [person.remark, ...person.marks.flat()], detail: where(person.remark) };
  }),
  define("certificate-mismatch", "a certificate that doesn't fit the group", "W certificate does not fit the group", "warning", (built, random) => {
    const person = persons(built, random)[0]!;
    built.draft.type(person.certificate, person.plan.group === "certified" ? random.pick(["社会工作专业", "社会学专业"]) : random.pick(["社会工作师", "助理社会工作师"]));
    return { accept: [person.certificate], detail: where(person.certificate) };
  }),
  define("months-not-consecutive", "a month head is wrong", "W months not consecutive", "warning", (built, random) => {
    const handle = roster(built);
    if (handle.heads.length < 3 || handle.plan.layout.pageBreak) return null;
    const at = random.int(1, handle.heads.length - 2);
    const month = handle.plan.period.months[at]!;
    const wrong = random.chance(0.5) ? (month.month % 12) + 1 : ((month.month + 10) % 12) + 1;
    built.draft.type(handle.heads[at]!, `${wrong}月`, "General");
    const touched = handle.people.filter((p) => !p.plan.plain || p.plan.events.length > 0);
    const side = [...touched.flatMap((p) => [p.total, p.remark, ...p.marks.flat()]), ...handle.groups.flatMap((g) => g.effective ?? []), ...(handle.grandEffective ?? [])];
    return { accept: [...handle.heads, handle.title, ...(handle.agreement ? [handle.agreement] : [])], side, detail: where(handle.heads[at]!) };
  }),
  define("months-not-period", "the title's period ends a month later than the months", "W months ≠ period", "warning", (built) => {
    const handle = roster(built);
    const { layout, period } = handle.plan;
    if (!layout.titlePeriod || layout.months > 10) return null;
    const next = period.end.month === 12 ? { year: period.end.year + 1, month: 1 } : { year: period.end.year, month: period.end.month + 1 };
    const title = String(built.draft.value(handle.title)).replace(/至[^）]*/, `至${next.year}年${next.month}月28日`);
    built.draft.type(handle.title, title);
    const side = handle.people.map((p) => p.total);
    return { accept: [handle.title, ...handle.heads], side: [...side, ...handle.groups.flatMap((g) => g.effective ?? [])], detail: title };
  }),
  define("months-outside-agreement", "the months begin before the agreement", "W outside the agreement", "warning", (built) => {
    const handle = roster(built);
    if (!handle.agreement || !handle.plan.layout.titlePeriod || handle.heads.length < 3) return null;
    const { start, end } = handle.plan.period.agreement;
    const later = shiftDay(start, 62);
    built.draft.type(handle.agreement, `年度服务协议时间：${later.year}年${later.month}月${later.day}日至${end.year + 1}年${end.month}月${end.day}日`);
    return { accept: [handle.agreement, handle.title, ...handle.heads], detail: where(handle.agreement) };
  }),
  define("half-month-counted-full", "a full month is counted in a month that weighs 0.5", "E person's subtotal (W where another reading gives it)", "warning", (built, random) => {
    const { months } = roster(built).plan.period;
    const person = persons(built, random, (p) => steady(p) && months.some((m) => m.halves === 1) && typedAt(built, p.total))[0];
    if (!person) return null;
    built.draft.type(person.total, totalOf(person) + 0.5);
    addToSums(built, person, 0.5);
    return { accept: [person.total], expected: String(totalOf(person)), detail: where(person.total) };
  }),
  define("tick-range-short", "COUNTIF leaves out the last person", "E column tick counts (formula)", "error", (built, random) => {
    const group = random.pick(roster(built).groups.filter((g) => g.people.length > 1).concat(roster(built).groups.slice(0, 1)));
    const month = random.int(0, roster(built).heads.length - 1);
    const at = group.ticks?.[month]?.[0];
    if (!at || typedAt(built, at) || group.people.length < 2) return null;
    const frame = random.chance(0.5) ? frameOf(built, group, group.top, group.bottom - 1) : frameOf(built, group, group.top + 1);
    built.draft.enter(at, tickCount(frame, month, 0));
    return { accept: [at], detail: `${where(at)} ${built.draft.formula(at)}` };
  }),
  define("tick-wrong-column", "a tick count reads the column beside", "E column tick counts (formula)", "error", (built, random) => {
    const group = random.pick(roster(built).groups);
    const months = roster(built).heads.length;
    if (!group.ticks || months < 2 || group.people.length < 2) return null;
    const month = random.int(0, months - 2);
    const at = group.ticks[month]![0]!;
    if (typedAt(built, at)) return null;
    built.draft.enter(at, tickCount(frameOf(built, group), month + 1, 0));
    return { accept: [at], detail: `${where(at)} ${built.draft.formula(at)}` };
  }),
  define("sum-range-short", "SUM leaves out a person", "E sums (formula)", "error", (built, random) => {
    const group = random.pick(roster(built).groups);
    const at = random.chance(0.5) ? group.sumTotal : group.sumSenior;
    if (!at || typedAt(built, at) || group.people.length < 2) return null;
    const frame = random.chance(0.5) ? frameOf(built, group, group.top, group.bottom - 1) : frameOf(built, group, group.top + 1);
    built.draft.enter(at, sumDown(frame, at.column));
    return { accept: [at], detail: `${where(at)} ${built.draft.formula(at)}` };
  }),
  define("grand-leaves-out-group", "a grand total leaves out a group", "E sums, grand totals (formula)", "error", (built, random) => {
    const handle = roster(built);
    const month = random.int(0, handle.heads.length - 1);
    const column = random.int(0, 1);
    const at = column === 0 ? handle.grandTotal : handle.grandEffective?.[month];
    const parts = handle.groups.map((g) => (column === 0 ? g.sumTotal : g.effective?.[month]));
    if (!at || typedAt(built, at) || parts.length < 2) return null;
    built.draft.enter(at, random.chance(0.5) ? cell(parts[0]!) : binary(cell(parts[0]!), "+", cell(parts[0]!)));
    return { accept: [at], detail: `${where(at)} ${built.draft.formula(at)}` };
  }),
  define("person-formula-short", "a person's formula leaves out a month", "E person's subtotal (formula)", "error", (built, random) => {
    const handle = roster(built);
    const person = persons(built, random, (p) => !typedAt(built, p.total) && p.plan.halves.length > 1)[0];
    if (!person) return null;
    const frame = { ...frameOf(built, groupOf(handle, person), person.row, person.row), months: handle.heads.length - 1 };
    built.draft.enter(person.total, personCount(frame, person.row));
    return { accept: [person.total], side: [person.senior], detail: `${where(person.total)} ${built.draft.formula(person.total)}` };
  }),
  define("person-formula-other-row", "a person's formula reads another row", "E person's subtotal (formula)", "error", (built, random) => {
    const handle = roster(built);
    const person = persons(built, random, (p) => !typedAt(built, p.total))[0];
    const other = person && handle.people.find((p) => p !== person && p.plan.group === person.plan.group);
    if (!person || !other) return null;
    built.draft.enter(person.total, personCount(frameOf(built, groupOf(handle, person), other.row, other.row), other.row));
    return { accept: [person.total], side: [person.senior], detail: `${where(person.total)} ${built.draft.formula(person.total)}` };
  }),
  define("staff-not-on-roster", "投入社工人数 is not the roster's last month", "投入社工 against the roster's last month (issue 3)", "info", (built) => {
    if (built.blocks.length === 0) return null;
    const cells: CellAddress[] = [];
    for (const block of built.blocks) {
      const at = { sheet: block.sheet, row: block.areaRows[0]!, column: block.staffColumn };
      const total = { ...at, row: block.totalRow };
      built.draft.type(at, Number(built.draft.value(at)) + 3);
      if (typedAt(built, total)) built.draft.type(total, Number(built.draft.value(total)) + 3);
      cells.push(at, total, { ...at, row: block.headRow });
    }
    return { accept: [...cells, ...roster(built).heads], detail: where(cells[0]!) };
  })
];
