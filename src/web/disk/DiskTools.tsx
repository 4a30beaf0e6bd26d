import { Button } from "@fluentui/react-components";
import { ArrowSync20Regular, Save20Regular } from "@fluentui/react-icons";
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { say } from "../../messages";
import { PaneDialog } from "../../pane/dialogs/PaneDialog";
import { problemOf } from "../../pane/model/problem";
import { useController } from "../../pane/use-pane";
import { useWords } from "../../pane/words";
import type { FileSession, GivenAgain } from "../file-session";
import { useBarStyles } from "../page/bar-styles";
import { useSaveKey } from "../page/use-save-key";
import type { DiskFile } from "./disk-file";
import { readAnew } from "./read-anew";

/** What the user is asked: whether to save into the file, or what to do where the file and the opened copy have both changed. */
type Question = { readonly kind: "save" } | { readonly kind: "overwrite" } | { readonly kind: "changed"; readonly given: GivenAgain };

/** Follows the file on disk behind a workbook, and saves into it. Shows nothing where the browser knows no such file. */
export function DiskTools({ session }: { readonly session: FileSession }) {
  const styles = useBarStyles();
  const words = useWords();
  const controller = useController(session);
  const { given, unsaved, extension, checked } = useSyncExternalStore(session.opened.subscribe, session.opened.get);
  const [question, setQuestion] = useState<Question | null>(null);
  const busy = useRef(false);

  const read = useCallback(async (again: GivenAgain): Promise<void> => {
    setQuestion(null);
    if (busy.current) return;
    busy.current = true;
    await readAnew(session, controller, again).finally(() => (busy.current = false));
  }, [session, controller]);

  // The same workbook was dropped or chosen again.
  useEffect(() => {
    if (!given) return;
    session.opened.set({ given: null });
    void read(given);
  }, [given, session, read]);

  // Whoever comes back from WPS finds the file checked as it is now.
  useEffect(() => {
    const look = async () => {
      const { disk } = session;
      if (!disk || busy.current || document.visibilityState === "hidden" || !session.opened.get().checked) return;
      const file = await disk.changed();
      if (!file || busy.current) return;
      if (session.hasUnsavedCells()) setQuestion({ kind: "changed", given: { file, disk } });
      else void read({ file, disk });
    };
    const onLook = () => void look();
    window.addEventListener("focus", onLook);
    document.addEventListener("visibilitychange", onLook);
    return () => {
      window.removeEventListener("focus", onLook);
      document.removeEventListener("visibilitychange", onLook);
    };
  }, [session, read]);

  const { disk } = session;
  const canSave = disk !== null && checked !== null && extension !== null && unsaved;
  useSaveKey(canSave ? () => void askToSave(disk) : null);

  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      controller.tellUser("error", problemOf(error));
    }
  }

  const reread = (from: DiskFile) => attempt(async () => {
    const again: GivenAgain = { file: await from.read(), disk: from };
    if (session.hasUnsavedCells()) setQuestion({ kind: "changed", given: again });
    else await read(again);
  });

  function askToSave(to: DiskFile): Promise<void> {
    return attempt(async () => setQuestion({ kind: await to.changed() ? "overwrite" : "save" }));
  }

  const save = (to: DiskFile) => attempt(async () => {
    setQuestion(null);
    await session.prepare();
    await session.saveToDisk();
    controller.tellUser("success", say("disk-saved", { file: to.name }));
  });

  if (!disk || !checked) return null;

  return (
    <>
      <Button appearance="subtle" className={styles.button} icon={<ArrowSync20Regular />} title={words("disk-reread-title")} onClick={() => void reread(disk)}>
        <span className={styles.words}>{words("disk-reread")}</span>
      </Button>
      {canSave && (
        <Button appearance="primary" className={styles.button} icon={<Save20Regular />} title={words("disk-save-title")} aria-keyshortcuts="Control+S" onClick={() => void askToSave(disk)}>
          <span className={styles.words}>{words("disk-save")}</span>
        </Button>
      )}
      {question && (
        <PaneDialog
          title={question.kind === "save" ? words("disk-save-ask") : words("disk-changed", { file: disk.name })}
          onClose={() => setQuestion(null)}
          actions={(
            <>
              {question.kind === "save" && <Button appearance="primary" onClick={() => void save(disk)}>{words("disk-save-yes")}</Button>}
              {question.kind === "changed" && <Button appearance="primary" onClick={() => void read(question.given)}>{words("disk-reread")}</Button>}
              {question.kind === "overwrite" && <Button appearance="primary" onClick={() => void reread(disk)}>{words("disk-reread")}</Button>}
              <Button onClick={() => setQuestion(null)}>{words(question.kind === "save" ? "disk-cancel" : "disk-keep-mine")}</Button>
            </>
          )}
        >
          {words(question.kind === "save" ? "disk-save-what" : question.kind === "changed" ? "disk-changed-what" : "disk-changed-save", { file: disk.name })}
        </PaneDialog>
      )}
    </>
  );
}
