import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ArrowSync20Regular, ErrorCircle24Regular } from "@fluentui/react-icons";
import { useContext, type ReactNode } from "react";
import { render, type Sentence } from "../../messages";
import { LanguageContext, useWords } from "../words";

const useStyles = makeStyles({
  failed: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    overflowWrap: "anywhere"
  },
  title: { display: "flex", gap: tokens.spacingHorizontalS, alignItems: "center", color: tokens.colorStatusDangerForeground3 },
  file: { color: tokens.colorNeutralForeground3 },
  ways: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS }
});

interface FailedViewProps {
  readonly fileName: string;
  readonly problem: Sentence | string;
  readonly onRetry?: () => void;
  /** Other ways to go on. */
  readonly children?: ReactNode;
}

/** A check that did not succeed: why, and what to do. */
export function FailedView({ fileName, problem, onRetry, children }: FailedViewProps) {
  const styles = useStyles();
  const words = useWords();
  const language = useContext(LanguageContext);
  return (
    <div className={styles.failed}>
      <div role="alert">
        <div className={styles.title}>
          <ErrorCircle24Regular aria-hidden />
          <Text as="h2" size={400} weight="semibold">{words("pane-failed")}</Text>
        </div>
        <Text as="p">{typeof problem === "string" ? problem : render(problem, language)}</Text>
      </div>
      {fileName && <Text size={200} className={styles.file}>{fileName}</Text>}
      <div className={styles.ways}>
        {onRetry && <Button appearance="primary" icon={<ArrowSync20Regular />} onClick={onRetry}>{words("pane-retry")}</Button>}
        {children}
      </div>
    </div>
  );
}
