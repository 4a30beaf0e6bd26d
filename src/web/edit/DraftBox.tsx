import { useLayoutEffect, useRef, type CSSProperties, type KeyboardEvent } from "react";
import { useWords } from "../../pane/words";
import { cellName } from "../../workbook";
import type { Editing } from "./use-editing";

/** Keys that go to another cell while one types; in a text that was there before they move in the text. */
const ARROWS = new Set(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]);

interface DraftBoxProps {
  readonly editing: Editing;
  readonly place: "cell" | "bar";
  /** Goes on to another cell, by the key that leads there. */
  readonly onMove: (key: string) => void;
  readonly className: string;
  readonly style?: CSSProperties;
}

/** The field in which a cell is written, over the cell or in the bar above the sheet. */
export function DraftBox({ editing, place, onMove, className, style }: DraftBoxProps) {
  const words = useWords();
  const box = useRef<HTMLTextAreaElement>(null);
  const { draft } = editing;
  const isHere = draft?.in === place;

  // In the very event that began it, so that the first key is typed here, and a Chinese keyboard composes here.
  useLayoutEffect(() => {
    // Who went there by mouse has chosen a place in the text.
    if (!isHere || !box.current || box.current === document.activeElement) return;
    box.current.focus();
    box.current.setSelectionRange(box.current.value.length, box.current.value.length);
  }, [isHere]);

  if (!draft) return null;

  function go(key: string): void {
    editing.accept(true);
    onMove(key);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const way = event.key === "Enter" && !event.altKey ? (event.shiftKey ? "ArrowUp" : "ArrowDown")
      : event.key === "Tab" ? (event.shiftKey ? "ArrowLeft" : "ArrowRight")
        : draft!.byTyping && place === "cell" && ARROWS.has(event.key) ? event.key : null;
    if (way !== null) {
      event.preventDefault();
      go(way);
    } else if (event.key === "Escape") {
      event.preventDefault();
      editing.drop();
    } else if (event.key === "Enter") {
      event.preventDefault();
      event.currentTarget.setRangeText("\n", event.currentTarget.selectionStart, event.currentTarget.selectionEnd, "end");
      editing.change({ text: event.currentTarget.value });
    } else if (event.key === "F2") {
      event.preventDefault();
      editing.change({ byTyping: false });
    }
  }

  return (
    <textarea
      ref={box}
      className={className}
      style={style}
      aria-label={words("edit-cell", { cell: cellName(draft.row, draft.column) })}
      spellCheck={false}
      autoComplete="off"
      rows={Math.min(4, draft.text.split("\n").length)}
      value={draft.text}
      onChange={({ target }) => editing.change({ text: target.value })}
      onKeyDown={onKeyDown}
      onPaste={(event) => event.stopPropagation()}
      onCopy={(event) => event.stopPropagation()}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onFocus={() => {
        if (draft.in !== place) editing.change({ in: place, byTyping: false });
      }}
      onBlur={({ relatedTarget }) => {
        // To the other field, or to its buttons, or to another window: it is still being written.
        if (document.hasFocus() && !(relatedTarget instanceof Element && relatedTarget.closest("[data-draft]"))) editing.accept(false);
      }}
      data-draft
    />
  );
}
