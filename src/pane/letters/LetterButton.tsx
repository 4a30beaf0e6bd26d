import { Button } from "@fluentui/react-components";
import { MailEdit20Regular } from "@fluentui/react-icons";
import { lazy, Suspense, useState } from "react";
import type { Session } from "../session";
import { useWords } from "../words";
import type { LetterFormat } from "./letter-form";
import type { CheckedWorkbook } from "./make-letter";

const LetterDialog = lazy(async () => ({ default: (await import("./LetterDialog")).LetterDialog }));

interface LetterButtonProps {
  readonly session: Pick<Session, "fileName" | "handOver">;
  readonly checked: CheckedWorkbook;
  readonly downloads: boolean;
  readonly formats?: readonly LetterFormat[];
}

/** 「整改清单」: what the station is to mend, as a letter. */
export function LetterButton({ session, checked, downloads, formats }: LetterButtonProps) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button appearance="subtle" icon={<MailEdit20Regular />} onClick={() => setOpen(true)}>{words("letters-make")}</Button>
      {open && <Suspense fallback={null}><LetterDialog session={session} checked={checked} downloads={downloads} formats={formats} onClose={() => setOpen(false)} /></Suspense>}
    </>
  );
}
