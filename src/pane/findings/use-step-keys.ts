import { useEffect, useRef } from "react";

/** Where Alt+↑ and Alt+↓ have a meaning of their own. */
const KEEPS_ARROWS = "input, textarea, select, [role=combobox], [role=menu], dialog";

/** Alt+↓ and Alt+↑ step through the findings wherever the focus is, except where they mean something else. */
export function useStepKeys(step: (by: 1 | -1) => void): void {
  const latest = useRef(step);
  latest.current = step;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
      if (event.target instanceof Element && event.target.closest(KEEPS_ARROWS)) return;
      event.preventDefault();
      latest.current(event.key === "ArrowDown" ? 1 : -1);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
