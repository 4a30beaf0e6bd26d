import { makeStyles, mergeClasses, Tab, TabList, tokens } from "@fluentui/react-components";
import { useContext } from "react";
import { LanguageContext, useWords } from "../words";

const TABS = ["findings", "indicators", "attendance", "scores", "settings"] as const;
export type ResultTab = (typeof TABS)[number];

const useStyles = makeStyles({
  // Scrolled to the top, the tabs stand under Excel's own button.
  list: { paddingRight: "34px", paddingLeft: tokens.spacingHorizontalXS },
  tab: { paddingLeft: "7px", paddingRight: "7px", minWidth: 0, whiteSpace: "nowrap" },
  /** English words are longer: the number of findings, which stands below as well, leaves them its room. */
  long: { paddingLeft: "6px", paddingRight: "6px", "@media (max-width: 345px)": { "& small": { display: "none" } } },
  count: {
    marginLeft: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase100,
    fontVariantNumeric: "tabular-nums",
    color: tokens.colorNeutralForeground3
  }
});

interface ResultTabsProps {
  readonly tab: ResultTab;
  readonly onChange: (tab: ResultTab) => void;
  /** Errors and warnings. */
  readonly findings: number;
}

/** The tabs of a result; they fit 320 px in either language. */
export function ResultTabs({ tab, onChange, findings }: ResultTabsProps) {
  const styles = useStyles();
  const words = useWords();
  const isLong = useContext(LanguageContext) === "en";
  return (
    <TabList size="small" className={styles.list} selectedValue={tab} onTabSelect={(_, { value }) => onChange(value as ResultTab)} aria-label={words("pane-tabs")}>
      {TABS.map((each) => (
        <Tab key={each} id={`tab-${each}`} value={each} aria-controls="result-panel" className={mergeClasses(styles.tab, isLong && styles.long)}>
          {words(`pane-tab-${each}`)}{each === "findings" && findings > 0 && <small className={styles.count}>{findings}</small>}
        </Tab>
      ))}
    </TabList>
  );
}
