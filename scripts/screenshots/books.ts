import { dataOf, type BookData } from "../../test/excel/host";
import { build } from "../../test/generator";

/** A workbook in which everything is right, with all kinds of tables. */
export async function cleanBook(): Promise<BookData> {
  return dataOf(build({ kind: "whole", family: "standard", rate: "if-slash", total: "sum", seed: 20 }).draft.toWorkbook());
}

/** A workbook that has nothing to do with a social-work station. */
export async function otherBook(): Promise<BookData> {
  return { sheets: [{ name: "采购", cells: { A1: "品名", B1: "数量", A2: "纸", B2: 12 } }] };
}
