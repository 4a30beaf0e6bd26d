import { Button, Spinner } from "@fluentui/react-components";
import { CalendarArrowRight20Regular } from "@fluentui/react-icons";
import { useContext, useRef, useState } from "react";
import { LanguageContext, useWords } from "../../pane/words";
import { parseCellName } from "../../workbook";
import type { HeldMid, Version } from "../background/requests";
import type { FileSession } from "../file-session";
import { WORKBOOK_KINDS } from "../page/given-files";
import { MidDialog } from "./MidDialog";

interface MidWorkbookProps {
  readonly session: FileSession;
  /** The mid-term workbook of the same station, where it is among those of a batch; null: the user chooses it. */
  readonly known: Version | null;
}

/** 与中期对照: the opened workbook, a final one, against the mid-term one. */
export function MidWorkbook({ session, known }: MidWorkbookProps) {
  const words = useWords();
  const language = useContext(LanguageContext);
  const input = useRef<HTMLInputElement>(null);
  const [working, setWorking] = useState(false);
  const [held, setHeld] = useState<HeldMid | null>(null);

  async function compare(mid: Version): Promise<void> {
    setWorking(true);
    try {
      setHeld(await session.holdAgainstMid(mid, language));
    } finally {
      setWorking(false);
    }
  }

  return (
    <>
      <input
        ref={input} type="file" accept={WORKBOOK_KINDS} hidden data-input="mid"
        onChange={({ target }) => {
          const [mid] = target.files ?? [];
          target.value = "";
          if (mid) void compare({ content: mid, fileName: mid.name });
        }}
      />
      <Button
        appearance="subtle" icon={working ? <Spinner size="tiny" /> : <CalendarArrowRight20Regular />} disabledFocusable={working}
        title={known ? words("mid-button-known", { file: known.fileName }) : words("mid-button-title")} onClick={() => (known ? void compare(known) : input.current?.click())}
      >
        {words("mid-button")}
      </Button>
      {held && (
        <MidDialog
          held={held}
          onGoTo={({ sheet, cell }) => {
            setHeld(null);
            void session.goTo({ sheet, ...parseCellName(cell)! });
            session.reveal();
          }}
          onClose={() => setHeld(null)}
        />
      )}
    </>
  );
}
