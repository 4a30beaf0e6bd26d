import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowSortDown16Filled, ArrowSortUp16Filled } from "@fluentui/react-icons";
import { useEffect, useMemo, useRef } from "react";
import { doublesOf, FIGURES, type Double, type Duplicate } from "../../comparison";
import { NO_NOTE } from "../../desk";
import type { MessageId } from "../../messages";
import { useWords } from "../../pane/words";
import type { Entry } from "./batch";
import { BatchRow } from "./BatchRow";
import type { DeskView, Noted } from "./desk";
import type { DeskCellProps } from "./DeskCell";
import type { SortKey, Sorting } from "./rows";

const LINE = `1px solid ${tokens.colorNeutralStroke2}`;
/** Wider, a row could not be followed with the eye. */
export const TABLE_WIDTH = "1440px";

const useStyles = makeStyles({
  scroller: { flexGrow: 1, minHeight: 0, overflow: "auto", borderTop: LINE, backgroundColor: tokens.colorNeutralBackground1 },
  table: { width: "100%", minWidth: "920px", maxWidth: TABLE_WIDTH, margin: "0 auto", borderCollapse: "separate", borderSpacing: 0, fontSize: tokens.fontSizeBase300 },
  head: { position: "sticky", top: 0, zIndex: 1, padding: 0, textAlign: "left", backgroundColor: tokens.colorNeutralBackground3, borderBottom: LINE },
  sort: {
    minWidth: 0,
    width: "100%",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: "nowrap",
    justifyContent: "flex-start",
    "@media (forced-colors: active)": { border: "1px solid Canvas" }
  },
  sortRight: { justifyContent: "flex-end" },
  none: { padding: tokens.spacingHorizontalXXL, textAlign: "center", color: tokens.colorNeutralForeground3 }
});

interface Column {
  readonly key: SortKey;
  readonly label: MessageId;
  readonly isNumber?: boolean;
}

const NAMES: readonly Column[] = [
  { key: "file", label: "batch-no", isNumber: true }, { key: "station", label: "comparison-station" }, { key: "state", label: "comparison-state" }, { key: "desk", label: "desk-state" }
];

interface BatchTableProps {
  readonly shown: readonly Entry[];
  readonly all: readonly Entry[];
  readonly desk: DeskView;
  readonly onState: DeskCellProps["onState"];
  readonly onRemark: DeskCellProps["onRemark"];
  readonly duplicates: readonly Duplicate[];
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
  readonly onOpen: (id: number) => void;
  /** The row whose workbook the user comes back from. */
  readonly last: number | null;
}

/** A row a workbook. */
export function BatchTable({ shown, all, desk: { notes, columns }, onState, onRemark, duplicates, sorting, onSort, onOpen, last }: BatchTableProps) {
  const styles = useStyles();
  const words = useWords();
  const doubles = useMemo(() => doublesOf(duplicates, all.map(({ path }) => path)), [duplicates, all]);
  const heads: readonly Column[] = [...NAMES, ...FIGURES.filter(({ key }) => columns.includes(key)).map(({ key, label, kind }) => ({ key, label, isNumber: kind !== "text" }))];
  const scroller = useRef<HTMLDivElement>(null);

  // Whoever comes back goes on from the row that was opened.
  useEffect(() => {
    const button = last === null ? null : scroller.current!.querySelector<HTMLElement>(`[data-row="${last}"] button`);
    button?.scrollIntoView({ block: "center" });
    button?.focus({ preventScroll: true });
    // Once: what is opened from here leads away.
  }, []);

  return (
    <div ref={scroller} className={styles.scroller} tabIndex={0} role="region" aria-label={words("batch-table")}>
      <table className={styles.table}>
        <thead>
          <tr>
            {heads.map(({ key, label, isNumber }) => {
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
          {shown.map((entry) => <BatchRow key={entry.id} entry={entry} doubles={doubles.get(entry.id) ?? NONE} columns={columns} note={notes.get(entry.id) ?? NO_NOTED} onState={onState} onRemark={onRemark} onOpen={onOpen} />)}
        </tbody>
      </table>
      {shown.length === 0 && <div className={styles.none} role="status">{words("batch-none-shown")}</div>}
    </div>
  );
}

const NONE: readonly Double[] = [];
const NO_NOTED: Noted = { ...NO_NOTE, isChanged: false };
