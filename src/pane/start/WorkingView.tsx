import { Button, makeStyles, ProgressBar, Text, tokens } from "@fluentui/react-components";
import type { Progress } from "../session";
import { useWords } from "../words";

const useStyles = makeStyles({
  working: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalM,
    margin: "auto 0",
    padding: tokens.spacingHorizontalL,
    overflowWrap: "anywhere"
  },
  file: { color: tokens.colorNeutralForeground3 }
});

interface WorkingViewProps {
  /** null while it is not known whether Excel answers. */
  readonly progress: Progress | null;
  /** Excel has given no answer for long. */
  readonly waiting?: boolean;
  readonly fileName?: string;
  readonly onCancel?: () => void;
}

/** While a workbook is read and checked. */
export function WorkingView({ progress, waiting = false, fileName = "", onCancel }: WorkingViewProps) {
  const styles = useStyles();
  const words = useWords();
  const text = words(progress ? `pane-${progress.stage}` : "pane-connecting");
  return (
    <div className={styles.working}>
      <Text role="status" weight="semibold">{text}</Text>
      <ProgressBar aria-label={text} value={progress?.share ?? undefined} />
      <div role="status">{waiting && <Text>{words("pane-waiting")}</Text>}</div>
      {fileName && <Text size={200} className={styles.file}>{fileName}</Text>}
      {onCancel && <Button onClick={onCancel}>{words("pane-cancel")}</Button>}
    </div>
  );
}
