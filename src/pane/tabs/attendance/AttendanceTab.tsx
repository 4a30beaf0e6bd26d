import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { attendanceChart, attendanceSentences, attendanceTable } from "../../../prose";
import { splitNotes } from "../../../summary";
import { Bullets } from "../../Bullets";
import { Fold } from "../../Fold";
import { Section } from "../../Section";
import { useWords } from "../../words";
import { IntoReport } from "../IntoReport";
import { Jump } from "../Jump";
import { LazyFold } from "../LazyFold";
import type { TabProps } from "../props";
import { Status } from "../Status";
import { PeopleSection } from "./PeopleSection";
import { personNumber } from "./PersonLink";
import { differences, type Difference } from "./people";
import { RetentionSection } from "./RetentionSection";
import { StaffingSection, StaffSection } from "./StaffingSection";

const useStyles = makeStyles({
  tab: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  list: { listStyleType: "none", margin: 0, padding: 0, "& > li + li": { marginTop: tokens.spacingVerticalXS } },
  label: { color: tokens.colorNeutralForeground3 }
});

/** 到岗: due and actual, certificates, retention, everybody's months, and where the table says otherwise. */
export function AttendanceTab({ checked, language, goTo }: TabProps) {
  const styles = useStyles();
  const words = useWords();
  const { evaluation, tables } = checked.report;
  if (!evaluation?.staffing) return <Text>{words(tables.some(({ kind }) => kind === "roster") ? "attendance-tab-blank" : "attendance-tab-none")}</Text>;
  const { staffing, months, seniority, notes } = evaluation;
  const { found, assumed } = splitNotes(notes, language);
  return (
    <div className={styles.tab}>
      <IntoReport
        language={language}
        tables={() => attendanceTable(checked.report, language)}
        sentences={() => attendanceSentences(checked.report, language)}
        chart={() => attendanceChart(checked.report, language)}
      />
      <StaffingSection staffing={staffing} months={months} />
      <DifferencesSection differences={differences(checked.report)} goTo={goTo} />
      <RetentionSection checked={checked} goTo={goTo} />
      <StaffSection staffing={staffing} seniority={seniority} />
      <PeopleSection checked={checked} goTo={goTo} />
      {notes.length > 0 && (
        <Section title={words("attendance-tab-basis")}>
          <Bullets sentences={found} />
          {assumed.length > 0 && <Fold title={words("pane-assumed", { count: assumed.length })}><Bullets sentences={assumed} /></Fold>}
        </Section>
      )}
    </div>
  );
}

/** So many differences stand open; where everything is off, what follows is still in reach. */
const MOST_OPEN = 5;

interface DifferencesProps {
  readonly differences: readonly Difference[];
  readonly goTo: TabProps["goTo"];
}

/** Subtotals, sums and rates of the roster that are not what was counted. */
function DifferencesSection({ differences: list, goTo }: DifferencesProps) {
  const words = useWords();
  if (list.length === 0) return <Status kind="good">{words("attendance-tab-agrees")}</Status>;
  const more = list.slice(MOST_OPEN);
  return (
    <Section title={words("attendance-tab-differences", { count: list.length })}>
      <DifferenceList differences={list.slice(0, MOST_OPEN)} goTo={goTo} />
      {more.length > 0 && <LazyFold title={words("attendance-tab-more-differences", { count: more.length })}>{() => <DifferenceList differences={more} goTo={goTo} />}</LazyFold>}
    </Section>
  );
}

function DifferenceList({ differences: list, goTo }: DifferencesProps) {
  const styles = useStyles();
  const words = useWords();
  return (
    <ul className={styles.list}>
      {list.map(({ sheet, cell, actual, expected, label, person }) => (
        <li key={`${sheet}!${cell}`}>
          <Jump sheet={sheet} cell={cell} goTo={goTo}>{cell}</Jump>
          {" "}
          <span>{words("attendance-tab-shows", { actual: actual || words("pane-blank"), expected })}</span>
          <Text block size={200} className={styles.label}>{person ? words("attendance-tab-person-subtotal", { person: personNumber(person, words) }) : label}</Text>
        </li>
      ))}
    </ul>
  );
}
