import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from "@fluentui/react-components";
import { useWords } from "./words";

const useStyles = makeStyles({ bar: { padding: tokens.spacingHorizontalS }, text: { whiteSpace: "normal" } });

/** Excel did not answer: why the page asks for a file. */
export function BlockedBar() {
  const styles = useStyles();
  const words = useWords();
  return (
    <section className={styles.bar} aria-label={words("pane-blocked-title")}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody className={styles.text}><MessageBarTitle>{words("pane-blocked-title")}</MessageBarTitle> {words("pane-blocked")}</MessageBarBody>
      </MessageBar>
    </section>
  );
}
