import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReportedFinding } from "../../report/types";
import { useWords } from "../words";

const useStyles = makeStyles({
  values: { display: "inline-flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalXS, fontSize: tokens.fontSizeBase200, fontVariantNumeric: "tabular-nums" },
  value: { maxWidth: "14em", overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  wrong: { color: tokens.colorStatusDangerForeground3, textDecorationLine: "line-through" },
  right: { color: tokens.colorStatusSuccessForeground2, fontWeight: tokens.fontWeightSemibold },
  hidden: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" }
});

/** What the cell shows → what it should show, where the check can tell. */
export function Values({ finding: { actual, expected } }: { readonly finding: ReportedFinding }) {
  const styles = useStyles();
  const words = useWords();
  if (!expected) return null;
  return (
    <span className={styles.values}>
      <span className={styles.hidden}>{words("pane-shown")}</span>
      <span data-part="actual" className={mergeClasses(styles.value, styles.wrong)} title={actual}>{actual || words("pane-blank")}</span>
      <span aria-hidden>→</span>
      <span className={styles.hidden}>{words("pane-arrow")}</span>
      <span data-part="expected" className={mergeClasses(styles.value, styles.right)} title={expected}>{expected}</span>
    </span>
  );
}
