import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { CheckmarkCircle32Regular } from "@fluentui/react-icons";
import { useWords } from "./words";

const useStyles = makeStyles({
  panel: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorStatusSuccessBorder1}`,
    backgroundColor: tokens.colorStatusSuccessBackground1
  },
  icon: { flexShrink: 0, color: tokens.colorStatusSuccessForeground1 },
  text: { display: "flex", flexDirection: "column" }
});

/** Nothing was found. What was proved stands below, so that this can be trusted. */
export function NoFindings({ ignored }: { readonly ignored: number }) {
  const styles = useStyles();
  const words = useWords();
  return (
    <div className={styles.panel}>
      <CheckmarkCircle32Regular className={styles.icon} aria-hidden />
      <div className={styles.text}>
        <Text as="h2" size={400} weight="semibold">{words("pane-no-errors")}</Text>
        <Text>{words(ignored ? "pane-only-ignored" : "pane-no-errors-detail")}</Text>
      </div>
    </div>
  );
}
