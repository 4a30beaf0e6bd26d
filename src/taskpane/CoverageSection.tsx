import { Text } from "@fluentui/react-components";
import { useContext } from "react";
import type { WorkbookReport } from "../report/types";
import { coverageText } from "../summary";
import { Bullets } from "./Bullets";
import { Fold } from "./Fold";
import { Section } from "./Section";
import { Terms } from "./Terms";
import { LanguageContext, useWords } from "./words";

/** What was proved and what was not, so that silence can be trusted. */
export function CoverageSection({ report }: { readonly report: WorkbookReport }) {
  const words = useWords();
  const language = useContext(LanguageContext);
  return (
    <Section title={words("pane-coverage")}>
      <Text>{coverageText(report.coverage, language)}</Text>
      {report.notChecked.length > 0 && (
        <>
          <Text weight="semibold">{words("pane-not-checked")}</Text>
          <Bullets sentences={report.notChecked} />
        </>
      )}
      <Fold title={`${words("pane-tables")} ${report.tables.length}`}>
        <Terms>
          {report.tables.map((table, index) => [
            <dt key={index}>{words(`table-${table.kind}`)}</dt>,
            <dd key={`${index}=`}>{`${table.sheet}!${table.range}`}{table.title && ` · ${table.title}`}</dd>
          ])}
        </Terms>
      </Fold>
    </Section>
  );
}
