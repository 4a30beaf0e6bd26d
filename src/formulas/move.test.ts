import { columnNumber, parseCellName, type CellAddress } from "../workbook";
import { moveFormula, readsOf, relativeForm } from ".";
import { workbookOf } from "./workbook-of.fixture";

function cell(name: string): CellAddress {
  return { sheet: "S", ...parseCellName(name)! };
}

describe("moveFormula", () => {
  it.each([
    ["=A1+$B$2+C$3+$D4", "B2", "C4", "=B3+$B$2+D$3+$D6"],
    ["=\"A2\"&A2", "B2", "B3", "=\"A2\"&A3"],
    ["=\"a\"\"A2\"&A2", "B2", "C2", "=\"a\"\"A2\"&B2"],
    ["=LOG10(A1)+ABC", "B1", "C1", "=LOG10(B1)+ABC"],
    ["=SUM(A:A)+SUM($A:B)+SUM(1:2)+SUM($1:2)", "C3", "D4", "=SUM(B:B)+SUM($A:C)+SUM(2:3)+SUM($1:3)"],
    ["='A1'!A1+A1!B2+表1!C3", "D4", "D5", "='A1'!A2+A1!B3+表1!C4"],
    ["='it''s A1'!A1:B2", "D4", "E4", "='it''s A1'!B1:C2"],
    ["=[1]Sheet1!A1", "D4", "D5", "=[1]Sheet1!A2"],
    ["=Sheet1:Sheet3!A1", "D4", "D5", "=Sheet1:Sheet3!A2"],
    ["=A1", "B2", "B1", "=#REF!"],
    ["=SUM(A1:B2)", "C3", "B3", "=SUM(#REF!)"],
    ["=Sheet1!A1", "B2", "A2", "=#REF!"],
    ["=XFD1", "A1", "B1", "=#REF!"],
    ["=A1048576", "A1", "A2", "=#REF!"],
    ["=IF( A1 > 0 , \"x\" , 表!#REF! )", "B1", "B2", "=IF( A2 > 0 , \"x\" , #REF! )"],
    ["={1,2}*A1", "B1", "B2", "={1,2}*A2"],
    ["=A1:INDEX(B:B,3)", "C1", "C2", "=A2:INDEX(B:B,3)"],
    ["=_xlfn.XLOOKUP(A1,B$1:B$9,C$1:C$9)", "D1", "D2", "=_xlfn.XLOOKUP(A2,B$1:B$9,C$1:C$9)"],
    ["=表1[列]+A1", "B1", "B2", "=表1[列]+A2"],
    ["=a1+sum(b1)", "C1", "C2", "=A2+sum(B2)"],
    ["=A1%", "B1", "C1", "=B1%"]
  ])("%s from %s to %s", (formula, from, to, moved) => {
    expect(moveFormula(formula, cell(from), cell(to))).toBe(moved);
  });

  it("is null for what is no formula", () => {
    expect(moveFormula("=1+", cell("A1"), cell("A2"))).toBeNull();
  });
});

describe("relativeForm", () => {
  it.each([
    ["=D6/C6", "E6", "=RC[-1]/RC[-2]"],
    ["=$C$6*A1", "E6", "=R6C3*R[-5]C[-4]"],
    ["=SUM(A:A,1:1)", "B2", "=SUM(C[-1]:C[-1],R[-1]:R[-1])"],
    ["=表!A$1", "B2", "=表!R1C[-1]"]
  ])("%s in %s", (formula, at, form) => {
    expect(relativeForm(formula, cell(at))).toBe(form);
  });

  it("is the same for a filled formula", () => {
    const moved = moveFormula("=IF(C6=\"/\",\"/\",D6/$C$6)", cell("E6"), cell("E7"))!;
    expect(relativeForm(moved, cell("E7"))).toBe(relativeForm("=IF(C6=\"/\",\"/\",D6/$C$6)", cell("E6")));
  });
});

describe("readsOf", () => {
  const workbook = workbookOf({ S: { A1: 1, C9: 2 }, T: { B2: 1 } }, [{ name: "量", formula: "=T!$B$2", sheet: null }]);
  const at = cell("E5");

  it("names ranges, functions and constants", () => {
    expect(readsOf("=ROUND(SUM($A$1:A3)/量,2)&\"x\"", at, workbook)).toEqual({
      ranges: [
        { sheet: "S", rect: { top: 1, left: 1, bottom: 3, right: 1 }, absoluteRow: false, absoluteColumn: false },
        { sheet: "T", rect: { top: 2, left: 2, bottom: 2, right: 2 }, absoluteRow: true, absoluteColumn: true }
      ],
      functions: ["ROUND", "SUM"], constants: [2, "x"], external: false, volatile: false, byPlace: false
    });
  });

  it("cuts whole columns and rows to the used area", () => {
    expect(readsOf("=SUM(A:B)", at, workbook)!.ranges[0]!.rect).toEqual({ top: 1, left: 1, bottom: 9, right: 2 });
    expect(readsOf("=SUM(2:2)", at, workbook)!.ranges[0]!.rect).toEqual({ top: 2, left: 1, bottom: 2, right: columnNumber("C") });
  });

  it("sees other workbooks and volatile functions", () => {
    expect(readsOf("=[1]表!A1+OFFSET(A1,1,1)", at, workbook)).toMatchObject({ external: true, volatile: true });
    expect(readsOf("=1+", at, workbook)).toBeNull();
  });

  it("passes over sheets that are not there, or were not read", () => {
    const partly = { ...workbook, passedOver: [{ what: "sheet" as const, sheet: "丙", count: 1, places: [] }] };
    for (const formula of ["=丙!A1+A1", "=SUM(S:丙!A1)+A1", "=丁!A1+A1"]) expect(readsOf(formula, at, partly)!.ranges.map(({ sheet }) => sheet)).toEqual(["S"]);
  });
});
