import { mergeClasses } from "@fluentui/react-components";
import { memo, type CSSProperties } from "react";
import { cellKey, columnLetters, type Rect } from "../../workbook";
import { useWords } from "../../pane/words";
import type { Axis } from "./axis";
import { sideOf, styleOf } from "./cell-style";
import type { SheetCells } from "./cells";
import { gravityOf, type SheetMarks } from "./marks";
import type { ShownCell } from "./outline";
import type { Held } from "./held";
import { HEAD_HEIGHT, HEAD_WIDTH, type GridStyles } from "./styles";

/** Left and right of a text in its cell, and how high a line of it is; in pixels. */
const CELL_PADDING = 7;
const LINE_HEIGHT = 16.5;

export interface GridRowProps {
  /** What the ids of the cells begin with. */
  readonly ids: string;
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
  /** The table that the row belongs to, where something of it stays in view. */
  readonly held: Held | null;
  /** The view is scrolled past the names: of what is merged over them and more only so much stays as they are wide. */
  readonly isAside: boolean;
  /** What the row is read as, while the user looks at that. */
  readonly label: string | null;
  /** The column of the selected cell where that is in this row. */
  readonly selected: number | null;
  readonly hiddenItself: boolean;
  readonly dark: boolean;
  readonly styles: GridStyles;
}

/** A row of the view: its number, the cells that hold something or are marked, and those that stay while the others are scrolled. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, top, first, last, rows, columns, held, styles, selected, label, anchorsOnly } = props;
  const words = useWords();
  const hidden = rows.hiddenBefore(row);
  const stay = stayingOf(props);
  const staying = stay ? [...(anchorsOnly ? [] : blanksOf(stay, props)), ...placedCells(props, stay.left, stay.right)] : [];
  const loose = placedCells(props, first, last, 1, columns.count).filter(({ column }) => !stay || column < stay.left || column > stay.right);
  // Heads that stay are in sight with all their text.
  const isHead = held !== null && row <= held.headBottom;
  const edges = {
    "--kept-left": `${HEAD_WIDTH + (stay && held?.names ? held.names.width : 0)}px`,
    "--kept-top": isHead ? "auto" : `${HEAD_HEIGHT + (held?.headHeight ?? 0)}px`, "--kept-bottom": isHead ? "auto" : 0
  };
  return (
    <div role="row" aria-rowindex={row} className={styles.row} style={{ top, height: rows.size(row), width: columns.length + HEAD_WIDTH, ...edges } as CSSProperties}>
      <div
        role="rowheader"
        className={mergeClasses(styles.rowHead, hidden !== null && styles.hiddenAbove, props.hiddenItself && styles.hiddenShown, selected !== null && styles.current, label !== null && styles.labelled)}
        title={label ?? (hidden ? words(hidden.first === hidden.last ? "view-row-hidden" : "view-rows-hidden", hidden) : undefined)}
      >
        {row}
        {label !== null && <span className={styles.label}>{label}</span>}
      </div>
      <div className={styles.rowLine} style={{ left: HEAD_WIDTH }} />
      {loose.map((placed) => <GridCell key={placed.column} placed={placed} from={-HEAD_WIDTH} {...props} />)}
      {stay && staying.length > 0 && (
        <div role="presentation" className={styles.track} style={{ left: HEAD_WIDTH + columns.start(stay.left), width: columns.span(stay.left, Math.max(stay.right, held!.rect.right)) }}>
          <div role="presentation" className={styles.staying} style={{ left: stay.edge, width: columns.span(stay.left, stay.right), "--kept-left": `${HEAD_WIDTH}px` } as CSSProperties}>
            {staying.map((placed) => <GridCell key={placed.column} placed={placed} from={columns.start(stay.left)} room={roomOf(placed, props)} {...props} />)}
          </div>
        </div>
      )}
    </div>
  );
});

/** The columns of a row that stay in view, and how far from the view's edge. */
interface Staying {
  readonly left: number;
  readonly right: number;
  readonly edge: number;
}

/** Null where nothing of the row stays. Of a cell that is merged over the names and more, its end stays. */
function stayingOf({ row, columns, merges, held }: GridRowProps): Staying | null {
  const names = held?.names;
  if (!names) return null;
  const over = merges.filter(({ left, right }) => left <= names.right && right >= names.left && (left < names.left || right > names.right));
  if (over.length === 0) return { left: names.left, right: names.right, edge: HEAD_WIDTH };
  const [merge] = over;
  if (over.length > 1 || merge!.top !== row || merge!.left > names.left || merge!.right < names.right) return null;
  return { left: merge!.left, right: merge!.right, edge: HEAD_WIDTH + names.width - columns.span(merge!.left, merge!.right) };
}

