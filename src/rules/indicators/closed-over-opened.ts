import { cellLabel } from "../../meaning/indicators";
import { numberText } from "../../meaning/numbers";
import { say, type Sentence } from "../../messages";
import type { CardList, OverallList } from "../../tables/indicator-types";
import { canonicalName, indicatorLabel } from "../../tables/join";
import { normalise } from "../../tables/text";
import type { Reading } from "../../tables/types";
import { finding, related } from "../build";
import type { Finding } from "../finding";
import type { Rule } from "../rule";

/** 结案 > 接案 within one group. */
export const closedOverOpened: Rule = {
  meta: { id: "closed-over-opened", severity: "error", group: "indicators", title: "closed-over-opened-title", basis: ["arithmetic"] },
  *check(context) {
    for (const matrix of context.tables.matrices) {
      const reported = new Set<string>();
      for (const row of matrix.total ? [...matrix.areas, matrix.total] : matrix.areas) {
        for (const closed of row.triples.filter((triple) => triple.name.leaf === "结案")) {
          const opened = row.triples.find((triple) => triple.name.leaf === "接案" && triple.name.group === closed.name.group);
          if (!opened || !isOver(closed.done, opened.done)) continue;
          if (row !== matrix.total && !row.triples.some((triple) => triple.done.at.row === row.row)) continue;
          // In the total row it may only follow from an area, where it is said.
          if (row === matrix.total && (closed.done.formula !== null || matrix.areas.some((area) => reported.has(`${area.row}:${closed.name.group}`)))) continue;
          reported.add(`${row.row}:${closed.name.group}`);
          const area = row === matrix.total ? "合计" : normalise(row.label.text);
          const name = indicatorLabel(closed.name);
          yield closedFinding(closed.done, opened.done, {
            label: cellLabel(name, area, "done"), opened: cellLabel(indicatorLabel(opened.name), area, "done"),
            subject: { table: matrix.kind, row: `${name}@${area}`, column: "done" }
          });
        }
      }
    }
    for (const table of [...context.tables.overall, ...context.tables.cards]) yield* closedInItems(table);
  }
};

/** In a list or on cards 专业个案结案数 stands in a row or card of its own. */
function* closedInItems(table: OverallList | CardList): Iterable<Finding> {
  for (const closed of table.items) {
    const name = indicatorLabel(closed.name);
    const wanted = canonicalName(name).replace(/结案(?=[数量]?$|个数$)/, "接案");
    const opened = wanted === canonicalName(name) ? null : table.items.find((item) => canonicalName(indicatorLabel(item.name)) === wanted);
    if (!opened || !isOver(closed.done, opened.done)) continue;
    yield closedFinding(closed.done, opened.done, {
      label: cellLabel(name, null, "done"), opened: cellLabel(indicatorLabel(opened.name), null, "done"), subject: { table: table.kind, row: name, column: "done" }
    });
  }
}

/** More closed than opened; where fewer than none were opened, that is said of the opened ones. */
function isOver(closed: Reading, opened: Reading): boolean {
  return closed.number !== null && opened.number !== null && opened.number >= 0 && closed.number > opened.number;
}

function closedFinding(closed: Reading, opened: Reading, words: { label: Sentence; opened: Sentence; subject: Finding["subject"] }): Finding {
  return finding(closedOverOpened.meta, closed.at, {
    message: say("closed-over-opened", { label: words.label, closed: numberText(closed.number!), opened: numberText(opened.number!) }),
    basis: say("basis-case"),
    subject: words.subject,
    actual: closed.text,
    expected: `≤${numberText(opened.number!)}`,
    related: [related(opened.at, words.opened)]
  });
}
