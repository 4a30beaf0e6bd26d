import { Button, makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { PaneDialog } from "../../pane/dialogs/PaneDialog";
import { usePageTheme } from "../../pane/theme";
import { useController, useModel } from "../../pane/use-pane";
import { useWords } from "../../pane/words";
import { parseCellName } from "../../workbook";
import { useEditing } from "../edit/use-editing";
import { FileSession } from "../file-session";
import { marksOf } from "../sheet/marks";
import { SheetGrid } from "../sheet/SheetGrid";
import type { Place } from "../sheet/keys";
import type { SheetOutline } from "../sheet/outline";
import type { Spot } from "./ReviewList";

const useStyles = makeStyles({
  // As much of the sheet as a small window has room for.
  sheet: { display: "flex", flexDirection: "column", height: "min(60vh, 560px)", border: `1px solid ${tokens.colorNeutralStroke2}` },
  waiting: { margin: "auto" }
});

/** An earlier workbook is looked at, not changed. */
class EarlierSession extends FileSession {
  override readonly isReadOnly = (): boolean => true;
}

interface EarlierSheetProps {
  readonly file: Blob;
  readonly fileName: string;
  /** The cell in the earlier workbook. */
  readonly spot: Spot;
  /** Shows where it is now; null where it is not there any more. */
  readonly onNow: (() => void) | null;
  readonly onClose: () => void;
}

/** The sheet of the earlier workbook, at a cell, with what was found there. */
export function EarlierSheet({ file, fileName, spot, onNow, onClose }: EarlierSheetProps) {
  const styles = useStyles();
  const words = useWords();
  const [session, setSession] = useState<FileSession | null>(null);
  useEffect(() => {
    let current: FileSession | null = null;
    let closed = false;
    void file.arrayBuffer().then((bytes) => {
      if (!closed) setSession(current = new EarlierSession(fileName, new Uint8Array(bytes)));
    });
    return () => {
      closed = true;
      current?.close();
    };
  }, [file, fileName]);
  return (
    <PaneDialog
      wide
      title={words("review-earlier-file", { file: fileName })}
      onClose={onClose}
      actions={
        <>
          {onNow && <Button onClick={onNow}>{words("review-go-now")}</Button>}
          <Button appearance="primary" onClick={onClose}>{words("review-back")}</Button>
        </>
      }
    >
      <Text weight="semibold">{`${spot.sheet}!${spot.cell}`}</Text>
      <div className={styles.sheet}>{session ? <Sheet session={session} spot={spot} /> : <Spinner className={styles.waiting} label={words("view-reading")} />}</div>
    </PaneDialog>
  );
}

function Sheet({ session, spot }: { readonly session: FileSession; readonly spot: Spot }) {
  const styles = useStyles();
  const words = useWords();
  const controller = useController(session);
  const { sheets } = useSyncExternalStore(session.opened.subscribe, session.opened.get);
  useEffect(() => void controller.check(), [controller]);
  const sheet = sheets.find(({ name }) => name === spot.sheet);
  if (!sheet) return <Spinner className={styles.waiting} label={words("view-reading")} />;
  return <Grid session={session} controller={controller} sheet={sheet} first={parseCellName(spot.cell) ?? { row: 1, column: 1 }} />;
}

interface GridProps {
  readonly session: FileSession;
  readonly controller: ReturnType<typeof useController>;
  readonly sheet: SheetOutline;
  readonly first: Place;
}

const NOTHING: ReadonlySet<number> = new Set();

function Grid({ session, controller, sheet, first }: GridProps) {
  const { dark } = usePageTheme(undefined);
  const { checked } = useModel(controller);
  const [selected, setSelected] = useState(first);
  const marks = useMemo(() => marksOf(checked?.report ?? null).get(sheet.name), [checked, sheet.name]);
  const frames = useMemo(() => (checked?.frames ?? []).filter((frame) => frame.sheet === sheet.name), [checked, sheet.name]);
  return (
    <SheetGrid
      ids="earlier"
      sheet={sheet}
      cells={session.cellsOf(sheet.name)}
      marks={marks}
      compared={NOTHING}
      frames={frames}
      labels={null}
      showHidden
      selected={selected}
      dark={dark}
      onSelect={setSelected}
      onOpen={setSelected}
      editing={useEditing(session, controller, sheet.name)}
      isReadOnly
    />
  );
}
