import { Button, makeStyles, Text } from "@fluentui/react-components";
import { ChevronLeft20Regular, ChevronRight20Regular } from "@fluentui/react-icons";
import { useState, useSyncExternalStore } from "react";
import { NO_NOTE } from "../../desk";
import { useWords } from "../../pane/words";
import type { Walk } from "../page/page-controller";
import type { Batch } from "./batch";
import { DeskCell } from "./DeskCell";
import { RemarkDialog } from "./RemarkDialog";
import { useWalkKeys } from "./use-walk-keys";

const useStyles = makeStyles({
  bar: { display: "flex", flexShrink: 0, alignItems: "center" },
  place: { minWidth: "4em", textAlign: "center", fontVariantNumeric: "tabular-nums" }
});

interface StationBarProps {
  readonly batch: Batch;
  readonly row: number;
  readonly walk: Walk;
  readonly onStep: (by: 1 | -1) => void;
}

/** ‹ 3/12 ›: where the workbook stands among the rows of the table as it was filtered, the way to the next, and what was noted of it. */
export function StationBar({ batch, row, walk: { ids }, onStep }: StationBarProps) {
  const styles = useStyles();
  const words = useWords();
  useWalkKeys(onStep);
  const { notes } = useSyncExternalStore(batch.desk.state.subscribe, batch.desk.state.get);
  const [remarking, setRemarking] = useState(false);
  const entry = batch.state.get().entries[row]!;
  const name = entry.row?.station ?? entry.path;
  const note = notes.get(row) ?? { ...NO_NOTE, isChanged: false };
  const at = ids.indexOf(row);
  const way = (by: 1 | -1) => (
    <Button
      appearance="subtle"
      icon={by === 1 ? <ChevronRight20Regular /> : <ChevronLeft20Regular />}
      disabled={ids[at + by] === undefined}
      aria-keyshortcuts={by === 1 ? "Alt+PageDown" : "Alt+PageUp"}
      title={words(by === 1 ? "batch-next" : "batch-previous")}
      aria-label={words(by === 1 ? "batch-next" : "batch-previous")}
      onClick={() => onStep(by)}
    />
  );
  return (
    <>
      {at >= 0 && (
        <div className={styles.bar} role="group" aria-label={words("batch-walk")}>
          {way(-1)}
          <Text size={200} role="status" className={styles.place}>{words("batch-place", { at: at + 1, count: ids.length })}</Text>
          {way(1)}
        </div>
      )}
      <DeskCell id={row} name={name} note={note} onState={(id, state) => batch.desk.note(id, { state })} onRemark={() => setRemarking(true)} withRemark={false} />
      {remarking && (
        <RemarkDialog
          name={name} remark={note.remark} onClose={() => setRemarking(false)}
          onKeep={(remark) => {
            batch.desk.note(row, { remark });
            setRemarking(false);
          }}
        />
      )}
    </>
  );
}
