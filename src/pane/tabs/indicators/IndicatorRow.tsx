import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ErrorCircle12Filled, Warning12Filled } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { numberText, percentText } from "../../../values/numbers";
import { useWords } from "../../words";
import { Jump } from "../Jump";
import type { TabProps } from "../props";
import type { IndicatorLine } from "./indicator-list";
import { ProgressTrack } from "./ProgressTrack";

const INHERITED = { "@media (forced-colors: active)": { color: "inherit" } } as const;

const useStyles = makeStyles({
  row: { display: "flex", flexDirection: "column", gap: "5px", padding: `${tokens.spacingVerticalS} 0`, fontVariantNumeric: "tabular-nums" },
  inner: { padding: `${tokens.spacingVerticalXS} 0`, gap: "3px" },
  line: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", columnGap: tokens.spacingHorizontalM },
  name: { flex: "1 1 0", minWidth: "60%", overflowWrap: "anywhere" },
  rate: { fontWeight: tokens.fontWeightSemibold },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
  late: { color: tokens.colorStatusWarningForeground1, ...INHERITED },
  done: { color: tokens.colorStatusSuccessForeground1, ...INHERITED },
  finding: { display: "inline-flex", alignItems: "center", gap: tokens.spacingHorizontalXXS },
  error: { color: tokens.colorStatusDangerForeground3, ...INHERITED },
  warning: { color: tokens.colorStatusWarningForeground1, ...INHERITED },
  expected: { color: tokens.colorStatusSuccessForeground1, fontWeight: tokens.fontWeightSemibold, ...INHERITED }
});

interface IndicatorRowProps {
  readonly line: IndicatorLine;
  readonly name: string;
  /** One of several under an indicator. */
  readonly inner?: boolean;
  readonly goTo: TabProps["goTo"];
  readonly children?: ReactNode;
}

/** One statement of an indicator: name and computed rate, the bar, target and done, and the rate that the table shows. */
export function IndicatorRow({ line, name, inner = false, goTo, children }: IndicatorRowProps) {
  const styles = useStyles();
  const { indicator: { target, done, rate, timeShare }, progress } = line;
  const words = useWords();
  const doneText = done === null ? words("indicators-nothing-done") : numberText(done);
  return (
    <li className={mergeClasses(styles.row, inner && styles.inner)} data-indicator={line.indicator.name}>
      <div className={styles.line}>
        <span className={styles.name}>{name}</span>
        <span className={styles.rate}>{rate === null ? doneText : percentText(rate)}</span>
      </div>
      {rate !== null && <ProgressTrack rate={rate} timeShare={timeShare} progress={progress} />}
      <div className={mergeClasses(styles.line, styles.small)}>
        <span>
          {target === null ? words("indicators-no-target") : words("indicators-done-of-target", { done: doneText, target: numberText(target) })}
          {target !== null && progress !== "unknown" && " · "}
          {target !== null && progress !== "unknown" && <span className={mergeClasses(progress === "late" && styles.late, progress === "done" && styles.done)}>{words(PROGRESS_WORDS[progress])}</span>}
        </span>
        <ShownRate line={line} goTo={goTo} />
      </div>
      {children}
    </li>
  );
}

const PROGRESS_WORDS = { "done": "progress-done", "on-time": "progress-on-time", "late": "progress-late" } as const;

/** The way to the cell; what that shows only where it is not what was computed, and then what it should be. */
function ShownRate({ line: { indicator: { sheet, cell, printed, rate }, finding }, goTo }: Pick<IndicatorRowProps, "line" | "goTo">) {
  const styles = useStyles();
  const words = useWords();
  const agrees = rate === null ? printed === null || printed === "/" : printed === percentText(rate);
  const text = !finding && agrees ? cell : printed === null ? words("indicators-shown-blank") : words("indicators-shown-rate", { rate: printed });
  const jump = <Jump sheet={sheet} cell={cell} goTo={goTo}>{text}</Jump>;
  if (!finding) return jump;
  const Icon = finding.severity === "error" ? ErrorCircle12Filled : Warning12Filled;
  return (
    <span className={styles.finding}>
      <Icon className={finding.severity === "error" ? styles.error : styles.warning} aria-label={words(`severity-${finding.severity}`)} />
      {jump}
      {finding.expected && <span className={styles.expected}>{words("indicators-should-be", { expected: finding.expected })}</span>}
    </span>
  );
}
