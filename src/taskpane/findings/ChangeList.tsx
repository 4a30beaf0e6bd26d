import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowUndo16Regular } from "@fluentui/react-icons";
import { Fold } from "../Fold";
import type { Change } from "../model/pane-model";
import { Place, type GoTo } from "../Place";
import { useWords } from "../words";
import { contentText } from "./content-text";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  change: { display: "flex", alignItems: "flex-start", gap: tokens.spacingHorizontalS },
  cells: { flexGrow: 1, minWidth: 0, display: "flex", flexDirection: "column", overflowWrap: "anywhere" }
});

interface ChangeListProps {
  readonly changes: readonly Change[];
  readonly busy: boolean;
  readonly onUndo: (id: number) => void;
  readonly goTo: GoTo;
}

/** What was mended since the pane was opened, the last first, each to be taken back. */
export function ChangeList({ changes, busy, onUndo, goTo }: ChangeListProps) {
  const styles = useStyles();
  const words = useWords();
  if (!changes.length) return null;
  const count = changes.reduce((sum, change) => sum + change.outcomes.length, 0);
  return (
    <Fold title={words("pane-change-list", { count })}>
      <ul className={styles.list}>
        {[...changes].reverse().map(({ id, outcomes }) => (
          <li key={id} className={styles.change}>
            <div className={styles.cells}>
              {outcomes.map(({ fix }, index) => (
                <span key={index}>
                  <Place sheet={fix.sheet} cell={fix.cell} withSheet goTo={goTo} />{" "}
                  {`${contentText(fix.before) || words("pane-blank")} → ${contentText(fix.after) || words("pane-blank")}`}
                </span>
              ))}
            </div>
            <Button
              size="small"
              icon={<ArrowUndo16Regular />}
              disabledFocusable={busy}
              aria-label={words("pane-undo-of", { place: outcomes.map(({ fix }) => `${fix.sheet}!${fix.cell}`).join(words("list-separator")) })}
              onClick={() => onUndo(id)}
            >
              {words("pane-undo")}
            </Button>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
