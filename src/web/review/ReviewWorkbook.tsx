import { Button, Spinner } from "@fluentui/react-components";
import { BranchCompare20Regular } from "@fluentui/react-icons";
import { useContext, useRef, useState } from "react";
import { LanguageContext, useWords } from "../../pane/words";
import type { ReviewDocument } from "../../review/types";
import { parseCellName } from "../../workbook";
import type { FileSession } from "../file-session";
import { WORKBOOK_KINDS } from "../page/given-files";
import { ReviewDialog } from "./ReviewDialog";

/** 与上次比较: the user chooses the earlier workbook, and sees what became of it in the one that is open. */
export function ReviewWorkbook({ session }: { readonly session: FileSession }) {
  const words = useWords();
  const language = useContext(LanguageContext);
  const input = useRef<HTMLInputElement>(null);
  const [working, setWorking] = useState(false);
  const [document, setDocument] = useState<ReviewDocument | null>(null);
  const earlier = useRef<File>();

  async function compare(old: File): Promise<void> {
    setWorking(true);
    earlier.current = old;
    try {
      const { pair, problem } = await session.review(old, language);
      setDocument({ version: 1, pairs: pair ? [pair] : [], unpaired: [], unread: problem ? [problem] : [] });
    } finally {
      setWorking(false);
    }
  }

  return (
    <>
      <input
        ref={input} type="file" accept={WORKBOOK_KINDS} hidden data-input="earlier"
        onChange={({ target }) => {
          const [old] = target.files ?? [];
          // The same file may be chosen again.
          target.value = "";
          if (old) void compare(old);
        }}
      />
      <Button appearance="subtle" icon={working ? <Spinner size="tiny" /> : <BranchCompare20Regular />} disabledFocusable={working} title={words("review-button-title")} onClick={() => input.current?.click()}>
        {words("review-button")}
      </Button>
      {document && (
        <ReviewDialog
          document={document}
          earlierOf={() => earlier.current}
          onOpen={null}
          onGoTo={({ sheet, cell }) => {
            setDocument(null);
            void session.goTo({ sheet, ...parseCellName(cell)! });
            session.reveal();
          }}
          onClose={() => setDocument(null)}
        />
      )}
    </>
  );
}
