import { useCallback, useLayoutEffect, useRef, useState } from "react";

export interface Viewport {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** Follows how far an element is scrolled and how large it is. */
export function useViewport(): { ref: (element: HTMLDivElement | null) => void; element: React.RefObject<HTMLDivElement | null>; viewport: Viewport } {
  const element = useRef<HTMLDivElement | null>(null);
  const [viewport, setViewport] = useState<Viewport>({ top: 0, left: 0, width: 0, height: 0 });
  const read = useCallback(() => {
    const box = element.current;
    if (!box) return;
    const next = { top: box.scrollTop, left: box.scrollLeft, width: box.clientWidth, height: box.clientHeight };
    setViewport((before) => (before.top === next.top && before.left === next.left && before.width === next.width && before.height === next.height ? before : next));
  }, []);
  const ref = useCallback((box: HTMLDivElement | null) => {
    element.current = box;
  }, []);
  useLayoutEffect(() => {
    const box = element.current!;
    read();
    const observer = new ResizeObserver(read);
    observer.observe(box);
    box.addEventListener("scroll", read, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener("scroll", read);
    };
  }, [read]);
  return { ref, element, viewport };
}
