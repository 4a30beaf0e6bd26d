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

/** A list whose heads say nothing to anybody, in which one rate is wrong and none is a formula. */
export async function strangeBook(): Promise<BookData> {
  const rows: [string, number, number, number][] = [["子", 40, 30, 0.75], ["丑", 50, 45, 0.9], ["寅", 20, 19, 0.5], ["卯", 32, 40, 1.25]];
  const cells = Object.fromEntries(rows.flatMap(([name, target, done, rate], i) => [[`A${i + 2}`, name], [`B${i + 2}`, target], [`C${i + 2}`, done], [`D${i + 2}`, rate]]));
  return { sheets: [{ name: "丁街", cells: { A1: "甲", B1: "乙", C1: "丙", D1: "丁", ...cells } }] };
}
