import { makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { Suspense, type ReactNode } from "react";
import type { Checked } from "./session";
import { FailedView } from "./start/FailedView";
import { WorkingView } from "./start/WorkingView";
import { Dialogs } from "./dialogs/Dialogs";
import type { PaneController } from "./model/pane-controller";
import type { PaneModel } from "./model/pane-model";
import { PaneHeader } from "./PaneHeader";
import { StudyView } from "./result/lazy-tabs";
import { Notice } from "./result/Notice";
import { ResultView } from "./result/ResultView";
import { PointOut } from "./tables/PointOut";
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

/** Why there is no result; where only no table was recognised, the way to say what the tables are. */
function Failure({ model, controller, problem }: { readonly model: PaneModel; readonly controller: PaneController; readonly problem: NonNullable<PaneModel["failure"]> }) {
  const { studied, checked } = model;
  if (studied) return <Suspense fallback={<Spinner />}><StudyView key={`${studied.sheet}!${studied.range}`} region={studied} model={model} controller={controller} /></Suspense>;
  return (
    <>
      <FailedView fileName={controller.session.fileName} problem={problem} onRetry={() => void controller.check()}>
        {checked && <PointOut unread={checked.report.unread} controller={controller} open />}
      </FailedView>
      {checked && <Notice model={model} controller={controller} afloat />}
    </>
  );
}

/** The pane of a workbook, in Excel and beside the sheets of the browser page. */
export function Pane({ controller, start, actions, beside = false }: PaneProps) {
  const styles = useStyles();
  const model = useModel(controller);
  const { check, checked, failure } = model;
  const Main = beside ? "div" : "main";

  function view() {
    if (check && (!checked || checked.report.error)) {
      return <WorkingView progress={check.progress} waiting={model.waiting} fileName={controller.session.fileName} onCancel={() => controller.cancel()} />;
    }
    if (failure !== null) return <Failure model={model} controller={controller} problem={failure} />;
    if (checked) return <ResultView model={model} checked={checked} controller={controller} actions={actions?.(checked)} />;
    return start;
  }

  return (
    <div className={styles.pane}>
      <PaneHeader fileName={controller.session.fileName} report={checked && !checked.report.error ? checked.report : null} />
      <Main className={styles.main}>{view()}</Main>
      <Dialogs model={model} controller={controller} />
    </div>
  );
}
