import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { usePreferences } from "../preferences-context";
import { useWords } from "../words";

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2
  },
  points: { margin: 0, paddingLeft: tokens.spacingHorizontalL, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, color: tokens.colorNeutralForeground2 }
});

/** On the first run: what will happen, in three sentences. Gone for good once read. */
export function Introduction() {
  const styles = useStyles();
  const words = useWords();
  const { introduced, change } = usePreferences();
  if (introduced) return null;
  return (
    <section className={styles.card} aria-label={words("pane-intro-title")}>
      <Text as="h2" weight="semibold">{words("pane-intro-title")}</Text>
      <ol className={styles.points}>
        <li>{words("pane-intro-read")}</li>
        <li>{words("pane-intro-mend")}</li>
        <li>{words("pane-intro-private")}</li>
      </ol>
      <Button size="small" onClick={() => change({ introduced: true })}>{words("pane-intro-done")}</Button>
    </section>
  );
}
