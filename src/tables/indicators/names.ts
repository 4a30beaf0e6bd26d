import type { IndicatorName } from "./types";

/** "专业个案 · 接案", or the name alone. */
export function indicatorLabel(name: IndicatorName): string {
  return name.leaf === "" ? name.group : `${name.group} · ${name.leaf}`;
}
