import { Button, makeStyles, SearchBox, Text, tokens } from "@fluentui/react-components";
import { useDeferredValue, useMemo, useState } from "react";
import { indicatorChart, indicatorSentences, indicatorTables } from "../../../prose";
import { percentText } from "../../../values/numbers";
import { Section } from "../../Section";
import { useWords, type Words } from "../../words";
import { Choices } from "../Choices";
import { IntoReport } from "../IntoReport";
import type { TabProps } from "../props";
import { byArea, byIndicator, chosenLines, filterCounts, INDICATOR_FILTERS, indicatorLines, type IndicatorFilter, type IndicatorLine, type IndicatorPart } from "./indicator-list";
import { IndicatorItem, withSource } from "./IndicatorItem";
import { IndicatorRow } from "./IndicatorRow";

const useStyles = makeStyles({
  tab: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  tools: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  search: { width: "100%", maxWidth: "none" },
  quiet: { color: tokens.colorNeutralForeground3 },
  nothing: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalS },
  rows: {
    listStyleType: "none", margin: 0, padding: 0,
    "& > li + li": { borderTop: `1px solid ${tokens.colorNeutralStroke2}` }
  }
});

const GROUPINGS = ["by-indicator", "by-area"] as const;
type Grouping = (typeof GROUPINGS)[number];

/** 指标: every indicator with target, done and rates, against the time gone by. */
export function IndicatorsTab({ checked: { report }, language, goTo }: TabProps) {
  const styles = useStyles();
  const words = useWords();
  const [search, setSearch] = useState("");
  const [filter, setFilter] = useState<IndicatorFilter | null>(null);
  const [grouping, setGrouping] = useState<Grouping>("by-indicator");
  const lines = useMemo(() => indicatorLines(report), [report]);
  const wanted = useDeferredValue(search.trim());
  const shown = useMemo(() => chosenLines(lines, filter, wanted), [lines, filter, wanted]);
  if (lines.length === 0) return <Text>{words("indicators-none")}</Text>;
  const hasAreas = lines.some(({ indicator }) => indicator.area !== null);
  const counts = filterCounts(lines);
  return (
    <div className={styles.tab}>
      <div className={styles.tools}>
        <TimeGone share={lines[0]!.indicator.timeShare} />
        <SearchBox className={styles.search} placeholder={words("indicators-search")} aria-label={words("indicators-search")} value={search} onChange={(_, { value }) => setSearch(value)} />
        {hasAreas && (
          <Choices label={words("indicators-grouping")} choices={GROUPINGS.map((key) => ({ key, label: words(`indicators-${key}`) }))} chosen={grouping} onChoose={setGrouping} />
        )}
        <Choices
          label={words("indicators-filter")}
          choices={INDICATOR_FILTERS.filter((key) => counts[key] > 0).map((key) => ({ key, label: words(`indicators-filter-${key}`, { count: counts[key] }) }))}
          chosen={filter}
          onChoose={(key) => setFilter(filter === key ? null : key)}
        />
        <Text size={200} className={styles.quiet} role="status">{words("indicators-shown", { count: shown.length })}</Text>
      </div>
      <IntoReport
        language={language}
        tables={() => indicatorTables(report, language)}
        sentences={() => indicatorSentences(report, language)}
        chart={() => indicatorChart(report, language)}
      />
      {shown.length === 0 && (
        <div className={styles.nothing}>
          <Text>{words("indicators-nothing")}</Text>
          <Button onClick={() => { setSearch(""); setFilter(null); }}>{words("indicators-all")}</Button>
        </div>
      )}
      {grouping === "by-area" && hasAreas
        ? byArea(shown).map(({ area, lines: own }) => (
          <Section key={area ?? ""} title={area ?? words("indicators-whole-station")}>
            <ul className={styles.rows}>{own.map((line, index) => <IndicatorRow key={index} line={line} name={withSource(nameInArea(line, words), line, words)} goTo={goTo} />)}</ul>
          </Section>
        ))
        : byIndicator(shown, lines).map((part) => (
          <Section key={`${part.kind} ${part.title}`} title={titleOf(part, words)}>
            <ul className={styles.rows}>{part.entries.map((entry) => <IndicatorItem key={entry.name} entry={entry} title={part.title} goTo={goTo} />)}</ul>
          </Section>
        ))}
    </div>
  );
}

/** How much of the agreement has gone by, and what the line in the bars means. */
function TimeGone({ share }: { readonly share: number | null }) {
  const styles = useStyles();
  const words = useWords();
  return (
    <Text size={200} className={styles.quiet}>
      {share === null ? words("indicators-no-time") : words("indicators-time", { share: percentText(share) })}
    </Text>
  );
}

function titleOf({ kind, title }: IndicatorPart, words: Words): string {
  if (kind === "additional") return title === "" ? words("indicators-additional") : words("indicators-additional-of", { title });
  return title || words(kind === "overall" ? "table-overall" : "table-indicators");
}

/** The name; of what a card says, the table too. */
function nameInArea({ indicator: { name, table } }: IndicatorLine, words: Words): string {
  return table === "cards" ? words("indicators-in-table", { table: words("table-cards"), name }) : name;
}
