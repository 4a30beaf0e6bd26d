import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowLeft20Regular } from "@fluentui/react-icons";
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from "react";
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
    "@media (min-width: 600px) and (max-width: 899px) and (min-height: 500px)": { gridTemplateRows: "minmax(0, 45%) minmax(0, 1fr)" },
    // Magnified, a window has hardly any height: what there is belongs to both.
    "@media (min-width: 600px) and (max-width: 899px) and (max-height: 499px)": { gridTemplateColumns: "minmax(0, 1fr) 320px" }
  },
  sheets: {
    minWidth: 0,
    minHeight: 0,
    "@media (max-width: 899px)": { borderBottom: `2px solid ${tokens.colorNeutralStroke1}` },
    "@media (max-width: 599px)": { display: "none" }
  },
  revealed: { "@media (max-width: 599px)": { display: "flex", flexDirection: "column", position: "fixed", inset: 0, zIndex: 8, backgroundColor: tokens.colorNeutralBackground1 } },
  inside: { display: "flex", flexDirection: "column", flexGrow: 1, minHeight: 0, height: "100%" },
  back: { display: "none", "@media (max-width: 599px)": { display: "block", flexShrink: 0, padding: tokens.spacingHorizontalXS, borderBottom: `1px solid ${tokens.colorNeutralStroke1}` } },
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
  /** In a narrow window the sheets stand over the pane. */
  readonly isRevealed: boolean;
  /** The user goes back from them to the pane. */
  readonly onBack: () => void;
}

/** The sheets with the pane beside them; the bar between is moved by mouse or by key. */
export function Split({ sheets, pane, isRevealed, onBack }: SplitProps) {
  const styles = useStyles();
  const words = useWords();
  const [width, setWidth] = useState(keptWidth);
  const back = useRef<HTMLButtonElement>(null);
  // Whoever follows a cell by key goes on from there; where the way back is not shown, nothing takes the focus.
  useEffect(() => {
    if (isRevealed) back.current?.focus();
  }, [isRevealed]);

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
      <section className={mergeClasses(styles.sheets, isRevealed && styles.revealed)} aria-label={words("page-sheets")} onKeyDown={({ key }) => { if (key === "Escape" && isRevealed) onBack(); }}>
        {isRevealed && <div className={styles.back}><Button ref={back} appearance="subtle" icon={<ArrowLeft20Regular />} onClick={onBack}>{words("page-back-to-findings")}</Button></div>}
        <div className={styles.inside}>{sheets}</div>
      </section>
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
