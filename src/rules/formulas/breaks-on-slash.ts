import type { Judgement } from "../../judgement/arithmetic";
import { say } from "../../messages";
import { finding } from "../finding";
import type { Rule } from "../rule";

/** Right formulas that would show an error for "/", in a table where "/" occurs: one piece of information for the table. */
export const breaksOnSlash: Rule = {
  meta: { id: "breaks-on-slash", severity: "info", group: "formulas", title: "breaks-on-slash-title", basis: ["R16", "R17"] },
  *check(context) {
    const tables = new Map<string, { fragile: Judgement[]; slashes: boolean }>();
    for (const judgement of context.arithmetic.judgements) {
      const { meaning, reading, verdict } = judgement;
      if (meaning.role !== "rate" || meaning.byProof) continue;
      const key = `${meaning.at.sheet}\u0000${meaning.table}`;
      const table = tables.get(key) ?? { fragile: [], slashes: false };
      tables.set(key, table);
      if (judgement.stated === "/") table.slashes = true;
      // A formula that shows an error already has a finding of its own.
      if (reading.kind !== "error" && verdict?.state === "right" && context.arithmetic.prover.breaksWithoutTarget(meaning, reading.formula!)) table.fragile.push(judgement);
    }
    for (const { fragile, slashes } of tables.values()) {
      const first = fragile[0];
      if (!first || !slashes) continue;
      const better = `=IFERROR(${first.reading.formula!.slice(1)},"/")`;
      yield finding(this.meta, first.meaning.at, {
        message: () => say("breaks-on-slash", { count: fragile.length, formula: first.reading.formula!, better }),
        basis: say("basis-no-target"),
        subject: { table: first.meaning.table, row: "", column: "slash" },
        actual: first.reading.text,
        expected: better
      });
    }
  }
};
