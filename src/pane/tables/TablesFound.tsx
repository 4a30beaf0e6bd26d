import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { WorkbookReport } from "../../report/types";
import { Bullets } from "../Bullets";
import { Fold } from "../Fold";
import { LinkButton } from "../LinkButton";
import type { Region } from "../model/pane-model";
import { Place } from "../Place";
import { missingTables } from "../result/verdict";
import { useWords } from "../words";
import { Counts } from "./Counts";

const useStyles = makeStyles({
  block: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  item: { display: "grid", gridTemplateColumns: "minmax(4em, max-content) minmax(0, 1fr)", columnGap: tokens.spacingHorizontalS, overflowWrap: "anywhere" },
  counts: { gridColumn: "2", display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM, color: tokens.colorNeutralForeground3 },
  unread: { margin: 0, paddingLeft: tokens.spacingHorizontalL, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS },
  tell: { marginLeft: tokens.spacingHorizontalS, whiteSpace: "nowrap" }
});

interface TablesFoundProps {
  readonly report: WorkbookReport;
  readonly goTo: (sheet: string, range: string) => void;
  /** Opens how a table is read, or what a region could be. */
  readonly study: (region: Region) => void;
  /** The way to a table that is not in the list. */
  readonly point: ReactNode;
}

/** 找到的表: what was read and how much of it, what was not found and what that prevents, what was not checked; each with a way to say what it is. */
export function TablesFound({ report, goTo, study, point }: TablesFoundProps) {
  const styles = useStyles();
  const words = useWords();
  const missing = missingTables(report.tables);
  const left = report.notChecked.length;
  const sentences = new Set(report.unread.map(({ message }) => message));
  const rest = report.notChecked.filter((sentence) => !sentences.has(sentence));
  const misfits = report.told.flatMap(({ message }) => message ?? []);
  const title = left ? words("pane-recognised-and-not", { count: report.tables.length, left }) : words("pane-recognised", { count: report.tables.length });
  // A workbook may well have no score table; what another one's absence prevents is not left to be found.
  return (
    <Fold title={title} open={report.unread.length > 0 || misfits.length > 0 || missing.some((kind) => kind !== "scores")}>
      <div className={styles.block}>
        <ul className={styles.list}>
          {report.tables.map(({ kind, sheet, range, title: name, counts, told }, index) => (
            <li key={index} className={styles.item}>
              <span>{words(`table-${kind}`)}</span>
              <span title={name}><Place sheet={sheet} cell={range} withSheet goTo={goTo} /></span>
              <span className={styles.counts}>
                <Counts counts={counts} />
                {told !== null && <span>{words("tables-told")}</span>}
                <LinkButton label={words("tables-study-of", { place: `${sheet}!${range}` })} onClick={() => study({ sheet, range })}>{words("tables-study")}</LinkButton>
              </span>
            </li>
          ))}
        </ul>
        {missing.length > 0 && <div><Text size={200} weight="semibold">{words("pane-looked-for")}</Text><Bullets sentences={missing.map((kind) => words(`pane-missing-${kind}`))} /></div>}
        {misfits.length > 0 && <div><Text size={200} weight="semibold">{words("tables-told-misfits")}</Text><Bullets sentences={misfits} /></div>}
        {left > 0 && <div><Text size={200} weight="semibold">{words("pane-not-checked")}</Text>
          {report.unread.length > 0 && (
            <ul className={styles.unread}>
              {report.unread.map(({ sheet, range, message }, index) => (
                <li key={index}>
                  <LinkButton label={words("pane-go-to", { place: message })} onClick={() => goTo(sheet, range)}>{message}</LinkButton>
                  <span className={styles.tell}>
                    <LinkButton label={words("tables-tell-of", { place: `${sheet}!${range}` })} onClick={() => study({ sheet, range })}>{words("tables-tell")}</LinkButton>
                  </span>
                </li>
              ))}
            </ul>
          )}
          {rest.length > 0 && <Bullets sentences={rest} />}
        </div>}
        {point}
      </div>
    </Fold>
  );
}
