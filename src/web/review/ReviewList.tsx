import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { useContext } from "react";
import type { MessageId } from "../../messages";
import { LinkButton } from "../../pane/LinkButton";
import { LanguageContext, useWords } from "../../pane/words";
import type { ChangedCell, EarlierFinding, FindingState, ReviewedPair } from "../../review/types";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  item: { display: "flex", flexDirection: "column", padding: tokens.spacingVerticalXS, borderLeft: `3px solid ${tokens.colorNeutralStroke1}`, paddingLeft: tokens.spacingHorizontalS },
  head: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS, alignItems: "baseline" },
  quiet: { color: tokens.colorNeutralForeground3 },
  values: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  before: { textDecorationLine: "line-through", color: tokens.colorNeutralForeground3 }
});

export interface Spot {
  readonly sheet: string;
  readonly cell: string;
}

interface ReviewListProps {
  readonly pair: ReviewedPair;
  /** Shows a cell of the new workbook. */
  readonly onGoTo: (at: Spot) => void;
  /** Shows a cell of the earlier workbook, and where that cell is now, if it is. */
  readonly onEarlier: (was: Spot, now: Spot | null) => void;
}

type Ways = Pick<ReviewListProps, "onGoTo" | "onEarlier">;

const LEFT: readonly FindingState[] = ["open", "still-wrong", "explained"];

/** What became of what was asked, and what else was changed: what is left first. */
export function ReviewList({ pair, ...ways }: ReviewListProps) {
  const styles = useStyles();
  const words = useWords();
  const { earlier, appeared, changed, structure } = pair;
  const asking = earlier.filter(({ severity }) => severity !== "info");
  const found = appeared.filter(({ severity }) => severity !== "info");
  const unasked = changed.filter(({ asked, follows }) => !asked && follows.length === 0);
  const following = changed.filter(({ asked, follows }) => !asked && follows.length > 0).length;
  const mended = asking.filter(({ state }) => state === "mended");
  return (
    <>
      <Text>{words("review-earlier", { count: asking.length })}：{(["mended", "still-wrong", "open", "explained"] as const).map((state) => `${words(`review-state-${state}`)} ${asking.filter((one) => one.state === state).length}`).join(words("list-separator"))}</Text>
      {LEFT.map((state) => {
        const own = asking.filter((finding) => finding.state === state);
        return own.length > 0 && <Part key={state} title={`${words(`review-state-${state}`)} ${own.length}`}>{own.map((finding, index) => <Earlier key={index} finding={finding} {...ways} />)}</Part>;
      })}
      {found.length > 0 && (
        <Part title={words("review-appeared", { count: found.length })}>
          {found.map(({ sheet, cell, message }, index) => <li key={index} className={styles.item}><div className={styles.head}><Cell spot={{ sheet, cell }} {...ways} /></div><Text size={200}>{message}</Text></li>)}
        </Part>
      )}
      {unasked.length > 0 && (
        <Part title={words(following > 0 ? "review-unasked-and" : "review-unasked", { count: unasked.length, following })}>{unasked.map((change, index) => <Changed key={index} change={change} {...ways} />)}</Part>
      )}
      {structure.length > 0 && <Part title={words("review-structure")}>{structure.map((sentence) => <li key={sentence} className={styles.item}><Text size={200}>{sentence}</Text></li>)}</Part>}
      {mended.length > 0 && <details><summary>{words("review-state-mended")} {mended.length}</summary><ul className={styles.list}>{mended.map((finding, index) => <Earlier key={index} finding={finding} {...ways} />)}</ul></details>}
      <Text className={styles.quiet} size={200}>{words("review-asked", { count: changed.filter(({ asked }) => asked).length })}</Text>
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  const styles = useStyles();
  return <section className={styles.section}><Text as="h3" weight="semibold">{title}</Text><ul className={styles.list}>{children}</ul></section>;
}

/** The cell, as a way to it, and a way to where it was. */
function Cell({ spot, was = null, onGoTo, onEarlier }: Ways & { readonly spot: Spot | null; readonly was?: Spot | null }) {
  const words = useWords();
  const place = ({ sheet, cell }: Spot): string => `${sheet}!${cell}`;
  const moved = was && (!spot || place(was) !== place(spot));
  return (
    <>
      {spot && <LinkButton onClick={() => onGoTo(spot)}>{place(spot)}</LinkButton>}
      {was && (moved
        ? <LinkButton onClick={() => onEarlier(was, spot)}>{words("review-was-at", { place: place(was) })}</LinkButton>
        : <LinkButton label={`${words("review-see-earlier")} ${place(was)}`} onClick={() => onEarlier(was, spot)}>{words("review-see-earlier")}</LinkButton>)}
    </>
  );
}

function Earlier({ finding, ...ways }: Ways & { readonly finding: EarlierFinding }) {
  const styles = useStyles();
  const words = useWords();
  const { rule, before, expected, after, note, gone, was, severity } = finding;
  return (
    <li className={styles.item} data-state={finding.state}>
      <div className={styles.head}>
        <Text size={200}>{words(`severity-${severity}`)}</Text>
        <Cell spot={gone ? null : finding} was={was} {...ways} />
        <Text>{words(`${rule}-title` as MessageId)}</Text>
      </div>
      <Values before={before} after={after} expected={expected} />
      {note !== null && <Text size={200} className={styles.quiet}>{note}</Text>}
    </li>
  );
}

function Changed({ change, ...ways }: Ways & { readonly change: ChangedCell }) {
  const styles = useStyles();
  const words = useWords();
  const { kind, label, before, after, gone, was } = change;
  const isLine = kind === "row-gone" || kind === "row-added";
  return (
    <li className={styles.item} data-change={kind}>
      <div className={styles.head}>
        <Cell spot={gone ? null : change} was={was} {...ways} />
        <Text>{label}</Text>
        <Text size={200} weight="semibold">{words(`review-kind-${kind}`)}</Text>
      </div>
      {!isLine && <Values before={before} after={after} expected="" />}
    </li>
  );
}

function Values({ before, after, expected }: { readonly before: string; readonly after: string; readonly expected: string }) {
  const styles = useStyles();
  const words = useWords();
  const language = useContext(LanguageContext);
  if (before === "" && after === "") return null;
  const shown = (text: string): string => (text === "" ? words("shown-blank") : text);
  return (
    <span className={styles.values} lang={language}>
      <Text size={200} className={before === after ? undefined : styles.before}>{shown(before)}</Text>
      {before !== after && <Text size={200}>→ {shown(after)}</Text>}
      {expected !== "" && expected !== after && <Text size={200} className={styles.quiet}>{words("review-expected", { text: expected })}</Text>}
    </span>
  );
}
