import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Filled } from "@fluentui/react-icons";
import { memo, useContext } from "react";
import { agreementText, contradicted } from "../../agreements/told";
import { FIGURES, namesOfDoubles, vetoesText, type ComparisonRow, type Double, type FigureKey } from "../../comparison";
import { render, say, type Language } from "../../messages";
import { SeverityIcon } from "../../pane/SeverityIcon";
import { LanguageContext, useWords } from "../../pane/words";
import { numberText, percentText, scoreText } from "../../values/numbers";
import type { Entry } from "./batch";
import { DeskCell, type DeskCellProps } from "./DeskCell";

const LINE = `1px solid ${tokens.colorNeutralStroke2}`;

const useStyles = makeStyles({
  // Darker on a dark page: a lighter one would leave the coloured words too little contrast.
  row: { ":hover > td": { backgroundColor: tokens.colorNeutralBackground3 } },
  cell: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`, borderBottom: LINE, verticalAlign: "top" },
  number: { textAlign: "right", fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  short: { whiteSpace: "nowrap" },
  open: { padding: 0, border: 0, verticalAlign: "top", minWidth: 0, textAlign: "left", fontWeight: tokens.fontWeightSemibold, justifyContent: "flex-start" },
  // In a narrow window the table is scrolled aside; a name broken after each letter helps nobody.
  file: { minWidth: "150px", maxWidth: "340px", overflowWrap: "anywhere" },
  underName: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  remark: { marginTop: tokens.spacingVerticalXXS, maxWidth: "340px", fontSize: tokens.fontSizeBase200, overflowWrap: "anywhere" },
  /** Seen in full beside the name, however narrow the window is. */
  reason: { maxWidth: "max(240px, min(640px, calc(100vw - 400px)))", overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground3 },
  wrong: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  doubtful: { color: tokens.colorStatusWarningForeground1 },
  clean: { color: tokens.colorStatusSuccessForeground1 },
  state: { display: "flex", gap: tokens.spacingHorizontalXS, alignItems: "center", whiteSpace: "nowrap" }
});

interface BatchRowProps extends Pick<DeskCellProps, "note" | "onState" | "onRemark"> {
  readonly entry: Entry;
  readonly doubles: readonly Double[];
  readonly columns: readonly FigureKey[];
  readonly onOpen: (id: number) => void;
}

/** A workbook of the batch: what it shows, or why it could not be checked. */
export const BatchRow = memo(function BatchRow({ entry, doubles, columns, note, onState, onRemark, onOpen }: BatchRowProps) {
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
        {row?.agreement && contradicted(row.agreement).length > 0 && <div className={mergeClasses(styles.remark, styles.doubtful)}>{words("agreements-title")}：{agreementText(row.agreement, language)}</div>}
        {session?.opened.get().unsaved && <div className={mergeClasses(styles.remark, styles.doubtful)}>● {words("batch-changed")}</div>}
      </td>
      <td className={styles.cell}><State entry={entry} /></td>
      <td className={styles.cell}>{row && <DeskCell id={id} name={row.station ?? path} note={note} onState={onState} onRemark={onRemark} withRemark />}</td>
      {readable ? <Figures entry={entry} row={row} columns={columns} /> : columns.length > 0 && <td colSpan={columns.length} className={styles.cell}><div className={styles.reason}>{row?.problem}</div></td>}
    </tr>
  );
});

function Figures({ entry: { examined }, row, columns }: { readonly entry: Entry; readonly row: ComparisonRow; readonly columns: readonly FigureKey[] }) {
  const styles = useStyles();
  const language = useContext(LanguageContext);
  const words = useWords();
  /** A shortage, or too low a retention, is a verdict only once somebody has said how many there should be. */
  const isShort = row.isConfirmed && row.due !== null && row.actual !== null && row.actual < row.due;
  const isUnstable = row.isConfirmed && examined?.report.evaluation?.retention?.meets === false;
  const shortStyle = (value: number | null): string | undefined => (!value || !row.isConfirmed ? styles.quiet : styles.doubtful);
  const looks: Partial<Record<FigureKey, string | undefined>> = {
    errors: row.errors > 0 ? styles.wrong : styles.quiet,
    warnings: row.warnings > 0 ? styles.doubtful : styles.quiet,
    actual: isShort ? styles.doubtful : undefined,
    shortage: shortStyle(row.shortage),
    certifiedShortage: shortStyle(row.certifiedShortage),
    retention: isUnstable ? styles.doubtful : undefined,
    vetoes: row.vetoes && row.vetoes.met > 0 ? styles.wrong : styles.quiet,
    behind: row.behind ? styles.doubtful : styles.quiet,
    unchecked: row.unchecked > 0 ? styles.doubtful : styles.quiet
  };
  const isUnconfirmed = (key: FigureKey): boolean => !row.isConfirmed && ((key === "shortage" && Boolean(row.shortage)) || (key === "certifiedShortage" && Boolean(row.certifiedShortage)));
  return (
    <>
      {FIGURES.filter(({ key }) => columns.includes(key)).map(({ key, kind }) => (
        <td key={key} data-column={key} className={mergeClasses(styles.cell, kind === "text" ? styles.short : styles.number, looks[key])} title={isUnconfirmed(key) ? words("comparison-unconfirmed") : undefined}>
          {textOf(row, key, kind, language)}{isUnconfirmed(key) && "?"}
        </td>
      ))}
    </>
  );
}

function textOf(row: ComparisonRow, key: FigureKey, kind: (typeof FIGURES)[number]["kind"], language: Language): string | number | null {
  if (key === "phase") return row.phase && render(say(`comparison-${row.phase}`), language);
  if (key === "vetoes") return vetoesText(row.vetoes, language);
  if (key === "grade") return row.grade;
  const value = row[key];
  if (value === null) return null;
  return kind === "percent" ? percentText(value) : kind === "score" ? scoreText(value) : numberText(value);
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
