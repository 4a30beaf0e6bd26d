import { Button, makeStyles, Text } from "@fluentui/react-components";
import { ChevronLeft20Regular, ChevronRight20Regular } from "@fluentui/react-icons";
import { useWords } from "../../pane/words";
import type { Walk } from "../page/page-controller";
import { useWalkKeys } from "./use-walk-keys";

const useStyles = makeStyles({
  bar: { display: "flex", flexShrink: 0, alignItems: "center" },
  place: { minWidth: "4em", textAlign: "center", fontVariantNumeric: "tabular-nums" }
});

interface StationBarProps {
  readonly row: number;
  readonly walk: Walk;
  readonly onStep: (by: 1 | -1) => void;
}

/** ‹ 3/12 ›: where the workbook stands among the rows of the table as it was filtered, and the way to the next. */
export function StationBar({ row, walk: { ids }, onStep }: StationBarProps) {
  const styles = useStyles();
  const words = useWords();
  useWalkKeys(onStep);
  const at = ids.indexOf(row);
  if (at < 0) return null;
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
    <div className={styles.bar} role="group" aria-label={words("batch-walk")}>
      {way(-1)}
      <Text size={200} role="status" className={styles.place}>{words("batch-place", { at: at + 1, count: ids.length })}</Text>
      {way(1)}
    </div>
  );
}
