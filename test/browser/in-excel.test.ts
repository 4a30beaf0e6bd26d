import { Harness } from "./harness";
import { inExcel, openInExcel, sampleBook } from "./in-excel";

let harness: Harness;
beforeAll(async () => {
  harness = await Harness.start();
});
afterAll(() => harness?.stop());

test("a page in Chromium finds the workbook through Microsoft's client", async () => {
  const book = await sampleBook("lianhe.xlsx");
  const { page, complaints } = await harness.open("taskpane.html", {}, (opened) => openInExcel(opened, book));
  await page.getByRole("button", { name: /核查/ }).first().waitFor();
  const [names, values] = await page.evaluate(() => Excel.run(async (context) => {
    const sheets = context.workbook.worksheets;
    sheets.load("items/name");
    const cell = sheets.getItem("附件1 对照表").getRange("D9");
    cell.load("values");
    await context.sync();
    return [sheets.items.map(({ name }) => name), cell.values] as const;
  }));
  expect(names).toEqual(book.sheets.map(({ name }) => name));
  expect(values[0]![0]).toBe(await inExcel(page, (excel) => excel.content("附件1 对照表", "D9")));
  expect(await inExcel(page, (excel) => excel.roundTrips)).toBe(1);
  expect(complaints).toEqual([]);
});
