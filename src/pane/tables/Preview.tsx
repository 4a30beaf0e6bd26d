import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { parseRectName } from "../../workbook";
import type { ReportedTable, WorkbookReport } from "../../report/types";
import { withProfile } from "../../settings";
import { countFindings } from "../../summary";
import type { ToldTable } from "../../told";
import type { PaneController } from "../model/pane-controller";
import type { PaneModel, Region } from "../model/pane-model";
import { useWords } from "../words";
import { Counts } from "./Counts";

/** Milliseconds without a change before the workbook is tried with it. */
const PAUSE = 250;

const useStyles = makeStyles({
  preview: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS },
  problem: { color: tokens.colorStatusDangerForeground1, "@media (forced-colors: active)": { color: "inherit" } }
});

interface PreviewProps {
  readonly draft: ToldTable;
  /** The name by which the table is told already, if it is. */
  readonly given: string | null;
  /** Why the draft cannot be tried. */
  readonly problem: string | null;
  readonly region: Region;
  readonly model: PaneModel;
  readonly controller: PaneController;
}

/** What would be read and found if the table were what the draft says. */
export function Preview({ draft, given, problem, region, model, controller }: PreviewProps) {
  const styles = useStyles();
  const words = useWords();
  const [report, setReport] = useState<WorkbookReport | "none" | null>(null);
  const stored = model.checked?.stored;

  useEffect(() => {
    setReport(null);
    if (problem !== null || !stored) return;
    let current = true;
    const timer = setTimeout(() => {
      void controller.inquire({ kind: "preview", stored: { ...stored, settings: withProfile(stored.settings, given ?? draft.name, draft) } }).then((tried) => { if (current) setReport(tried ?? "none"); });
    }, PAUSE);
    return () => { current = false; clearTimeout(timer); };
  }, [controller, draft, given, problem, stored]);

  if (problem !== null) return <Text size={200} role="alert" className={styles.problem}>{problem}</Text>;
  if (!report) return <Text size={200} role="status">{words("study-trying")}</Text>;
  if (report === "none") return <Text size={200} role="alert" className={styles.problem}>{words("study-not-tried")}</Text>;
  const misfit = report.told.find(({ name }) => name === draft.name)?.message ?? report.error?.message;
  const read = report.tables.filter((table) => overlaps(table, region));
  const counts = countFindings(report.findings.filter(({ sheet }) => sheet === region.sheet));
  return (
    <div className={styles.preview} role="status">
      {misfit && <Text size={200} className={styles.problem}>{misfit}</Text>}
      {read.map((table, index) => <Text key={index} size={200}>{words("study-would-read", { kind: words(`table-${table.kind}`) })} <Counts counts={table.counts} /></Text>)}
      {read.length === 0 && <Text size={200}>{words(draft.kind === "none" ? "study-would-leave" : "study-would-read-nothing")}</Text>}
      <Text size={200}>{words("study-would-find", { error: counts.error, warning: counts.warning })}</Text>
    </div>
  );
}

function overlaps(table: ReportedTable, region: Region): boolean {
  if (table.sheet !== region.sheet) return false;
  const [a, b] = [parseRectName(table.range), parseRectName(region.range)];
  return a !== null && b !== null && a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}
