import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { BookOpen20Regular, ClipboardCheckmark20Regular, DocumentTable20Regular, ShieldCheckmark16Regular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { useWords } from "../words";
import { Introduction } from "./Introduction";

/** Every button has a frame then. */
const FORCED = "@media (forced-colors: active)";

const useStyles = makeStyles({
  start: { flexGrow: 1, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL, padding: tokens.spacingHorizontalL },
  what: { lineHeight: tokens.lineHeightBase400 },
  workbook: { display: "flex", gap: tokens.spacingHorizontalS, alignItems: "center", minWidth: 0 },
  icon: { flexShrink: 0, color: tokens.colorBrandForeground1 },
  file: { display: "flex", flexDirection: "column", minWidth: 0, overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground3 },
  ways: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, maxWidth: "360px" },
  // What is not the first choice, its words under those above.
  others: { display: "flex", flexWrap: "wrap", marginLeft: "-10px", [FORCED]: { marginLeft: 0, gap: tokens.spacingHorizontalS } },
  foot: { marginTop: "auto", display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS, color: tokens.colorNeutralForeground3 }
});

interface StartViewProps {
  readonly fileName: string;
  /** What came of opening the sample. */
  readonly told: string;
  readonly onCheck: () => void;
  readonly onSample: () => void;
  /** What else may be begun from here. */
  readonly children?: ReactNode;
}

/** Before the first check in Excel: what this does, which workbook, the one button. */
export function StartView({ fileName, told, onCheck, onSample, children }: StartViewProps) {
  const styles = useStyles();
  const words = useWords();
  return (
    <div className={styles.start}>
      <Text size={400} className={styles.what}>{words("pane-begin-what")}</Text>
      <div className={styles.workbook}>
        <DocumentTable20Regular className={styles.icon} aria-hidden />
        <div className={styles.file}>
          <Text size={200} className={styles.quiet}>{words("pane-begin-workbook")}</Text>
          <Text weight="semibold">{fileName || words("pane-begin-unsaved")}</Text>
        </div>
      </div>
      <div className={styles.ways}>
        <Button appearance="primary" size="large" icon={<ClipboardCheckmark20Regular />} onClick={onCheck}>{words("pane-begin")}</Button>
        <div className={styles.others}>
          <Button appearance="subtle" icon={<BookOpen20Regular />} onClick={onSample}>{words("pane-sample")}</Button>
          {children}
        </div>
        <Text role="status" size={200}>{told}</Text>
      </div>
      <Introduction />
      <Text size={200} className={styles.foot}><ShieldCheckmark16Regular aria-hidden />{words("pane-privacy")}</Text>
    </div>
  );
}
