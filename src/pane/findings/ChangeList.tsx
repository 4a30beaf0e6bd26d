import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowUndo16Regular } from "@fluentui/react-icons";
import { Fold } from "../Fold";
import type { Change } from "../model/pane-model";
import { Place, type GoTo } from "../Place";
import { useWords } from "../words";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  change: { display: "flex", alignItems: "flex-start", gap: tokens.spacingHorizontalS },
  undo: { flexShrink: 0, whiteSpace: "nowrap", minWidth: "auto" },
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
  const count = changes.reduce((sum, change) => sum + change.cells.length, 0);
  return (
    <Fold title={words("pane-change-list", { count })}>
      <ul className={styles.list}>
        {[...changes].reverse().map(({ id, cells }) => (
          <li key={id} className={styles.change}>
            <div className={styles.cells}>
              {cells.map(({ outcome: { fix }, before, after }, index) => (
                <span key={index}>
                  <Place sheet={fix.sheet} cell={fix.cell} withSheet goTo={goTo} />{" "}
                  {`${before || words("pane-blank")} → ${after || words("pane-blank")}`}
                </span>
              ))}
            </div>
            <Button
              size="small"
              className={styles.undo}
              icon={<ArrowUndo16Regular />}
              disabledFocusable={busy}
              aria-label={words("pane-undo-of", { place: cells.map(({ outcome: { fix } }) => `${fix.sheet}!${fix.cell}`).join(words("list-separator")) })}
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
