import { Badge, makeStyles, Text, tokens } from "@fluentui/react-components";
import { groupFindings } from "../report/group";
import type { ReportedFinding, WorkbookReport } from "../report/types";
import { FindingCard } from "./FindingCard";
import type { GoTo } from "./Place";
import { useWords } from "./words";

const useStyles = makeStyles({
  groups: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  group: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  title: { display: "flex", alignItems: "baseline", gap: tokens.spacingHorizontalS, overflowWrap: "anywhere" },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  quiet: { color: tokens.colorNeutralForeground3 }
});

interface FindingListProps {
  readonly findings: readonly ReportedFinding[];
  readonly tables: WorkbookReport["tables"];
  readonly goTo: GoTo | null;
}

/** The findings, grouped by table. */
export function FindingList({ findings, tables, goTo }: FindingListProps) {
  const styles = useStyles();
  const words = useWords();
  if (!findings.length) return <Text className={styles.quiet}>{words("pane-filtered-out")}</Text>;
  return (
    <div className={styles.groups}>
      {groupFindings(findings, tables).map((group) => (
        <section key={JSON.stringify([group.sheet, group.table?.range])} className={styles.group}>
          <div className={styles.title}>
            <Text as="h2" size={400} weight="semibold">{words(group.table ? `table-${group.table.kind}` : "pane-elsewhere")}</Text>
            <Text size={200} className={styles.quiet}>{group.sheet}</Text>
            <Badge appearance="tint" color="informative" size="small">{group.findings.length}</Badge>
          </div>
          <ul className={styles.list}>
            {group.findings.map((finding, index) => <FindingCard key={index} finding={finding} goTo={goTo} />)}
          </ul>
        </section>
      ))}
    </div>
  );
}
