import { Button, Checkbox, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { KeyedFinding } from "../model/findings";
import { useWords } from "../words";
import { FixChoices } from "./FixChoices";
import { FixPreview } from "./FixPreview";
import { PaneDialog } from "./PaneDialog";

const useStyles = makeStyles({
  copy: { display: "flex", flexDirection: "column" },
  hint: { color: tokens.colorNeutralForeground3, paddingLeft: "32px" }
});

interface FixDialogProps {
  readonly findings: readonly KeyedFinding[];
  /** The first change of a session: the user may want to keep a copy of the sheets. */
  readonly offerCopy: boolean;
  /** The workbook is only read: what to write is copied, not written. */
  readonly isReadOnly: boolean;
  readonly busy: boolean;
  /** `chosen` are the keys of what is to be mended. */
  readonly onConfirm: (withCopy: boolean, chosen: ReadonlySet<string>) => void;
  readonly onClose: () => void;
}

/** Every cell that would change, before and after; nothing changes until the user says so, and only what is chosen. */
export function FixDialog({ findings, offerCopy, isReadOnly, busy, onConfirm, onClose }: FixDialogProps) {
  const styles = useStyles();
  const words = useWords();
  const [withCopy, setWithCopy] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(findings.map(({ key }) => key)));
  const sheets = [...new Set(findings.filter(({ key }) => chosen.has(key)).map(({ finding }) => finding.sheet))].join(words("list-separator"));
  const idle = busy || chosen.size === 0;
  const confirm = () => {
    if (!idle) onConfirm(withCopy, chosen);
  };
  return (
    <PaneDialog
      title={findings.length > 1 ? words("pane-mend-title-many", { count: findings.length }) : words("pane-mend-title")}
      onClose={onClose}
      onEnter={confirm}
      actions={
        <>
          <Button appearance="primary" disabledFocusable={idle} onClick={confirm}>{words(isReadOnly ? "pane-mend-copy-text" : "pane-mend-do")}</Button>
          <Button disabledFocusable={busy} onClick={onClose}>{words("pane-cancel")}</Button>
        </>
      }
    >
      <Text size={200}>{words(isReadOnly ? "pane-mend-what-copy" : "pane-mend-what")}</Text>
      {findings.length > 1 ? <FixChoices findings={findings} chosen={chosen} onChange={setChosen} /> : findings.map(({ key, finding }) => <FixPreview key={key} finding={finding} />)}
      {offerCopy && sheets && (
        <div className={styles.copy}>
          <Checkbox checked={withCopy} onChange={(_, { checked }) => setWithCopy(checked === true)} label={words("pane-mend-copy", { sheets })} />
          <Text size={200} className={styles.hint}>{words("pane-mend-copy-hint")}</Text>
        </div>
      )}
    </PaneDialog>
  );
}
