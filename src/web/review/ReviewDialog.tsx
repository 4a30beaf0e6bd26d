import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { useWords } from "../../pane/words";
import { download, JSON_TYPE } from "../../pane/download";
import { PaneDialog } from "../../pane/dialogs/PaneDialog";
import type { ReviewDocument, ReviewedPair, UnpairedFiles } from "../../review/types";
import { EarlierSheet } from "./EarlierSheet";
import { ReviewList, type Spot } from "./ReviewList";

const useStyles = makeStyles({
  pair: { padding: `${tokens.spacingVerticalXS} 0`, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  summary: { cursor: "pointer" },
  body: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, padding: tokens.spacingVerticalS },
  problem: { color: tokens.colorStatusDangerForeground1 }
});

interface ReviewDialogProps {
  readonly document: ReviewDocument;
  /** The earlier workbook of a pair, by its file. */
  readonly earlierOf: (file: string) => Blob | undefined;
  /** Shows a cell of the new workbook of a pair. */
  readonly onGoTo: (at: Spot, file: string) => void;
  /** Opens the new workbook of a pair by its file; null where it is open. */
  readonly onOpen: ((file: string) => void) | null;
  /** The pair that the user was at, by its new file: it stands unfolded. */
  readonly at?: string | null;
  readonly onClose: () => void;
}

/** The review of one workbook, or of a batch: a fold a station, those with something left first. */
export function ReviewDialog({ document, earlierOf, onGoTo, onOpen, at = null, onClose }: ReviewDialogProps) {
  const styles = useStyles();
  const words = useWords();
  const [looked, setLooked] = useState<{ readonly file: Blob; readonly name: string; readonly of: string; readonly was: Spot; readonly now: Spot | null } | null>(null);
  const { pairs, unpaired, unread } = document;
  const look = ({ old, new: of }: ReviewedPair) => (was: Spot, now: Spot | null) => {
    const file = earlierOf(old);
    if (file) setLooked({ file, name: old, of, was, now });
  };
  const single = onOpen === null ? pairs[0] : undefined;
  const ordered = [...pairs].sort((a, b) => Number(a.settled) - Number(b.settled));
  const what = ({ station, period }: UnpairedFiles): string => [station ?? words("cli-unknown"), ...(period ? [`${period.start} – ${period.end}`] : [])].join(" ");
  const files = (all: readonly string[]): string => all.join(words("list-separator"));
  return (
    <PaneDialog
      wide
      title={single ? words("review-title-one", { old: single.old, new: single.new }) : words("review-title")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => download(JSON.stringify(document, null, 2), `${words("review-file")}.json`, JSON_TYPE)}>{words("page-download-json")}</Button>
          <Button appearance="primary" onClick={onClose}>{words("review-close")}</Button>
        </>
      }
    >
      {single ? <ReviewList pair={single} onGoTo={(spot) => onGoTo(spot, single.new)} onEarlier={look(single)} /> : (
        <>
          <Text>{words("review-total", { count: pairs.length, settled: pairs.filter(({ settled }) => settled).length })}</Text>
          {ordered.map((pair) => (
            <details key={pair.new} className={styles.pair} open={pair.new === at} ref={pair.new === at ? intoView : undefined}>
              <summary className={styles.summary}>
                <Text weight="semibold">{pair.station ?? pair.new}</Text> <Text size={200}>{words(pair.settled ? "review-settled" : "review-unsettled")}</Text>
              </summary>
              <div className={styles.body}>
                <Text size={200}>{words("review-pair", { old: pair.old, new: pair.new })}</Text>
                {onOpen && <span><Button size="small" onClick={() => onOpen(pair.new)}>{words("review-open")}</Button></span>}
                <ReviewList pair={pair} onGoTo={(spot) => onGoTo(spot, pair.new)} onEarlier={look(pair)} />
              </div>
            </details>
          ))}
        </>
      )}
      {unpaired.map((group, index) => (
        <Text key={index} size={200}>
          {group.new.length === 0 ? words("review-unpaired-old", { what: what(group), files: files(group.old) })
            : group.old.length === 0 ? words("review-unpaired-new", { what: what(group), files: files(group.new) })
              : words("review-ambiguous", { what: what(group), old: files(group.old), new: files(group.new) })}
        </Text>
      ))}
      {unread.map(({ file, message }) => <Text key={file} size={200} className={styles.problem}>{file}：{message}</Text>)}
      {looked && (
        <EarlierSheet
          file={looked.file}
          fileName={looked.name}
          spot={looked.was}
          onNow={looked.now && (() => onGoTo(looked.now!, looked.of))}
          onClose={() => setLooked(null)}
        />
      )}
    </PaneDialog>
  );
}

function intoView(fold: HTMLElement | null): void {
  fold?.scrollIntoView({ block: "start" });
}
