import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { sameNumber } from "../../../values/numbers";
import type { ReportedFinding, WorkbookReport } from "../../../report/types";
import { Section } from "../../Section";
import { useWords } from "../../words";
import { Facts } from "../Facts";
import { Jump } from "../Jump";
import type { TabProps } from "../props";
import { Status } from "../Status";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, "& > li + li": { marginTop: tokens.spacingVerticalS } },
  message: { color: tokens.colorNeutralForeground2 }
});

/** What the workbook's own score table says, and where it is not what was computed. */
export function BookSection({ report, goTo }: { readonly report: WorkbookReport; readonly goTo: TabProps["goTo"] }) {
  const styles = useStyles();
  const words = useWords();
  const scores = report.evaluation?.scores ?? null;
  const wrong = report.findings.filter(isOfScores);
  const facts: [string, ReactNode][] = [];
  if (scores?.printed.total) {
    const { sheet, cell, text, value } = scores.printed.total;
    const agrees = value !== null && scores.total !== null && sameNumber(value, scores.total);
    facts.push([words("scores-tab-total"), <Stated key="total" sheet={sheet} cell={cell} text={text} agrees={scores.total === null ? null : agrees} goTo={goTo} />]);
  }
  if (scores?.printed.grade) {
    const { sheet, cell, text } = scores.printed.grade;
    facts.push([words("scores-tab-grade"), <Stated key="grade" sheet={sheet} cell={cell} text={text} agrees={scores.grade === null ? null : text === scores.grade} goTo={goTo} />]);
  }
  if (facts.length === 0 && wrong.length === 0) return null;
  return (
    <Section title={words("scores-tab-book")}>
      {facts.length > 0 && <Facts facts={facts} />}
      {wrong.length > 0 && (
        <>
          <Text as="h3" weight="semibold">{words("scores-tab-differences", { count: wrong.length })}</Text>
          <ul className={styles.list}>
            {wrong.map(({ sheet, cell, message, fingerprint }) => (
              <li key={fingerprint}>
                <Jump sheet={sheet} cell={cell} goTo={goTo}>{cell}</Jump>
                {" "}
                <span className={styles.message}>{message}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function isOfScores({ rule, severity, ignored }: ReportedFinding): boolean {
  return rule.startsWith("score-") && severity !== "info" && !ignored;
}

interface StatedProps {
  readonly sheet: string;
  readonly cell: string;
  readonly text: string;
  /** null: there is nothing to compare with. */
  readonly agrees: boolean | null;
  readonly goTo: TabProps["goTo"];
}

/** A value of the score table, a way to it, and whether it agrees. */
function Stated({ sheet, cell, text, agrees, goTo }: StatedProps) {
  const words = useWords();
  const jump = <Jump sheet={sheet} cell={cell} goTo={goTo}>{text}</Jump>;
  if (agrees === null) return jump;
  return <Status kind={agrees ? "good" : "bad"}>{jump}{` · ${words(agrees ? "scores-tab-agrees" : "scores-tab-differs")}`}</Status>;
}
