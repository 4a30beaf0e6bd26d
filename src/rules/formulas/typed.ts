import { say } from "../../messages";
import { finding, related, shown } from "../build";
import { peers, rightFormula, rightFormulaFix } from "../neighbours";
import type { Judgement } from "../../judgement/arithmetic";
import type { Rule } from "../rule";

/** Cells of these roles are typed by hand for good reasons in one row and computed in the next. */
const MIXED_BY_NATURE = new Set(["same", "person-total", "month-total", "retention"]);

/** R17: a number typed where its neighbours have formulas, right today. */
export const typedOverFormula: Rule = {
  meta: { id: "typed-over-formula", severity: "warning", group: "formulas", title: "typed-over-formula-title", basis: ["R17"] },
  *check(context) {
    for (const judgement of context.arithmetic.judgements) {
      const { meaning, reading } = judgement;
      if (reading.formula !== null || judgement.agrees !== true || reading.number === null || MIXED_BY_NATURE.has(meaning.role)) continue;
      const others = peers(context.arithmetic, judgement).filter((peer) => peer.reading.number !== null);
      const formulas = others.filter((peer) => peer.reading.formula !== null);
      if (formulas.length < 2 || formulas.length * 2 < others.length) continue;
      const formula = rightFormula(context.arithmetic, judgement);
      if (formula === null) continue;
      yield finding(this.meta, meaning.at, {
        message: say("typed-over-formula", { label: meaning.label, shown: shown(reading), formula: ` ${formula}` }),
        basis: meaning.role === "rate" ? say("basis-template") : say("basis-formula"),
        subject: { table: meaning.table, row: meaning.row, column: meaning.column },
        actual: reading.text,
        expected: formula,
        related: formulas.slice(0, 3).map((peer) => related(peer.meaning.at, peer.meaning.label)),
        fix: rightFormulaFix(context.arithmetic, judgement)
      });
    }
  }
};

/** A table whose rates are all typed: one piece of information for the table. */
export const typedTable: Rule = {
  meta: { id: "typed-table", severity: "info", group: "formulas", title: "typed-table-title", basis: ["R17"] },
  *check(context) {
    const tables = new Map<string, Judgement[]>();
    for (const judgement of context.arithmetic.judgements) {
      if (judgement.meaning.role !== "rate" || judgement.reading.number === null) continue;
      const key = `${judgement.meaning.at.sheet}\u0000${judgement.meaning.table}`;
      const list = tables.get(key);
      if (list) list.push(judgement);
      else tables.set(key, [judgement]);
    }
    for (const rates of tables.values()) {
      if (rates.length < 3 || rates.some((rate) => rate.reading.formula !== null)) continue;
      const { meaning, reading } = rates[0]!;
      yield finding(this.meta, meaning.at, {
        message: say("typed-table", { count: rates.length }),
        basis: say("basis-template"),
        subject: { table: meaning.table, row: "", column: "typed" },
        actual: reading.text
      });
    }
  }
};

/** Right formulas that would show an error for "/", in a table where "/" occurs: one piece of information for the table. */
export const breaksOnSlash: Rule = {
  meta: { id: "breaks-on-slash", severity: "info", group: "formulas", title: "breaks-on-slash-title", basis: ["R16", "R17"] },
  *check(context) {
    const tables = new Map<string, { fragile: Judgement[]; slashes: boolean }>();
    for (const judgement of context.arithmetic.judgements) {
      const { meaning, reading, verdict } = judgement;
      if (meaning.role !== "rate") continue;
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
        message: say("breaks-on-slash", { count: fragile.length, formula: first.reading.formula!, better }),
        basis: say("basis-no-target"),
        subject: { table: first.meaning.table, row: "", column: "slash" },
        actual: first.reading.text,
        expected: better
      });
    }
  }
};
