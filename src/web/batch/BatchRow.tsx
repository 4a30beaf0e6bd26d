import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Filled } from "@fluentui/react-icons";
import { memo, useContext } from "react";
import { namesOfDoubles, type Double } from "../../comparison";
import { SeverityIcon } from "../../pane/SeverityIcon";
import { LanguageContext, useWords } from "../../pane/words";
import { numberText, percentText, scoreText } from "../../values/numbers";
import type { Entry } from "./batch";

const LINE = `1px solid ${tokens.colorNeutralStroke2}`;

const useStyles = makeStyles({
  row: { ":hover > td": { backgroundColor: tokens.colorNeutralBackground1Hover } },
  cell: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`, borderBottom: LINE, verticalAlign: "top" },
  number: { textAlign: "right", fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  short: { whiteSpace: "nowrap" },
  open: { padding: 0, border: 0, verticalAlign: "top", minWidth: 0, textAlign: "left", fontWeight: tokens.fontWeightSemibold, justifyContent: "flex-start" },
  file: { maxWidth: "340px", overflowWrap: "anywhere" },
  underName: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  remark: { marginTop: tokens.spacingVerticalXXS, maxWidth: "340px", fontSize: tokens.fontSizeBase200, overflowWrap: "anywhere" },
  /** Seen in full beside the name, however narrow the window is. */
  reason: { maxWidth: "max(240px, min(640px, calc(100vw - 400px)))", overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground3 },
  wrong: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  doubtful: { color: tokens.colorStatusWarningForeground3 },
  clean: { color: tokens.colorStatusSuccessForeground1 },
  state: { display: "flex", gap: tokens.spacingHorizontalXS, alignItems: "center", whiteSpace: "nowrap" }
});

interface BatchRowProps {
  readonly entry: Entry;
  readonly doubles: readonly Double[];
  /** How many columns the figures of a workbook take, behind its state. */
  readonly figures: number;
  readonly onOpen: (id: number) => void;
}

/** A workbook of the batch: what it shows, or why it could not be checked. */
export const BatchRow = memo(function BatchRow({ entry, doubles, figures, onOpen }: BatchRowProps) {
  const styles = useStyles();
  const words = useWords();
  const language = useContext(LanguageContext);
  const { id, path, row, session } = entry;
  const readable = row !== null && row.problem === null;
  const station = row?.station ?? words("batch-unknown-station");
  return (
    <tr className={styles.row} data-state={row?.state ?? entry.step} data-path={path} data-row={id}>
      <td className={mergeClasses(styles.cell, styles.number, styles.quiet)}>{id + 1}</td>
      <td className={styles.cell}>
        {readable && (
          <Button appearance="transparent" className={styles.open} aria-label={words("batch-open", { station, file: path })} onClick={() => onOpen(id)}>
            {station}
          </Button>
        )}
        <div className={mergeClasses(styles.file, readable && styles.underName, !row && styles.quiet)}>{path}</div>
        {doubles.map(({ kind, files }) => <div key={kind} className={mergeClasses(styles.remark, styles.doubtful)}>{words(`comparison-${kind}`, { files: namesOfDoubles(files, language) })}</div>)}
        {session?.opened.get().unsaved && <div className={mergeClasses(styles.remark, styles.doubtful)}>● {words("batch-changed")}</div>}
      </td>
      <td className={styles.cell}><State entry={entry} /></td>
      {readable ? <Figures entry={entry} row={row} /> : <td colSpan={figures} className={styles.cell}><div className={styles.reason}>{row?.problem}</div></td>}
    </tr>
  );
});

function Figures({ entry: { examined }, row }: { readonly entry: Entry; readonly row: NonNullable<Entry["row"]> }) {
  const styles = useStyles();
  const words = useWords();
  const { errors, warnings, phase, months, due, actual, retention, total, grade } = row;
  const number = (value: string | number | null, className?: string) => <td className={mergeClasses(styles.cell, styles.number, className)}>{value}</td>;
  const halves = (value: number | null): string | null => (value === null ? null : numberText(value));
  const isShort = due !== null && actual !== null && actual < due;
  return (
    <>
      {number(errors, errors > 0 ? styles.wrong : styles.quiet)}
      {number(warnings, warnings > 0 ? styles.doubtful : styles.quiet)}
      <td className={mergeClasses(styles.cell, styles.short)}>{phase && words(phase === "mid" ? "comparison-mid" : "comparison-final")}</td>
      {number(halves(months))}
      {number(halves(due))}
      {number(halves(actual), isShort ? styles.doubtful : undefined)}
      {number(retention === null ? null : percentText(retention), examined?.report.evaluation?.retention?.meets === false ? styles.doubtful : undefined)}
      {number(total === null ? null : scoreText(total))}
      <td className={mergeClasses(styles.cell, styles.short)}>{grade}</td>
    </>
  );
}

const SIGNS = { failed: "error", errors: "error", warnings: "warning", unread: "warning", blank: "warning", clean: null } as const;

function State({ entry }: { readonly entry: Entry }) {
  const styles = useStyles();
  const words = useWords();
  const state = entry.row?.state;
  if (!state) return <span className={styles.quiet}>{words(entry.step === "working" ? "batch-working" : "batch-waiting")}</span>;
  const sign = SIGNS[state];
  return (
    <span className={mergeClasses(styles.state, state === "clean" && styles.clean)}>
      {sign ? <SeverityIcon kind={sign} /> : <CheckmarkCircle16Filled aria-hidden />}
      {words(`comparison-state-${state}`)}
    </span>
  );
}
