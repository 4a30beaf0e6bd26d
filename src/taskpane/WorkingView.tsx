import { makeStyles, ProgressBar, Text, tokens } from "@fluentui/react-components";
import { useWords } from "./words";

const useStyles = makeStyles({
  working: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, margin: "auto 0", overflowWrap: "anywhere" },
  file: { color: tokens.colorNeutralForeground3 }
});

interface WorkingViewProps {
  readonly stage: "connecting" | "reading" | "checking";
  readonly fileName?: string;
}

/** While a workbook is read and checked. */
export function WorkingView({ stage, fileName = "" }: WorkingViewProps) {
  const styles = useStyles();
  const words = useWords();
  const text = words(`pane-${stage}`);
  return (
    <div className={styles.working}>
      <ProgressBar aria-label={text} />
      <Text role="status" weight="semibold">{text}</Text>
      <Text size={200} className={styles.file}>{fileName}</Text>
    </div>
  );
}
