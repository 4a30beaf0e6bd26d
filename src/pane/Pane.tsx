import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Checked } from "./session";
import { FailedView } from "./start/FailedView";
import { WorkingView } from "./start/WorkingView";
import { Dialogs } from "./dialogs/Dialogs";
import type { PaneController } from "./model/pane-controller";
import { PaneHeader } from "./PaneHeader";
import { ResultView } from "./result/ResultView";
import { useModel } from "./use-pane";

export interface PaneProps {
  readonly controller: PaneController;
  /** Before the first check. */
  readonly start: ReactNode;
  /** It stands beside something else, with which it makes up the page. */
  readonly beside?: boolean;
  /** What the face adds to a result: downloads, another workbook. */
  readonly actions?: (checked: Checked) => ReactNode;
}

const useStyles = makeStyles({
  pane: { boxSizing: "border-box", minHeight: "var(--pane-height, 100vh)", display: "flex", flexDirection: "column", backgroundColor: tokens.colorNeutralBackground1 },
  main: { flexGrow: 1, display: "flex", flexDirection: "column", minWidth: 0 }
});

/** The pane of a workbook, in Excel and beside the sheets of the browser page. */
export function Pane({ controller, start, actions, beside = false }: PaneProps) {
  const styles = useStyles();
  const model = useModel(controller);
  const { check, checked, failure } = model;
  const Main = beside ? "div" : "main";

  function view() {
    if (check && !checked) {
      return <WorkingView progress={check.progress} waiting={model.waiting} fileName={controller.session.fileName} onCancel={() => controller.cancel()} />;
    }
    if (failure !== null) return <FailedView fileName={controller.session.fileName} problem={failure} onRetry={() => void controller.check()} />;
    if (checked) return <ResultView model={model} checked={checked} controller={controller} actions={actions?.(checked)} />;
    return start;
  }

  return (
    <div className={styles.pane}>
      <PaneHeader fileName={controller.session.fileName} report={checked?.report ?? null} />
      <Main className={styles.main}>{view()}</Main>
      <Dialogs model={model} controller={controller} />
    </div>
  );
}
