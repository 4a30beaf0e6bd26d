import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { percentText, shareText } from "../../../values/numbers";
import { Section } from "../../Section";
import { useWords } from "../../words";
import { LazyFold } from "../LazyFold";
import type { TabProps } from "../props";
import { Status } from "../Status";
import { PersonLink } from "./PersonLink";

const useStyles = makeStyles({
  product: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
  people: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalXXS, listStyleType: "none", margin: 0, padding: 0 },
  quiet: { color: tokens.colorNeutralForeground3 }
});

/** 稳岗率: its arithmetic, the limit, and the people that it counts. */
export function RetentionSection({ checked, goTo }: Pick<TabProps, "checked" | "goTo">) {
  const styles = useStyles();
  const words = useWords();
  const evaluation = checked.report.evaluation;
  const retention = evaluation?.retention;
  if (!retention) return null;
  const { retained, headcount, rate, printed, limit, meets } = retention;
  const people = evaluation.people.filter((person) => person.retained);
  return (
    <Section title={words("attendance-tab-retention")}>
      <span className={styles.product}>{words("attendance-tab-retention-product", { retained, headcount, rate: percentText(rate) })}</span>
      <Text size={200} className={styles.quiet}>
        {words("attendance-tab-retention-words", { retained, headcount })}
        {printed !== null && ` · ${words("attendance-tab-retention-printed", { printed: percentText(printed) })}`}
      </Text>
      <Status kind={meets ? "good" : evaluation.staffing?.confirmed.headcount ? "warning" : "open"}>{words(meets ? "attendance-tab-limit-met" : "attendance-tab-limit-missed", { limit: shareText(limit) })}</Status>
      {people.length > 0 && (
        <LazyFold title={words("attendance-tab-retained", { count: people.length })}>
          {() => <ul className={styles.people}>{people.map((person) => <li key={`${person.sheet} ${person.row}`}><PersonLink person={person} checked={checked} goTo={goTo} /></li>)}</ul>}
        </LazyFold>
      )}
    </Section>
  );
}
