import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReportedFinding } from "../../report/types";
import type { Fix } from "../../workbook";
import { contentText } from "../findings/content-text";
import { useWords } from "../words";

const useStyles = makeStyles({
  change: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`
  },
  values: {
    display: "grid",
    gridTemplateColumns: "max-content minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalS,
    margin: 0,
    fontVariantNumeric: "tabular-nums",
    "& dt": { color: tokens.colorNeutralForeground3 },
    "& dd": { margin: 0, overflowWrap: "anywhere" }
  },
  formula: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  after: { color: tokens.colorStatusSuccessForeground1, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 }
});

/** One cell of a fix: what stands there now, what will, and how it then looks. */
export function FixPreview({ finding: { sheet, cell, actual, expected, fix } }: { readonly finding: ReportedFinding }) {
  const styles = useStyles();
  const words = useWords();
  if (!fix) return null;
  const before = contentText(fix.before);
  const after = contentText(fix.after);
  // Why it is changed may say the formula, too; once is enough.
  const said = after !== "" && fix.why.includes(after);
  const isFormula = (content: string) => content.startsWith("=");
  return (
    <div className={styles.change}>
      <Text weight="semibold">{`${sheet}!${cell}`}</Text>
      <dl className={styles.values}>
        <dt>{words("pane-mend-before")}</dt>
        <dd>
          {actual || words("pane-blank")}
          {isFormula(before) && <div className={styles.formula}>{before}</div>}
        </dd>
        <dt>{words("pane-mend-after")}</dt>
        <dd className={styles.after}>
          {expected || after || words("pane-blank")}
          {isFormula(after) && !said && <div className={styles.formula}>{after}</div>}
        </dd>
      </dl>
      <WithFix fix={fix} />
      <Text size={200} className={styles.quiet}>{fix.why}</Text>
    </div>
  );
}

/** What a fix changes beside the content of its cell: other cells, the number format. */
export function WithFix({ fix }: { readonly fix: Fix }) {
  const styles = useStyles();
  const words = useWords();
  return (
    <>
      {fix.also && <Text size={200}>{words("pane-mend-also", { cells: fix.also.map((each) => `${each.cell}  ${contentText(each.before) || words("pane-blank")} → ${contentText(each.after)}`).join(words("list-separator")) })}</Text>}
      {fix.format !== undefined && <Text size={200} className={styles.quiet}>{words("pane-mend-format", { format: fix.format })}</Text>}
    </>
  );
}
