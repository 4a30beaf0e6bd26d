import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Filled } from "@fluentui/react-icons";
import { Fold } from "../Fold";
import type { KeyedFinding } from "../model/findings";
import { useWords } from "../words";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  item: { display: "flex", gap: tokens.spacingHorizontalXS, alignItems: "flex-start" },
  sign: { flexShrink: 0, marginTop: "2px", color: tokens.colorStatusSuccessForeground1 },
  place: { fontWeight: tokens.fontWeightSemibold }
});

/** What was found before and is gone now. */
export function SolvedList({ solved }: { readonly solved: readonly KeyedFinding[] }) {
  const styles = useStyles();
  const words = useWords();
  if (!solved.length) return null;
  return (
    <Fold title={words("pane-solved-list", { count: solved.length })}>
      <ul className={styles.list}>
        {solved.map(({ key, finding }) => (
          <li key={key} className={styles.item}>
            <CheckmarkCircle16Filled className={styles.sign} aria-hidden />
            <Text size={200}><span className={styles.place}>{`${finding.sheet}!${finding.cell}`}</span> {finding.message}</Text>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
