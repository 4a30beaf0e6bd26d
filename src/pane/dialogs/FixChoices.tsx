import { Checkbox, makeStyles, Text, tokens } from "@fluentui/react-components";
import { memo, useContext, useId } from "react";
import type { MessageId } from "../../messages";
import type { ReportedFinding } from "../../report/types";
import { contentText } from "../findings/content-text";
import { reasonOf } from "../findings/reason";
import { Values } from "../findings/Values";
import type { KeyedFinding } from "../model/findings";
import { LanguageContext, useWords } from "../words";
import { WithFix } from "./FixPreview";

const useStyles = makeStyles({
  choices: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  list: { listStyleType: "none", margin: 0, padding: 0, border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium },
  row: { ":not(:first-child)": { borderTop: `1px solid ${tokens.colorNeutralStroke2}` } },
  box: { display: "flex", width: "100%", "& label": { display: "flex", flexGrow: 1, minWidth: 0 } },
  head: { display: "flex", width: "100%", flexWrap: "wrap", alignItems: "baseline", columnGap: tokens.spacingHorizontalS },
  thing: { fontWeight: tokens.fontWeightSemibold },
  cell: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  values: { marginLeft: "auto" },
  why: { display: "flex", flexDirection: "column", padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS} 36px` },
  quiet: { color: tokens.colorNeutralForeground3 },
  formula: { fontFamily: tokens.fontFamilyMonospace }
});

interface FixChoicesProps {
  readonly findings: readonly KeyedFinding[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

/** What can be mended together, a row each, to be left out one by one or all at once. */
export function FixChoices({ findings, chosen, onChange }: FixChoicesProps) {
  const styles = useStyles();
  const words = useWords();
  const all = findings.map(({ key }) => key);
  const sheets = [...new Set(findings.map(({ finding }) => finding.sheet))];
  const toggle = (key: string, on: boolean) => onChange(new Set(all.filter((each) => (each === key ? on : chosen.has(each)))));
  return (
    <div className={styles.choices}>
      <Checkbox
        checked={chosen.size === all.length || (chosen.size > 0 && "mixed")}
        onChange={() => onChange(new Set(chosen.size === all.length ? [] : all))}
        label={words("pane-mend-chosen", { chosen: chosen.size, count: all.length })}
      />
      {sheets.map((sheet) => (
        <section key={sheet} aria-label={sheet}>
          <Text as="h3" size={200} block className={styles.quiet}>{sheet}</Text>
          <ul className={styles.list}>
            {findings.filter(({ finding }) => finding.sheet === sheet).map(({ key, finding }) => (
              <li key={key} className={styles.row}><Choice finding={finding} checked={chosen.has(key)} onChange={(on) => toggle(key, on)} /></li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface ChoiceProps {
  readonly finding: ReportedFinding;
  readonly checked: boolean;
  readonly onChange: (on: boolean) => void;
}

/** One thing that can be mended: its name, now → then, and why. */
const Choice = memo(function Choice({ finding, checked, onChange }: ChoiceProps) {
  const styles = useStyles();
  const words = useWords();
  const language = useContext(LanguageContext);
  const why = useId();
  const { cell, fix, rule } = finding;
  if (!fix) return null;
  const after = contentText(fix.after);
  return (
    <>
      <Checkbox
        className={styles.box}
        checked={checked}
        aria-describedby={why}
        onChange={(_, data) => onChange(data.checked === true)}
        label={(
          <span className={styles.head}>
            <span className={styles.thing}>{finding.thing || words(`${rule}-title` as MessageId)}</span>
            <span className={styles.cell}>{cell}</span>
            <span className={styles.values}><Values finding={finding} /></span>
          </span>
        )}
      />
      <div id={why} className={styles.why}>
        <Text size={200} className={styles.quiet}>{reasonOf(finding, language).reason}</Text>
        {after.startsWith("=") && <Text size={200} className={styles.formula}>{after}</Text>}
        <WithFix fix={fix} />
      </div>
    </>
  );
}, (before, next) => before.finding === next.finding && before.checked === next.checked);
