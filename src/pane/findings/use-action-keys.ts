import { useEffect, useRef } from "react";

/** Where letters are typed, or a dialog is open. */
const KEEPS_KEYS = "input, textarea, select, [contenteditable=true], dialog";

/** What a key does with the finding that is open, or with the last change. */
export interface ActionKeys {
  readonly mend: () => void;
  readonly ignore: () => void;
  readonly undo: () => void;
  /** Which keys there are. */
  readonly help: () => void;
  /** From the sheet to the list, and back. */
  readonly other: () => void;
}

/** The keys by their codes, so that an input method changes nothing. */
const KEYS: Readonly<Record<string, "mend" | "ignore" | "undo">> = { KeyM: "mend", KeyI: "ignore", KeyZ: "undo" };

/** Where every letter is written into a cell. */
const TAKES_LETTERS = "[role=grid]";

function nameOf({ key, code, altKey, ctrlKey, metaKey }: KeyboardEvent, takesLetters: boolean): keyof ActionKeys | undefined {
  if (key === "F6") return "other";
  if (ctrlKey || metaKey) return undefined;
  if (altKey) return KEYS[code];
  return (key === "?" || key === "？") && !takesLetters ? "help" : undefined;
}

/** Alt with M, I and Z: 修正, 忽略, 撤销; F6 between the sheet and the list; ? for the keys. */
export function useActionKeys(actions: ActionKeys): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const at = event.target instanceof Element ? event.target : null;
      const name = at?.closest(KEEPS_KEYS) ? undefined : nameOf(event, at?.closest(TAKES_LETTERS) != null);
      if (!name) return;
      event.preventDefault();
      latest.current[name]();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
