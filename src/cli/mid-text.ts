import { render, say, type MessageId } from "../messages";
import type { WorkbookReport } from "../report";
import type { MidReview } from "../review";
import { percentText } from "../values/numbers";
import type { painter } from "./text";

const words = (id: MessageId, data: Record<string, string | number> = {}): string => render(say(id, data));

/** Indicators of single areas would fill the screen. */
const MOST_LINES = 15;
/** A bar of progress has so many signs for a whole. */
const BAR = 20;

/** What the mid-term workbook says beside a final one: what was asked, retention over the year, progress as two bars. */
export function midLines(report: WorkbookReport & { readonly mid?: MidReview }, paint: ReturnType<typeof painter>): string[] {
  const { mid } = report;
  if (!mid) return [];
  const asked = mid.asked.filter(({ severity }) => severity !== "info");
  const states = (["mended", "still-wrong", "open", "explained"] as const).map((state) => `${words(`review-state-${state}`)} ${asked.filter((one) => one.state === state).length}`);
  const { retention } = mid;
  const progress = mid.progress.filter(({ area, target }) => area === null && target);
  return [
    "", `  ${paint(words("mid-head", { file: mid.file }), "strong")}`,
    `    ${words("mid-asked", { count: asked.length })}：${states.join("，")}`,
    ...(retention ? [`    ${words("mid-retention", { retained: retention.retained, headcount: retention.headcount, rate: percentText(retention.rate) })}`] : []),
    ...(progress.length > 0 ? [`    ${words("mid-progress")}`] : []),
    ...progress.slice(0, MOST_LINES).flatMap(({ name, target, mid: was, final }) => [`      ${name}`, `        ${bar(was / target!)}`, `        ${bar(final / target!)}`]),
    ...(progress.length > MOST_LINES ? [`      ${words("review-more", { count: progress.length - MOST_LINES })}`] : [])
  ];
}

function bar(ratio: number): string {
  const full = Math.round(Math.min(1, Math.max(0, ratio)) * BAR);
  return `${"█".repeat(full)}${"░".repeat(BAR - full)} ${percentText(ratio)}`;
}
