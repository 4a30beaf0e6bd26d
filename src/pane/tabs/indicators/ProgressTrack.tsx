import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { percentText } from "../../../values/numbers";
import { useWords } from "../../words";
import type { Progress } from "./indicator-list";

/** The trough, which stands for 100 %, takes this share of the width: what is done beyond the target sticks out of it. */
const TROUGH = 0.8;
const FORCED = "@media (forced-colors: active)";

const useStyles = makeStyles({
  track: { position: "relative", height: "8px" },
  trough: {
    position: "absolute", inset: 0, width: `${TROUGH * 100}%`, boxSizing: "border-box",
    borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground5,
    [FORCED]: { border: "1px solid CanvasText" }
  },
  bar: {
    position: "absolute", top: 0, bottom: 0, left: 0, borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorCompoundBrandBackground,
    [FORCED]: { backgroundColor: "Highlight" }
  },
  done: { backgroundColor: tokens.colorStatusSuccessBackground3 },
  late: { backgroundColor: tokens.colorStatusWarningBackground3 },
  /** More than the width can show. */
  cut: { borderTopRightRadius: 0, borderBottomRightRadius: 0, clipPath: "polygon(0 0, calc(100% - 6px) 0, 100% 50%, calc(100% - 6px) 100%, 0 100%)" },
  target: {
    position: "absolute", top: 0, bottom: 0, left: `${TROUGH * 100}%`, width: "2px", marginLeft: "-2px",
    backgroundColor: tokens.colorNeutralBackground1,
    [FORCED]: { backgroundColor: "Canvas" }
  },
  time: {
    position: "absolute", top: "-3px", bottom: "-3px", width: "2px", marginLeft: "-1px",
    backgroundColor: tokens.colorNeutralForeground1, boxShadow: `0 0 0 1px ${tokens.colorNeutralBackground1}`,
    [FORCED]: { backgroundColor: "CanvasText" }
  }
});

interface ProgressTrackProps {
  /** done / target */
  readonly rate: number;
  /** The share of the agreement's months gone by. */
  readonly timeShare: number | null;
  readonly progress: Progress;
}

/** A rate as a bar in a trough, with an upright line where the time stands. */
export function ProgressTrack({ rate, timeShare, progress }: ProgressTrackProps) {
  const styles = useStyles();
  const words = useWords();
  const label = timeShare === null
    ? words("progress-bar", { rate: percentText(rate) })
    : words("progress-bar-with-time", { rate: percentText(rate), time: percentText(timeShare) });
  const isCut = rate * TROUGH > 1;
  const left = (share: number) => `${Math.min(1, Math.max(0, share) * TROUGH) * 100}%`;
  return (
    <div className={styles.track} role="img" aria-label={label}>
      <div className={styles.trough} />
      <div className={mergeClasses(styles.bar, progress === "done" && styles.done, progress === "late" && styles.late, isCut && styles.cut)} style={{ width: left(rate) }} />
      {rate > 1 && <div className={styles.target} />}
      {timeShare !== null && <div className={styles.time} style={{ left: left(timeShare) }} />}
    </div>
  );
}
