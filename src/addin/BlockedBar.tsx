import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useWords } from "../pane/words";

const useStyles = makeStyles({
  // As high as the window, so that a page that fills it shrinks by the bar's height.
  both: { display: "flex", flexDirection: "column", height: "100vh" },
  bar: { flexShrink: 0, padding: tokens.spacingHorizontalS },
  text: { whiteSpace: "normal" }
});

/** Excel did not answer: why the page asks for a file, over the page that does. */
export function BlockedBar({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  const words = useWords();
  return (
    <div className={styles.both}>
      <section className={styles.bar} aria-label={words("pane-blocked-title")}>
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody className={styles.text}><MessageBarTitle>{words("pane-blocked-title")}</MessageBarTitle> {words("pane-blocked")}</MessageBarBody>
        </MessageBar>
      </section>
      {children}
    </div>
  );
}
