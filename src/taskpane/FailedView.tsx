import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { ErrorCircle24Regular } from "@fluentui/react-icons";
import { useContext } from "react";
import { render, type Sentence } from "../messages";
import { CheckButton, type CheckActions } from "./CheckButton";
import { LanguageContext, useWords } from "./words";

const useStyles = makeStyles({
  failed: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalM, overflowWrap: "anywhere" },
  title: { display: "flex", gap: tokens.spacingHorizontalS, alignItems: "center", color: tokens.colorStatusDangerForeground1 },
  file: { color: tokens.colorNeutralForeground3 }
});

interface FailedViewProps extends CheckActions {
  readonly fileName: string;
  readonly problem: Sentence | string;
}

/** A check that did not succeed: why, and what to do. */
export function FailedView({ fileName, problem, ...actions }: FailedViewProps) {
  const styles = useStyles();
  const words = useWords();
  const language = useContext(LanguageContext);
  return (
    <div className={styles.failed} role="alert">
      <div className={styles.title}>
        <ErrorCircle24Regular aria-hidden />
        <Text as="h1" size={400} weight="semibold">{words("pane-failed")}</Text>
      </div>
      <Text>{typeof problem === "string" ? problem : render(problem, language)}</Text>
      <Text size={200} className={styles.file}>{fileName}</Text>
      <CheckButton {...actions} again />
    </div>
  );
}
