import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from "@fluentui/react-components";
import type { ReportedQuestion } from "../../report/types";
import type { ToldTable } from "../../told";
import { LinkButton } from "../LinkButton";
import { useWords } from "../words";

const useStyles = makeStyles({
  questions: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  text: { overflowWrap: "anywhere", whiteSpace: "normal", paddingBlock: tokens.spacingVerticalXS }
});

interface QuestionsProps {
  readonly questions: readonly ReportedQuestion[];
  readonly busy: boolean;
  readonly goTo: (sheet: string, range: string) => void;
  readonly onAnswer: (told: ToldTable) => void;
}

/** What the check would like to know, above everything it found: an answer is kept and the workbook checked again. */
export function Questions({ questions, busy, goTo, onAnswer }: QuestionsProps) {
  const styles = useStyles();
  const words = useWords();
  if (questions.length === 0) return null;
  return (
    <div className={styles.questions} role="group" aria-label={words("tables-questions")}>
      {questions.map(({ text, sheet, range, answers }) => (
        <MessageBar key={`${sheet}!${range} ${text}`} intent="warning" layout="multiline">
          <MessageBarBody className={styles.text}>
            {text}{" "}
            <LinkButton label={words("pane-go-to", { place: `${sheet}!${range}` })} onClick={() => goTo(sheet, range)}>{range}</LinkButton>
          </MessageBarBody>
          <MessageBarActions>
            {answers.map(({ label, told }) => <Button key={label} size="small" disabledFocusable={busy} aria-label={`${label}：${text}`} onClick={() => onAnswer(told)}>{label}</Button>)}
          </MessageBarActions>
        </MessageBar>
      ))}
    </div>
  );
}
