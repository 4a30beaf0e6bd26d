import { Button, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { FIGURES, SHOWN_FIGURES, type FigureKey } from "../../comparison";
import { PaneDialog } from "../../pane/dialogs/PaneDialog";
import { useWords } from "../../pane/words";

const useStyles = makeStyles({ list: { listStyleType: "none", margin: 0, padding: 0, columnWidth: "160px", columnGap: tokens.spacingHorizontalM } });

interface ColumnsDialogProps {
  readonly columns: readonly FigureKey[];
  readonly onChange: (columns: readonly FigureKey[]) => void;
  readonly onClose: () => void;
}

/** Which figures the table shows. They are shown at once. */
export function ColumnsDialog({ columns, onChange, onClose }: ColumnsDialogProps) {
  const styles = useStyles();
  const words = useWords();
  return (
    <PaneDialog
      title={words("desk-columns")}
      form
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => onChange(SHOWN_FIGURES)}>{words("desk-columns-usual")}</Button>
          <Button appearance="primary" onClick={onClose}>{words("review-close")}</Button>
        </>
      }
    >
      <ul className={styles.list}>
        {FIGURES.map(({ key, label }) => (
          <li key={key}>
            <Checkbox
              checked={columns.includes(key)} label={words(label)}
              onChange={(_, { checked }) => onChange(FIGURES.map((figure) => figure.key).filter((one) => (one === key ? checked === true : columns.includes(one))))}
            />
          </li>
        ))}
      </ul>
    </PaneDialog>
  );
}
