import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useContext, useRef, type KeyboardEvent } from "react";
import { LanguageContext, useWords } from "../words";

const TABS = ["findings", "indicators", "attendance", "scores", "settings"] as const;
export type ResultTab = (typeof TABS)[number];

const FORCED = "@media (forced-colors: active)";

const useStyles = makeStyles({
  // Scrolled to the top, the tabs stand under Excel's own button.
  list: { display: "flex", paddingRight: "34px", paddingLeft: tokens.spacingHorizontalXS },
  tab: {
    position: "relative",
    margin: 0,
    padding: "6px 7px 8px",
    border: 0,
    borderRadius: tokens.borderRadiusMedium,
    background: "none",
    color: tokens.colorNeutralForeground2,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    whiteSpace: "nowrap",
    cursor: "pointer",
    "::after": { content: "''", position: "absolute", left: "7px", right: "7px", bottom: "2px", height: "2px", borderRadius: tokens.borderRadiusCircular },
    ":hover": { color: tokens.colorNeutralForeground1 },
    ":hover::after": { backgroundColor: tokens.colorNeutralStroke1Hover, [FORCED]: { backgroundColor: "CanvasText" } },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" }
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    "::after": { backgroundColor: tokens.colorCompoundBrandStroke, [FORCED]: { backgroundColor: "Highlight" } },
    ":hover::after": { backgroundColor: tokens.colorCompoundBrandStrokeHover, [FORCED]: { backgroundColor: "Highlight" } }
  },
  /** English words are longer: the number of findings, which stands below as well, leaves them its room. */
  long: { paddingLeft: "6px", paddingRight: "6px", "@media (max-width: 345px)": { "& small": { display: "none" } } },
  /** A chosen word is wider; the room for it is kept, so that the others stay where they are. */
  word: { "::after": { content: "attr(data-word)", display: "block", height: 0, overflow: "hidden", visibility: "hidden", fontWeight: tokens.fontWeightSemibold }, display: "inline-flex", flexDirection: "column" },
  count: {
    marginLeft: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase100,
    fontWeight: tokens.fontWeightRegular,
    fontVariantNumeric: "tabular-nums",
    color: tokens.colorNeutralForeground3
  }
});

/** Where an arrow key leads from a tab; null for other keys. */
function tabAfter(key: string, at: number): number | null {
  switch (key) {
    case "ArrowRight": return (at + 1) % TABS.length;
    case "ArrowLeft": return (at + TABS.length - 1) % TABS.length;
    case "Home": return 0;
    case "End": return TABS.length - 1;
    default: return null;
  }
}

interface ResultTabsProps {
  readonly tab: ResultTab;
  readonly onChange: (tab: ResultTab) => void;
  /** As many as the list below has open. */
  readonly findings: number;
}

/** The tabs of a result; they fit 320 px in either language. One is reached by Tab, the others by the arrow keys. */
export function ResultTabs({ tab, onChange, findings }: ResultTabsProps) {
  const styles = useStyles();
  const words = useWords();
  const isLong = useContext(LanguageContext) === "en";
  const list = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    const next = tabAfter(event.key, TABS.indexOf(tab));
    if (next === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onChange(TABS[next]!);
    list.current?.querySelectorAll("button")[next]?.focus({ preventScroll: true });
  }

  return (
    <div ref={list} className={styles.list} role="tablist" aria-label={words("pane-tabs")} onKeyDown={onKeyDown}>
      {TABS.map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          id={`tab-${each}`}
          aria-selected={each === tab}
          aria-controls="result-panel"
          tabIndex={each === tab ? 0 : -1}
          className={mergeClasses(styles.tab, each === tab && styles.chosen, isLong && styles.long)}
          onClick={() => onChange(each)}
        >
          <span className={styles.word} data-word={words(`pane-tab-${each}`)}>{words(`pane-tab-${each}`)}</span>
          {each === "findings" && findings > 0 && <small className={styles.count}>{findings}</small>}
        </button>
      ))}
    </div>
  );
}
