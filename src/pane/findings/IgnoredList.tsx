import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReportedFinding } from "../../report/types";
import { Fold } from "../Fold";
import type { KeyedFinding } from "../model/findings";
import { Place, type GoTo } from "../Place";
import { useWords } from "../words";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  item: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalXXS },
  quiet: { color: tokens.colorNeutralForeground3 }
});

interface IgnoredListProps {
  readonly ignored: readonly KeyedFinding[];
  readonly busy: boolean;
  readonly onTakeBack: (finding: ReportedFinding) => void;
  readonly goTo: GoTo;
}

/** What the user does not want to see among the findings, why, and the way back. */
export function IgnoredList({ ignored, busy, onTakeBack, goTo }: IgnoredListProps) {
  const styles = useStyles();
  const words = useWords();
  if (!ignored.length) return null;
  return (
    <Fold title={words("pane-ignored-list", { count: ignored.length })}>
      <ul className={styles.list}>
        {ignored.map(({ key, finding }) => {
          const place = `${finding.sheet}!${finding.cell}`;
          return (
            <li key={key} className={styles.item} data-ignored={place}>
              <Place sheet={finding.sheet} cell={finding.cell} withSheet goTo={goTo} />
              <Text size={200}>{finding.message}</Text>
              <Text size={200} className={styles.quiet}>{words("pane-ignored-because", { reason: finding.ignored?.reason ?? "" })}</Text>
              <Button size="small" disabledFocusable={busy} aria-label={words("pane-take-back-of", { place })} onClick={() => onTakeBack(finding)}>{words("pane-take-back")}</Button>
            </li>
          );
        })}
      </ul>
    </Fold>
  );
}
