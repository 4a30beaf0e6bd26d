import { say } from "../../messages";
import { isNameHead } from "../../tables/indicators/heads";
import { normalise } from "../../values/text";
import { addressKey, findSheet } from "../../workbook";
import { finding } from "../finding";
import type { Rule } from "../rule";

/** 【协议内容】: the template's word for what belongs there, in brackets. */
const IN_BRACKETS = /^\((.+)\)$/;

/** A card or row that still bears the template's placeholder instead of the name of its indicator. */
export const namePlaceholder: Rule = {
  meta: { id: "name-placeholder", severity: "warning", group: "indicators", title: "name-placeholder-title", basis: ["consistency"] },
  *check(context) {
    const seen = new Set<string>();
    for (const table of [...context.tables.overall, ...context.tables.cards]) {
      for (const { nameAt } of table.items) {
        const text = findSheet(context.workbook, nameAt.sheet)?.cell(nameAt.row, nameAt.column)?.text ?? "";
        const inside = IN_BRACKETS.exec(normalise(text))?.[1];
        if (inside === undefined || !isNameHead(inside) || seen.has(addressKey(nameAt))) continue;
        seen.add(addressKey(nameAt));
        yield finding(this.meta, nameAt, {
          message: () => say("name-placeholder", { text: text.trim() }),
          basis: say("basis-placeholder"),
          subject: { table: table.kind, row: `placeholder@${seen.size}`, column: "name" },
          actual: text.trim(),
          expected: ""
        });
      }
    }
  }
};