/** How wide a text may be that stays with an end of its cell only; null where it has the whole cell. */
function roomOf({ extent }: PlacedCell, { columns, held, isAside }: GridRowProps): number | null {
  const width = held?.names?.width ?? 0;
  return isAside && columns.span(extent.left, extent.right) > width ? width - CELL_PADDING : null;
}

/** What covers the cells that pass behind the blank ones among those that stay. */
function blanksOf({ left, right }: Staying, { row, columns: axis, cells, merges, selected }: GridRowProps): PlacedCell[] {
  const filled = new Set(cells.row(row, left, right).map(({ column }) => column));
  const blanks: PlacedCell[] = [];
  for (let column = left; column <= right; column++) {
    if (filled.has(column) || column === selected || axis.size(column) === 0 || merges.some((merge) => column >= merge.left && column <= merge.right)) continue;
    blanks.push({ column, extent: { top: row, bottom: row, left: column, right: column }, cell: null, until: column, covers: true });
  }
  return blanks;
}

/** A cell with the room that it takes. */
interface PlacedCell {
  readonly column: number;
  readonly extent: Rect;
  readonly cell: ShownCell | null;
  /** The last column over which its text may run, because nothing stands there. */
  readonly until: number;
  /** A blank that is drawn to cover what passes behind it. */
  readonly covers?: true;
}

/** The cells between two columns; the selected one where it stands between `from` and `to`. */
function placedCells({ row, columns: axis, cells, anchorsOnly, merges, marks, compared, selected }: GridRowProps, first: number, last: number, from = first, to = last): PlacedCell[] {
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
  if (selected !== null && selected >= from && selected <= to) wanted.add(selected);
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

/** A text in less room than its cell has: its beginning, in as many lines as the row is high. */
function shortened(room: number, height: number): CSSProperties {
  return { display: "-webkit-box", WebkitBoxOrient: "vertical", WebkitLineClamp: Math.max(1, Math.floor(height / LINE_HEIGHT)), overflow: "hidden", whiteSpace: "normal", maxWidth: room };
}

/** `from` is where the element that it stands in begins, in pixels of the sheet; `room` how wide the text may be at most. */
function GridCell({ placed, from, room = null, ids, row, rows, columns, marks, compared, selected, dark, styles }: GridRowProps & { readonly placed: PlacedCell; readonly from: number; readonly room?: number | null }) {
  const { column, extent, cell, until } = placed;
  const key = cellKey(row, column);
  const mark = marks?.get(key);
  const isSelected = selected === column;
  const isMerged = extent.left < extent.right || extent.top < extent.bottom;
  const runsOver = cell !== null && cell.kind === "text" && sideOf(cell) === "left" && !cell.look?.wrap && !mark && !isSelected && extent.left === extent.right;
  const style: CSSProperties = {
    ...(cell && styleOf(cell)),
    left: columns.start(extent.left) - from,
    width: columns.span(extent.left, runsOver ? until : extent.right),
    height: rows.span(extent.top, extent.bottom)
  };
  if (style.width === 0 || style.height === 0) return null;
  if (placed.covers) return <div role="presentation" className={mergeClasses(styles.cell, dark && styles.dark)} style={style} />;
  return (
    <div
      role="gridcell"
      id={cellId(ids, row, column)}
      aria-colindex={column}
      aria-selected={isSelected}
      data-row={row}
      data-column={column}
      data-severity={mark && gravityOf(mark)}
      className={mergeClasses(styles.cell, dark && styles.dark, !cell && styles.blank, compared.has(key) && styles.compared, mark && styles[gravityOf(mark)], isSelected && styles.selected)}
      style={style}
    >
      <span className={isMerged ? styles.kept : undefined} title={room === null ? undefined : cell?.text} style={room === null ? { textOverflow: "clip" } : shortened(room, rows.span(extent.top, extent.bottom))}>{cell?.text}</span>
    </div>
  );
}

/** The id of a cell's element: the grid names the selected one by it. */
export function cellId(ids: string, row: number, column: number): string {
  return `${ids}-${columnLetters(column)}${row}`;
}
