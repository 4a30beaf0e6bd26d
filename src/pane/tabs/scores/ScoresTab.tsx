import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { Settings16Regular } from "@fluentui/react-icons";
import { scoreSentences, scoreTable } from "../../../prose";
import { DEFAULT_SETTINGS } from "../../../settings";
import { scoreText } from "../../../values/numbers";
import { PARTIES } from "../../../values/party";
import { Section } from "../../Section";
import { useWords } from "../../words";
import { Figures } from "../Figures";
import { IntoReport } from "../IntoReport";
import type { ScoresTabProps } from "../props";
import { Status } from "../Status";
import { BookSection } from "./BookSection";
import { gradeWord } from "./grade-word";
import { GradeScale } from "./GradeScale";
import { PartyBar } from "./PartyBar";
import { VetoesSection } from "./VetoesSection";

const useStyles = makeStyles({
  tab: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  quiet: { color: tokens.colorNeutralForeground3 },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, maxWidth: "460px" },
  button: { alignSelf: "flex-start", marginTop: tokens.spacingVerticalS }
});

/** 评分: the four scores, total and grade, the vetoes, and what the workbook's own score table says. */
export function ScoresTab({ checked: { report, settings }, language, goTo, openSettings }: ScoresTabProps) {
  const styles = useStyles();
  const words = useWords();
  const { scores = null, vetoes = [] } = report.evaluation ?? {};
  const { weights, gradeLimits, scores: typed } = settings ?? DEFAULT_SETTINGS;
  const hasTable = report.tables.some(({ kind }) => kind === "scores");
  const isTyped = Object.keys(typed).length > 0;
  const missing = PARTIES.filter((party) => scores?.parties[party] === undefined);
  const vetoMet = vetoes.some(({ state }) => state === "met");
  return (
    <div className={styles.tab}>
      <IntoReport language={language} tables={() => scoreTable(report, language)} sentences={() => scoreSentences(report, language)} />
      <Section title={words("scores-tab-parties")}>
        {!hasTable && !isTyped && <Text>{words("scores-tab-none")}</Text>}
        {isTyped && <Text size={200} className={styles.quiet}>{words(hasTable ? "scores-tab-both" : "scores-tab-typed")}</Text>}
        {scores?.total != null && (
          <>
            <Figures figures={[
              { label: words("scores-tab-total"), value: scoreText(scores.total) },
              { label: words("scores-tab-grade"), value: scores.grade === null ? "" : gradeWord(scores.grade, words), tone: vetoMet ? "bad" : "plain" }
            ]} />
            {vetoMet && scores.grade !== null && <Status kind="bad">{words("scores-tab-veto-decides", { grade: gradeWord(scores.grade, words) })}</Status>}
          </>
        )}
        <GradeScale total={scores?.total ?? null} limits={gradeLimits} />
        {scores && missing.length > 0 && (
          <Status kind="open">{words("scores-tab-open", { parties: missing.map((party) => words(`party-${party}`)).join(words("list-separator")) })}</Status>
        )}
        <ul className={styles.list}>
          {PARTIES.map((party) => <PartyBar key={party} name={words(`party-${party}`)} score={scores?.parties[party] ?? null} most={weights[party]} />)}
        </ul>
        {missing.length > 0 && <Button className={styles.button} icon={<Settings16Regular />} onClick={openSettings}>{words("scores-tab-go-settings")}</Button>}
      </Section>
      {hasTable && <BookSection report={report} goTo={goTo} />}
      <VetoesSection vetoes={vetoes} openSettings={openSettings} />
    </div>
  );
}
