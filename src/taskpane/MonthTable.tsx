import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReportedEvaluation } from "../report/types";
import { useWords } from "./words";

const useStyles = makeStyles({
  table: {
    borderCollapse: "collapse",
    width: "100%",
    maxWidth: "420px",
    fontVariantNumeric: "tabular-nums",
    "& th, & td": {
      padding: `${tokens.spacingVerticalXXS} 0 ${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      textAlign: "right",
      fontWeight: tokens.fontWeightRegular
    },
    "& thead th": { color: tokens.colorNeutralForeground3 },
    "& th:first-child": { textAlign: "left", paddingLeft: 0 }
  }
});

const HEADS = ["summary-month", "summary-weight", "summary-certified", "summary-uncertified", "summary-month-total"] as const;

/** Persons present month by month (各月人次). */
export function MonthTable({ byMonth }: { readonly byMonth: NonNullable<ReportedEvaluation["staffing"]>["byMonth"] }) {
  const styles = useStyles();
  const words = useWords();
  return (
    <table className={styles.table}>
      <thead><tr>{HEADS.map((head) => <th key={head} scope="col">{words(head)}</th>)}</tr></thead>
      <tbody>
        {byMonth.map(({ month, weight, certified, uncertified, total }) => (
          <tr key={month}>
            <th scope="row">{month}</th>
            {[weight, certified, uncertified, total].map((count, index) => <td key={index}>{count}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
