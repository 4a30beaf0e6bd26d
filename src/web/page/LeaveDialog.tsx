import { Button } from "@fluentui/react-components";
import { PaneDialog } from "../../pane/dialogs/PaneDialog";
import { useWords } from "../../pane/words";

interface LeaveDialogProps {
  /** null: a whole batch. */
  readonly file: string | null;
  /** What would be lost are the assessor's notes. */
  readonly notes: boolean;
  /** null where there is more than one file to download. */
  readonly onDownload: (() => Promise<unknown>) | null;
  readonly onAnswer: (leave: boolean) => void;
}

/** Asks before changes are lost. */
export function LeaveDialog({ file, notes, onDownload, onAnswer }: LeaveDialogProps) {
  const words = useWords();
  return (
    <PaneDialog
      title={words(notes ? "desk-leave-title" : file === null ? "page-leave-batch-title" : "page-leave-title")}
      onClose={() => onAnswer(false)}
      actions={(
        <>
          {onDownload && <Button appearance="primary" onClick={() => void onDownload().then(() => onAnswer(true))}>{words("page-leave-download")}</Button>}
          <Button onClick={() => onAnswer(true)}>{words(file === null && !notes ? "page-leave-go" : "page-leave-anyway")}</Button>
          <Button appearance={onDownload ? "secondary" : "primary"} onClick={() => onAnswer(false)}>{words("page-stay")}</Button>
        </>
      )}
    >
      {notes ? words("desk-leave") : file === null ? words("page-leave-batch") : words("page-leave", { file })}
    </PaneDialog>
  );
}
