import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons";
import { useWords } from "./words";

export interface NoticeContent {
  readonly intent: "success" | "error";
  readonly text: string;
}

/** How the last action went. */
export function Notice({ content, onDismiss }: { readonly content: NoticeContent | null; readonly onDismiss: () => void }) {
  const words = useWords();
  if (!content) return null;
  return (
    <MessageBar intent={content.intent} layout="multiline" role={content.intent === "error" ? "alert" : "status"}>
      <MessageBarBody>{content.text}</MessageBarBody>
      <MessageBarActions containerAction={
        <Button appearance="transparent" size="small" aria-label={words("pane-dismiss")} icon={<Dismiss16Regular />} onClick={onDismiss} />
      } />
    </MessageBar>
  );
}
