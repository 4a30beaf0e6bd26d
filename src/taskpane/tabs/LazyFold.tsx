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

/** A fold, closed at first, whose content is made when it is opened: hundreds of them cost nothing. */
export function LazyFold({ title, children }: { readonly title: ReactNode; readonly children: () => ReactNode }) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={styles.summary}>{title}</summary>
      {open && <div className={styles.content}>{children()}</div>}
    </details>
  );
}
