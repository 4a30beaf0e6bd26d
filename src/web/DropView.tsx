import { makeStyles, mergeClasses, Text, Title2, tokens } from "@fluentui/react-components";
import { FileButton } from "../taskpane/FileButton";
import { Logo } from "../taskpane/Logo";
import { useWords } from "../taskpane/words";

const useStyles = makeStyles({
  start: { boxSizing: "border-box", minHeight: "100vh", display: "flex", flexDirection: "column", justifyContent: "center", gap: tokens.spacingVerticalL, maxWidth: "592px", margin: "0 auto", padding: tokens.spacingHorizontalL },
  name: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalM },
  what: { color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase400 },
  zone: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalL}`,
    textAlign: "center",
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2
  },
  over: { border: `2px solid ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  hint: { color: tokens.colorNeutralForeground3 }
});

/** Before a workbook is chosen: what this does, and the one button. */
export function DropView({ dragging, onFile }: { readonly dragging: boolean; readonly onFile: (file: File) => void }) {
  const styles = useStyles();
  const words = useWords();
  return (
    <main className={styles.start}>
      <div className={styles.name}>
        <Logo />
        <Title2 as="h1">{words("pane-title")}</Title2>
      </div>
      <Text className={styles.what} size={300}>{words("pane-what")}</Text>
      <div className={mergeClasses(styles.zone, dragging && styles.over)}>
        <FileButton size="large" onFile={onFile}>{words("pane-choose")}</FileButton>
        <Text size={200} className={styles.hint}>{words("pane-drop")}</Text>
        <Text size={200} className={styles.hint}>{words("pane-formats")}</Text>
      </div>
      <Text size={200} className={styles.hint}>{words("pane-privacy")}</Text>
    </main>
  );
}
