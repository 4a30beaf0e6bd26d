import { render, say, type MessageId } from "../messages";
import { isSettled, isUnsettled, type ChangedCell, type EarlierFinding, type FindingState, type ReviewDocument, type ReviewedPair, type UnpairedFiles } from "../review";
import { painter, printable } from "./text";

const words = (id: MessageId, data: Record<string, string | number> = {}): string => render(say(id, data));

/** So many lines of one kind fit beside the others on a screen. */
const MOST_LINES = 12;
const STATES: readonly FindingState[] = ["open", "still-wrong", "explained", "mended"];

/** A review for people, in Chinese: what is left first, then what was changed without being asked for. */
export function reviewText(document: ReviewDocument, coloured: boolean): string {
  const paint = painter(coloured);
  const several = document.pairs.length > 1;
  return [
    ...document.pairs.map((pair) => pairText(pair, paint)),
    ...(document.unpaired.length > 0 ? [[paint(words("review-unpaired"), "strong"), ...document.unpaired.map(unpairedText)].join("\n")] : []),
    ...(document.unread.length > 0 ? [[paint(words("review-unread"), "strong"), ...document.unread.map(({ file, message }) => `  ${printable(file)}：${message}`)].join("\n")] : []),
    ...(several ? [words("review-total", { count: document.pairs.length, settled: document.pairs.filter(({ settled }) => settled).length })] : []),
    ...(isSettled(document) && document.unread.length === 0 && several ? [words("review-all-settled")] : [])
  ].join("\n\n");
}

function pairText(pair: ReviewedPair, paint: ReturnType<typeof painter>): string {
  const { earlier, appeared, changed, structure, settled } = pair;
  const asking = earlier.filter(({ severity }) => severity !== "info");
  const count = (state: FindingState): number => asking.filter((finding) => finding.state === state).length;
  const shownAppeared = appeared.filter(({ severity }) => severity !== "info");
  const roots = changed.filter(({ asked, follows }) => !asked && follows.length === 0);
  const following = changed.filter(({ asked, follows }) => !asked && follows.length > 0).length;
  const asked = changed.filter((change) => change.asked);
  const lowered = asked.filter(({ kind }) => kind === "target-lowered");
  const section = (head: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : ["", `  ${paint(head, "strong")}`, ...some(lines)]);
  return [
    paint(words("review-pair", { old: printable(pair.old), new: printable(pair.new) }), "strong"),
    `  ${pair.station ?? words("cli-unknown")}    ${pair.period ? `${pair.period.start} – ${pair.period.end}` : words("cli-unknown")}`,
    `  ${words("review-earlier", { count: asking.length })}：${STATES.map((state) => `${words(`review-state-${state}`)} ${count(state)}`).join("，")}`,
    ...(["open", "still-wrong", "explained"] as const).flatMap((state) =>
      section(words(`review-state-${state}`), asking.filter((finding) => finding.state === state).map(earlierLine))),
    ...section(words("review-appeared", { count: shownAppeared.length }), shownAppeared.map(({ sheet, cell, message, severity }) => `${words(`cli-${severity}`)}  ${sheet}!${cell}  ${message}`)),
    ...section(words(following > 0 ? "review-unasked-and" : "review-unasked", { count: roots.length, following }), roots.map(changeLine)),
    ...section(words("review-lowered"), lowered.map(changeLine)),
    ...(asked.length > 0 ? ["", `  ${words("review-asked", { count: asked.length })}`] : []),
    ...section(words("review-structure"), structure),
    "", `  ${paint(settled ? words("review-settled") : words("review-left", { count: asking.filter(isUnsettled).length + shownAppeared.length }), settled ? "quiet" : "error")}`
  ].join("\n");
}

function some(lines: readonly string[]): string[] {
  const shown = lines.slice(0, MOST_LINES).map((line) => `    ${printable(line)}`);
  return lines.length > MOST_LINES ? [...shown, `    ${words("review-more", { count: lines.length - MOST_LINES })}`] : shown;
}

function earlierLine({ rule, severity, sheet, cell, before, expected, after, note, state, gone }: EarlierFinding): string {
  const place = gone ? words("review-was-at", { place: `${sheet}!${cell}` }) : `${sheet}!${cell}`;
  const values = [before === "" ? "" : words("review-before", { text: before }), expected === "" ? "" : words("review-expected", { text: expected }), state === "still-wrong" && after !== before ? words("review-now", { text: after === "" ? words("shown-blank") : after }) : ""];
  return [words(`cli-${severity}`), place, words(`${rule}-title` as MessageId), values.filter((value) => value !== "").join("，"), note === null ? "" : `（${note}）`].filter((part) => part !== "").join("  ");
}

function changeLine({ sheet, cell, label, before, after, kind, gone }: ChangedCell): string {
  const place = gone ? words("review-was-at", { place: `${sheet}!${cell}` }) : `${sheet}!${cell}`;
  const shown = (text: string): string => (text === "" ? words("shown-blank") : text);
  const values = kind === "row-gone" || kind === "row-added" ? "" : `${shown(before)} → ${shown(after)}`;
  return [place, label, values, words(`review-kind-${kind}`)].filter((part) => part !== "").join("  ");
}

function unpairedText({ station, period, old, new: now }: UnpairedFiles): string {
  const what = [station ?? words("cli-unknown"), ...(period ? [`${period.start} – ${period.end}`] : [])].join(" ");
  const files = (all: readonly string[]): string => all.map(printable).join(words("list-separator"));
  if (now.length === 0) return `  ${words("review-unpaired-old", { what, files: files(old) })}`;
  if (old.length === 0) return `  ${words("review-unpaired-new", { what, files: files(now) })}`;
  return `  ${words("review-ambiguous", { what, old: files(old), new: files(now) })}`;
}
