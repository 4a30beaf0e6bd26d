import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useWords } from "../words";
import { PaneDialog } from "./PaneDialog";

const useStyles = makeStyles({
  keys: {
    display: "grid",
    gridTemplateColumns: "max-content minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    alignItems: "baseline",
    margin: 0,
    "& dt": { display: "flex", gap: tokens.spacingHorizontalXS },
    "& dd": { margin: 0 },
    "& kbd": {
      padding: `1px ${tokens.spacingHorizontalXS}`,
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      borderRadius: tokens.borderRadiusSmall,
      backgroundColor: tokens.colorNeutralBackground3,
      fontFamily: tokens.fontFamilyBase,
      fontSize: tokens.fontSizeBase200,
      whiteSpace: "nowrap"
    }
  }
});

const OF_LIST = [
  [["Alt+↓", "Alt+↑"], "keys-step"], [["Alt+M"], "keys-mend"], [["Alt+I"], "keys-ignore"], [["Alt+Z"], "keys-undo"], [["Enter"], "keys-open"]
] as const;
/** Where the sheets stand beside the list. */
const OF_PAGE = [[["F6"], "keys-other"], [["F2"], "keys-write"], [["Ctrl+Z"], "keys-undo-cell"], [["Ctrl+S"], "keys-download"]] as const;

/** What the keys do. */
export function KeysDialog({ withSheets, onClose }: { readonly withSheets: boolean; readonly onClose: () => void }) {
  const styles = useStyles();
  const words = useWords();
  return (
    <PaneDialog title={words("pane-keys")} onClose={onClose} onEnter={onClose} actions={<Button appearance="primary" onClick={onClose}>{words("pane-close")}</Button>}>
      <dl className={styles.keys}>
        {[...OF_LIST, ...(withSheets ? OF_PAGE : []), [["?"], "keys-help"] as const].map(([keys, does]) => (
          <div key={does} style={{ display: "contents" }}>
            <dt>{keys.map((key) => <kbd key={key}>{key}</kbd>)}</dt>
            <dd>{words(does)}</dd>
          </div>
        ))}
      </dl>
    </PaneDialog>
  );
}
