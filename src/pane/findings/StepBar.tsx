import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular, ChevronUp16Regular, Keyboard16Regular } from "@fluentui/react-icons";
import type { ShownGroup } from "../model/findings";
import { useWords } from "../words";

const useStyles = makeStyles({
  bar: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS, padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}` },
  place: { minWidth: "4em", textAlign: "center", fontVariantNumeric: "tabular-nums" },
  step: { minWidth: "auto" },
  hint: { marginLeft: "auto", color: tokens.colorNeutralForeground3, whiteSpace: "nowrap" }
});

interface StepBarProps {
  readonly groups: readonly ShownGroup[];
  readonly selected: string | null;
  readonly onStep: (by: 1 | -1) => void;
  readonly onKeys: () => void;
}

/** 上一个, 下一个, and which keys do that and more. */
export function StepBar({ groups, selected, onStep, onKeys }: StepBarProps) {
  const styles = useStyles();
  const words = useWords();
  const keys = groups.flatMap((group) => group.findings.map(({ key }) => key));
  if (!keys.length) return null;
  const at = selected === null ? 0 : keys.indexOf(selected) + 1;
  return (
    <div className={styles.bar} role="group" aria-label={words("pane-step")}>
      <Button size="small" appearance="subtle" className={styles.step} icon={<ChevronUp16Regular />} aria-keyshortcuts="Alt+ArrowUp" title="Alt+↑" onClick={() => onStep(-1)}>{words("pane-step-previous")}</Button>
      <Text size={200} role="status" className={styles.place}>{at ? words("pane-step-place", { at, count: keys.length }) : words("pane-step-none", { count: keys.length })}</Text>
      <Button size="small" appearance="subtle" className={styles.step} icon={<ChevronDown16Regular />} aria-keyshortcuts="Alt+ArrowDown" title="Alt+↓" onClick={() => onStep(1)}>{words("pane-step-next")}</Button>
      <Text size={200} className={styles.hint} aria-hidden>Alt+↑ ↓</Text>
      <Button size="small" appearance="subtle" icon={<Keyboard16Regular />} aria-keyshortcuts="?" aria-label={words("pane-keys")} title={`${words("pane-keys")}（?）`} onClick={onKeys} />
    </div>
  );
}
