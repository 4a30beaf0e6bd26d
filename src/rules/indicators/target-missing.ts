import { areaPlace, cellLabel, type Place, placeKey, STATION, TOTAL } from "../../meaning/place";
import { say } from "../../messages";
import { indicatorLabel } from "../../tables/indicators/join";
import { distinct } from "../../tables/indicators/matrix";
import type { Matrix, Triple } from "../../tables/indicators/types";
import { numberText } from "../../values/numbers";
import { normalise } from "../../values/text";
import { addressKey, findSheet, type CellAddress, type Rect } from "../../workbook";
import { finding, related, shown } from "../finding";
import type { CheckContext, Rule } from "../rule";
import type { IndicatorCell } from "../views/indicator-cells";

/** So many numbers above it show that rows are numbered. */
const FEWEST_NUMBERED = 3;

/** R16: a target of 0 or left blank although something was done. */
export const targetMissing: Rule = {
  meta: {
    id: "target-missing", severity: "error", group: "indicators", title: "target-missing-title", basis: ["R16"],
    // It is known by what was done beside it; what that is computed from is nothing to it.
    relations: { ground: "needed", compares: "inputs", doubts: "cell" }
  },
  *check(context) {
    const seen = new Set<string>();
    const triples = [
      ...context.tables.matrices.flatMap((matrix) => matrixRows(matrix)),
      ...[...context.tables.overall, ...context.tables.cards].flatMap((table) => table.items.map((triple) => ({ table, triple, place: STATION, shared: false })))
    ];
    for (const { table, triple, place, shared } of triples) {
      const { target, done, rate } = triple;
      if (!target || done.number === null || done.number === 0 || seen.has(addressKey(target.at))) continue;
      const noRate = rate === null || (rate.kind === "blank" && rate.formula === null);
      if (target.kind === "blank" ? target.formula !== null || (shared && noRate) : target.number !== 0) continue;
      if (isSumOfNothing(context, target.at) || (noRate && target.kind === "blank" && isOutOfCount(context, table, target.at))) continue;
      seen.add(addressKey(target.at));
      const name = indicatorLabel(triple.name);
      yield finding(this.meta, target.at, {
        message: () => say("target-missing", { label: cellLabel(name, place, "target"), shown: shown(target), done: numberText(done.number!) }),
        basis: say("basis-no-target"),
        subject: { table: table.kind, row: place.kind === "area" ? placeKey(name, place) : name, column: "target" },
        actual: target.text,
        related: [related(done.at, say("label-done"))]
      });
    }
  }
};

/** The last row of a numbered list, without a number of its own (投入社工人数 below the indicators): no indicator of the agreement. */
function isOutOfCount({ workbook }: CheckContext, { sheet: name, rect }: { readonly sheet: string; readonly rect: Rect }, { row }: CellAddress): boolean {
  const sheet = findSheet(workbook, name);
  if (!sheet || row < rect.bottom) return false;
  // The numbers stand in the first column of the table, or left of it.
  return [rect.left - 1, rect.left].some((column) => {
    const above = Array.from({ length: FEWEST_NUMBERED }, (_, i) => sheet.cell(row - 1 - i, column)?.value);
    const last = above[0];
    return typeof last === "number" && above.every((value, i) => value === last - i) && (sheet.cell(row, column)?.value ?? null) === null;
  });
}

function matrixRows(matrix: Matrix): { table: Matrix; triple: Triple; place: Place; shared: boolean }[] {
  const rows = matrix.total ? [...matrix.areas, matrix.total] : matrix.areas;
  // A single target in the first row with blanks below is the station's; done values may still stand by area.
  const shared = matrix.columns.map((_, index) => {
    const [first, ...below] = distinct(matrix.areas.map((area) => area.triples[index]!.target));
    return first?.number !== null && below.every((target) => target.kind === "blank");
  });
  return rows.flatMap((row) => row.triples.map((triple, index) => ({
    table: matrix, triple, place: row === matrix.total ? TOTAL : areaPlace(normalise(row.label.text)), shared: shared[index]!
  })));
}

/** A total formula over areas without targets gives 0, as it does over targets kept as text: what is missing is said there, if anything is. */
function isSumOfNothing(context: CheckContext, at: IndicatorCell["reading"]["at"]): boolean {
  const judgement = context.arithmetic.at(at);
  return judgement?.meaning.role === "total" && judgement.reading.formula !== null && judgement.stated !== 0;
}
