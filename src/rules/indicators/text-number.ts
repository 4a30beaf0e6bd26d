import { say } from "../../messages";
import { isNoCount } from "../../tables/indicators/conditions";
import { numberText } from "../../values/numbers";
import { normalise } from "../../values/text";
import { registerTexts } from "../../judgement/registers";
import { addressKey, addressName, type CellAddress } from "../../workbook";
import { finding, related, shown, type PlannedFix } from "../finding";
import { valueFix } from "../fixes/content";
import { provedFix } from "../fixes/right-formula";
import type { CheckContext, Rule } from "../rule";
import { cellSubject, type IndicatorCell, indicatorCells, tableKey } from "../views/indicator-cells";
import { isReadByFormula } from "../views/readers";
import { replacedFormula } from "../views/replaced-formula";

/** Numbers kept as text where the table is otherwise numeric or a formula reads them. */
export const textNumber: Rule = {
  meta: {
    id: "text-number", severity: "error", group: "indicators", title: "text-number-title", basis: ["excel"],
    relations: { ground: "entry" }
  },
  *check(context) {
    const cells = indicatorCells(context).filter((cell) => cell.reading.kind === "number");
    const counts = new Map<string, { textual: number; numeric: number }>();
    const keyOf = (cell: IndicatorCell): string => `${tableKey(cell.table)}\u0000${cell.role === "rate" ? "rate" : "count"}`;
    for (const cell of cells) {
      const count = counts.get(keyOf(cell)) ?? { textual: 0, numeric: 0 };
      counts.set(keyOf(cell), count);
      if (cell.reading.textual) count.textual++;
      else count.numeric++;
    }
    for (const cell of cells) {
      const { reading } = cell;
      if (!reading.textual || reading.formula !== null || (cell.role !== "rate" && (isNoCount(reading) || isNoCount(cell.triple?.target ?? null) || isAskedInWords(cell)))) continue;
      const count = counts.get(keyOf(cell))!;
      // Cards stand by themselves: "90个" is how a typed card is written, whatever the card beside it does.
      const usual = count.numeric <= count.textual || (cell.table.kind === "cards" && reading.unit !== "");
      if (usual && !isReadByFormula(context, cell.reading.at)) continue;
      const number = cell.role === "rate" ? normalise(reading.text) : numberText(reading.number!);
      const id = reading.unit !== "" && reading.unit !== "%" ? "text-number-unit" : /[０-９]/.test(reading.text) ? "text-number-wide" : "text-number";
      yield finding(this.meta, reading.at, {
        message: () => say(id, { label: cell.label, shown: shown(reading), number, unit: reading.unit }),
        basis: say("basis-number"),
        subject: cellSubject(cell),
        actual: reading.text,
        expected: number,
        fix: () => computedFix(context, reading.at) ?? valueFix(reading, reading.number!, say("fix-number", { number }))
      });
    }
    const known = new Set(cells.map(({ reading }) => addressKey(reading.at)));
    for (const { reading, reader, head } of registerTexts(context.workbook, context.tables)) {
      if (known.has(addressKey(reading.at))) continue;
      const number = numberText(reading.number!);
      yield finding(this.meta, reading.at, {
        message: () => say("text-number-register", { sheet: reading.at.sheet, head, shown: shown(reading), number, reader: addressName(reader) }),
        basis: say("basis-number"),
        subject: { table: "workbook", row: `${reading.at.sheet} ${reading.at.row}`, column: "register" },
        actual: reading.text,
        expected: number,
        related: [related(reader, say("label-reader"))],
        fix: () => valueFix(reading, reading.number!, say("fix-number", { number }))
      });
    }
  }
};

/** 每月1次 was asked for, and 达标 is what is said of 6次: nothing is computed of it. */
function isAskedInWords({ role, triple, reading }: IndicatorCell): boolean {
  return role === "done" && reading.unit !== "" && triple?.target?.kind === "text" && (triple.rate === null || triple.rate.kind === "text");
}

/** Where the cells beside it compute such numbers, a number would be the next thing to be mended. */
function computedFix(context: CheckContext, at: CellAddress): PlannedFix | null {
  const judgement = context.arithmetic.at(at);
  const formula = judgement ? replacedFormula(context, judgement) : null;
  return formula === null ? null : provedFix(context.arithmetic, judgement!, formula);
}
