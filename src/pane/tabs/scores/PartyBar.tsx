import { makeStyles, tokens } from "@fluentui/react-components";
import { scoreText } from "../../../values/numbers";
import { useWords } from "../../words";

const FORCED = "@media (forced-colors: active)";

const useStyles = makeStyles({
  party: { display: "flex", flexDirection: "column", gap: "5px" },
  line: { display: "flex", justifyContent: "space-between", gap: tokens.spacingHorizontalM, fontVariantNumeric: "tabular-nums" },
  score: { fontWeight: tokens.fontWeightSemibold },
  missing: { color: tokens.colorNeutralForeground3 },
  trough: {
    height: "8px", boxSizing: "border-box", overflow: "hidden", borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground5,
    [FORCED]: { border: "1px solid CanvasText" }
  },
  bar: { height: "100%", backgroundColor: tokens.colorCompoundBrandBackground, [FORCED]: { backgroundColor: "Highlight" } }
});

/** What a party gives, of what it can give at most; null while it has given nothing. */
export function PartyBar({ name, score, most }: { readonly name: string; readonly score: number | null; readonly most: number }) {
  const styles = useStyles();
  const words = useWords();
  return (
    <li className={styles.party}>
      <div className={styles.line}>
        <span>{name}</span>
        {score === null
          ? <span className={styles.missing}>{words("scores-tab-missing", { most })}</span>
          : <span className={styles.score}>{words("scores-tab-of", { score: scoreText(score), most })}</span>}
      </div>
      {score !== null && (
        <div className={styles.trough} role="img" aria-label={words("scores-tab-bar", { party: name, score: scoreText(score), most })}>
          <div className={styles.bar} style={{ width: `${Math.min(1, score / Math.max(most, score)) * 100}%` }} />
        </div>
      )}
    </li>
  );
}
