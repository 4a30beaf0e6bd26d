import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useWords } from "../../words";

const useStyles = makeStyles({
  fold: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  summary: {
    cursor: "pointer", padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXS}`, borderRadius: tokens.borderRadiusSmall,
    fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold,
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` }
  },
  given: { marginLeft: tokens.spacingHorizontalS, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3 },
  content: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL, padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalL}` }
});

interface SettingsFoldProps {
  readonly title: string;
  /** How many settings in it are not the default. */
  readonly given: number;
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** A part of the settings. */
export function SettingsFold({ title, given, open = false, children }: SettingsFoldProps) {
  const styles = useStyles();
  const words = useWords();
  return (
    <details className={styles.fold} open={open}>
      <summary className={styles.summary}>{title}{given > 0 && <span className={styles.given}>{words("set-given-count", { count: given })}</span>}</summary>
      <div className={styles.content}>{children}</div>
    </details>
  );
}
