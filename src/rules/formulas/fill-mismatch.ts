import { oddFills, type OddFill } from "../../judgement/fills";
import { say, type Sentence } from "../../messages";
import { ownLabel } from "../../tables/indicators/proven/cells";
import { numberText, percentText } from "../../values/numbers";
import { normalise, writtenDecimals } from "../../values/text";
import { finding, related, shown } from "../finding";
import { formulaFix } from "../fixes/content";
import type { CheckContext, Rule } from "../rule";

/** In a table: a cell that alone does not follow the formula of its column (or row), and no role says what it must hold. */
export const fillMismatch: Rule = {
  meta: {
    id: "fill-mismatch", severity: "error", group: "formulas", title: "fill-mismatch-title", basis: ["arithmetic", "excel"],
    relations: { ground: "computed" }
  },
  *check(context) {
    for (const odd of oddFills(context.workbook, context.tables, context.arithmetic)) {
      const { reading, formula, models, agrees } = odd;
      if (agrees && reading.formula === null) continue;
      const { row, word } = placeOf(context, odd);
      const expected = givenText(odd);
      const { remark } = odd;
      const data = { label: say("label-own", { row, word }), shown: shown(reading), count: models.length, formula, expected };
      yield finding(this.meta, reading.at, {
        // What a table says of its own row goes before what the others show.
        severity: remark !== undefined ? "info" : agrees ? "warning" : "error",
        message: () => remark !== undefined ? say("fill-remark", { ...data, remark })
          : odd.onSheets && !agrees ? say("fill-sheets", { ...data, own: reading.formula! }) : odd.isInside ? say("fill-inside", data) : odd.isSum ? say("fill-sum", data) : odd.isBalance ? say("fill-balance", { ...data, formula: formula.slice(1) }) : odd.leavesOut ? say(agrees ? "fill-short-lucky" : "fill-short", { ...data, own: reading.formula!, row: odd.leavesOut.row, text: rowName(context, odd.leavesOut) })
          : reading.formula === null ? say("fill-typed", data)
          : odd.isLink ? say(agrees ? "fill-link-lucky" : "fill-link", { ...data, own: reading.formula.slice(1), right: formula.slice(1) })
          : say(agrees ? "fill-lucky" : "fill-slipped", { ...data, own: reading.formula }),
        basis: say(odd.isSum || odd.isBalance || odd.isInside ? "basis-own-sum" : odd.leavesOut ? "basis-fill-short" : odd.isLink ? "basis-fill-link" : "basis-fill"),
        subject: { table: odd.table, row, column: word },
        actual: reading.text,
        expected,
        related: odd.leavesOut ? [related(odd.leavesOut, modelLabel(context, odd, odd.leavesOut))] : models.slice(0, 3).map((at) => related(at, modelLabel(context, odd, at))),
        fix: () => (odd.isInside || remark !== undefined ? null : { ...formulaFix(reading, formula), shows: expected })
      });
    }
  }
};

function placeOf({ tables: { evidence } }: CheckContext, { reading: { at } }: { readonly reading: { readonly at: OddFill["models"][number] } }): { row: string; word: string } {
  return ownLabel(evidence, evidence.sheets.findIndex(({ sheet }) => sheet.name === at.sheet), at, null);
}

function modelLabel(context: CheckContext, { reading }: OddFill, at: OddFill["models"][number]): Sentence {
  return say("label-own", placeOf(context, { reading: { ...reading, at } }));
}

/** What the row that was left out is called, in brackets. */
function rowName(context: CheckContext, at: OddFill["models"][number]): Sentence {
  const { row: name } = placeOf(context, { reading: { at } });
  return name === "" ? say("no-cause") : say("fill-short-row", { name });
}

/** What the formula gives, as the cell shows its own. */
function givenText({ gives, reading }: OddFill): string {
  if (typeof gives === "string") return gives;
  return /[%％]/.test(reading.text) ? percentText(gives, writtenDecimals(normalise(reading.text))) : numberText(gives);
}
