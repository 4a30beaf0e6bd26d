import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { Section } from "../../Section";
import { useWords } from "../../words";
import type { TabProps } from "../props";
import { MonthMark } from "./MonthMark";
import type { MonthValue } from "./people";
import { PeopleTable } from "./PeopleTable";

const GROUPS = ["certified", "uncertified", null] as const;
const VALUES: readonly MonthValue[] = [1, 0.5, 0];

const useStyles = makeStyles({
  legend: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  key: { display: "inline-flex", alignItems: "center", gap: tokens.spacingHorizontalXS }
});

/** Each person's months, with the reason for every half and zero. */
export function PeopleSection({ checked, goTo }: Pick<TabProps, "checked" | "goTo">) {
  const styles = useStyles();
  const words = useWords();
  const { people, staffing } = checked.report.evaluation!;
  const months = staffing?.byMonth.map(({ month }) => month) ?? [];
  return (
    <Section title={words("attendance-tab-people")}>
      <div className={styles.legend}>
        {VALUES.map((value) => <span key={value} className={styles.key}><MonthMark value={value} silent />{words(`attendance-tab-legend-${value}`)}</span>)}
      </div>
      {GROUPS.map((group) => {
        const own = people.filter((person) => person.group === group);
        const title = words("attendance-tab-people-count", { group: words(group === null ? "attendance-tab-no-group" : `attendance-tab-${group}`), count: own.length });
        return own.length > 0 && (
          <div key={group}>
            <Text as="h3" block weight="semibold">{title}</Text>
            <PeopleTable label={title} people={own} months={months} checked={checked} goTo={goTo} />
          </div>
        );
      })}
    </Section>
  );
}
