import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { useContext } from "react";
import type { WorkbookReport } from "../report/types";
import { coverageText } from "../summary";
import { Fold } from "./Fold";
import { Section } from "./Section";
import { LanguageContext, useWords } from "./words";

const useStyles = makeStyles({ list: { margin: 0, paddingLeft: tokens.spacingHorizontalL } });

/** What was proved and what was not, so that silence can be trusted. */
export function CoverageSection({ report }: { readonly report: WorkbookReport }) {
  const styles = useStyles();
  const words = useWords();
  const language = useContext(LanguageContext);
  return (
    <Section title={words("pane-coverage")}>
      <Text>{coverageText(report.coverage, language)}</Text>
      {report.notChecked.length > 0 && (
        <>
          <Text weight="semibold">{words("pane-not-checked")}</Text>
          <ul className={styles.list}>{report.notChecked.map((sentence, index) => <li key={index}>{sentence}</li>)}</ul>
        </>
      )}
      <Fold title={`${words("pane-tables")} ${report.tables.length}`}>
        {report.tables.map((table, index) => [
          <dt key={index}>{words(`table-${table.kind}`)}</dt>,
          <dd key={`${index}=`}>{`${table.sheet}!${table.range}`}{table.title && ` · ${table.title}`}</dd>
        ])}
      </Fold>
    </Section>
  );
}
