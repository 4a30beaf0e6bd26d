import { useState, type ReactNode } from "react";
import { useFoldStyles } from "../Fold";

interface LazyFoldProps {
  readonly title: ReactNode;
  /** Open at first. */
  readonly opened?: boolean;
  readonly children: () => ReactNode;
}

/** A fold whose content is made when it is opened: hundreds of them cost nothing. */
export function LazyFold({ title, opened = false, children }: LazyFoldProps) {
  const styles = useFoldStyles();
  const [open, setOpen] = useState(opened);
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={styles.summary}>{title}</summary>
      {open && <div className={styles.content}>{children()}</div>}
    </details>
  );
}
