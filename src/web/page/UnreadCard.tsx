import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ArrowSync20Regular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { PaneController } from "../../pane/model/pane-controller";
import { FailedView } from "../../pane/start/FailedView";
import { useModel } from "../../pane/use-pane";
import { useWords } from "../../pane/words";

const useStyles = makeStyles({
  card: {
    boxSizing: "border-box",
    width: "min(640px, 100%)",
    margin: "auto",
    padding: tokens.spacingHorizontalL,
    display: "flex",
    flexDirection: "column",
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
    "@media (forced-colors: active)": { border: "1px solid CanvasText" }
  },
  file: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} 0`, overflowWrap: "anywhere" },
  stopped: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalL, overflowWrap: "anywhere" },
  ways: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS }
});

interface UnreadCardProps {
  readonly controller: PaneController;
  /** The ways to another workbook. */
  readonly ways: (primary: boolean) => ReactNode;
}

/** In place of the sheets where there are none to show: the workbook cannot be read, or the user stopped that. */
export function UnreadCard({ controller, ways }: UnreadCardProps) {
  const styles = useStyles();
  const { failure } = useModel(controller);
  return (
    <main className={styles.card}>
      <Text as="h1" size={400} weight="semibold" className={styles.file}>{controller.session.fileName}</Text>
      {failure === null ? <Stopped controller={controller}>{ways(false)}</Stopped> : <FailedView fileName="" problem={failure}>{ways(true)}</FailedView>}
    </main>
  );
}

/** After a first check was stopped. */
export function Stopped({ controller, children }: { readonly controller: PaneController; readonly children?: ReactNode }) {
  const styles = useStyles();
  const words = useWords();
  return (
    <div className={styles.stopped}>
      <Text role="status">{words("page-stopped")}</Text>
      <div className={styles.ways}>
        <Button appearance="primary" icon={<ArrowSync20Regular />} onClick={() => void controller.check()}>{words("pane-begin")}</Button>
        {children}
      </div>
    </div>
  );
}
