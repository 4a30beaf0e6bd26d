import { say } from "../../messages";
import { daysIn, type NamedDay } from "../read/days";
import { printed } from "../text/measures";
import type { Reader } from "./reader";
import { agrees, contradicts, type Proof } from "./statement";

/** Just behind the last day: 9月12日至10月31日，共50天; 10月31日收官，历时50天. */
const LASTS = /^(?:止|收官|结束|完成|结项|闭幕|落幕|收尾|完工)?[，（]?(?:前后|一共|总共|共计|共|计|历时|为期|持续|时长)*$/u;
const APART = /(?:相隔|间隔|相距)(?:了)?$/u;
const DAY = 86_400_000;
/** The year of a day that names none does not matter but for weekdays and leap years. */
const YEARS = [2022, 2023, 2024, 2025, 2026];

/** How many days lie between two days that a sentence names: 2025年1月9日至1月10日（2天）. */
export function proveSpans({ lines, measuresOf }: Reader): Proof[] {
  return lines.flatMap((line) => (line.isNote ? [] : measuresOf(line).flatMap((measure): Proof[] => {
    const { token, group, before, behind } = measure;
    // 共20天课程: of something that is not done every day.
    if (behind !== "" || !/^[天日]$/u.test(token.unit) || token.bound !== "exact") return [];
    const days = daysIn(line.text).filter(({ start, end }) => start >= group.start && end <= token.start);
    const [first, last] = days.slice(-2);
    if (!first || !last) return [];
    const isApart = APART.test(before) && days.length === 2;
    const isRange = /^(?:起)?(?:至|到|-|~)+$/u.test(line.text.slice(first.end, last.start)) || days.length === 2;
    if (!isApart && !(isRange && LASTS.test(line.text.slice(last.end, token.start)) && token.start > last.end)) return [];
    const lengths = [...new Set(yearsOf(first, last).flatMap(([a, b]) => (isApart ? apart(a, b) : lasting(a, b))))];
    const told = { kind: "days", subject: "span" };
    if (lengths.length === 0) return [];
    if (lengths.includes(token.value)) return [agrees([measure], told)];
    const right = `${lengths[0]}${token.unit}`;
    return [contradicts([measure], told, { rule: "report-period", severity: "warning", actual: printed(measure), expected: right, message: say("statement-derived", { written: printed(measure), right }) })];
  })));
}

function yearsOf(first: NamedDay, last: NamedDay): (readonly [number, number])[] {
  const years = first.year !== null ? [first.year] : last.year !== null ? [last.year, last.year - 1] : YEARS;
  return years.flatMap((year) => {
    const a = Date.UTC(year, first.month - 1, first.day);
    const own = last.year ?? (last.month < first.month ? year + 1 : year);
    const b = Date.UTC(own, last.month - 1, last.day);
    return b > a ? [[a, b] as const] : [];
  });
}

/** Both days counted, one of them, or the working days only. */
function lasting(a: number, b: number): number[] {
  const days = Math.round((b - a) / DAY) + 1;
  const weekdays = Array.from({ length: days }, (_, i) => new Date(a + i * DAY).getUTCDay());
  return [days, days - 1, weekdays.filter((day) => day >= 1 && day <= 5).length, weekdays.filter((day) => day >= 1).length, weekdays.filter((day) => day === 0 || day === 6).length];
}

function apart(a: number, b: number): number[] {
  const days = Math.round((b - a) / DAY);
  return [days, days - 1, days + 1];
}
