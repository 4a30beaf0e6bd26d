import { Button, Text, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { LONGEST_REMARK } from "../../desk";
import { PaneDialog } from "../../pane/dialogs/PaneDialog";
import { useWords } from "../../pane/words";

interface RemarkDialogProps {
  readonly name: string;
  readonly remark: string;
  readonly onKeep: (remark: string) => void;
  readonly onClose: () => void;
}

/** The assessor's remark on a station. */
export function RemarkDialog({ name, remark, onKeep, onClose }: RemarkDialogProps) {
  const words = useWords();
  const [text, setText] = useState(remark);
  return (
    <PaneDialog
      title={words("desk-remark-of", { station: name })}
      form
      onClose={onClose}
      actions={
        <>
          <Button appearance="primary" onClick={() => onKeep(text.trim())}>{words("desk-remark-keep")}</Button>
          <Button onClick={onClose}>{words("pane-cancel")}</Button>
        </>
      }
    >
      <Textarea autoFocus rows={5} maxLength={LONGEST_REMARK} aria-label={words("desk-remark")} value={text} onChange={(_, { value }) => setText(value)} />
      <Text size={200}>{words("desk-remark-what")}</Text>
    </PaneDialog>
  );
}
