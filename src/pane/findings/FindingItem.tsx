import { Badge, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo, useContext, useEffect, useId, useMemo, useRef } from "react";
import type { MessageId } from "../../messages";
import type { ReportedFinding } from "../../report/types";
import type { PaneController } from "../model/pane-controller";
import type { PaneModel } from "../model/pane-model";
import { SeverityIcon } from "../SeverityIcon";
import { LanguageContext, useWords } from "../words";
import { FindingBody } from "./FindingBody";
import { FINDING_ITEM, LOWER_EDGE, UPPER_EDGE } from "./item-styles";
import { reasonOf } from "./reason";
import { Values } from "./Values";

const useStyles = makeStyles({
  ...FINDING_ITEM,
  awaiting: { "::before": { backgroundColor: tokens.colorNeutralStroke1 } },
  thing: { fontWeight: tokens.fontWeightSemibold },
  cell: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  values: { marginLeft: "auto", minWidth: 0 },
  message: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  short: { display: "-webkit-box", WebkitLineClamp: 2, WebkitBoxOrient: "vertical", overflow: "hidden" }
});

interface FindingItemProps {
  readonly id: string;
  readonly finding: ReportedFinding;
  readonly fresh: boolean;
  readonly open: boolean;
  readonly model: PaneModel;
  readonly controller: PaneController;
}

/** One finding: a line that opens it and shows its cell, and below it, once open, everything else about it. */
export const FindingItem = memo(function FindingItem({ id, finding, fresh, open, model, controller }: FindingItemProps) {
  const styles = useStyles();
  const words = useWords();
  const language = useContext(LanguageContext);
  const { reason } = useMemo(() => reasonOf(finding, language), [finding, language]);
  const bodyId = useId();
  const item = useRef<HTMLLIElement>(null);
  const head = useRef<HTMLButtonElement>(null);

  // Stepping moves on from wherever the focus is; a check must not take it from a field.
  useEffect(() => {
    if (!open) return;
    const { activeElement } = document;
    if (!activeElement || activeElement === document.body || activeElement.closest("[data-finding]") || activeElement.closest("[data-focus=result]")) {
      head.current?.focus({ preventScroll: true });
    }
    const taller = (item.current?.offsetHeight ?? 0) > window.innerHeight - UPPER_EDGE - LOWER_EDGE;
    item.current?.scrollIntoView({ block: taller ? "start" : "nearest" });
  }, [open]);

  return (
    <li ref={item} className={mergeClasses(styles.item, styles[finding.awaits?.length ? "awaiting" : finding.severity], open && styles.open)} data-finding={finding.rule} data-cell={`${finding.sheet}!${finding.cell}`} data-severity={finding.severity}>
      <button ref={head} type="button" className={styles.head} aria-expanded={open} aria-controls={open ? bodyId : undefined} onClick={() => void controller.select(open ? null : id)}>
        <span className={styles.line}>
          <SeverityIcon kind={finding.awaits?.length ? "awaiting" : finding.severity} />
          <span className={styles.hidden}>{words(`severity-${finding.severity}`)}</span>
          <span className={styles.thing}>{finding.thing || words(`${finding.rule}-title` as MessageId)}</span>
          <span className={styles.cell}>{finding.cell}</span>
          {fresh && <Badge size="small" appearance="filled" color="brand">{words("pane-new")}</Badge>}
          <span className={styles.values}><Values finding={finding} /></span>
        </span>
        <span className={mergeClasses(styles.message, !open && styles.short)}>{reason}</span>
      </button>
      {open && <FindingBody id={bodyId} findingKey={id} finding={finding} model={model} controller={controller} />}
    </li>
  );
}, (before, after) => before.finding === after.finding && before.fresh === after.fresh && before.open === after.open
  && (!after.open || before.model === after.model) && before.controller === after.controller);
