import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useWords } from "../../words";
import type { MonthValue } from "./people";

const FORCED = "@media (forced-colors: active)";

const useStyles = makeStyles({
  mark: { display: "inline-block", verticalAlign: "middle", overflow: "visible", color: tokens.colorCompoundBrandForeground1, [FORCED]: { color: "CanvasText" } },
  half: { color: tokens.colorStatusWarningForeground3, [FORCED]: { color: "CanvasText" } },
  none: { color: tokens.colorNeutralForeground3, [FORCED]: { color: "CanvasText" } }
});

/** What a month counts: ● 1, ◐ 0.5, ○ 0. */
export function MonthMark({ value, silent = false }: { readonly value: MonthValue; readonly silent?: boolean }) {
  const styles = useStyles();
  const words = useWords();
  const label = silent ? { "aria-hidden": true } as const : { "role": "img", "aria-label": words(`attendance-tab-legend-${value}`) } as const;
  return (
    <svg className={mergeClasses(styles.mark, value === 0.5 && styles.half, value === 0 && styles.none)} width="12" height="12" viewBox="0 0 12 12" {...label}>
      <circle cx="6" cy="6" r="4.75" fill={value === 1 ? "currentColor" : "none"} stroke="currentColor" strokeWidth="1.5" />
      {value === 0.5 && <path d="M6 1.25 A4.75 4.75 0 0 0 6 10.75 Z" fill="currentColor" />}
    </svg>
  );
}
