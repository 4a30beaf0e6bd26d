import { numberText } from "../../values/numbers";
import { readsOf } from "../../formulas";
import { render, say } from "../../messages";
import { distinct } from "../../tables/indicators/matrix";
import type { Matrix } from "../../tables/indicators/types";
import { indicatorLabel } from "../../tables/indicators/join";
import { cellLabel } from "../../meaning/indicators";
import { addressKey, rectContains } from "../../workbook";
import { finding, related, shown, valueFix } from "../build";
import { normalise } from "../../values/text";
import type { CheckContext, Rule } from "../rule";
import { inputsOf } from "./rates";
import { indicatorCells, tableKey, type IndicatorCell } from "./cells";

const subjectOf = (cell: IndicatorCell) => ({ table: cell.table.kind, row: cell.row, column: cell.role });

/** R16: a target of 0 or left blank although something was done. */
export const targetMissing: Rule = {
  meta: { id: "target-missing", severity: "error", group: "indicators", title: "target-missing-title", basis: ["R16"] },
  *check(context) {
    const seen = new Set<string>();
    const triples = [
      ...context.tables.matrices.flatMap((matrix) => matrixRows(matrix)),
      ...[...context.tables.overall, ...context.tables.cards].flatMap((table) => table.items.map((triple) => ({ table, triple, area: "" as string | null, shared: false })))
    ];
    for (const { table, triple, area, shared } of triples) {
      const { target, done, rate } = triple;
      if (!target || done.number === null || done.number === 0 || seen.has(addressKey(target.at))) continue;
      const noRate = rate === null || (rate.kind === "blank" && rate.formula === null);
      if (target.kind === "blank" ? target.formula !== null || (shared && noRate) : target.number !== 0) continue;
      if (isSumOfNothing(context, target.at)) continue;
      seen.add(addressKey(target.at));
      const name = indicatorLabel(triple.name);
      yield finding(this.meta, target.at, {
        message: say("target-missing", { label: cellLabel(name, area ?? "合计", "target"), shown: shown(target), done: numberText(done.number) }),
        basis: say("basis-no-target"),
        subject: { table: table.kind, row: area ? `${name}@${area}` : name, column: "target" },
        actual: target.text,
        related: [related(done.at, say("label-done"))]
      });
    }
  }
};

function matrixRows(matrix: Matrix) {
  const rows = matrix.total ? [...matrix.areas, matrix.total] : matrix.areas;
  // A single target in the first row with blanks below is the station's; done values may still stand by area.
  const shared = matrix.columns.map((_, index) => {
    const [first, ...below] = distinct(matrix.areas.map((area) => area.triples[index]!.target));
    return first?.number !== null && below.every((target) => target.kind === "blank");
  });
  return rows.flatMap((row) => row.triples.map((triple, index) => ({
    table: matrix, triple, area: row === matrix.total ? null : normalise(row.label.text), shared: shared[index]!
  })));
}

/** A total formula over areas without targets gives 0, as it does over targets kept as text: what is missing is said there, if anything is. */
function isSumOfNothing(context: CheckContext, at: IndicatorCell["reading"]["at"]): boolean {
  const judgement = context.arithmetic.at(at);
  return judgement?.meaning.role === "total" && judgement.reading.formula !== null && judgement.stated !== 0;
}

/** Numbers kept as text where the table is otherwise numeric or a formula reads them. */
export const textNumber: Rule = {
  meta: { id: "text-number", severity: "error", group: "indicators", title: "text-number-title", basis: ["excel"] },
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
      if (!reading.textual || reading.formula !== null) continue;
      const count = counts.get(keyOf(cell))!;
      // Cards stand by themselves: "90个" is how a typed card is written, whatever the card beside it does.
      const usual = count.numeric <= count.textual || (cell.table.kind === "cards" && reading.unit !== "");
      if (usual && !readByFormula(context, cell)) continue;
      const number = cell.role === "rate" ? normalise(reading.text) : numberText(reading.number!);
      const id = reading.unit !== "" && reading.unit !== "%" ? "text-number-unit" : /[０-９]/.test(reading.text) ? "text-number-wide" : "text-number";
      yield finding(this.meta, reading.at, {
        message: say(id, { label: cell.label, shown: shown(reading), number, unit: reading.unit }),
        basis: say("basis-number"),
        subject: subjectOf(cell),
        actual: reading.text,
        expected: number,
        fix: valueFix(reading, reading.number!, render(say("fix-number", { number })))
      });
    }
  }
};

/** Does the rate or total beside it, or another formula of its row or column, read the cell? */
function readByFormula(context: CheckContext, cell: IndicatorCell): boolean {
  const { at } = cell.reading;
  return context.arithmetic.judgements.some(({ meaning, reading }) => {
    if (reading.formula === null || meaning.at.sheet !== at.sheet) return false;
    if (!meaning.inputs.some((input) => addressKey(input) === addressKey(at))) return false;
    return readsOf(reading.formula, meaning.at, context.workbook)?.ranges.some((range) => range.sheet === at.sheet && rectContains(range.rect, at.row, at.column)) ?? false;
  });
}

/** Counts that are negative, fractional or no numbers at all; 投入社工人数 may be halves (R18). */
export const countValue: Rule = {
  meta: { id: "count-value", severity: "error", group: "indicators", title: "count-value-title", basis: ["arithmetic"] },
  *check(context) {
    for (const cell of indicatorCells(context)) {
      const { reading, role } = cell;
      // A total, or a card that repeats one, only passes on what stands elsewhere.
      if (role === "rate" || cell.total || context.arithmetic.at(reading.at)?.verdict?.state === "right") continue;
      const number = reading.number;
      const id = number !== null && number < 0 ? "count-negative"
        : number !== null && role !== "staff" && !Number.isInteger(number) ? "count-fraction"
        : role !== "staff" && reading.kind === "text" && !/^[-—–－_]+$/.test(reading.text.trim()) && readByFormula(context, cell) ? "text-value"
        : null;
      if (id === null) continue;
      yield finding(this.meta, reading.at, {
        message: say(id, { label: cell.label, shown: shown(reading) }),
        basis: say("basis-count"),
        subject: subjectOf(cell),
        actual: reading.text
      });
    }
  }
};

/** Error values in the tables. Those that follow from another finding's cell are listed under it. */
export const errorValue: Rule = {
  meta: { id: "error-value", severity: "error", group: "indicators", title: "error-value-title", basis: ["R16", "excel"] },
  *check(context) {
    for (const cell of indicatorCells(context)) {
      const { reading } = cell;
      if (reading.kind !== "error") continue;
      const judgement = context.arithmetic.at(reading.at);
      yield finding(this.meta, reading.at, {
        message: say("error-value", { label: cell.label, shown: shown(reading), reason: say(REASONS.get(reading.text) ?? "error-other") }),
        basis: say("basis-rate"),
        subject: subjectOf(cell),
        actual: reading.text,
        expected: judgement?.stated === "/" ? "/" : "",
        related: judgement ? inputsOf(judgement) : []
      });
    }
  }
};

const REASONS = new Map([["#DIV/0!", "error-div"], ["#VALUE!", "error-value-kind"], ["#REF!", "error-ref"], ["#NAME?", "error-name"]] as const) as ReadonlyMap<string, "error-div" | "error-value-kind" | "error-ref" | "error-name">;
