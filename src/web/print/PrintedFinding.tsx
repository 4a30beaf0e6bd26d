import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { useContext } from "react";
import type { MessageId } from "../../messages";
import { reasonOf } from "../../pane/findings/reason";
import { Values } from "../../pane/findings/Values";
import { SeverityIcon } from "../../pane/SeverityIcon";
import { Terms } from "../../pane/Terms";
import { LanguageContext, useWords } from "../../pane/words";
import type { ReportedFinding } from "../../report/types";

const useStyles = makeStyles({
  item: { breakInside: "avoid", display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS, padding: `${tokens.spacingVerticalS} 0`, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  line: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
  thing: { fontWeight: tokens.fontWeightSemibold },
  cell: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  values: { marginLeft: "auto" }
});

/** A finding on paper: what it is about, what the cell shows and should show, why, how to mend it, on what ground, and what it was compared with. */
export function PrintedFinding({ finding }: { readonly finding: ReportedFinding }) {
  const styles = useStyles();
  const words = useWords();
  const language = useContext(LanguageContext);
  const { sheet, cell, severity, basis, related, consequences, ignored, awaits, rule, thing } = finding;
  const { reason, how } = reasonOf(finding, language);
  const placeOf = (other: { readonly sheet: string; readonly cell: string }) => (other.sheet === sheet ? other.cell : `${other.sheet}!${other.cell}`);
  const compared = (other: ReportedFinding["related"][number]) =>
    `${placeOf(other)} ${other.shown ? words("pane-compared-value", { label: other.label, shown: other.shown }) : other.label}`;
  const separator = words("list-separator");
  return (
    <li className={styles.item} data-printed={`${sheet}!${cell}`}>
      <div className={styles.line}>
        <SeverityIcon kind={ignored ? "ignored" : awaits?.length ? "awaiting" : severity} />
        <Text size={200}>{words(`severity-${severity}`)}</Text>
        <Text className={styles.thing}>{thing || words(`${rule}-title` as MessageId)}</Text>
        <span className={styles.cell}>{cell}</span>
        <span className={styles.values}><Values finding={finding} /></span>
      </div>
      <Text>{reason}</Text>
      <Terms beside>
        {ignored && <><dt>{words("pane-ignore-reason")}</dt><dd>{ignored.reason}</dd></>}
        {how && <><dt>{words("pane-how")}</dt><dd>{how}</dd></>}
        <dt>{words("pane-basis")}</dt>
        <dd>{basis}</dd>
        {related.length > 0 && <><dt>{words("pane-compared")}</dt><dd>{related.map(compared).join(separator)}</dd></>}
        {consequences.length > 0 && <><dt>{words("pane-consequences")}</dt><dd>{consequences.map((other) => `${placeOf(other)} ${words("pane-consequence", { ...other })}`).join(separator)}</dd></>}
      </Terms>
    </li>
  );
}
