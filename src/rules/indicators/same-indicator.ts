import { compareRate } from "../../meaning/compare";
import { cellLabel, STATION, TOTAL } from "../../meaning/place";
import { say } from "../../messages";
import { indicatorLabel } from "../../tables/indicators/join";
import { numberText } from "../../values/numbers";
import { isCondition } from "../../values/text";
import { addressKey } from "../../workbook";
import { finding, related, shown } from "../finding";
import { valueFix } from "../fixes/content";
import type { Rule } from "../rule";

/** The same indicator with other numbers in another table of the same period. */
export const sameIndicator: Rule = {
  meta: {
    id: "same-indicator", severity: "error", group: "indicators", title: "same-indicator-title", basis: ["consistency"],
    relations: { ground: "repeated", compares: "related" }
  },
  *check(context) {
    for (const { statement, role, reading, expected, witnesses } of context.arithmetic.disagreements) {
      const verdict = context.arithmetic.at(reading.at)?.verdict;
      // A formula that reads the wrong cell is said of the formula; one that reads the other table passes on what is wrong there.
      if (verdict?.state === "wrong" || (verdict?.state === "right" && context.arithmetic.at(reading.at)!.meaning.role === "same")) continue;
      const witness = witnesses[0]!;
      const number = numberText(expected);
      const label = cellLabel(indicatorLabel(statement.name), statement.table.kind === "indicators" ? TOTAL : STATION, role);
      const other = statement[role === "done" ? "target" : "done"][0]?.number ?? null;
      const ratio = other === null ? null : role === "done" ? expected / other : other / expected;
      const printed = statement.rate && statement.rate.formula === null && ratio !== null && compareRate(statement.rate, ratio)?.equal;
      yield finding(this.meta, reading.at, {
        message: () => say(printed ? "same-indicator-rate" : "same-indicator", {
          label, shown: shown(reading), table: say(`table-${witness.statement.table.kind}`), expected: number
        }),
        basis: say("basis-same"),
        subject: { table: statement.table.kind, row: indicatorLabel(statement.name), column: role },
        actual: reading.text,
        expected: reading.unit === "" || reading.unit === "%" ? number : number + reading.unit,
        related: witnesses.map(({ at, statement: { table, name } }) =>
          related(at, cellLabel(indicatorLabel(name), table.kind === "indicators" ? TOTAL : STATION, role))),
        // A bound (≥50个) is never replaced by a number.
        fix: () => reading.formula === null && !isCondition(reading.text) && addressKey(reading.at) !== addressKey(witness.at)
          ? valueFix(reading, reading.textual ? `${number}${reading.unit}` : expected, say("fix-number", { number }))
          : null
      });
    }
  }
};
