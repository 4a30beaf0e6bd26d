import { FluentProvider, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useContext, useEffect, useState } from "react";
import { createPortal, flushSync } from "react-dom";
import { groupPlace, NO_FILTER, shownGroups } from "../../pane/model/findings";
import type { PaneModel } from "../../pane/model/pane-model";
import { sinceBaseline } from "../../pane/model/since";
import { Overview } from "../../pane/result/Overview";
import type { Checked } from "../../pane/session";
import { LIGHT } from "../../pane/theme";
import { LanguageContext, useWords } from "../../pane/words";
import { periodText, stationText } from "../../summary";
import { numberText, shareText } from "../../values/numbers";
import { PrintedFinding } from "./PrintedFinding";

/** Nothing of the page but this is printed. */
const ALONE = "@page { margin: 14mm 14mm 16mm } @media print { html { color-scheme: light !important } body:has(> [data-print]) > :not([data-print]) { display: none !important } } @media screen { [data-print] { display: none } }";

const useStyles = makeStyles({
  sheet: { backgroundColor: "transparent", display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  head: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS, paddingBottom: tokens.spacingVerticalS, borderBottom: `1px solid ${tokens.colorNeutralStroke1}` },
  quiet: { color: tokens.colorNeutralForeground2 },
  group: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  // A table's name stands on the page of its first finding.
  title: { breakAfter: "avoid", display: "flex", gap: tokens.spacingHorizontalS, alignItems: "baseline" },
  list: { margin: 0, padding: 0, listStyleType: "none" }
});

/** The result as it is printed: verdict and findings, each opened. It is there only while the browser prints. */
export function PrintView({ model, fileName }: { readonly model: PaneModel; readonly fileName: string }) {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    // At once: the browser takes the page as it is when the event has passed.
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
    };
  }, []);
  const { checked } = model;
  if (!isPrinting || !checked || checked.report.error) return null;
  return createPortal((
    <div data-print>
      <style>{ALONE}</style>
      <FluentProvider theme={LIGHT}><Printed model={model} checked={checked} fileName={fileName} /></FluentProvider>
    </div>
  ), document.body);
}

function Printed({ model, checked, fileName }: { readonly model: PaneModel; readonly checked: Checked; readonly fileName: string }) {
  const styles = useStyles();
  const words = useWords();
  const language = useContext(LanguageContext);
  const { report, settings } = checked;
  const groups = shownGroups(model.findings, report.tables, NO_FILTER);
  const ignored = model.findings.filter(({ finding }) => finding.ignored);
  const isConfirmed = settings !== null && settings.given.has("headcount") && settings.given.has("certifiedShare");
  return (
    <div className={styles.sheet}>
      <header className={styles.head}>
        <Text as="h1" size={500} weight="semibold">{stationText(report.station, language)}</Text>
        <Text>{periodText(report.period, language)} · {fileName}</Text>
        {settings && report.evaluation?.staffing && (
          <Text size={200} className={styles.quiet}>
            {words("pane-agreement", { headcount: numberText(settings.headcount), share: shareText(settings.certifiedShare), limit: shareText(settings.retentionLimit) })}
            {!isConfirmed && ` · ${words("pane-agreement-default")}`}
          </Text>
        )}
      </header>
      <Overview report={report} since={sinceBaseline(model)} />
      {groups.map((group) => (
        <section key={`${group.sheet} ${group.table?.range ?? ""}`} className={styles.group}>
          <div className={styles.title}>
            <Text as="h2" size={400} weight="semibold">{words(group.table ? `table-${group.table.kind}` : "pane-elsewhere")}</Text>
            <Text size={200} className={styles.quiet}>{groupPlace(group, groups)}</Text>
          </div>
          <ul className={styles.list}>{group.findings.map(({ key, finding }) => <PrintedFinding key={key} finding={finding} />)}</ul>
        </section>
      ))}
      {ignored.length > 0 && (
        <section className={styles.group}>
          <Text as="h2" size={400} weight="semibold" className={styles.title}>{words("pane-ignored-list", { count: ignored.length })}</Text>
          <ul className={styles.list}>{ignored.map(({ key, finding }) => <PrintedFinding key={key} finding={finding} />)}</ul>
        </section>
      )}
      {report.notChecked.length > 0 && (
        <section className={styles.group}>
          <Text as="h2" size={400} weight="semibold" className={styles.title}>{words("pane-not-checked")}</Text>
          <ul>{report.notChecked.map((sentence, index) => <li key={index}><Text size={200}>{sentence}</Text></li>)}</ul>
        </section>
      )}
    </div>
  );
}
