import { useRef, useState, type MutableRefObject } from "react";
import { say, type Sentence } from "../../messages";
import type { PaneController } from "../../pane/model/pane-controller";
import { problemOf } from "../../pane/model/problem";
import { MAX_COLUMNS, MAX_ROWS } from "../../workbook";
import type { FileSession } from "../file-session";
import type { Place } from "../sheet/keys";
import type { ShownCell } from "../sheet/outline";
import { blockOf, entriesOf, MOST_PASTED } from "./block";
import type { Entry } from "./plan";

/** What is being written into a cell, before it is accepted. */
export interface Draft extends Place {
  readonly sheet: string;
  readonly text: string;
  /** What stood there when it was begun. */
  readonly initial: string;
  readonly in: "cell" | "bar";
  /** Begun by typing: the arrow keys accept and go on, as in Excel; otherwise they move in the text. */
  readonly byTyping: boolean;
}

/** Writing into the cells of a sheet. */
export interface Editing {
  readonly draft: Draft | null;
  /** The grid, which the focus goes back to. */
  readonly grid: MutableRefObject<HTMLDivElement | null>;
  /** `cell` is what stands at the place. Typing begins with nothing. */
  begin(place: Place & { readonly sheet?: string }, cell: ShownCell | null, how: Pick<Draft, "in" | "byTyping">): void;
  change(change: Partial<Pick<Draft, "text" | "in" | "byTyping">>): void;
  /** Writes the draft into its cell. `focus`: the user goes on in the sheet. */
  accept(focus: boolean): void;
  drop(): void;
  clear(place: Place): void;
  paste(place: Place, text: string): void;
  undo(): void;
}

/** Edits go through the pane's controller, so that they stand in its list of changes and are taken back like fixes. */
export function useEditing(session: FileSession, controller: PaneController, sheet: string): Editing {
  const [draft, showDraft] = useState<Draft | null>(null);
  /** As of now: moving the focus away asks in the same moment whether there is still something to accept. */
  const live = useRef<Draft | null>(null);
  const grid = useRef<HTMLDivElement | null>(null);
  /** What is written follows each other. */
  const last = useRef<Promise<unknown>>(Promise.resolve());

  function setDraft(next: Draft | null): void {
    live.current = next;
    showDraft(next);
  }

  function inTurn(work: () => Promise<void>): void {
    last.current = last.current.then(work).catch((error: unknown) => controller.tellUser("error", problemOf(error)));
  }

  /** Writes entries; what is refused as a formula is given back to be mended. */
  function write(cells: readonly Entry[], on: string, again: Draft | null = null): void {
    inTurn(async () => {
      const { changes, refused } = await session.plan({ sheet: on, cells, year: new Date().getFullYear() });
      await isFree(controller);
      const done = controller.changeCells(changes, toldOf(refused));
      if (refused.length === 0) return;
      await done;
      if (again && !live.current) setDraft(again);
    });
  }

  /** Whether the workbook can be changed at all; if not, that is said. */
  function isWritable(): boolean {
    if (!session.isReadOnly()) return true;
    controller.tellUser("warning", say("edit-read-only"));
    return false;
  }

  return {
    draft, grid,
    begin(place, cell, how) {
      if (!isWritable()) return;
      const initial = cell?.formula ?? cell?.edit ?? cell?.text ?? "";
      setDraft({ sheet: place.sheet ?? sheet, row: place.row, column: place.column, initial, text: how.byTyping ? "" : initial, ...how });
    },
    change: (change) => setDraft(live.current && { ...live.current, ...change }),
    accept(focus) {
      const done = live.current;
      if (!done) return;
      setDraft(null);
      if (focus) grid.current?.focus();
      if (done.text !== done.initial) write([{ row: done.row, column: done.column, text: done.text }], done.sheet, done);
    },
    drop() {
      setDraft(null);
      grid.current?.focus();
    },
    clear({ row, column }) {
      if (isWritable()) write([{ row, column, text: "" }], sheet);
    },
    paste(place, text) {
      if (text === "" || !isWritable()) return;
      const entries = entriesOf(blockOf(text), place);
      if (entries.length > MOST_PASTED) controller.tellUser("warning", say("edit-too-many", { count: entries.length, most: MOST_PASTED }));
      else if (entries.some(({ row, column }) => row > MAX_ROWS || column > MAX_COLUMNS)) controller.tellUser("warning", say("edit-off-sheet"));
      else write(entries, sheet);
    },
    undo() {
      inTurn(async () => {
        await isFree(controller);
        void controller.undo(undefined, false);
      });
    }
  };
}

/** So many refused cells are named one by one. */
const MOST_TOLD = 3;

function toldOf(refused: readonly Sentence[]): readonly Sentence[] {
  const more = refused.length - MOST_TOLD;
  return more > 0 ? [...refused.slice(0, MOST_TOLD), say("edit-more-refused", { count: more })] : refused;
}

/** Until the change before is written. A check may be under way: it is begun anew. */
async function isFree(controller: PaneController): Promise<void> {
  while (controller.snapshot().busy) {
    await new Promise<void>((resolve) => {
      const end = controller.subscribe(() => {
        end();
        resolve();
      });
    });
  }
}
