import { Button, Checkbox, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { ReportedFinding } from "../../report/types";
import { useWords } from "../words";
import { FixPreview } from "./FixPreview";
import { PaneDialog } from "./PaneDialog";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  copy: { display: "flex", flexDirection: "column" },
  hint: { color: tokens.colorNeutralForeground3, paddingLeft: "32px" }
});

interface FixDialogProps {
  readonly findings: readonly ReportedFinding[];
  /** The first change of a session: the user may want to keep a copy of the sheets. */
  readonly offerCopy: boolean;
  readonly busy: boolean;
  readonly onConfirm: (withCopy: boolean) => void;
  readonly onClose: () => void;
}

/** Every cell that would change, before and after; nothing changes until the user says so. */
export function FixDialog({ findings, offerCopy, busy, onConfirm, onClose }: FixDialogProps) {
  const styles = useStyles();
  const words = useWords();
  const [withCopy, setWithCopy] = useState(false);
  const sheets = [...new Set(findings.map(({ sheet }) => sheet))].join(words("list-separator"));
  return (
    <PaneDialog
      title={findings.length > 1 ? words("pane-mend-title-many", { count: findings.length }) : words("pane-mend-title")}
      onClose={onClose}
      actions={
        <>
          <Button appearance="primary" disabledFocusable={busy} onClick={() => onConfirm(withCopy)}>{words("pane-mend-do")}</Button>
          <Button disabledFocusable={busy} onClick={onClose}>{words("pane-cancel")}</Button>
        </>
      }
    >
      <Text size={200}>{words("pane-mend-what")}</Text>
      <ul className={styles.list}>{findings.map((finding, index) => <li key={index}><FixPreview finding={finding} /></li>)}</ul>
      {offerCopy && (
        <div className={styles.copy}>
          <Checkbox checked={withCopy} onChange={(_, { checked }) => setWithCopy(checked === true)} label={words("pane-mend-copy", { sheets })} />
          <Text size={200} className={styles.hint}>{words("pane-mend-copy-hint")}</Text>
        </div>
      )}
    </PaneDialog>
  );
}
