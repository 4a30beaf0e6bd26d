import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { WorkbookReport } from "../../report/types";
import { Bullets } from "../Bullets";
import { Fold } from "../Fold";
import { Place } from "../Place";
import { useWords } from "../words";
import { missingTables } from "./verdict";

const useStyles = makeStyles({
  block: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS },
  item: { display: "grid", gridTemplateColumns: "minmax(4em, max-content) minmax(0, 1fr)", columnGap: tokens.spacingHorizontalS, overflowWrap: "anywhere" }
});

interface RecognisedProps {
  readonly report: WorkbookReport;
  readonly goTo: (sheet: string, range: string) => void;
}

/** What was recognised, what was not found and what that prevents, what was not checked. */
export function Recognised({ report, goTo }: RecognisedProps) {
  const styles = useStyles();
  const words = useWords();
  const missing = missingTables(report.tables);
  const left = report.notChecked.length;
  const title = left ? words("pane-recognised-and-not", { count: report.tables.length, left }) : words("pane-recognised", { count: report.tables.length });
  // A workbook may well have no score table; what another one's absence prevents is not left to be found.
  return (
    <Fold title={title} open={missing.some((kind) => kind !== "scores")}>
      <div className={styles.block}>
        <ul className={styles.list}>
          {report.tables.map(({ kind, sheet, range, title: name }, index) => (
            <li key={index} className={styles.item}>
              <span>{words(`table-${kind}`)}</span>
              <span title={name}><Place sheet={sheet} cell={range} withSheet goTo={goTo} /></span>
            </li>
          ))}
        </ul>
        {missing.length > 0 && <div><Text size={200} weight="semibold">{words("pane-looked-for")}</Text><Bullets sentences={missing.map((kind) => words(`pane-missing-${kind}`))} /></div>}
        {left > 0 && <div><Text size={200} weight="semibold">{words("pane-not-checked")}</Text><Bullets sentences={report.notChecked} /></div>}
      </div>
    </Fold>
  );
}
