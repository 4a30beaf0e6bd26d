import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Settings } from "../../../settings";
import { scoreText } from "../../../values/numbers";
import { useWords } from "../../words";

const FORCED = "@media (forced-colors: active)";

const useStyles = makeStyles({
  scale: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS, maxWidth: "460px", margin: `${tokens.spacingVerticalS} 0` },
  bands: { position: "relative", display: "flex", gap: "2px", height: "10px", paddingTop: "8px" },
  band: {
    borderRadius: tokens.borderRadiusSmall, backgroundColor: tokens.colorNeutralBackground5,
    [FORCED]: { border: "1px solid CanvasText" }
  },
  reached: { backgroundColor: tokens.colorCompoundBrandBackground, [FORCED]: { backgroundColor: "Highlight" } },
  marker: {
    position: "absolute", top: 0, bottom: "-3px", width: "2px", marginLeft: "-1px",
    backgroundColor: tokens.colorNeutralForeground1, boxShadow: `0 0 0 1px ${tokens.colorNeutralBackground1}`,
    [FORCED]: { backgroundColor: "CanvasText" }
  },
  limits: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM, listStyleType: "none", margin: 0, padding: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  own: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 }
});

/** The grades as bands of the hundred points, with a mark where the total stands. Bands below 合格 are drawn from half of its limit: nobody stands lower. */
export function GradeScale({ total, limits: { excellent, good, pass } }: { readonly total: number | null; readonly limits: Settings["gradeLimits"] }) {
  const styles = useStyles();
  const words = useWords();
  const low = pass / 2;
  const bands = [
    { grade: "grade-不合格", from: low, to: pass, text: words("scores-tab-limit-lowest", { grade: words("grade-不合格"), limit: pass }) },
    { grade: "grade-合格", from: pass, to: good, text: words("scores-tab-limit", { grade: words("grade-合格"), limit: pass }) },
    { grade: "grade-良好", from: good, to: excellent, text: words("scores-tab-limit", { grade: words("grade-良好"), limit: good }) },
    { grade: "grade-优秀", from: excellent, to: 100, text: words("scores-tab-limit", { grade: words("grade-优秀"), limit: excellent }) }
  ] as const;
  const isOwn = (from: number, to: number) => total !== null && (total >= from || from === low) && (total < to || to === 100);
  const limits = bands.map(({ text }) => text).join(words("list-separator"));
  return (
    <div className={styles.scale}>
      <div className={styles.bands} role="img" aria-label={total === null ? words("scores-tab-limits", { limits }) : words("scores-tab-scale", { total: scoreText(total), limits })}>
        {bands.map(({ grade, from, to }) => <div key={grade} className={mergeClasses(styles.band, isOwn(from, to) && styles.reached)} style={{ flexGrow: to - from }} />)}
        {total !== null && <div className={styles.marker} style={{ left: `${Math.min(1, Math.max(0, (total - low) / (100 - low))) * 100}%` }} />}
      </div>
      <ul className={styles.limits} aria-hidden>
        {bands.map(({ grade, from, to, text }) => <li key={grade} className={isOwn(from, to) ? styles.own : undefined}>{text}</li>)}
      </ul>
    </div>
  );
}
