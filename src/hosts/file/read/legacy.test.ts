import { write, utils, type BookType } from "@e965/xlsx";
import { strToU8 } from "fflate";
import type { Cell, Workbook } from "../../../workbook";
import { editWorkbook, readWorkbook } from "../index";

const cell = (workbook: Workbook, row: number, column: number): Cell | undefined => workbook.sheets[0]!.cell(row, column);

function book(type: BookType): Uint8Array {
  const sheet = utils.aoa_to_sheet([["指标", "协议量"], ["走访", 148], ["比例", 0.5]]);
  sheet["B4"] = { t: "n", v: 148.5, f: "SUM(B2:B3)" };
  sheet["B3"].z = "0.00%";
  sheet["!ref"] = "A1:B4";
  sheet["!merges"] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, sheet, "附件1");
  return new Uint8Array(write(workbook, { type: "array", bookType: type }));
}

test.each<BookType>(["biff8", "xlsb", "ods", "xlml"])("reads %s, and does not write it", async (type) => {
  const bytes = book(type);
  const workbook = await readWorkbook(bytes, "表.xls");
  expect(workbook.sheets.map(({ name }) => name)).toEqual(["附件1"]);
  expect(cell(workbook, 1, 1)!.value).toBe("指标");
  expect(cell(workbook, 2, 2)).toMatchObject({ value: 148, formula: null, text: "148" });
  expect(cell(workbook, 3, 2)!.text).toBe("50.00%");
  // The library writes no formulas into the binary kinds.
  expect(cell(workbook, 4, 2)).toMatchObject({ value: 148.5, formula: type === "ods" || type === "xlml" ? "=SUM(B2:B3)" : null });
  expect(workbook.sheets[0]!.merges).toEqual([{ top: 1, left: 1, bottom: 1, right: 2 }]);
  await expect(editWorkbook(bytes, {})).rejects.toMatchObject({ code: "unsupported" });
});

/** 指标, 协议量 in GBK. */
const GBK = new Map([["指标", [0xd6, 0xb8, 0xb1, 0xea]], ["协议量", [0xd0, 0xad, 0xd2, 0xe9, 0xc1, 0xbf]]]);

function toGbk(text: string): Uint8Array {
  return Uint8Array.from(text.split(/(指标|协议量)/).flatMap((piece) => GBK.get(piece) ?? [...strToU8(piece)]));
}

test("reads tab-separated text named .xls", async () => {
  const workbook = await readWorkbook(toGbk("指标\t协议量\r\nA\t148\r\n=1+1\t35.3%\r\n"), "表.xls");
  expect([cell(workbook, 1, 2)!.value, cell(workbook, 2, 2)!.value]).toEqual(["协议量", 148]);
  expect(cell(workbook, 3, 1)).toMatchObject({ value: "=1+1", formula: null });
  expect(cell(workbook, 3, 2)).toMatchObject({ value: 0.353, text: "35.3%" });
});
