import { useEffect, useMemo, useState, useSyncExternalStore, type KeyboardEvent, type MouseEvent } from "react";
import { flushSync } from "react-dom";
import type { TableFrame } from "../../report/frames";
import { cellKey, keyToRowColumn, type Rect } from "../../workbook";
import { useWords } from "../../pane/words";
import type { SheetCells } from "./cells";
import { ColumnHeads } from "./ColumnHeads";
import { cellId, GridRow } from "./GridRow";
import { DraftBox } from "../edit/DraftBox";
import type { Editing } from "../edit/use-editing";
import { cellAt, drawnAt, heldAt, heldTables, scrolledTo } from "./held";
import { commandOf, placeAfter, type Place } from "./keys";
import type { SheetLabels } from "./labels";
import type { SheetMarks } from "./marks";
import type { SheetOutline } from "./outline";
import { columnAxis, rowAxis } from "./sizes";
import { HEAD_HEIGHT, HEAD_WIDTH, useGridStyles } from "./styles";
import { useViewport } from "./use-viewport";
import { itemsInView, Merges, offsetAt, scrolledLength, scrollFor } from "./window";
import { WhyTip, type WhyTipProps } from "./WhyTip";

interface SheetGridProps {
  /** What the ids of the cells begin with, where another sheet is on the page. */
  readonly ids?: string;
  readonly sheet: SheetOutline;
  readonly cells: SheetCells;
  readonly marks: SheetMarks | undefined;
  readonly compared: ReadonlySet<number>;
  /** The tables of the sheet. */
  readonly frames: readonly TableFrame[];
  /** What columns and rows of a table are read as, while the user looks at that. */
  readonly labels: SheetLabels | null;
  readonly showHidden: boolean;
  readonly selected: Place;
  readonly dark: boolean;
  /** The user went to a cell, by key or mouse. */
  readonly onSelect: (place: Place, clicked: boolean) => void;
  /** The user wants the finding of the selected cell. */
  readonly onOpen: (place: Place) => void;
  readonly editing: Editing;
  readonly isReadOnly: boolean;
}

/** Pixels drawn beyond the edges, so that a small step shows no gap. */
const MARGIN_DOWN = 200;
const MARGIN_ASIDE = 240;
/** What a tip may need: its most width and its usual height. */
const TIP_WIDTH = 348;
const TIP_ROOM = 140;

