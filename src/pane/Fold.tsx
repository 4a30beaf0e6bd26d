import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

/** Looks of every fold. */
export const useFoldStyles = makeStyles({
  summary: {
    cursor: "pointer",
    width: "fit-content",
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalXS})`,
    borderRadius: tokens.borderRadiusSmall,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` }
  },
  content: { marginTop: tokens.spacingVerticalXS },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300, overflowWrap: "anywhere" }
});

/** A fold, closed at first unless asked otherwise. */
export function Fold({ title, open = false, children }: { readonly title: string; readonly open?: boolean; readonly children: ReactNode }) {
  const styles = useFoldStyles();
  return (
    <details open={open}>
      <summary className={styles.summary}>{title}</summary>
      <div className={mergeClasses(styles.content, styles.small)}>{children}</div>
    </details>
  );
}
