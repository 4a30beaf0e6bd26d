import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular, ChevronUp16Regular, Keyboard16Regular } from "@fluentui/react-icons";
import { useState } from "react";
import type { ShownGroup } from "../model/findings";
import { useWords } from "../words";

const useStyles = makeStyles({
  bar: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS, padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}` },
  place: { minWidth: "4em", textAlign: "center", fontVariantNumeric: "tabular-nums" },
  keys: { marginLeft: "auto" },
  help: { padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`, color: tokens.colorNeutralForeground2 }
});

interface StepBarProps {
  readonly groups: readonly ShownGroup[];
  readonly selected: string | null;
  readonly onStep: (by: 1 | -1) => void;
}

/** 上一个, 下一个. */
export function StepBar({ groups, selected, onStep }: StepBarProps) {
  const styles = useStyles();
  const words = useWords();
  const [help, setHelp] = useState(false);
  const keys = groups.flatMap((group) => group.findings.map(({ key }) => key));
  if (!keys.length) return null;
  const at = selected === null ? 0 : keys.indexOf(selected) + 1;
  return (
    <>
      <div className={styles.bar} role="group" aria-label={words("pane-step")}>
      <Button size="small" appearance="subtle" icon={<ChevronUp16Regular />} aria-keyshortcuts="Alt+ArrowUp" onClick={() => onStep(-1)}>{words("pane-step-previous")}</Button>
      <Text size={200} role="status" className={styles.place}>{at ? words("pane-step-place", { at, count: keys.length }) : words("pane-step-none", { count: keys.length })}</Text>
      <Button size="small" appearance="subtle" icon={<ChevronDown16Regular />} aria-keyshortcuts="Alt+ArrowDown" onClick={() => onStep(1)}>{words("pane-step-next")}</Button>
      <Button size="small" appearance="subtle" className={styles.keys} icon={<Keyboard16Regular />} aria-expanded={help} aria-label={words("pane-keys")} title={words("pane-keys")} onClick={() => setHelp(!help)} />
      </div>
      {help && <Text size={200} block className={styles.help}>{words("pane-keys-list")}</Text>}
    </>
  );
}
