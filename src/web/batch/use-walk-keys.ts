import { useEffect, useRef } from "react";

/** A dialog asks for something else first. */
const KEEPS_KEYS = "dialog";

/** Alt+PageDown and Alt+PageUp go from one workbook of the table to the next, wherever the focus is. */
export function useWalkKeys(step: (by: 1 | -1) => void): void {
  const latest = useRef(step);
  latest.current = step;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || (event.key !== "PageDown" && event.key !== "PageUp")) return;
      if (event.target instanceof Element && event.target.closest(KEEPS_KEYS)) return;
      event.preventDefault();
      latest.current(event.key === "PageDown" ? 1 : -1);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
