import { mergeClasses } from "@fluentui/react-components";
import { memo, type CSSProperties } from "react";
import { cellKey, columnLetters, type Rect } from "../../workbook";
import { useWords } from "../../pane/words";
import type { Axis } from "./axis";
import { sideOf, styleOf } from "./cell-style";
import type { SheetCells } from "./cells";
import { gravityOf, type SheetMarks } from "./marks";
import type { ShownCell } from "./outline";
import { HEAD_WIDTH, type GridStyles } from "./styles";

export interface GridRowProps {
  readonly row: number;
  readonly top: number;
  /** From the first column to the last that are drawn. */
  readonly first: number;
  readonly last: number;
  readonly rows: Axis;
  readonly columns: Axis;
  readonly cells: SheetCells;
  /** Of the cells: another number, other cells. */
  readonly version: number;
  /** The row is out of view: only merged areas that begin in it are drawn. */
  readonly anchorsOnly: boolean;
  readonly merges: readonly Rect[];
  readonly marks: SheetMarks | undefined;
  readonly compared: ReadonlySet<number>;
  /** What the row is read as, while the user looks at that. */
  readonly label: string | null;
  /** The column of the selected cell where that is in this row. */
  readonly selected: number | null;
  readonly hiddenItself: boolean;
  readonly dark: boolean;
  readonly styles: GridStyles;
}

/** A row of the view: its number, and the cells that hold something or are marked. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, top, rows, columns, styles, selected, label } = props;
  const words = useWords();
  const hidden = rows.hiddenBefore(row);
  return (
    <div role="row" aria-rowindex={row} className={styles.row} style={{ top, height: rows.size(row), width: columns.length + HEAD_WIDTH }}>
      <div
        role="rowheader"
        className={mergeClasses(styles.rowHead, hidden !== null && styles.hiddenAbove, props.hiddenItself && styles.hiddenShown, selected !== null && styles.current, label !== null && styles.labelled)}
        title={label ?? (hidden ? words(hidden.first === hidden.last ? "view-row-hidden" : "view-rows-hidden", hidden) : undefined)}
      >
        {row}
        {label !== null && <span className={styles.label}>{label}</span>}
      </div>
      <div className={styles.rowLine} style={{ left: HEAD_WIDTH }} />
      {placedCells(props).map((placed) => <GridCell key={placed.column} placed={placed} {...props} />)}
    </div>
  );
});

/** A cell with the room that it takes. */
interface PlacedCell {
  readonly column: number;
  readonly extent: Rect;
  readonly cell: ShownCell | null;
  /** The last column over which its text may run, because nothing stands there. */
  readonly until: number;
}

function placedCells({ row, first, last, columns: axis, cells, anchorsOnly, merges, marks, compared, selected }: GridRowProps): PlacedCell[] {
  const anchors = merges.filter(({ top, left, right }) => top === row && right >= first && left <= last);
  // A merged area is drawn by its first cell, which may be out of view.
  const found = [
    ...(anchorsOnly ? [] : cells.row(row, first, last)),
    ...anchors.filter(({ left }) => anchorsOnly || left < first).flatMap(({ left }) => cells.row(row, left, left))
  ];
  const byColumn = new Map(found.map((cell) => [cell.column, cell]));
  const wanted = new Set([...byColumn.keys(), ...anchors.map(({ left }) => left)]);
  // Blank cells are drawn only where there is something to see of them.
  for (let column = first; column <= last && !anchorsOnly; column++) if (marks?.has(cellKey(row, column)) || compared.has(cellKey(row, column))) wanted.add(column);
  if (selected !== null) wanted.add(selected);
  const mergeAt = (column: number): Rect | undefined => merges.find(({ left, right }) => column >= left && column <= right);
  const columns = [...wanted].sort((a, b) => a - b).filter((column) => {
    const merge = mergeAt(column);
    // A hidden cell is not seen, nor would its text run out over those that are.
    return merge ? merge.top === row && merge.left === column : axis.size(column) > 0;
  });
  return columns.map((column, index) => {
    const extent = mergeAt(column) ?? { top: row, bottom: row, left: column, right: column };
    const next = Math.min(columns[index + 1] ?? last + 1, ...merges.map(({ left }) => left).filter((left) => left > column));
    return { column, extent, cell: byColumn.get(column) ?? null, until: Math.max(extent.right, Math.min(next - 1, last)) };
  });
}

function GridCell({ placed, row, rows, columns, marks, compared, selected, dark, styles }: GridRowProps & { readonly placed: PlacedCell }) {
  const { column, extent, cell, until } = placed;
  const key = cellKey(row, column);
  const mark = marks?.get(key);
  const isSelected = selected === column;
  const runsOver = cell !== null && cell.kind === "text" && sideOf(cell) === "left" && !cell.look?.wrap && !mark && !isSelected && extent.left === extent.right;
  const style: CSSProperties = {
    ...(cell && styleOf(cell)),
    left: HEAD_WIDTH + columns.start(extent.left),
    width: columns.span(extent.left, runsOver ? until : extent.right),
    height: rows.span(extent.top, extent.bottom)
  };
  if (style.width === 0 || style.height === 0) return null;
  return (
    <div
      role="gridcell"
      id={cellId(row, column)}
      aria-colindex={column}
      aria-selected={isSelected}
      data-row={row}
      data-column={column}
      data-severity={mark && gravityOf(mark)}
      className={mergeClasses(styles.cell, dark && styles.dark, !cell && styles.blank, compared.has(key) && styles.compared, mark && styles[gravityOf(mark)], isSelected && styles.selected)}
      style={style}
    >
      <span style={{ textOverflow: "clip" }}>{cell?.text}</span>
    </div>
  );
}

/** The id of a cell's element: the grid names the selected one by it. */
export function cellId(row: number, column: number): string {
  return `cell-${columnLetters(column)}${row}`;
}
