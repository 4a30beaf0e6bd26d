import { say } from "../../messages";
import { allTables } from "../../tables/tables";
import type { TableBase } from "../../tables/types";
import { columnLetters, findSheet, type Rect, type Sheet } from "../../workbook";
import { finding } from "../finding";
import type { Rule } from "../rule";

/** Hidden rows, columns or sheets that hold data of a table. */
export const hiddenData: Rule = {
  meta: { id: "hidden-data", severity: "info", group: "workbook", title: "hidden-data-title", basis: ["question"] },
  *check(context) {
    for (const table of allTables(context.tables)) {
      const sheet = findSheet(context.workbook, table.sheet)!;
      if (sheet.visibility !== "visible") {
        yield hidden(table, table.rect.top, table.rect.left, say("hidden-sheet"));
        continue;
      }
      for (const [first, last] of runs(hiddenRows(sheet, table.rect))) {
        yield hidden(table, first, table.rect.left, first === last ? say("hidden-row", { row: first }) : say("hidden-rows", { first, last }));
      }
      for (const [first, last] of runs(hiddenColumns(sheet, table.rect))) {
        const name = first === last ? columnLetters(first) : `${columnLetters(first)}–${columnLetters(last)}`;
        yield hidden(table, table.rect.top, first, say("hidden-column", { column: name }));
      }
    }
  }
};

function hidden(table: TableBase, row: number, column: number, what: ReturnType<typeof say>) {
  return finding(hiddenData.meta, { sheet: table.sheet, row, column }, {
    message: () => say("hidden-data", { what }),
    basis: say("basis-shown"),
    subject: { table: table.kind, row: "hidden", column: `${row > table.rect.top ? "row" : "column"}` }
  });
}

function hiddenRows(sheet: Sheet, rect: Rect): number[] {
  return [...sheet.hiddenRows].filter((row) => row >= rect.top && row <= rect.bottom
    && sheet.columns(row).some((column) => column >= rect.left && column <= rect.right)).sort((a, b) => a - b);
}

function hiddenColumns(sheet: Sheet, rect: Rect): number[] {
  return [...sheet.hiddenColumns].filter((column) => column >= rect.left && column <= rect.right && hasData(sheet, rect, column)).sort((a, b) => a - b);
}

function hasData(sheet: Sheet, rect: Rect, column: number): boolean {
  for (let row = rect.top; row <= rect.bottom; row++) if (sheet.cell(row, column)) return true;
  return false;
}

/** [3,4,5,9] → [[3,5],[9,9]] */
function runs(numbers: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const number of numbers) {
    const last = found[found.length - 1];
    if (last && last[1] === number - 1) last[1] = number;
    else found.push([number, number]);
  }
  return found;
}
