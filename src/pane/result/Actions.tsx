import { Button, makeStyles, mergeClasses, MessageBar, MessageBarBody, Text, tokens } from "@fluentui/react-components";
import { ArrowSync20Regular, DismissCircle20Regular, MoreHorizontal20Regular, TableAdd20Regular, TaskListLtr20Regular, Wand20Regular } from "@fluentui/react-icons";
import { useState, type ReactNode } from "react";
import { focusOpen } from "../findings/focus-open";
import { LinkButton } from "../LinkButton";
import { LetterButton } from "../letters/LetterButton";
import { mendable } from "../model/findings";
import type { PaneController } from "../model/pane-controller";
import type { PaneModel } from "../model/pane-model";
import { usePreferences } from "../preferences-context";
import { useWords } from "../words";

const useStyles = makeStyles({
  block: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  stale: { display: "flex", gap: tokens.spacingHorizontalM },
  outdated: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground1
  }
});

interface ActionsProps {
  readonly model: PaneModel;
  readonly controller: PaneController;
  /** Those of the face. */
  readonly children: ReactNode;
}

/** What can be done with a result: the summary sheet, another check. */
export function Actions({ model, controller, children }: ActionsProps) {
  const styles = useStyles();
  const words = useWords();
  const isReadOnly = controller.session.isReadOnly?.() ?? false;
  const [more, setMore] = useState(false);
  const open = model.findings.filter(({ finding }) => !finding.ignored).length;
  const mends = mendable(model.findings);
  const writing = model.busy?.with === "summary" ? model.busy : null;
  // A live check repeats itself in a moment, unless it failed.
  const { live } = usePreferences();
  const outdated = model.outdated && !model.check && (!live || model.notice?.intent === "error");
  // Whoever goes through them goes on from the first.
  function settle(): void {
    void controller.step(1);
    requestAnimationFrame(focusOpen);
  }
  return (
    <div className={styles.block}>
      {isReadOnly && <MessageBar intent="info" layout="multiline"><MessageBarBody>{words("pane-read-only")}</MessageBarBody></MessageBar>}
      {!isReadOnly && model.summary === "stale" && !model.outdated && !model.check && (
        <div className={mergeClasses(styles.outdated, styles.stale)}>
          <Text size={200}>{words("pane-summary-stale")}</Text>
          <LinkButton onClick={() => void controller.writeSummary()}>{words("pane-summary-renew")}</LinkButton>
        </div>
      )}
      {model.summary !== "none" && controller.session.notesStay?.() && <Text size={200}>{words("pane-summary-notes-stay")}</Text>}
      {outdated && <Text size={200} className={styles.outdated}>{words("pane-outdated")}</Text>}
      <div className={styles.actions}>
        {open > 0 && <Button appearance="primary" icon={<TaskListLtr20Regular />} onClick={settle}>{words("pane-settle", { count: open })}</Button>}
        {mends.length > 1 && (
          <Button disabledFocusable={model.busy !== null} icon={<Wand20Regular />} onClick={() => controller.ask({ kind: "fix", keys: mends.map(({ key }) => key) })}>
            {words("pane-mend-all", { count: mends.length })}
          </Button>
        )}
        {!isReadOnly && (
          <Button appearance={open > 0 ? "secondary" : "primary"} disabledFocusable={model.busy !== null} icon={<TableAdd20Regular />} onClick={() => void controller.writeSummary()}>
            {writing ? (writing.progress ? words("pane-summary-step", { step: writing.progress.step, steps: writing.progress.steps }) : words("pane-summary-writing")) : words("pane-summary")}
          </Button>
        )}
        {writing?.progress?.canStop && <Button icon={<DismissCircle20Regular />} title={words("pane-summary-stop-keeps")} onClick={() => controller.cancelWriting()}>{words("pane-stop")}</Button>}
        {model.check
          ? <Button icon={<DismissCircle20Regular />} title={words("pane-stopping-keeps")} onClick={() => controller.cancel()}>{words("pane-stop")}</Button>
          : <Button disabledFocusable={model.busy !== null} icon={<ArrowSync20Regular />} onClick={() => void controller.check()}>{words("pane-check-again")}</Button>}
        <Button appearance="subtle" icon={<MoreHorizontal20Regular />} aria-expanded={more} aria-label={words("pane-more")} title={words("pane-more")} onClick={() => setMore(!more)} />
      </div>
      {more && (
        <div className={styles.actions}>
          {model.checked && <LetterButton session={controller.session} checked={model.checked} downloads={controller.session.copySheet === null} />}
          {children}
        </div>
      )}
    </div>
  );
}
