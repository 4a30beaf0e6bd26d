import { Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { useWords } from "../../pane/words";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    alignItems: "stretch",
    flexShrink: 0,
    minHeight: "32px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1
  },
  address: {
    boxSizing: "border-box",
    width: "104px",
    flexShrink: 0,
    padding: "6px 10px",
    fontWeight: tokens.fontWeightSemibold,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`
  },
  // As high as three lines at most: a long formula is scrolled, the sheet keeps its room.
  content: {
    flexGrow: 1,
    minWidth: 0,
    maxHeight: "66px",
    overflowY: "auto",
    padding: "6px 10px",
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: "20px",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" }
  },
  blank: { color: tokens.colorNeutralForeground3, fontFamily: tokens.fontFamilyBase },
  shows: { color: tokens.colorNeutralForeground3, fontFamily: tokens.fontFamilyBase, marginLeft: tokens.spacingHorizontalM }
});

interface FormulaBarProps {
  readonly address: string;
  /** null for a blank cell. */
  readonly cell: { readonly formula: string | null; readonly text: string } | null;
  /** null where the sheet hides nothing. */
  readonly showHidden: boolean | null;
  readonly onShowHidden: (show: boolean) => void;
}

/** Where the user is in the sheet, and what stands there. Nothing can be typed in. */
export function FormulaBar({ address, cell, showHidden, onShowHidden }: FormulaBarProps) {
  const styles = useStyles();
  const words = useWords();
  return (
    <div className={styles.bar}>
      <output className={styles.address} aria-label={words("view-address")}>{address}</output>
      <div className={styles.content} tabIndex={0} role="group" aria-label={words("view-formula")} data-formula>
        {cell === null ? <span className={styles.blank}>{words("view-blank")}</span> : cell.formula ?? cell.text}
        {cell?.formula && <span className={styles.shows}>{words("view-shows", { text: cell.text })}</span>}
      </div>
      {showHidden !== null && <Checkbox label={words("view-show-hidden")} checked={showHidden} onChange={(_, { checked }) => onShowHidden(checked === true)} />}
    </div>
  );
}
