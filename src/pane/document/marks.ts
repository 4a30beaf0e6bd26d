import type { ReportedStatement, SentenceFinding, WrittenReport } from "../../report/statement-types";
import type { ReportedFinding } from "../../report/types";
import { isOfSentence } from "../../report/written-findings";

export type Verdict = ReportedStatement["verdict"];

/** A stretch of a paragraph that is drawn alike. */
export interface Segment {
  readonly text: string;
  readonly start: number;
  /** Of a number: what was found of the statement that it belongs to; "unread" where none was understood; null for the words around. */
  readonly verdict: Verdict | "unread" | null;
  /** The key of the finding that is about these words. */
  readonly finding: string | null;
}

export type AnyFinding = ReportedFinding | SentenceFinding;

/** Tells a finding from the others of the report. */
export function keyOf(finding: AnyFinding): string {
  return isOfSentence(finding) ? `${finding.rule} ${finding.place.paragraph}:${finding.place.start}-${finding.place.end}` : `${finding.rule} ${finding.sheet}!${finding.cell}`;
}

/** The findings of a report in the order in which a reader meets them: the text first, then the tables. */
export function inOrder({ findings }: Pick<WrittenReport, "findings">): AnyFinding[] {
  const sentences = findings.filter(isOfSentence).sort((a, b) => a.place.paragraph - b.place.paragraph || a.place.start - b.place.start);
  return [...sentences, ...findings.filter((finding) => !isOfSentence(finding))];
}

const NUMBER = /[\d０-９]+(?:[.,．，][\d０-９]+)*\s?[%％‰]?/g;
/** The number of a heading or of an item of a list. */
const ENUMERATOR = /^\s*[（(]?[\d０-９]{1,2}[.．、）)]/;
const RANK: readonly Verdict[] = ["unknown", "agrees", "contradicts"];

/** Cuts a paragraph where something begins or ends that is drawn otherwise. `statements` and `findings`: those of the paragraph. */
export function segmentsOf(text: string, statements: readonly ReportedStatement[], findings: readonly SentenceFinding[]): Segment[] {
  const verdicts = new Map<string, { start: number; end: number; verdict: Verdict | "unread" }>();
  const numbers = [...text.matchAll(NUMBER)].map((match) => ({ start: match.index, end: match.index + match[0].trimEnd().length }));
  const enumerated = ENUMERATOR.exec(text)?.[0].length ?? 0;
  for (const { start, end } of numbers) if (end > enumerated) verdicts.set(`${start}`, { start, end, verdict: "unread" });
  for (const { place, verdict } of [...statements].sort((a, b) => RANK.indexOf(a.verdict) - RANK.indexOf(b.verdict))) {
    const own = numbers.filter(({ start, end }) => start < place.end && end > place.start);
    // A statement in Chinese numerals has no digits: all of it is drawn.
    for (const { start, end } of own.length > 0 ? own : [place]) verdicts.set(`${start}`, { start, end, verdict });
  }
  const marks = [...verdicts.values()];
  const cuts = new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end]), ...findings.flatMap(({ place }) => [place.start, place.end])]);
  const places = [...cuts].filter((at) => at >= 0 && at <= text.length).sort((a, b) => a - b);
  return places.slice(0, -1).map((start, index): Segment => {
    const end = places[index + 1]!;
    const finding = findings.find(({ place }) => place.start <= start && place.end >= end);
    const covering = marks.filter((mark) => mark.start <= start && mark.end >= end);
    return { text: text.slice(start, end), start, verdict: covering[covering.length - 1]?.verdict ?? null, finding: finding ? keyOf(finding) : null };
  });
}
