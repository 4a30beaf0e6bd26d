import { Button, Checkbox, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Checkmark16Regular, Dismiss16Regular } from "@fluentui/react-icons";
import { useWords } from "../../pane/words";
import { cellName } from "../../workbook";
import { DraftBox } from "../edit/DraftBox";
import type { Editing } from "../edit/use-editing";

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
  open: { cursor: "text" },
  writing: {
    boxSizing: "border-box",
    flexGrow: 1,
    minWidth: 0,
    maxHeight: "88px",
    padding: "6px 10px",
    border: 0,
    resize: "none",
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: "20px",
    color: "inherit",
    backgroundColor: "transparent",
    outline: `2px solid ${tokens.colorStrokeFocus2}`,
    outlineOffset: "-2px"
  },
  buttons: { display: "flex", flexShrink: 0, alignItems: "flex-start" },
  // Another font beside the formula's does not make the line higher: the sheet below would jump from cell to cell.
  blank: { color: tokens.colorNeutralForeground3, fontFamily: tokens.fontFamilyBase, verticalAlign: "top" },
  shows: { color: tokens.colorNeutralForeground3, fontFamily: tokens.fontFamilyBase, verticalAlign: "top", marginLeft: tokens.spacingHorizontalM }
});

interface FormulaBarProps {
  readonly address: string;
  /** null for a blank cell. */
  readonly cell: { readonly formula: string | null; readonly text: string } | null;
  /** null where the sheet hides nothing. */
  readonly showHidden: boolean | null;
  readonly onShowHidden: (show: boolean) => void;
  readonly editing: Editing;
  /** null where nothing can be written. */
  readonly onBegin: (() => void) | null;
}

/** Where the user is in the sheet, and what stands there, which can be written anew. */
export function FormulaBar({ address, cell, showHidden, onShowHidden, editing, onBegin }: FormulaBarProps) {
  const styles = useStyles();
  const words = useWords();
  const { draft } = editing;
  if (draft) {
    return (
      <div className={styles.bar}>
        <output className={styles.address} aria-label={words("view-address")}>{cellName(draft.row, draft.column)}</output>
        <DraftBox editing={editing} place="bar" onMove={() => undefined} className={styles.writing} />
        <div className={styles.buttons} data-draft>
          <Button appearance="subtle" icon={<Dismiss16Regular />} title={words("edit-drop")} aria-label={words("edit-drop")} onClick={() => editing.drop()} />
          <Button appearance="subtle" icon={<Checkmark16Regular />} title={words("edit-accept")} aria-label={words("edit-accept")} onClick={() => editing.accept(true)} />
        </div>
      </div>
    );
  }
  return (
    <div className={styles.bar}>
      <output className={styles.address} aria-label={words("view-address")}>{address}</output>
      <div
        className={mergeClasses(styles.content, onBegin !== null && styles.open)}
        title={onBegin ? words("edit-how") : undefined}
        onClick={() => { if (onBegin && !window.getSelection()?.toString()) onBegin(); }}
        onKeyDown={(event) => {
          if (onBegin && (event.key === "F2" || event.key === "Enter")) {
            event.preventDefault();
            onBegin();
          }
        }}
        tabIndex={0}
        role="group"
        aria-label={words("view-formula")}
        data-formula
      >
        {cell === null ? <span className={styles.blank}>{words("view-blank")}</span> : cell.formula ?? cell.text}
        {cell?.formula && <span className={styles.shows}>{words("view-shows", { text: cell.text })}</span>}
      </div>
      {showHidden !== null && <Checkbox label={words("view-show-hidden")} checked={showHidden} onChange={(_, { checked }) => onShowHidden(checked === true)} />}
    </div>
  );
}
