import type { Period } from "../values/period";

/** "2025年7月1日至2025年12月31日", as titles have it. */
export function periodText({ start, end }: Period): string {
  return `${dayText(start)}至${dayText(end)}`;
}

function dayText(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}
