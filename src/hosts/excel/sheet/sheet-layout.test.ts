import type { SheetDescription } from "../../../workbook";
import { asText, layOut, type RowBlock, type SheetLayout } from "./sheet-layout";

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
  const { columns, rows: [{ address, formulas, formats }] } = layOut(SHEET) as SheetLayout & { rows: [RowBlock] };
  expect(columns).toBe("A:C");
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
  expect(layOut(SHEET).links).toEqual([{ cell: "C5", target: "'it''s'!D9", text: "D9" }]);
});

test.each(["=1", "+1", "-1", "@x", "2024-1-1", "'quoted"])("%s is written as a text", (text) => {
  expect(asText(text)).toBe(`'${text}`);
});

test("joins rows of the same columns in one call, writes much in parts, and leaves the user's columns apart", () => {
  const own = { value: 1, formula: "=C3", format: "0", kept: { row: 3, column: 5 } };
  const sheet = {
    ...SHEET, merges: ["A1:B1", "A2:B2", "A4:B4", "C2:C3"],
    rows: [...SHEET.rows.slice(0, 3), [{ value: "长".repeat(40_000) }, null, null, null, own], ...Array.from({ length: 60 }, () => [{ value: "文".repeat(20_000) }])]
  };
  const { merges, rows, moved, vacated, columns } = layOut(sheet);
  expect(merges).toEqual([{ address: "A1:B2", across: true }, { address: "A4:B4", across: true }, { address: "C2:C3", across: false }]);
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.flatMap(({ formulas }) => formulas)).toHaveLength(64);
  expect(rows.every(({ formulas }) => formulas.every((row) => row.length === 3))).toBe(true);
  expect(rows[0]!.formulas[3]![0]).toHaveLength(32_768);
  expect([moved, vacated]).toEqual([[{ cell: "E4", content: "=C4", format: "0" }], ["E3"]]);
  expect(columns).toBe("A:C");
});

test("the user's own cells that stay are not touched; a former longer sheet is written over to its end", () => {
  const own = (row: number, column: number) => ({ value: `备注${row}`, kept: { row, column } });
  const { moved, vacated, rows } = layOut({ ...SHEET, rows: [[{ value: 1 }, null, null, own(1, 4)], [null, null, null, own(3, 4)], [null, null, null, own(2, 4)]] }, { bottom: 5, right: 4 });
  expect(moved.map(({ cell, content }) => [cell, content])).toEqual([["D2", "'备注3"], ["D3", "'备注2"]]);
  expect(vacated).toEqual([]);
  expect(rows.map(({ address }) => address)).toEqual(["A1:C5"]);
  expect(rows[0]!.formulas[4]).toEqual(["", "", ""]);
});
