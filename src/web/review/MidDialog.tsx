import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { PaneDialog } from "../../pane/dialogs/PaneDialog";
import { RuleDialog } from "../../pane/dialogs/RuleDialog";
import { LinkButton } from "../../pane/LinkButton";
import { useWords } from "../../pane/words";
import type { EarlierFinding, FindingState, MidReview } from "../../review/types";
import { percentText } from "../../values/numbers";
import type { HeldMid } from "../background/requests";
import type { Spot } from "./ReviewList";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  item: { display: "flex", flexDirection: "column", paddingLeft: tokens.spacingHorizontalS, borderLeft: `3px solid ${tokens.colorStatusWarningBorder1}` },
  quiet: { color: tokens.colorNeutralForeground3 },
  problem: { color: tokens.colorStatusDangerForeground1 },
  progress: { display: "grid", gridTemplateColumns: "minmax(120px, 1fr) 2fr 84px", columnGap: tokens.spacingHorizontalS, rowGap: "2px", alignItems: "center" },
  name: { gridRow: "span 2", alignSelf: "center", overflowWrap: "anywhere" },
  bar: { height: "8px", backgroundColor: tokens.colorNeutralBackground4, borderRadius: tokens.borderRadiusSmall, overflow: "hidden", forcedColorAdjust: "none" },
  before: { height: "100%", backgroundColor: tokens.colorPaletteBlueBorderActive },
  now: { height: "100%", backgroundColor: tokens.colorBrandBackground },
  rate: { fontVariantNumeric: "tabular-nums" }
});

const STATES: readonly FindingState[] = ["open", "still-wrong", "explained", "mended"];

interface MidDialogProps {
  readonly held: HeldMid;
  readonly onGoTo: (at: Spot) => void;
  readonly onClose: () => void;
}

/** What the mid-term workbook says beside the final one: what does not fit, what was asked then, retention over the year, the progress of each indicator. */
export function MidDialog({ held: { mid, findings, problem }, onGoTo, onClose }: MidDialogProps) {
  const styles = useStyles();
  const words = useWords();
  const [asked, setAsked] = useState<string | null>(null);
  const asking = findings.filter(({ severity, ignored }) => severity !== "info" && ignored === null);
  return (
    <PaneDialog wide title={mid ? words("mid-head", { file: mid.file }) : words("mid-button")} onClose={onClose} actions={<Button appearance="primary" onClick={onClose}>{words("review-close")}</Button>}>
      {problem && <Text className={styles.problem}>{problem.file}：{problem.message}</Text>}
      {mid && (
        <>
          <Text as="h3" weight="semibold">{asking.length === 0 ? words("mid-found-none") : words("mid-found", { count: asking.length })}</Text>
          {mid.span === null && <Text size={200}>{words("mid-span-null")}</Text>}
          <ul className={styles.list}>
            {asking.map(({ rule, sheet, cell, message, basis, fingerprint }) => (
              <li key={fingerprint} className={styles.item}>
                <span><LinkButton onClick={() => onGoTo({ sheet, cell })}>{`${sheet}!${cell}`}</LinkButton></span>
                <Text size={200}>{message}</Text>
                <Text size={200} className={styles.quiet}>{basis} <LinkButton onClick={() => setAsked(rule)}>{words("pane-rule")}</LinkButton></Text>
              </li>
            ))}
          </ul>
          <AskedThen asked={mid.asked} />
          {mid.retention && <Text>{words("mid-retention", { retained: mid.retention.retained, headcount: mid.retention.headcount, rate: percentText(mid.retention.rate) })}</Text>}
          <Progress rows={mid.progress} />
        </>
      )}
      {asked !== null && <RuleDialog rule={asked} onClose={() => setAsked(null)} />}
    </PaneDialog>
  );
}

/** 中期提出的: how many of each are settled. */
function AskedThen({ asked }: { readonly asked: readonly EarlierFinding[] }) {
  const words = useWords();
  const own = asked.filter(({ severity }) => severity !== "info");
  if (own.length === 0) return null;
  return <Text>{words("mid-asked", { count: own.length })}：{STATES.map((state) => `${words(`review-state-${state}`)} ${own.filter((one) => one.state === state).length}`).join(words("list-separator"))}</Text>;
}

/** Two bars an indicator of the whole station: at mid-term, and now. */
function Progress({ rows }: { readonly rows: MidReview["progress"] }) {
  const styles = useStyles();
  const words = useWords();
  const shown = rows.flatMap(({ name, area, target, mid, final }) => (area === null && target ? [{ name, before: mid / target, now: final / target }] : []));
  if (shown.length === 0) return null;
  const bar = (ratio: number, look: string, text: string) => (
    <>
      <div className={styles.bar} aria-hidden><div className={look} style={{ width: `${Math.min(1, Math.max(0, ratio)) * 100}%` }} /></div>
      <Text size={200} className={styles.rate}>{text}</Text>
    </>
  );
  return (
    <>
      <Text as="h3" weight="semibold">{words("mid-progress")}</Text>
      <div className={styles.progress} data-progress>
        {shown.map(({ name, before, now }) => (
          <div key={name} style={{ display: "contents" }}>
            <Text size={200} className={styles.name}>{name}</Text>
            {bar(before, styles.before, words("mid-bar-mid", { rate: percentText(before) }))}
            {bar(now, styles.now, words("mid-bar-final", { rate: percentText(now) }))}
          </div>
        ))}
      </div>
    </>
  );
}