/** A sheet to look at: only what is in view is drawn. */
export function SheetGrid({ ids = "cell", sheet, cells, marks, compared, frames, labels, showHidden, selected, dark, onSelect, onOpen, editing, isReadOnly }: SheetGridProps) {
  const styles = useGridStyles();
  const words = useWords();
  const { ref, element, viewport } = useViewport();
  const rows = useMemo(() => rowAxis(sheet, showHidden), [sheet, showHidden]);
  const columns = useMemo(() => columnAxis(sheet, showHidden), [sheet, showHidden]);
  const merges = useMemo(() => new Merges(sheet.merges, sheet.rows), [sheet]);
  const version = useSyncExternalStore(cells.version.subscribe, cells.version.get);
  const [hovered, setHovered] = useState<number | null>(null);
  const [focused, setFocused] = useState(false);

  const view = { width: Math.max(0, viewport.width - HEAD_WIDTH), height: Math.max(0, viewport.height - HEAD_HEIGHT) };
  const top = offsetAt(viewport.top, rows.length, view.height);
  /** What the browser does not scroll of a sheet that is too long for it. */
  const shift = top - viewport.top;
  const rowsInView = itemsInView(rows, top, view.height, MARGIN_DOWN);
  const { first, last } = itemsInView(columns, viewport.left, view.width, MARGIN_ASIDE);

  const held = useMemo(() => heldTables(frames, sheet.merges, rows, columns, { width: view.width, height: view.height }), [frames, sheet, rows, columns, view.width, view.height]);

  const extentOf = ({ row, column }: Place): Rect => merges.at(row, column) ?? { top: row, bottom: row, left: column, right: column };

  // The cell that the user or the pane went to comes into view.
  useEffect(() => {
    const box = element.current;
    if (!box || view.height === 0) return;
    const next = scrolledTo(held, extentOf(selected), rows, columns, { ...view, top: offsetAt(box.scrollTop, rows.length, view.height), left: box.scrollLeft });
    box.scrollTop = scrollFor(next.top, rows.length, view.height);
    box.scrollLeft = next.left;
    // Not on every change of size: only when another cell was chosen, or the sheet was first laid out.
  }, [selected, rows, columns, merges, view.height === 0]);

  /** Goes where a key leads from the selected cell; false where it leads nowhere. */
  function move(key: string, withControl = false): boolean {
    const place = placeAfter(key, withControl, selected, { rows, columns, merges, page: Math.max(1, rowsInView.last - rowsInView.first - 12) });
    if (place) onSelect(place, false);
    return place !== null;
  }

  /** Begins to write in a cell. At once, so that the key that began it is typed into the field. */
  function write(place: Place, byTyping: boolean): void {
    flushSync(() => editing.begin(place, cells.cell(place.row, place.column), { in: "cell", byTyping }));
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey) return;
    const key = commandOf(event, marks?.has(cellKey(selected.row, selected.column)) ?? false);
    // What is typed is not kept from the field that comes up for it.
    if (key === "type") return write(selected, true);
    if (key === "write") write(selected, false);
    else if (key === "open") onOpen(selected);
    else if (key === "clear") editing.clear(selected);
    else if (key === "undo") editing.undo();
    else if (!move(event.key, event.ctrlKey)) return;
    event.preventDefault();
  }

  function placeUnder(event: MouseEvent): Place | null {
    const box = element.current!.getBoundingClientRect();
    const x = event.clientX - box.left - HEAD_WIDTH;
    const y = event.clientY - box.top - HEAD_HEIGHT;
    if (x < 0 || y < 0) return null;
    // As the box is scrolled now: what was drawn may be a moment behind.
    const { scrollTop, scrollLeft } = element.current!;
    const place = cellAt(held, x, y, rows, columns, { ...view, top: offsetAt(scrollTop, rows.length, view.height), left: scrollLeft });
    const merge = merges.at(place.row, place.column);
    return merge ? { row: merge.top, column: merge.left } : place;
  }

  const placeOf = (place: Place) => drawnAt(held, place, rows, columns, { ...view, top, left: viewport.left });

  /** Below the cell, or above it where there is no room; never out of view at the right. */
  function placeOfTip({ row, column }: Place): Pick<WhyTipProps, "left" | "edge"> {
    const extent = extentOf({ row, column });
    const drawn = placeOf({ row, column });
    const above = drawn.top - shift + HEAD_HEIGHT;
    const below = above + rows.span(extent.top, extent.bottom);
    return {
      left: Math.min(HEAD_WIDTH + drawn.left, viewport.left + Math.max(HEAD_WIDTH, viewport.width - TIP_WIDTH)),
      edge: below + TIP_ROOM < viewport.top + viewport.height ? { below: below + 4 } : { above: above - 4 }
    };
  }

  const drawnColumns = range(first, last).filter((column) => columns.size(column) > 0);
  const drawnRows = new Set(range(rowsInView.first, rowsInView.last));
  // A merged area is drawn by its first row, which may be far above.
  const leftmost = Math.min(first, ...held.map(({ names }) => names?.left ?? first));
  for (const merge of merges.within(rowsInView, { first: leftmost, last })) drawnRows.add(merge.top);
  drawnRows.add(selected.row);
  const inView = held.filter(({ rect }) => rect.bottom >= rows.at(top) && rect.top <= rows.at(top + view.height));
  // Heads that stay are drawn in the room of their table, wherever that is scrolled.
  const staying = held.filter((table) => table.headHeight > 0 && (heldAt([table], selected.row) !== null || (table.rect.top <= rowsInView.last && table.rect.bottom >= rowsInView.first)));
  for (const { rect, headBottom } of held) for (let row = rect.top; row <= headBottom; row++) drawnRows.delete(row);

  function rowOf(row: number, from: number) {
    if (rows.size(row) === 0) return null;
    const table = heldAt(held, row);
    const isInView = (row >= rowsInView.first && row <= rowsInView.last) || (table !== null && row <= table.headBottom);
    return (
      <GridRow
        key={row}
        ids={ids}
        row={row}
        top={from}
        first={first}
        last={last}
        rows={rows}
        columns={columns}
        cells={cells}
        version={version.number}
        anchorsOnly={!isInView}
        merges={merges.ofRow(row)}
        marks={marks}
        compared={compared}
        held={table}
        isAside={table?.names != null && viewport.left > columns.start(table.names.left)}
        label={labels?.rows.get(row) ?? null}
        selected={row === selected.row ? selected.column : null}
        hiddenItself={sheet.hiddenRows.has(row)}
        dark={dark}
        styles={styles}
      />
    );
  }

  const tipId = `${ids}-why`;
  const draft = editing.draft?.sheet === sheet.name ? editing.draft : null;
  const tipKey = hovered ?? (focused ? cellKey(selected.row, selected.column) : null);
  const tip = tipKey === null ? undefined : marks?.get(tipKey);

  return (
    <div
      ref={(box) => {
        ref(box);
        editing.grid.current = box;
      }}
      role="grid"
      tabIndex={0}
      aria-label={words("view-cells", { sheet: sheet.name })}
      aria-readonly={isReadOnly}
      aria-rowcount={sheet.rows}
      aria-colcount={sheet.columns}
      aria-activedescendant={cellId(ids, selected.row, selected.column)}
      aria-describedby={tip ? tipId : undefined}
      className={styles.grid}
      onKeyDown={onKeyDown}
      onCopy={(event) => {
        event.preventDefault();
        event.clipboardData.setData("text/plain", cells.cell(selected.row, selected.column)?.text ?? "");
      }}
      onPaste={(event) => {
        event.preventDefault();
        editing.paste(selected, event.clipboardData.getData("text/plain"));
      }}
      onDoubleClick={() => write(selected, false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
      onClick={(event) => {
        // The second click of two means the cell of the first, though the bar above may have grown meanwhile.
        const place = event.detail > 1 ? null : placeUnder(event);
        if (!place) return;
        onSelect(place, true);
        if (marks?.has(cellKey(place.row, place.column))) onOpen(place);
      }}
      onMouseMove={(event) => {
        const place = placeUnder(event);
        const key = place && cellKey(place.row, place.column);
        setHovered(key !== null && marks?.has(key) ? key : null);
      }}
      onMouseLeave={() => setHovered(null)}
    >
      <div role="presentation" style={{ position: "relative", width: columns.length + HEAD_WIDTH, height: scrolledLength(rows.length) + HEAD_HEIGHT }}>
        <ColumnHeads drawn={drawnColumns} columns={columns} held={inView[0] ?? null} hidden={sheet.hiddenColumns} selected={selected.column} labels={labels} styles={styles} />
        <div role="presentation" className={styles.lines} style={{ height: scrolledLength(rows.length) + HEAD_HEIGHT }}>
          {drawnColumns.map((column) => <div key={column} className={styles.columnLine} style={{ left: HEAD_WIDTH + columns.start(column + 1) - 1 }} />)}
        </div>
        {[...drawnRows].sort((a, b) => a - b).map((row) => rowOf(row, HEAD_HEIGHT + rows.start(row) - shift))}
        {staying.map(({ rect, headBottom, headHeight }) => (
          <div key={rect.top} role="presentation" className={styles.headTrack} style={{ top: HEAD_HEIGHT + rows.start(rect.top), height: rows.span(rect.top, rect.bottom) }}>
            <div role="presentation" className={styles.stayingHeads} style={{ height: headHeight }}>
              {range(rect.top, headBottom).map((row) => rowOf(row, rows.start(row) - rows.start(rect.top)))}
            </div>
          </div>
        ))}
        {draft && (
          <div role="row">
            <div role="gridcell">
              <DraftBox
                editing={editing}
                place="cell"
                onMove={move}
                className={styles.writing}
                style={{
                  top: HEAD_HEIGHT + placeOf(draft).top - shift,
                  left: HEAD_WIDTH + placeOf(draft).left,
                  minWidth: columns.span(extentOf(draft).left, extentOf(draft).right),
                  minHeight: rows.span(extentOf(draft).top, extentOf(draft).bottom)
                }}
              />
            </div>
          </div>
        )}
        {tip && !draft && <WhyTip id={tipId} mark={tip} {...placeOfTip(keyToRowColumn(tipKey!))} styles={styles} />}
      </div>
    </div>
  );
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
