import { Button, Text } from "@fluentui/react-components";
import { ArrowDownload20Regular, ArrowUpload20Regular } from "@fluentui/react-icons";
import { useRef } from "react";
import { PaneDialog } from "../../pane/dialogs/PaneDialog";
import { useWords } from "../../pane/words";

interface DeskFileDialogProps {
  readonly unsaved: boolean;
  readonly onSave: () => void;
  readonly onRead: (file: File) => void;
  readonly onClose: () => void;
}

/** 批次文件: keeps what the assessor noted, and brings it back. */
export function DeskFileDialog({ unsaved, onSave, onRead, onClose }: DeskFileDialogProps) {
  const words = useWords();
  const input = useRef<HTMLInputElement>(null);
  return (
    <PaneDialog title={words("desk-file")} onClose={onClose} actions={<Button onClick={onClose}>{words("pane-cancel")}</Button>}>
      <Text>{words("desk-save-title")}</Text>
      {unsaved && <Text size={200}>● {words("desk-unsaved")}</Text>}
      <input ref={input} type="file" accept=".json" hidden data-input="desk" onChange={({ target }) => {
        const [file] = target.files ?? [];
        target.value = "";
        if (file) onRead(file);
      }} />
      <div>
        <Button appearance="primary" icon={<ArrowDownload20Regular />} onClick={onSave}>{words("desk-save")}</Button>{" "}
        <Button icon={<ArrowUpload20Regular />} onClick={() => input.current?.click()}>{words("desk-open")}</Button>
      </div>
    </PaneDialog>
  );
}
