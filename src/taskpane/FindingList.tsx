import { Badge, makeStyles, Text, tokens } from "@fluentui/react-components";
import { groupFindings } from "../report/group";
import type { ReportedFinding, WorkbookReport } from "../report/types";
import { FindingCard } from "./FindingCard";
import { Fold } from "./Fold";
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

/** The findings, grouped by table; what is for information only is folded away below what is wrong. */
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
          <Cards findings={group.findings.filter(isGrave)} goTo={goTo} />
          <RemarkFold findings={group.findings.filter((finding) => !isGrave(finding))} open={!findings.some(isGrave)} goTo={goTo} />
        </section>
      ))}
    </div>
  );
}

function isGrave({ severity }: ReportedFinding): boolean {
  return severity !== "info";
}

interface CardsProps {
  readonly findings: readonly ReportedFinding[];
  readonly goTo: GoTo | null;
}

/** Errors before warnings, each in the order of the sheet. */
function Cards({ findings, goTo }: CardsProps) {
  const styles = useStyles();
  if (!findings.length) return null;
  const inOrder = [...findings].sort((a, b) => Number(b.severity === "error") - Number(a.severity === "error"));
  return <ul className={styles.list}>{inOrder.map((finding, index) => <FindingCard key={index} finding={finding} goTo={goTo} />)}</ul>;
}

function RemarkFold({ findings, open, goTo }: CardsProps & { readonly open: boolean }) {
  const words = useWords();
  if (!findings.length) return null;
  return <Fold title={words("pane-remarks", { count: findings.length })} open={open}><Cards findings={findings} goTo={goTo} /></Fold>;
}
