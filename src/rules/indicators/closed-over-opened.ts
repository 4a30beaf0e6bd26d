import { areaPlace, cellLabel, placeKey, STATION, TOTAL } from "../../meaning/place";
import { say, type Sentence } from "../../messages";
import { canonicalName, indicatorLabel } from "../../tables/indicators/join";
import type { Matrix, Triple } from "../../tables/indicators/types";
import type { Reading } from "../../tables/types";
import { numberText } from "../../values/numbers";
import { normalise } from "../../values/text";
import { addressKey } from "../../workbook";
import { type Finding, finding, type Found, related } from "../finding";
import type { Rule } from "../rule";

/** 结案 > 接案 within one group. */
export const closedOverOpened: Rule = {
  meta: {
    id: "closed-over-opened", severity: "error", group: "indicators", title: "closed-over-opened-title", basis: ["arithmetic"],
    relations: { compares: "related" }
  },
  *check(context) {
    for (const matrix of context.tables.matrices) yield* closedInMatrix(matrix);
    for (const table of [...context.tables.overall, ...context.tables.cards]) {
      for (const [closed, opened] of cases(table.items)) {
        const name = indicatorLabel(closed.name);
        yield closedFinding(closed.done, opened.done, {
          label: cellLabel(name, STATION, "done"), opened: cellLabel(indicatorLabel(opened.name), STATION, "done"), subject: { table: table.kind, row: name, column: "done" }
        });
      }
    }
  }
};

function* closedInMatrix(matrix: Matrix): Iterable<Found> {
  const seen = new Set<string>();
  const groups = new Set<string>();
  for (const row of matrix.total ? [...matrix.areas, matrix.total] : matrix.areas) {
    for (const [closed, opened] of cases(row.triples)) {
      const name = indicatorLabel(closed.name);
      // A cell merged over the areas is one; in the total row it may only follow from an area, where it is said.
      if (seen.has(addressKey(closed.done.at)) || (row === matrix.total && (closed.done.formula !== null || groups.has(name)))) continue;
      seen.add(addressKey(closed.done.at));
      groups.add(name);
      const place = row === matrix.total ? TOTAL : areaPlace(normalise(row.label.text));
      yield closedFinding(closed.done, opened.done, {
        label: cellLabel(name, place, "done"), opened: cellLabel(indicatorLabel(opened.name), place, "done"),
        subject: { table: matrix.kind, row: placeKey(name, place), column: "done" }
      });
    }
  }
}

/** Of the indicators of one row, list or sheet of cards those with more closed than opened, each with what was opened: 专业个案结案数, 专业个案接案数. */
function cases(triples: readonly Triple[]): [Triple, Triple][] {
  const nameOf = (triple: Triple): string => canonicalName(indicatorLabel(triple.name));
  return triples.flatMap((closed): [Triple, Triple][] => {
    const name = nameOf(closed);
    const wanted = name.replace(/结案(?=[数量]?$|个数$)/, "接案");
    const opened = wanted === name ? undefined : triples.find((triple) => nameOf(triple) === wanted);
    return opened && isOver(closed.done, opened.done) ? [[closed, opened]] : [];
  });
}

/** More closed than opened; where fewer than none were opened, that is said of the opened ones. */
function isOver(closed: Reading, opened: Reading): boolean {
  return closed.number !== null && opened.number !== null && opened.number >= 0 && closed.number > opened.number;
}

function closedFinding(closed: Reading, opened: Reading, words: { label: Sentence; opened: Sentence; subject: Finding["subject"] }): Found {
  return finding(closedOverOpened.meta, closed.at, {
    message: () => say("closed-over-opened", { label: words.label, closed: numberText(closed.number!), opened: numberText(opened.number!) }),
    basis: say("basis-case"),
    subject: words.subject,
    actual: closed.text,
    expected: `≤${numberText(opened.number!)}`,
    related: [related(opened.at, words.opened)]
  });
}
