import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowSortDown16Filled, ArrowSortUp16Filled } from "@fluentui/react-icons";
import { memo } from "react";
import type { Duplicate } from "../../comparison";
import type { MessageId } from "../../messages";
import { SeverityIcon } from "../../taskpane/SeverityIcon";
import { useWords, type Words } from "../../taskpane/words";
import type { Entry } from "./batch";
import type { SortKey, Sorting } from "./rows";

const LINE = `1px solid ${tokens.colorNeutralStroke2}`;

const useStyles = makeStyles({
  scroller: { flexGrow: 1, minHeight: 0, overflow: "auto", borderTop: LINE, backgroundColor: tokens.colorNeutralBackground1 },
  table: { width: "100%", minWidth: "920px", borderCollapse: "separate", borderSpacing: 0, fontSize: tokens.fontSizeBase300 },
  head: { position: "sticky", top: 0, zIndex: 1, padding: 0, textAlign: "left", backgroundColor: tokens.colorNeutralBackground3, borderBottom: LINE },
  number: { textAlign: "right", fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  sort: { minWidth: 0, width: "100%", padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`, fontWeight: tokens.fontWeightSemibold, whiteSpace: "nowrap", justifyContent: "flex-start" },
  sortRight: { justifyContent: "flex-end" },
  cell: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`, borderBottom: LINE, verticalAlign: "top" },
  row: { ":hover > td": { backgroundColor: tokens.colorNeutralBackground1Hover } },
  open: { padding: 0, minWidth: 0, textAlign: "left", fontWeight: tokens.fontWeightSemibold, justifyContent: "flex-start" },
  file: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, overflowWrap: "anywhere", maxWidth: "340px" },
  remark: { marginTop: tokens.spacingVerticalXXS, fontSize: tokens.fontSizeBase200, maxWidth: "420px", overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground3 },
  zero: { color: tokens.colorNeutralForeground4 },
  wrong: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  doubtful: { color: tokens.colorStatusWarningForeground3 },
  clean: { color: tokens.colorStatusSuccessForeground1 },
  state: { display: "flex", gap: tokens.spacingHorizontalXS, alignItems: "center", whiteSpace: "nowrap" },
  none: { padding: tokens.spacingHorizontalXXL, textAlign: "center", color: tokens.colorNeutralForeground3 }
});

const COLUMNS: readonly { readonly key: SortKey; readonly label: MessageId; readonly isNumber?: boolean }[] = [
  { key: "file", label: "batch-no", isNumber: true },
  { key: "station", label: "comparison-station" },
  { key: "state", label: "comparison-state" },
  { key: "errors", label: "comparison-errors", isNumber: true },
  { key: "warnings", label: "comparison-warnings", isNumber: true },
  { key: "phase", label: "comparison-phase" },
  { key: "months", label: "comparison-months", isNumber: true },
  { key: "due", label: "comparison-due", isNumber: true },
  { key: "actual", label: "comparison-actual", isNumber: true },
  { key: "retention", label: "comparison-retention", isNumber: true },
  { key: "total", label: "comparison-total", isNumber: true },
  { key: "grade", label: "comparison-grade" }
];

interface BatchTableProps {
  readonly shown: readonly Entry[];
  readonly all: readonly Entry[];
  readonly duplicates: readonly Duplicate[];
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
  readonly onOpen: (id: number) => void;
}

