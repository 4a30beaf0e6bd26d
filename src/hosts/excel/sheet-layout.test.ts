import type { SheetDescription } from "../../workbook";
import { asText, layOut } from "./sheet-layout";

const SHEET: SheetDescription = {
  name: "核查汇总",
  rows: [
    [{ value: "标题", style: "title" }],
    [],
    [{ value: 1, style: "number" }, { value: "=1+1", style: "text" }, { value: "03-04", style: "text" }],
    [{ value: 2, style: "number" }, { value: "x", style: "text" }, { value: 0.5, style: "text", format: "0.0%" }],
    [null, { value: 0.6, formula: "=A3/A4", style: "percent" }, { value: "D9", style: "link", link: { sheet: "it's", row: 9, column: 4 } }]
  ],
  columnWidths: [5, 5, 5],
  merges: [],
  frozenRows: 1,
  marker: "m"
};

test("fills the rectangle with contents and formats", () => {
  const { address, formulas, formats } = layOut(SHEET);
  expect(address).toBe("A1:C5");
  expect(formulas).toEqual([
    ["'标题", "", ""], ["", "", ""], [1, "'=1+1", "'03-04"], [2, "'x", 0.5], ["", "=A3/A4", "'D9"]
  ]);
  expect(formats).toEqual([
    ["@", "General", "General"], ["General", "General", "General"], ["General", "@", "@"], ["General", "@", "0.0%"], ["General", "0.00%", "@"]
  ]);
});

test("formats cells that look alike as one block", () => {
  expect(layOut(SHEET).blocks).toEqual(expect.arrayContaining([
    { style: "title", address: "A1" },
    { style: "number", address: "A3:A4" },
    { style: "text", address: "B3:C4" },
    { style: "percent", address: "B5" },
    { style: "link", address: "C5" }
  ]));
  expect(layOut(SHEET).blocks).toHaveLength(5);
});

test("links to cells of any sheet", () => {
  expect(layOut(SHEET).links).toEqual([{ cell: "C5", target: "'it''s'!D9" }]);
});

test.each(["=1", "+1", "-1", "@x", "2024-1-1", "'quoted"])("%s is written as a text", (text) => {
  expect(asText(text)).toBe(`'${text}`);
});
