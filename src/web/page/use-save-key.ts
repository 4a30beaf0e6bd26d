import { useEffect, useRef } from "react";

/** Ctrl+S does what keeps the copy, as long as that is given; nothing while a cell is being written or a dialog asks. */
export function useSaveKey(save: (() => void) | null): void {
  const latest = useRef(save);
  latest.current = save;
  const isGiven = save !== null;
  useEffect(() => {
    if (!isGiven) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.code !== "KeyS" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      // The browser would offer to save the page itself.
      event.preventDefault();
      if (!event.repeat && !(event.target instanceof Element && event.target.closest("[data-draft], dialog"))) latest.current?.();
    };
    // Before a field that is being written keeps its keys to itself.
    window.addEventListener("keydown", onKey, true);
    return () => window.removeEventListener("keydown", onKey, true);
  }, [isGiven]);
}
