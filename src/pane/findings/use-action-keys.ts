import { useEffect, useRef } from "react";

/** Where letters are typed, or a dialog is open. */
const KEEPS_KEYS = "input, textarea, select, [contenteditable=true], dialog";

/** What a key does with the finding that is open, or with the last change. */
export interface ActionKeys {
  readonly mend: () => void;
  readonly ignore: () => void;
  readonly undo: () => void;
  /** From the sheet to the list, and back. */
  readonly other: () => void;
}

/** The keys by their codes, so that an input method changes nothing. */
const KEYS: Readonly<Record<string, Exclude<keyof ActionKeys, "other">>> = { KeyM: "mend", KeyI: "ignore", KeyZ: "undo" };

/** Alt with M, I and Z: 修正, 忽略, 撤销; F6 between the sheet and the list. */
export function useActionKeys(actions: ActionKeys): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.target instanceof Element && event.target.closest(KEEPS_KEYS)) return;
      const name = event.key === "F6" ? "other" : event.altKey && !event.ctrlKey && !event.metaKey ? KEYS[event.code] : undefined;
      if (!name) return;
      event.preventDefault();
      latest.current[name]();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
