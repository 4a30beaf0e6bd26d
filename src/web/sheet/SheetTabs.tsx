import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { EyeOff16Regular } from "@fluentui/react-icons";
import { useEffect, useRef, type KeyboardEvent } from "react";
import { SeverityIcon } from "../../pane/SeverityIcon";
import { useWords } from "../../pane/words";
import { countsOf, type SheetMarks } from "./marks";
import type { SheetOutline } from "./outline";

const useStyles = makeStyles({
  tabs: {
    display: "flex",
    flexShrink: 0,
    overflowX: "auto",
    scrollbarWidth: "thin",
    gap: "2px",
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3
  },
  tab: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    flexShrink: 0,
    maxWidth: "220px",
    padding: `6px ${tokens.spacingHorizontalM}`,
    border: "none",
    borderBottom: "3px solid transparent",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase300,
    cursor: "pointer",
    // Forced colours paint what is transparent.
    "@media (forced-colors: active)": { borderBottomColor: "Canvas" },
    ":hover": { backgroundColor: tokens.colorNeutralBackground3Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" }
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorBrandStroke1,
    "@media (forced-colors: active)": { borderBottomColor: "Highlight" }
  },
  hidden: { fontStyle: "italic" },
  name: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" }
});

interface SheetTabsProps {
  readonly sheets: readonly SheetOutline[];
  readonly marks: ReadonlyMap<string, SheetMarks>;
  readonly active: string;
  readonly onChange: (sheet: string) => void;
}

/** The sheets of the workbook, the worst that was found on each beside its name. */
export function SheetTabs({ sheets, marks, active, onChange }: SheetTabsProps) {
  const styles = useStyles();
  const words = useWords();
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // In braces: newer browsers answer with a promise, which React would take for a clean-up.
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [active]);

  function onKeyDown(event: KeyboardEvent): void {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const next = sheets[sheets.findIndex(({ name }) => name === active) + step];
    if (step === 0 || !next) return;
    event.preventDefault();
    onChange(next.name);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>("[aria-selected=true]")?.focus());
  }

  return (
    <div role="tablist" aria-label={words("view-sheets")} className={styles.tabs} ref={list} onKeyDown={onKeyDown}>
      {sheets.map(({ name, visibility, own }) => {
        const counts = countsOf(marks.get(name));
        const worst = counts.error > 0 ? "error" : counts.warning > 0 ? "warning" : null;
        const hidden = visibility !== "visible";
        const title = [
          words(hidden ? "view-sheet-hidden" : own ? "view-sheet-own" : "view-sheet", { sheet: name }),
          ...(counts.error + counts.warning + counts.info > 0 ? [words("view-sheet-counts", counts)] : [])
        ].join("\n");
        return (
          <button
            key={name}
            type="button"
            role="tab"
            id={`sheet-tab-${name}`}
            aria-selected={name === active}
            aria-controls="sheet-panel"
            tabIndex={name === active ? 0 : -1}
            title={title}
            className={mergeClasses(styles.tab, hidden && styles.hidden, name === active && styles.chosen)}
            onClick={() => onChange(name)}
          >
            {hidden && <EyeOff16Regular aria-hidden />}
            <span className={styles.name}>{name}</span>
            {worst && <SeverityIcon kind={worst} />}
          </button>
        );
      })}
    </div>
  );
}
