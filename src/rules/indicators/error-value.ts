import { say } from "../../messages";
import { finding, shown } from "../finding";
import type { Rule } from "../rule";
import { cellSubject, indicatorCells } from "../views/indicator-cells";
import { inputsOf } from "../views/rates";

/** Error values in the tables. Those that follow from another finding's cell are listed under it. */
export const errorValue: Rule = {
  meta: {
    id: "error-value", severity: "error", group: "indicators", title: "error-value-title", basis: ["R16", "excel"],
    relations: { ground: "error-value", part: "symptom" }
  },
  *check(context) {
    for (const cell of indicatorCells(context)) {
      const { reading } = cell;
      if (reading.kind !== "error") continue;
      const judgement = context.arithmetic.at(reading.at);
      yield finding(this.meta, reading.at, {
        message: () => say("error-value", { label: cell.label, shown: shown(reading), reason: say(REASONS.get(reading.text) ?? "error-other") }),
        basis: say("basis-rate"),
        subject: cellSubject(cell),
        actual: reading.text,
        expected: judgement?.stated === "/" ? "/" : "",
        related: judgement ? inputsOf(judgement) : []
      });
    }
  }
};

const REASONS = new Map([["#DIV/0!", "error-div"], ["#VALUE!", "error-value-kind"], ["#REF!", "error-ref"], ["#NAME?", "error-name"]] as const) as ReadonlyMap<string, "error-div" | "error-value-kind" | "error-ref" | "error-name">;
