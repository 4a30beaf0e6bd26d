import type { Judgement } from "../../judgement/arithmetic";
import { say } from "../../messages";
import { finding } from "../finding";
import type { Rule } from "../rule";

/** A table whose rates are all typed: one piece of information for the table. */
export const typedTable: Rule = {
  meta: { id: "typed-table", severity: "info", group: "formulas", title: "typed-table-title", basis: ["R17"] },
  *check(context) {
    const tables = new Map<string, Judgement[]>();
    for (const judgement of context.arithmetic.judgements) {
      if (judgement.meaning.role !== "rate" || judgement.meaning.byProof || judgement.reading.number === null) continue;
      const key = `${judgement.meaning.at.sheet}\u0000${judgement.meaning.table}`;
      const list = tables.get(key);
      if (list) list.push(judgement);
      else tables.set(key, [judgement]);
    }
    for (const rates of tables.values()) {
      if (rates.length < 3 || rates.some((rate) => rate.reading.formula !== null)) continue;
      const { meaning, reading } = rates[0]!;
      yield finding(this.meta, meaning.at, {
        message: () => say("typed-table", { count: rates.length }),
        basis: say("basis-template"),
        subject: { table: meaning.table, row: "", column: "typed" },
        actual: reading.text
      });
    }
  }
};
