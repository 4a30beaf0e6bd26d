import { parseCellName } from "../workbook";
import { formOf, formOfValue } from ".";
import { workbookOf } from "./workbook-of.fixture";

const workbook = workbookOf({ S: { A1: 1, D20: 2 }, "表 二": { A1: 3 } }, [{ name: "目标", formula: "=S!$A$1", sheet: null }]);

/** The form of a formula in a cell of S, areas told by their distance from it. */
function form(cell: string, formula: string): string | null {
  const at = { sheet: "S", ...parseCellName(cell)! };
  return formOf(formula, at, workbook, ({ sheet, top, left, bottom, right }) =>
    `[${sheet.name === "S" ? "" : sheet.name}${top - at.row},${left - at.column},${bottom - at.row},${right - at.column}]`);
}

test.each([
  ["E5", "=D5/C5", "E9", "=D9/C9"],
  ["E5", "=IF(C5=\"/\",\"/\",ROUND(D5/C5,4))", "E6", "= IF( C6 = \"/\" ,\"/\", ROUND(D6/C6, 4) )"],
  ["E5", "=SUM(C$2:C4)", "F6", "=SUM(D3:D5)"],
  ["E5", "=S!A5%+{1,2}", "E7", "=A7%+{1,2}"],
  ["E5", "=SUMIF(A5:A9,\">0\")", "E6", "=sumif(A6:A10,\">0\")"]
])("%s %s is %s %s", (cell, formula, other, same) => {
  expect(form(cell, formula)).not.toBeNull();
  expect(form(other, same)).toBe(form(cell, formula));
});

test.each([
  ["=D5/C5", "=C5/D5"], ["=D5-C5-B5", "=D5-(C5-B5)"], ["=SUM(A5,\"1\")", "=SUM(A5,1)"], ["=SUM(A5)", "=MAX(A5)"], ["=A5", "='表 二'!A5"], ["=-A5%", "=(-A5)"],
  ["=SUM({1,2;3,4})", "=SUM({1;2;3;4})"], ["=IF(A5,,1)", "=IF(A5,1)"]
])("%s is not %s", (one, other) => {
  expect(form("E5", one)).not.toBeNull();
  expect(form("E5", other)).not.toBe(form("E5", one));
});

test.each([
  "=ROW(A5)", "=COLUMN()", "=OFFSET(A5,0,1)", "=INDIRECT(\"A5\")", "=TODAY()", "=SUBTOTAL(9,A5:A7)", "=SUMIF(A5:A9,\">0\",B5)", "=LOOKUP(1,A5:A9,B5)", "=FORMULATEXT(A5)",
  "=目标*2", "=[1]S!A5", "=表1[列]", "=LET(x,A5,x*2)", "=LAMBDA(x,x)(A5)", "=FOO(A5)", "=A5:INDEX(B:B,9)", "=A5#", "=SUM(S:表!A1)", "=没有!A1", "=1+"
])("%s has none", (formula) => expect(form("E5", formula)).toBeNull());

test("no two values have the same form", () => {
  const values = [null, 0, "", "0", "null", true, "TRUE", { error: "#N/A" } as const, "#N/A", 1.5];
  expect(new Set(values.map(formOfValue)).size).toBe(values.length);
});

test("areas that are not told give it up; long sums do not overflow", () => {
  const at = { sheet: "S", row: 5, column: 5 };
  expect(formOf("=A5+B5", at, workbook, ({ left }) => (left === 2 ? null : "a"))).toBeNull();
  expect(formOf(`=${new Array(3000).fill("A5").join("+")}`, at, workbook, () => "a")).not.toBeNull();
});
