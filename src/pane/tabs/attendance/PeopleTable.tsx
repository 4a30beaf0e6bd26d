import { makeStyles, tokens } from "@fluentui/react-components";
import { useWords } from "../../words";
import { Jump } from "../Jump";
import type { TabProps } from "../props";
import { Status } from "../Status";
import { MonthMark } from "./MonthMark";
import { monthValue, reasonRuns, totalFinding, type Person } from "./people";
import { PersonLink } from "./PersonLink";

const useStyles = makeStyles({
  frame: { overflowX: "auto", ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  table: {
    borderCollapse: "collapse", tableLayout: "fixed", width: "100%", fontVariantNumeric: "tabular-nums",
    fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200,
    "& th, & td": { padding: `${tokens.spacingVerticalXS} 0`, textAlign: "center", fontWeight: tokens.fontWeightRegular, verticalAlign: "middle" },
    "& thead th": { color: tokens.colorNeutralForeground3, padding: `${tokens.spacingVerticalXXS} 0` },
    "& th:first-child": { textAlign: "left", overflowWrap: "anywhere" },
    "& tbody": { borderTop: `1px solid ${tokens.colorNeutralStroke2}` }
  },
  name: { width: "auto" },
  total: { width: "34px" },
  sum: { fontWeight: tokens.fontWeightSemibold, textAlign: "right !important" as "right" },
  reasons: { textAlign: "left !important" as "left", paddingTop: "0 !important", color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  reason: { margin: 0, padding: 0, listStyleType: "none" }
});

interface PeopleTableProps extends Pick<TabProps, "checked" | "goTo"> {
  readonly label: string;
  readonly people: readonly Person[];
  /** As in the report: "2024-09". */
  readonly months: readonly string[];
}

/** Persons by row, months by column; under a person what needs a reason. */
export function PeopleTable({ label, people, months, checked, goTo }: PeopleTableProps) {
  const styles = useStyles();
  const words = useWords();
  const width = months.length > 8 ? 17 : 22;
  const monthName = (month: string) => words("attendance-tab-month", { month: Number(month.slice(-2)) });
  return (
    <div className={styles.frame} role="region" aria-label={label} tabIndex={months.length > MONTHS_THAT_FIT ? 0 : undefined}>
      <table className={styles.table} style={{ minWidth: `${NAME_AND_TOTAL + months.length * width}px` }}>
        <colgroup>
          <col className={styles.name} />
          {months.map((_, index) => <col key={index} style={{ width: `${width}px` }} />)}
          <col className={styles.total} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{words("attendance-tab-person")}</th>
            {months.map((month, index) => <th key={index} scope="col" title={month}><abbr aria-label={monthName(month)}>{Number(month.slice(-2))}</abbr></th>)}
            <th scope="col" className={styles.sum}>{words("attendance-tab-total")}</th>
          </tr>
        </thead>
        {people.map((person) => <PersonRows key={`${person.sheet} ${person.row}`} person={person} months={months} monthName={monthName} checked={checked} goTo={goTo} />)}
      </table>
    </div>
  );
}

/** At 320 px; of more, the rest is reached by scrolling. */
const MONTHS_THAT_FIT = 12;
/** What the columns beside the months need, in pixels. */
const NAME_AND_TOTAL = 90;

interface PersonRowsProps extends Pick<PeopleTableProps, "months" | "checked" | "goTo"> {
  readonly person: Person;
  readonly monthName: (month: string) => string;
}

function PersonRows({ person, months, monthName, checked, goTo }: PersonRowsProps) {
  const styles = useStyles();
  const words = useWords();
  const runs = reasonRuns(person);
  const finding = totalFinding(checked.report, person);
  return (
    <tbody data-person={person.row}>
      <tr>
        <th scope="row"><PersonLink person={person} checked={checked} goTo={goTo} /></th>
        {person.months.map((value, month) => <td key={month} title={person.reasons[month]}><MonthMark value={monthValue(value)} /></td>)}
        <td className={styles.sum}>{person.total}</td>
      </tr>
      {(runs.length > 0 || finding) && (
        <tr>
          <td className={styles.reasons} colSpan={months.length + 2}>
            <ul className={styles.reason}>
              {runs.map(({ from, to, reason }) => {
                const first = monthName(months[from] ?? "");
                const range = from === to ? first : words("attendance-tab-month-range", { from: first, to: monthName(months[to] ?? "") });
                return <li key={from}>{words("attendance-tab-reason", { months: range, reason })}</li>;
              })}
              {finding && (
                <li>
                  <Status kind="bad">
                    <Jump sheet={finding.sheet} cell={finding.cell} goTo={goTo}>
                      {words("attendance-tab-printed", { printed: person.printed ?? finding.actual, total: person.total })}
                    </Jump>
                  </Status>
                </li>
              )}
            </ul>
          </td>
        </tr>
      )}
    </tbody>
  );
}
