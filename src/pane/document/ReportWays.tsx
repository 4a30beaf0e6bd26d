import { Button } from "@fluentui/react-components";
import { ClipboardPaste20Regular, DocumentText20Regular } from "@fluentui/react-icons";
import { lazy, Suspense, useRef, useState } from "react";
import { useWords } from "../words";

const PasteDialog = lazy(async () => ({ default: (await import("./PasteDialog")).PasteDialog }));

interface ReportWaysProps {
  /** The kinds that the file dialog shows. */
  readonly kinds: string;
  readonly onFile: (file: File) => void;
  readonly onText: (text: string) => void;
}

/** The ways to give a report: choose its file, or paste its text. */
export function ReportWays({ kinds, onFile, onText }: ReportWaysProps) {
  const words = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [pasting, setPasting] = useState(false);
  return (
    <>
      <input
        ref={input} type="file" accept={kinds} hidden data-input="report"
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = "";
          if (file) onFile(file);
        }}
      />
      <Button icon={<DocumentText20Regular />} onClick={() => input.current?.click()}>{words("document-choose")}</Button>
      <Button appearance="subtle" icon={<ClipboardPaste20Regular />} onClick={() => setPasting(true)}>{words("document-paste")}</Button>
      {pasting && (
        <Suspense>
          <PasteDialog
            onText={(text) => {
              setPasting(false);
              onText(text);
            }}
            onClose={() => setPasting(false)}
          />
        </Suspense>
      )}
    </>
  );
}
