import { makeStyles, mergeClasses, Text, Title2, tokens } from "@fluentui/react-components";
import { CheckButton, type CheckActions } from "./CheckButton";
import { Logo } from "./Logo";
import { useWords } from "./words";

const useStyles = makeStyles({
  start: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL, margin: "auto 0", maxWidth: "560px", alignSelf: "center", width: "100%" },
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

/** Before the first check: what this does, and the one button. */
export function StartView({ dragging, ...actions }: CheckActions & { readonly dragging: boolean }) {
  const styles = useStyles();
  const words = useWords();
  const button = <CheckButton {...actions} again={false} />;
  return (
    <div className={styles.start}>
      <div className={styles.name}>
        <Logo />
        <Title2 as="h1">{words("pane-title")}</Title2>
      </div>
      <Text className={styles.what} size={300}>{words("pane-what")}</Text>
      {actions.onCheck ? <div>{button}</div> : (
        <div className={mergeClasses(styles.zone, dragging && styles.over)}>
          {button}
          <Text size={200} className={styles.hint}>{words("pane-drop")}</Text>
          <Text size={200} className={styles.hint}>{words("pane-formats")}</Text>
        </div>
      )}
    </div>
  );
}
