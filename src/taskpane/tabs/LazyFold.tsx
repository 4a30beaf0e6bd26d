import { makeStyles, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";

const useStyles = makeStyles({
  summary: {
    cursor: "pointer",
    width: "fit-content",
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalXS})`,
    borderRadius: tokens.borderRadiusSmall,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` }
  },
  content: { marginTop: tokens.spacingVerticalXS }
});

interface LazyFoldProps {
  readonly title: ReactNode;
  /** Open at first. */
  readonly opened?: boolean;
  readonly children: () => ReactNode;
}

/** A fold whose content is made when it is opened: hundreds of them cost nothing. */
export function LazyFold({ title, opened = false, children }: LazyFoldProps) {
  const styles = useStyles();
  const [open, setOpen] = useState(opened);
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={styles.summary}>{title}</summary>
      {open && <div className={styles.content}>{children()}</div>}
    </details>
  );
}
