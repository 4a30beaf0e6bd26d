import { Button } from "@fluentui/react-components";
import { MailEdit20Regular } from "@fluentui/react-icons";
import { lazy, Suspense, useState } from "react";
import type { Checked, Session } from "../session";
import { useWords } from "../words";

const LetterDialog = lazy(async () => ({ default: (await import("./LetterDialog")).LetterDialog }));

interface LetterButtonProps {
  readonly session: Session;
  readonly checked: Checked;
  readonly downloads: boolean;
}

/** 「整改清单」: what the station is to mend, as a letter. */
export function LetterButton({ session, checked, downloads }: LetterButtonProps) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button appearance="subtle" icon={<MailEdit20Regular />} onClick={() => setOpen(true)}>{words("letters-make")}</Button>
      {open && <Suspense fallback={null}><LetterDialog session={session} checked={checked} downloads={downloads} onClose={() => setOpen(false)} /></Suspense>}
    </>
  );
}
