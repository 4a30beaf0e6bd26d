import { makeStyles, tokens } from "@fluentui/react-components";
import { useState, type KeyboardEvent, type PointerEvent, type ReactNode } from "react";
import { useWords } from "../../pane/words";

const LEAST = 320;
const MOST = 760;
const STEP = 24;
const PLACE = "hebiao-pane-width";

const useStyles = makeStyles({
  split: {
    flexGrow: 1,
    minHeight: 0,
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) 7px minmax(0, var(--pane-width))",
    // Beside one another there is no room; on a phone's width the findings alone are of use.
    // The two widths must not meet: which of two rules that both hold wins is not ours to say.
    "@media (max-width: 899px)": { gridTemplateColumns: "minmax(0, 1fr)" },
    "@media (min-width: 600px) and (max-width: 899px)": { gridTemplateRows: "minmax(0, 45%) minmax(0, 1fr)" }
  },
  sheets: {
    minWidth: 0,
    minHeight: 0,
    "@media (max-width: 899px)": { borderBottom: `2px solid ${tokens.colorNeutralStroke1}` },
    "@media (max-width: 599px)": { display: "none" }
  },
  bar: {
    cursor: "col-resize",
    touchAction: "none",
    backgroundColor: tokens.colorNeutralBackground3,
    borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRight: `1px solid ${tokens.colorNeutralStroke1}`,
    ":hover": { backgroundColor: tokens.colorBrandBackground2 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, backgroundColor: tokens.colorBrandBackground2, zIndex: 1 },
    "@media (max-width: 899px)": { display: "none" }
  },
  pane: { minWidth: 0, minHeight: 0, overflowY: "auto", overflowX: "hidden", "--pane-height": "100%", "--pane-product": "none" }
});

interface SplitProps {
  readonly sheets: ReactNode;
  readonly pane: ReactNode;
}

/** The sheets with the pane beside them; the bar between is moved by mouse or by key. */
export function Split({ sheets, pane }: SplitProps) {
  const styles = useStyles();
  const words = useWords();
  const [width, setWidth] = useState(keptWidth);

  function change(next: number): void {
    const fitting = Math.round(Math.min(MOST, window.innerWidth * 0.6, Math.max(LEAST, next)));
    setWidth(fitting);
    keepWidth(fitting);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const next = { ArrowLeft: width + STEP, ArrowRight: width - STEP, Home: MOST, End: LEAST }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    change(next);
  }

  function onPointerMove(event: PointerEvent): void {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) change(window.innerWidth - event.clientX);
  }

  return (
    <main className={styles.split} style={{ "--pane-width": `${width}px` } as React.CSSProperties}>
      <section className={styles.sheets} aria-label={words("page-sheets")}>{sheets}</section>
      <div
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={words("page-splitter")}
        aria-valuemin={LEAST}
        aria-valuemax={MOST}
        aria-valuenow={width}
        className={styles.bar}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
      />
      <section className={styles.pane} aria-label={words("page-pane")}>{pane}</section>
    </main>
  );
}

const USUAL = 420;

function keptWidth(): number {
  try {
    const kept = Number(localStorage.getItem(PLACE));
    return kept >= LEAST && kept <= MOST ? kept : USUAL;
  } catch {
    return USUAL;
  }
}

function keepWidth(width: number): void {
  try {
    localStorage.setItem(PLACE, String(width));
  } catch {
    // A browser that keeps nothing begins with the usual width.
  }
}
