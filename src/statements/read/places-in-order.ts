import { numeralValue } from "../text/numerals";
import type { Axis, Item } from "./axes";

/** 7月, 2024年7月, 七月 → 7; null for what is no month. */
export function monthOfName(name: string): number | null {
  const month = /^(?:\d{4}年)?(\d{1,2}|[一二三四五六七八九十]{1,2})月份?$/u.exec(name)?.[1];
  return month === undefined ? null : /\d/.test(month) ? Number(month) : numeralValue(month);
}

const MONTHS = /(?:(\d{1,2}|[一二三四五六七八九十]{1,2})月份?)(?:(?:至|到|-|~)(\d{1,2}|[一二三四五六七八九十]{1,2})月份?)?/gu;

/** The items of an axis that words name, each once; months by their number, and from one to another: 九月、十月; 9月至11月. */
export function itemsNamed(words: string, axis: Axis): Item[] {
  const byMonth = new Map(axis.items.flatMap((item): [number, Item][] => item.names.flatMap((name) => monthOfName(name) ?? []).map((month) => [month, item])));
  if (byMonth.size >= 3 && byMonth.size >= axis.items.length - 1) {
    return [...new Set([...words.matchAll(MONTHS)].flatMap(([, first, last]) => {
      const [from, to] = [first, last ?? first].map((numeral) => (/\d/.test(numeral!) ? Number(numeral) : numeralValue(numeral!) ?? 0)) as [number, number];
      const length = ((to - from + 12) % 12) + 1;
      return Array.from({ length }, (_, i) => byMonth.get(((from - 1 + i) % 12) + 1)).filter((item): item is Item => item !== undefined);
    }))];
  }
  const exact = axis.items.filter(({ names }) => names.includes(words));
  if (exact.length === 1) return exact;
  // A name within a longer one is not meant: 东片区 of 东片区电访.
  const found = axis.items.flatMap((item) => {
    const length = Math.max(0, ...item.names.filter((name) => name.length >= 2 && words.includes(name)).map((name) => name.length));
    return length > 0 ? [{ item, length, at: words.indexOf(item.names.find((name) => name.length === length && words.includes(name))!) }] : [];
  });
  return found.filter((one) => !found.some((other) => other !== one && other.at <= one.at && other.at + other.length >= one.at + one.length && other.length > one.length)).map(({ item }) => item);
}
