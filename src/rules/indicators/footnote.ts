import { say } from "../../messages";
import { canonicalName, indicatorLabel, type Statement, sumOf } from "../../tables/indicators/join";
import type { FactName, Footnote } from "../../tables/indicators/types";
import { numberText, sameNumber } from "../../values/numbers";
import type { Period } from "../../values/period";
import { finding, type Found, related } from "../finding";
import type { CheckContext, Rule } from "../rule";

/** The facts that repeat an indicator's done value. */
const REPEATED: readonly (readonly [FactName, string])[] = [["filed", "困难群众和特殊群体建档"], ["visits", "入户探访"]];

/** Of each pair the first is part of the second. */
const ORDER: readonly (readonly [FactName, FactName])[] = [["households", "filed"], ["filed", "population"]];

/** The footnote's numbers against the table's, and against each other. */
export const footnote: Rule = {
  meta: {
    id: "footnote", severity: "error", group: "indicators", title: "footnote-title", basis: ["consistency", "arithmetic"],
    relations: { compares: "related" }
  },
  *check(context) {
    for (const note of context.tables.footnotes) {
      for (const [fact, name] of REPEATED) yield* repeated(context, note, fact, name);
      for (const [smaller, larger] of ORDER) yield* ordered(note, smaller, larger);
    }
  }
};

function* repeated(context: CheckContext, note: Footnote, fact: FactName, name: string): Iterable<Found> {
  const written = note.facts.get(fact);
  const period = note.period ?? context.tables.period;
  const known = context.arithmetic.joined.flatMap(({ hidden, statements }) => (hidden === context.tables.hidden.has(note.sheet) ? statements.slice(0, 1) : []))
    .filter(({ name: own }) => canonicalName(own.group) === name && own.leaf !== "户数");
  // Of two years in one workbook the footnote may speak of either; it must then be right for one of them.
  const own = known.filter(({ table }) => samePeriod(table.period ?? context.tables.period, period));
  const statement = own[0] ?? known[0];
  if (!written || !statement) return;
  const numberOf = (candidate: Statement): number | null => {
    const total = candidate.done.length === 1 ? context.arithmetic.at(candidate.done[0]!.at)?.ideal : undefined;
    return typeof total === "number" ? total : sumOf(candidate.done);
  };
  const expected = numberOf(statement);
  if (expected === null || known.some((candidate) => sameNumber(written.number, numberOf(candidate) ?? Infinity))) return;
  yield finding(footnote.meta, note.at, {
    message: () => say("footnote-filed", { written: `「${written.text}」`, name: indicatorLabel(statement.name), expected: numberText(expected) }),
    basis: say("basis-footnote"),
    subject: { table: "footnote", row: fact, column: "text" },
    actual: written.text,
    expected: written.text.replace(/[\d,]+(?:\.\d+)?万?/, numberText(expected)),
    related: statement.done.map((reading) => related(reading.at, say("label-done")))
  });
}

function samePeriod(a: Period | null, b: Period | null): boolean {
  return a?.start === b?.start && a?.end === b?.end;
}

function* ordered(note: Footnote, smaller: FactName, larger: FactName): Iterable<Found> {
  const less = note.facts.get(smaller);
  const more = note.facts.get(larger);
  if (!less || !more || less.number <= more.number) return;
  yield finding(footnote.meta, note.at, {
    message: () => say("footnote-order", {
      smaller: say(LABELS[smaller]!, { number: numberText(less.number) }), larger: say(LABELS[larger]!, { number: numberText(more.number) })
    }),
    basis: say("basis-footnote"),
    subject: { table: "footnote", row: `${smaller}>${larger}`, column: "text" },
    actual: less.text,
    expected: `≤${numberText(more.number)}`
  });
}

const LABELS: Partial<Record<FactName, "fact-population" | "fact-households" | "fact-filed">> = {
  population: "fact-population", households: "fact-households", filed: "fact-filed"
};
