import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ShieldCheckmark16Regular } from "@fluentui/react-icons";
import { useWords } from "./words";

const useStyles = makeStyles({
  footer: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground3
  },
  privacy: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS }
});

/** The promise of privacy, and the other language. */
export function Footer({ onOtherLanguage }: { readonly onOtherLanguage: () => void }) {
  const styles = useStyles();
  const words = useWords();
  return (
    <footer className={styles.footer}>
      <Text size={200} className={styles.privacy}><ShieldCheckmark16Regular aria-hidden />{words("pane-privacy")}</Text>
      <Button size="small" appearance="subtle" onClick={onOtherLanguage}>{words("pane-other-language")}</Button>
    </footer>
  );
}
