import { Button, Field, Text, Textarea } from "@fluentui/react-components";
import { useState, type KeyboardEvent } from "react";
import { useWords } from "../words";
import { PaneDialog } from "./PaneDialog";

interface IgnoreDialogProps {
  /** Where the finding stands, and what it says. */
  readonly place: string;
  readonly message: string;
  /** What ignoring means for it. */
  readonly meaning: string;
  readonly busy: boolean;
  readonly onIgnore: (reason: string) => void;
  readonly onClose: () => void;
}

/** Why a finding is to be ignored; without a reason it stays. */
export function IgnoreDialog({ place, message, meaning, busy, onIgnore, onClose }: IgnoreDialogProps) {
  const words = useWords();
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const missing = asked && !reason.trim();

  function confirm() {
    setAsked(true);
    if (reason.trim()) onIgnore(reason.trim());
  }

  /** A reason is a line or two: Enter is done with it, as in the other dialogs. Not the Enter that accepts what an input method suggests. */
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (!event.repeat && !busy) confirm();
  }

  return (
    <PaneDialog
      title={words("pane-ignore-title")}
      onClose={onClose}
      onEnter={confirm}
      form
      actions={
        <>
          <Button appearance="primary" disabledFocusable={busy} onClick={confirm}>{words("pane-ignore-do")}</Button>
          <Button disabledFocusable={busy} onClick={onClose}>{words("pane-cancel")}</Button>
        </>
      }
    >
      <Text><Text weight="semibold">{place}</Text> {message}</Text>
      <Field label={words("pane-ignore-reason")} required validationMessage={missing ? words("pane-ignore-needs-reason") : undefined}>
        <Textarea onKeyDown={onKeyDown} value={reason} rows={2} maxLength={200} placeholder={words("pane-ignore-hint")} onChange={(_, { value }) => setReason(value)} />
      </Field>
      <Text size={200}>{meaning}</Text>
    </PaneDialog>
  );
}
