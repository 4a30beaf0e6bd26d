import { makeStyles, tokens } from "@fluentui/react-components";
import { useWords } from "../../words";
import type { StaffMonth } from "./chart-layout";

const useStyles = makeStyles({
  table: {
    borderCollapse: "collapse",
    width: "100%",
    maxWidth: "420px",
    fontVariantNumeric: "tabular-nums",
    "& th, & td": {
      padding: `${tokens.spacingVerticalXXS} 0 ${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      textAlign: "right",
      fontWeight: tokens.fontWeightRegular
    },
    "& thead th": { color: tokens.colorNeutralForeground3 },
    "& th:first-child": { textAlign: "left", paddingLeft: 0 }
  }
});

const HEADS = ["month-of-year", "weight", "certified", "uncertified", "actual", "due"] as const;

/** The chart of the months as numbers (各月人次). */
export function MonthTable({ months }: { readonly months: readonly StaffMonth[] }) {
  const styles = useStyles();
  const words = useWords();
  return (
    <table className={styles.table}>
      <thead><tr>{HEADS.map((head) => <th key={head} scope="col">{words(`attendance-tab-${head}`)}</th>)}</tr></thead>
      <tbody>
        {months.map(({ month, weight, certified, uncertified, total, due }, index) => (
          <tr key={index}>
            <th scope="row">{month}</th>
            {[weight, certified, uncertified, total, due].map((count, column) => <td key={column}>{count}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
