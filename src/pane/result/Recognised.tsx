import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { WorkbookReport } from "../../report/types";
import { Bullets } from "../Bullets";
import { Fold } from "../Fold";
import { LinkButton } from "../LinkButton";
import { Place } from "../Place";
import { useWords } from "../words";
import { missingTables } from "./verdict";

const useStyles = makeStyles({
  block: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS },
  unread: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
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
  const sentences = new Set(report.unread.map(({ message }) => message));
  const rest = report.notChecked.filter((sentence) => !sentences.has(sentence));
  const title = left ? words("pane-recognised-and-not", { count: report.tables.length, left }) : words("pane-recognised", { count: report.tables.length });
  // A workbook may well have no score table; what another one's absence prevents is not left to be found.
  return (
    <Fold title={title} open={report.unread.length > 0 || missing.some((kind) => kind !== "scores")}>
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
        {left > 0 && <div><Text size={200} weight="semibold">{words("pane-not-checked")}</Text>
          {report.unread.length > 0 && (
            <ul className={styles.unread}>
              {report.unread.map(({ sheet, range, message }, index) => (
                <li key={index}><LinkButton label={words("pane-go-to", { place: message })} onClick={() => goTo(sheet, range)}>{message}</LinkButton></li>
              ))}
            </ul>
          )}
          {rest.length > 0 && <Bullets sentences={rest} />}
        </div>}
      </div>
    </Fold>
  );
}
