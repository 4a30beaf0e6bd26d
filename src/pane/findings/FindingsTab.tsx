import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useRef, type ReactNode } from "react";
import type { PaneController } from "../model/pane-controller";
import { freshKeys, groupsOf, solvedFindings, type PaneModel } from "../model/pane-model";
import { sinceBaseline } from "../model/since";
import { Actions } from "../result/Actions";
import { Notice } from "../result/Notice";
import { Overview } from "../result/Overview";
import type { Checked } from "../session";
import { PointOut } from "../tables/PointOut";
import { Questions } from "../tables/Questions";
import { TablesFound } from "../tables/TablesFound";
import { ChangeList } from "./ChangeList";
import { FilterBar } from "./FilterBar";
import { focusOpen } from "./focus-open";
import { GroupList } from "./GroupList";
import { IgnoredList } from "./IgnoredList";
import { SolvedList } from "./SolvedList";
import { StepBar } from "./StepBar";
import { useActionKeys } from "./use-action-keys";
import { useStepKeys } from "./use-step-keys";

const useStyles = makeStyles({
  tab: { flexGrow: 1, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalM },
  foot: {
    position: "sticky",
    bottom: 0,
    zIndex: 2,
    display: "flex",
    flexDirection: "column",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2
  },
  folds: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS }
});

/** The focus goes to the sheet, or from there to the finding that is open. In Excel there is no sheet of ours. */
function goToOther(): void {
  const grid = document.querySelector<HTMLElement>("[role=grid]");
  if (grid && !grid.contains(document.activeElement)) grid.focus();
  else focusOpen();
}

interface FindingsTabProps {
  readonly model: PaneModel;
  readonly checked: Checked;
  readonly controller: PaneController;
  readonly actions: ReactNode;
}

/** 问题: the result in one line, what can be done with it, and every finding by table. */
export function FindingsTab({ model, checked, controller, actions }: FindingsTabProps) {
  const styles = useStyles();
  const { findings, filter, baseline } = model;
  const groups = useMemo(() => groupsOf({ findings, checked, filter }), [findings, checked, filter]);
  const fresh = useMemo(() => freshKeys({ findings, baseline }), [findings, baseline]);
  const solved = useMemo(() => solvedFindings({ findings, baseline }), [findings, baseline]);
  const ignored = useMemo(() => findings.filter(({ finding }) => finding.ignored), [findings]);
  const list = useRef<HTMLDivElement>(null);
  const goTo = (sheet: string, cell: string) => void controller.goTo(sheet, cell);

  const step = (by: 1 | -1) => void controller.step(by);
  // Whoever steps by key goes on from the finding, wherever the focus was.
  useStepKeys((by) => {
    step(by);
    requestAnimationFrame(focusOpen);
  });
  useActionKeys({
    mend: () => {
      const open = findings.find(({ key }) => key === model.selected);
      if (open?.finding.fix && !model.busy) controller.ask({ kind: "fix", keys: [open.key] });
    },
    ignore: () => {
      if (model.selected !== null && !model.busy) controller.ask({ kind: "ignore", key: model.selected });
    },
    undo: () => void controller.undo(),
    help: () => controller.ask({ kind: "keys" }),
    other: goToOther
  });

  return (
    <>
      <div className={styles.tab}>
        <Overview report={checked.report} since={sinceBaseline({ findings, baseline })} />
        <Actions model={model} controller={controller}>{actions}</Actions>
        <Questions questions={checked.report.questions} busy={model.busy !== null || model.check !== null} goTo={goTo} onAnswer={(told) => void controller.tellTable(told.name, told)} />
        <TablesFound report={checked.report} goTo={goTo} study={(region) => void controller.study(region)} point={<PointOut unread={[]} controller={controller} />} />
        {findings.length > ignored.length && (
          <>
            <FilterBar model={model} tables={checked.report.tables} onChange={(change) => controller.filter(change)} />
            <div ref={list}>
              <GroupList groups={groups} fresh={fresh} model={model} controller={controller} />
            </div>
          </>
        )}
        <div className={styles.folds}>
          <ChangeList changes={model.changes} busy={model.busy !== null} onUndo={(id) => void controller.undo(id)} goTo={goTo} />
          <SolvedList solved={solved} />
          <IgnoredList ignored={ignored} busy={model.busy !== null} onTakeBack={(finding) => void controller.takeBack(finding)} goTo={goTo} />
        </div>
      </div>
      <div className={styles.foot}>
        <Notice model={model} controller={controller} />
        <StepBar groups={groups} selected={model.selected} onStep={step} onKeys={() => controller.ask({ kind: "keys" })} />
      </div>
    </>
  );
}
