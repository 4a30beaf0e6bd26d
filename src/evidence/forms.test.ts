import { rows, type CellSpec } from "../../test/support/sheet-builder";
import { cellName } from "../workbook";
import type { Form, Place } from ".";
import { evidenceIn } from "./evidence.fixture";

const names = (places: readonly Place[]): string => places.map(({ row, column }) => cellName(row, column)).join("+");

function describeForm(form: Form): string {
  switch (form.kind) {
    case "quotient":
      return `${names(form.done)} / ${names(form.target)}${form.scale === 100 ? " × 100" : ""}`;
    case "sum":
    case "mean":
      return `${form.kind} ${names(form.parts)}`;
    case "difference":
      return `${names(form.plus)} - ${names(form.minus)}`;
    case "count":
      return `count ${form.mark} in ${names(form.cells)}`;
    case "same":
      return `same as ${names([form.of])}`;
    case "other":
      return form.reads ? "other" : "typed";
  }
}

/** What a formula in E5 says, beside numbers in A1:D4. */
function formOf(formula: string): string {
  const cells: Record<string, CellSpec> = { ...rows("A1", [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12], [13, 14, 15, 16]]), E5: { f: formula, v: 1 } };
  const { forms } = evidenceIn(cells);
  return describeForm([...forms.values()][0]!);
}

test("a formula too deep for a table says nothing of its cell, and exhausts no stack", () => {
  expect(formOf(`=C1/B1${"+1".repeat(3000)}`)).toBe("other");
});

test.each([
  ["=C1/B1", "C1 / B1"],
  ["=IF(B1=\"/\",\"/\",C1/B1)", "C1 / B1"],
  ["=IFERROR(ROUND(C1/B1,4),\"\")", "C1 / B1"],
  ["=TEXT(C1/B1,\"0.00%\")", "C1 / B1"],
  ["=ROUND(C1/B1*100,2)&\"%\"", "C1 / B1 × 100"],
  ["=C1*100/B1", "C1 / B1 × 100"],
  ["=C1/B1*100%", "C1 / B1"],
  ["=SUM(B1:C1)/(A1+A2)", "B1+C1 / A1+A2"],
  ["=SUBSTITUTE(C1,\"个\",\"\")/B1", "C1 / B1"],
  ["=SUM(A1:A3)", "sum A1+A2+A3"],
  ["=SUBTOTAL(9,A1:A2)+A4", "sum A1+A2+A4"],
  ["=SUMIF(A1:A4,\">4\",B1:B4)", "sum B2+B3+B4"],
  ["=AVERAGE(A1:A3)", "mean A1+A2+A3"],
  ["=A1-B1", "A1 - B1"],
  ["=COUNTIF(A1:A3,\"√\")", "count √ in A1+A2+A3"],
  ["=SUMPRODUCT((A1:A2=\"√\")*(B1:B2=\"√\"))", "count √ in A1+A2+B1+B2"],
  ["=A1", "same as A1"],
  ["=16/20", "typed"],
  ["=VLOOKUP(A1,A1:D4,2,0)", "other"],
  ["=(C1-B1)/B1", "other"]
])("%s", (formula, expected) => expect(formOf(formula)).toBe(expected));

test("a formula filled down is parsed once and read from each cell", () => {
  const { forms } = evidenceIn({ ...rows("A1", [[1, 2], [3, 4], [5, 6]]), C1: { f: "=A1/B$1", v: 0.5 }, C2: { f: "=A2/B$1", v: 1.5 }, D3: { f: "=B3/C$1", v: 3 } });
  expect([...forms.values()].map(describeForm)).toEqual(["A1 / B1", "A2 / B1", "B3 / C1"]);
});
