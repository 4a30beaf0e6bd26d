import { mergeClasses } from "@fluentui/react-components";
import { columnLetters } from "../../workbook";
import { useWords } from "../../pane/words";
import type { Axis } from "./axis";
import type { SheetLabels } from "./labels";
import { HEAD_WIDTH, type GridStyles } from "./styles";

interface ColumnHeadsProps {
  /** The columns that are drawn. */
  readonly drawn: readonly number[];
  readonly columns: Axis;
  readonly hidden: ReadonlySet<number>;
  readonly selected: number;
  readonly labels: SheetLabels | null;
  readonly styles: GridStyles;
}

/** The letters over the columns, which stay in view. */
export function ColumnHeads({ drawn, columns, hidden, selected, labels, styles }: ColumnHeadsProps) {
  const words = useWords();
  const titleOf = (run: { first: number; last: number } | null): string | undefined =>
    run === null ? undefined : words(run.first === run.last ? "view-column-hidden" : "view-columns-hidden", { first: columnLetters(run.first), last: columnLetters(run.last) });
  return (
    <div role="row" className={styles.heads}>
      <div role="columnheader" className={styles.corner}><span className={styles.unseen}>{words("view-row-numbers")}</span></div>
      {drawn.map((column) => {
        const run = columns.hiddenBefore(column);
        const label = labels?.columns.get(column);
        return (
          <div
            key={column}
            role="columnheader"
            aria-colindex={column}
            className={mergeClasses(styles.columnHead, run !== null && styles.hiddenLeft, hidden.has(column) && styles.hiddenShown, column === selected && styles.current, label !== undefined && styles.labelled)}
            style={{ left: HEAD_WIDTH + columns.start(column), width: columns.size(column) }}
            title={label ?? titleOf(run)}
          >
            {columnLetters(column)}
            {label !== undefined && <span className={styles.label}>{label}</span>}
          </div>
        );
      })}
    </div>
  );
}
