import { Button, Field, Text, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import type { ReportedFinding } from "../../report/types";
import { useWords } from "../words";
import { PaneDialog } from "./PaneDialog";

interface IgnoreDialogProps {
  readonly finding: ReportedFinding;
  /** It is ignored for this time only. */
  readonly once: boolean;
  readonly busy: boolean;
  readonly onIgnore: (reason: string) => void;
  readonly onClose: () => void;
}

/** Why a finding is to be ignored; without a reason it stays. */
export function IgnoreDialog({ finding, once, busy, onIgnore, onClose }: IgnoreDialogProps) {
  const words = useWords();
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const missing = asked && !reason.trim();

  function confirm() {
    setAsked(true);
    if (reason.trim()) onIgnore(reason.trim());
  }

  return (
    <PaneDialog
      title={words("pane-ignore-title")}
      onClose={onClose}
      form
      actions={
        <>
          <Button appearance="primary" disabledFocusable={busy} onClick={confirm}>{words("pane-ignore-do")}</Button>
          <Button disabledFocusable={busy} onClick={onClose}>{words("pane-cancel")}</Button>
        </>
      }
    >
      <Text><Text weight="semibold">{`${finding.sheet}!${finding.cell}`}</Text> {finding.message}</Text>
      <Field label={words("pane-ignore-reason")} required validationMessage={missing ? words("pane-ignore-needs-reason") : undefined}>
        <Textarea value={reason} rows={2} maxLength={200} placeholder={words("pane-ignore-hint")} onChange={(_, { value }) => setReason(value)} />
      </Field>
      <Text size={200}>{words(once ? "pane-ignore-what-once" : "pane-ignore-what")}</Text>
    </PaneDialog>
  );
}
