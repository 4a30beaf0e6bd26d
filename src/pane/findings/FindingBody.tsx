import { Button, makeStyles, Tooltip, tokens } from "@fluentui/react-components";
import { Copy16Regular, Edit16Regular, EyeOff16Regular, Wand16Regular } from "@fluentui/react-icons";
import { useContext } from "react";
import { say } from "../../messages";
import type { ReportedFinding } from "../../report/types";
import { parseCellName } from "../../workbook";
import { copyText } from "../clipboard";
import { LinkButton } from "../LinkButton";
import { sameKind } from "../model/findings";
import type { PaneController } from "../model/pane-controller";
import type { PaneModel } from "../model/pane-model";
import { Place } from "../Place";
import { Terms } from "../Terms";
import { LanguageContext, useWords } from "../words";
import { OpenSettings } from "../result/open-settings";
import { reasonOf } from "./reason";
import { findingAsText } from "./as-text";
import { useCopyMends } from "./use-copy-mends";

const useStyles = makeStyles({
  body: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}` },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  small: { minWidth: "auto" }
});

interface FindingBodyProps {
  readonly id: string;
  readonly findingKey: string;
  readonly finding: ReportedFinding;
  readonly model: PaneModel;
  readonly controller: PaneController;
}

/** Of an open finding: why it is one, what it was compared with, what is wrong because of it, and what can be done. */
export function FindingBody({ id, findingKey, finding, model, controller }: FindingBodyProps) {
  const styles = useStyles();
  const words = useWords();
  const language = useContext(LanguageContext);
  const { basis, related, consequences, actual, expected, sheet, cell, fix, rule } = finding;
  const { how } = reasonOf(finding, language);
  const alike = fix ? sameKind(model.findings, rule) : [];
  const goTo = (toSheet: string, toCell: string) => void controller.goTo(toSheet, toCell);
  const openSettings = useContext(OpenSettings);
  const busy = model.busy !== null;
  const isReadOnly = controller.session.isReadOnly?.() ?? false;

  const copyMends = useCopyMends(controller);

  async function copy(text: string) {
    const copied = await copyText(text);
    controller.tellUser(copied ? "success" : "warning", say(copied ? "pane-copied" : "pane-not-copied"));
  }

  function editCell(): void {
    const at = parseCellName(cell);
    if (at) controller.session.writeCell?.({ sheet, ...at });
  }

  return (
    <div id={id} className={styles.body}>
      <Terms beside>
        <dt>{words("pane-cell")}</dt>
        <dd><Place sheet={sheet} cell={cell} withSheet goTo={goTo} /></dd>
        {!expected && actual && <><dt>{words("pane-shown")}</dt><dd>{actual}</dd></>}
        {how && <><dt>{words("pane-how")}</dt><dd>{how}</dd></>}
        <dt>{words("pane-basis")}</dt>
        <dd>{basis} <LinkButton onClick={() => controller.ask({ kind: "rule", rule })}>{words("pane-rule")}</LinkButton></dd>
        {related.length > 0 && <dt>{words("pane-compared")}</dt>}
        {related.map((other, index) => <dd key={index}><Place sheet={other.sheet} cell={other.cell} withSheet={other.sheet !== sheet} goTo={goTo} /> {other.shown ? words("pane-compared-value", { label: other.label, shown: other.shown }) : other.label}</dd>)}
        {consequences.length > 0 && <dt>{words("pane-consequences")}</dt>}
        {consequences.map((other, index) => (
          <dd key={index}><Place sheet={other.sheet} cell={other.cell} withSheet={other.sheet !== sheet} goTo={goTo} /> {words("pane-consequence", { ...other })}</dd>
        ))}
      </Terms>
      <div className={styles.actions}>
        {finding.awaits?.length && <Button size="small" appearance="primary" className={styles.small} onClick={openSettings}>{words("pane-confirm-agreement")}</Button>}
        {isReadOnly && fix && <Button size="small" appearance="primary" className={styles.small} icon={<Copy16Regular />} onClick={() => copyMends([finding])}>{words("pane-mend-copy-text")}</Button>}
        {isReadOnly && alike.length > 1 && <Button size="small" className={styles.small} onClick={() => copyMends(alike.map((each) => each.finding))}>{words("pane-mend-copy-kind", { count: alike.length })}</Button>}
        {!isReadOnly && fix && <Button size="small" appearance="primary" className={styles.small} icon={<Wand16Regular />} aria-keyshortcuts="Alt+M" title="Alt+M" disabledFocusable={busy} onClick={() => controller.ask({ kind: "fix", keys: [findingKey] })}>{words("pane-mend")}</Button>}
        {!isReadOnly && alike.length > 1 && <Button size="small" className={styles.small} disabledFocusable={busy} onClick={() => controller.ask({ kind: "fix", keys: alike.map(({ key }) => key) })}>{words("pane-mend-kind", { count: alike.length })}</Button>}
        {!isReadOnly && controller.session.writeCell && <Button size="small" appearance={fix ? "secondary" : "primary"} className={styles.small} icon={<Edit16Regular />} onClick={editCell}>{words("pane-edit-cell")}</Button>}
        <Button size="small" className={styles.small} icon={<EyeOff16Regular />} aria-keyshortcuts="Alt+I" title="Alt+I" disabledFocusable={busy} onClick={() => controller.ask({ kind: "ignore", key: findingKey })}>{words("pane-ignore")}</Button>
        <Tooltip relationship="label" content={words("pane-copy")}>
          <Button size="small" appearance="subtle" icon={<Copy16Regular />} onClick={() => void copy(findingAsText(finding, language))} />
        </Tooltip>
      </div>
    </div>
  );
}