/** A row a workbook. */
export function BatchTable({ shown, all, duplicates, sorting, onSort, onOpen }: BatchTableProps) {
  const styles = useStyles();
  const words = useWords();
  const doubles = doublesOf(duplicates, all);
  return (
    <div className={styles.scroller} tabIndex={0} role="region" aria-label={words("batch-table")}>
      <table className={styles.table}>
        <thead>
          <tr>
            {COLUMNS.map(({ key, label, isNumber }) => {
              const active = sorting.key === key;
              return (
                <th key={key} scope="col" aria-sort={active ? (sorting.descending ? "descending" : "ascending") : "none"} className={styles.head}>
                  <Button
                    appearance="transparent"
                    size="small"
                    className={mergeClasses(styles.sort, isNumber && styles.sortRight)}
                    icon={active ? (sorting.descending ? <ArrowSortDown16Filled /> : <ArrowSortUp16Filled />) : undefined}
                    iconPosition="after"
                    onClick={() => onSort({ key, descending: active ? !sorting.descending : isNumber === true && key !== "file" })}
                  >
                    {words(label)}
                  </Button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {shown.map((entry) => <BatchRow key={entry.id} entry={entry} doubles={doubles.get(entry.id) ?? NONE} onOpen={onOpen} />)}
        </tbody>
      </table>
      {shown.length === 0 && <div className={styles.none} role="status">{words("batch-none-shown")}</div>}
    </div>
  );
}

interface Double {
  readonly kind: Duplicate["kind"];
  readonly files: string;
}

const NONE: readonly Double[] = [];

function doublesOf(duplicates: readonly Duplicate[], all: readonly Entry[]): Map<number, readonly Double[]> {
  const byRow = new Map<number, readonly Double[]>();
  for (const { kind, rows } of duplicates) {
    for (const row of rows) byRow.set(row, [...byRow.get(row) ?? [], { kind, files: rows.filter((other) => other !== row).map((other) => all[other]!.path).join("、") }]);
  }
  return byRow;
}

interface BatchRowProps {
  readonly entry: Entry;
  readonly doubles: readonly Double[];
  readonly onOpen: (id: number) => void;
}

const BatchRow = memo(function BatchRow({ entry, doubles, onOpen }: BatchRowProps) {
  const styles = useStyles();
  const words = useWords();
  const { id, path, row, session } = entry;
  const failed = row?.state === "failed";
  const count = (value: number | undefined, style: string) => (
    <td className={mergeClasses(styles.cell, styles.number, value ? style : styles.zero)}>{failed ? "" : value ?? ""}</td>
  );
  const number = (value: number | null | undefined, digits: number, className?: string) => (
    <td className={mergeClasses(styles.cell, styles.number, className)}>{value === null || value === undefined ? "" : Number.isInteger(value) && digits < 2 ? value : value.toFixed(digits)}</td>
  );
  return (
    <tr className={styles.row} data-state={row?.state ?? entry.step} data-path={path}>
      {number(id + 1, 0, styles.quiet)}
      <td className={styles.cell}>
        {failed || !row
          ? <span className={styles.quiet}>{row?.station ?? (failed ? words("comparison-state-failed") : "…")}</span>
          : <Button appearance="transparent" className={styles.open} aria-label={words("batch-open", { file: path })} onClick={() => onOpen(id)}>{row.station ?? words("batch-unknown-station")}</Button>}
        <div className={styles.file}>{path}</div>
        {row?.problem && <div className={mergeClasses(styles.remark, styles.wrong)}>{row.problem}</div>}
        {doubles.map(({ kind, files }) => <div key={kind} className={mergeClasses(styles.remark, styles.doubtful)}>{words(`batch-${kind}`, { files })}</div>)}
        {session?.opened.get().unsaved && <div className={mergeClasses(styles.remark, styles.doubtful)}>● {words("batch-changed")}</div>}
      </td>
      <td className={styles.cell}><State entry={entry} words={words} /></td>
      {count(row?.errors, styles.wrong)}
      {count(row?.warnings, styles.doubtful)}
      <td className={styles.cell}>{row?.phase && words(row.phase === "mid" ? "comparison-mid" : "comparison-final")}</td>
      {number(row?.months, 1)}
      {number(row?.due, 1)}
      {number(row?.actual, 1, row && row.due !== null && row.actual !== null && row.actual < row.due ? styles.doubtful : undefined)}
      <td className={mergeClasses(styles.cell, styles.number, belowLimit(entry) && styles.doubtful)}>{row?.retention !== null && row ? `${(row.retention * 100).toFixed(2)}%` : ""}</td>
      {number(row?.total, 2)}
      <td className={styles.cell}>{row?.grade}</td>
    </tr>
  );
});

function belowLimit({ examined }: Entry): boolean {
  return examined?.report.evaluation?.retention?.meets === false;
}

function State({ entry, words }: { readonly entry: Entry; readonly words: Words }) {
  const styles = useStyles();
  const state = entry.row?.state;
  if (!state) return <span className={styles.quiet}>{words(entry.step === "working" ? "batch-working" : "batch-waiting")}</span>;
  const kind = { failed: "error", errors: "error", warnings: "warning", clean: null } as const;
  return (
    <span className={mergeClasses(styles.state, state === "clean" && styles.clean)}>
      {kind[state] ? <SeverityIcon kind={kind[state]} /> : "✓"}
      {words(`comparison-state-${state}`)}
    </span>
  );
}
