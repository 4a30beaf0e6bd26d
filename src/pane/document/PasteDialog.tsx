import { Button, Field, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { PaneDialog } from "../dialogs/PaneDialog";
import { useWords } from "../words";

interface PasteDialogProps {
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
}

/** A place to paste a report's text into. */
export function PasteDialog({ onText, onClose }: PasteDialogProps) {
  const words = useWords();
  const [text, setText] = useState("");
  const [asked, setAsked] = useState(false);
  const isMissing = asked && text.trim() === "";
  function confirm(): void {
    setAsked(true);
    if (text.trim() !== "") onText(text);
  }
  return (
    <PaneDialog
      title={words("document-paste")} onClose={onClose} form wide
      actions={
        <>
          <Button appearance="primary" onClick={confirm}>{words("document-paste-do")}</Button>
          <Button onClick={onClose}>{words("pane-cancel")}</Button>
        </>
      }
    >
      <Field label={words("document-paste-label")} required validationMessage={isMissing ? words("document-paste-empty") : undefined}>
        <Textarea value={text} rows={10} onChange={(_, { value }) => setText(value)} />
      </Field>
    </PaneDialog>
  );
}
