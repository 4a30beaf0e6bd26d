import { mergeClasses } from "@fluentui/react-components";
import { columnLetters } from "../../workbook";
import { useWords } from "../../pane/words";
import type { Axis } from "./axis";
import type { Held } from "./held";
import type { SheetLabels } from "./labels";
import { HEAD_WIDTH, type GridStyles } from "./styles";

interface ColumnHeadsProps {
  /** The columns that are drawn. */
  readonly drawn: readonly number[];
  readonly columns: Axis;
  /** The table in view, of which some columns may stay. */
  readonly held: Held | null;
  readonly hidden: ReadonlySet<number>;
  readonly selected: number;
  readonly labels: SheetLabels | null;
  readonly styles: GridStyles;
}

/** The letters over the columns, which stay in view. */
export function ColumnHeads({ drawn, held, ...others }: ColumnHeadsProps) {
  const words = useWords();
  const { columns, styles } = others;
  const names = held?.names ?? null;
  const staying = names ? Array.from({ length: names.right - names.left + 1 }, (_, index) => names.left + index).filter((column) => columns.size(column) > 0) : [];
  return (
    <div role="row" className={styles.heads}>
      <div role="columnheader" className={styles.corner}><span className={styles.unseen}>{words("view-row-numbers")}</span></div>
      {drawn.filter((column) => !staying.includes(column)).map((column) => <ColumnHead key={column} column={column} from={-HEAD_WIDTH} {...others} />)}
      {names && (
        <div role="presentation" className={styles.track} style={{ left: HEAD_WIDTH + columns.start(names.left), width: columns.span(names.left, held!.rect.right) }}>
          <div role="presentation" className={styles.staying} style={{ left: HEAD_WIDTH, width: names.width }}>
            {staying.map((column) => <ColumnHead key={column} column={column} from={columns.start(names.left)} {...others} />)}
          </div>
        </div>
      )}
    </div>
  );
}

/** `from` is where the element that it stands in begins, in pixels of the sheet. */
function ColumnHead({ column, from, columns, hidden, selected, labels, styles }: Omit<ColumnHeadsProps, "drawn" | "held"> & { readonly column: number; readonly from: number }) {
  const words = useWords();
  const run = columns.hiddenBefore(column);
  const label = labels?.columns.get(column);
  const runTitle = run ? words(run.first === run.last ? "view-column-hidden" : "view-columns-hidden", { first: columnLetters(run.first), last: columnLetters(run.last) }) : undefined;
  return (
    <div
      role="columnheader"
      aria-colindex={column}
      className={mergeClasses(styles.columnHead, run !== null && styles.hiddenLeft, hidden.has(column) && styles.hiddenShown, column === selected && styles.current, label !== undefined && styles.labelled)}
      style={{ left: columns.start(column) - from, width: columns.size(column) }}
      title={label ?? runTitle}
    >
      {columnLetters(column)}
      {label !== undefined && <span className={styles.label}>{label}</span>}
    </div>
  );
}
