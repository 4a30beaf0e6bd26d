import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { readWorkbook } from "../../../src/hosts/file";
import { eventually, Harness, sample } from "../harness";
import { downloaded, fileInput, openWorkbook, result } from "../on-page";
import { asExcel97, changedParts } from "./workbooks";

const WIDE = { viewport: { width: 1280, height: 800 } };
const CARDS = "附件1 对照表";
const ORIGINAL = new Uint8Array(readFileSync(sample("lianhe.xlsx")));

let harness: Harness;
beforeAll(async () => {
  harness = await Harness.start();
});
afterAll(() => harness?.stop());

const cell = (page: Page, name: string): Locator => page.locator(`#cell-${name}`);
const button = (page: Page, name: string): Locator => page.getByRole("button", { name, exact: true });
const selected = (page: Page): Promise<string> => page.getByLabel("所选单元格").innerText();

async function onCards(): Promise<{ page: Page; complaints: readonly string[] }> {
  const { page, complaints } = await harness.open("", WIDE);
  await openWorkbook(page);
  await page.getByRole("tab", { name: CARDS }).click();
  await cell(page, "D9").waitFor();
  return { page, complaints };
}

/** Goes to a cell without opening its finding. */
async function goTo(page: Page, name: string, from: string, keys: readonly string[]): Promise<void> {
  await cell(page, from).click();
  for (const key of keys) await page.keyboard.press(key);
  expect(await selected(page)).toBe(name);
}

async function pasted(page: Page, text: string): Promise<void> {
  await page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", given);
    document.activeElement!.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

test("a cell is typed over, written on, cleared and taken back; findings follow; the file differs in what was typed only", async () => {
  const { page, complaints } = await onCards();
  // Typed over: the key that begins it counts, Enter goes on downwards; what is listed follows.
  await goTo(page, "D9", "C9", ["ArrowRight"]);
  await page.keyboard.type("68.24");
  await page.keyboard.press("Enter");
  expect(await selected(page)).toBe("D10");
  await cell(page, "D9").filter({ hasText: "68.24%" }).waitFor();
  await page.getByText("已改 1 格").waitFor();
  await page.locator(`li[data-cell="${CARDS}!D9"]`).waitFor({ state: "detached" });
  await page.getByText(/^上次 \d+ 处：已解决 1，还在 \d+，新出现 0$/).waitFor();

  // Written on by F2, and dropped.
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("F2");
  const field = page.getByRole("textbox", { name: "D9 的内容" }).last();
  expect(await field.inputValue()).toBe("68.24%");
  await page.keyboard.type("9");
  await page.keyboard.press("Escape");
  expect([await selected(page), await cell(page, "D9").innerText()]).toEqual(["D9", "68.24%"]);

  // A formula that is none is given back to be mended, and is computed then.
  await page.keyboard.type('=101/("');
  await page.keyboard.press("Enter");
  await page.getByText("不是完整的公式").waitFor();
  expect(await page.getByRole("textbox", { name: "D9 的内容" }).last().inputValue()).toBe('=101/("');
  for (let count = 0; count < 2; count++) await page.keyboard.press("Backspace");
  await page.keyboard.type("148");
  await page.keyboard.press("Enter");
  await cell(page, "D9").filter({ hasText: "68.24%" }).waitFor();
  await goTo(page, "D9", "C9", ["ArrowRight"]);
  await page.getByLabel("单元格内容").filter({ hasText: "=101/148" }).waitFor();

  // A double click, and the field above the sheet: what depends on the cell is computed.
  await page.getByRole("tab", { name: "附件1 指标完成情况" }).click();
  await cell(page, "G4").dblclick();
  await page.getByRole("textbox", { name: "G4 的内容" }).first().fill("45");
  await button(page, "确定（回车）").click();
  await cell(page, "H4").filter({ hasText: "50.00%" }).waitFor();
  await page.keyboard.press("Control+z");
  await cell(page, "H4").filter({ hasText: "44.44%" }).waitFor();
  await page.getByRole("tab", { name: CARDS }).click();

  // Cleared and taken back.
  await goTo(page, "D9", "C9", ["ArrowRight"]);
  await page.keyboard.press("Delete");
  await cell(page, "D9").filter({ hasText: "%" }).waitFor({ state: "detached" });
  await page.keyboard.press("Control+z");
  await cell(page, "D9").filter({ hasText: "68.24%" }).waitFor();

  const { bytes } = await downloaded(page, button(page, "下载"));
  expect(changedParts(ORIGINAL, bytes)).toEqual(["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"]);
  const [before, after] = await Promise.all([readWorkbook(ORIGINAL), readWorkbook(bytes)]);
  const differing = before.sheets.flatMap((sheet, index) => [...sheet.cells].flatMap(([key, old]) => {
    const now = after.sheets[index]!.cells.get(key);
    return now?.value === old.value && now?.formula === old.formula && now?.format === old.format ? [] : [`${now?.formula ?? now?.text} ${now?.format}`];
  }));
  expect(differing).toEqual(["=101/148 0.00%"]);
  expect(complaints).toEqual([]);
});

test("a block is pasted as Excel gives it, taken back as one, and refused in words where it cannot stand", async () => {
  const { page, complaints } = await onCards();
  await goTo(page, "B9", "C9", ["ArrowLeft"]);
  const before = await cell(page, "B9").innerText();
  await pasted(page, "１５０\t105\r\n");
  await page.getByText("已改 2 格").waitFor();
  await cell(page, "B9").filter({ hasText: "150" }).waitFor();
  await cell(page, "C9").filter({ hasText: "105" }).waitFor();
  await button(page, "撤销").first().click();
  await cell(page, "B9").filter({ hasText: before }).waitFor();
  await cell(page, "C9").filter({ hasText: "101" }).waitFor();
  expect(complaints).toEqual([]);
});

test("of a block that reaches under a merged cell the rest is written, and both are said", async () => {
  const { page } = await onCards();
  await page.getByRole("tab", { name: "附件1 指标完成情况" }).click();
  await cell(page, "C4").click();
  const bar = page.locator("[data-formula]");
  const height = () => bar.evaluate((element) => element.parentElement!.offsetHeight);
  // A bar that does not show the cell yet is lower than one that does.
  await bar.filter({ hasText: "415" }).waitFor();
  const ofNumber = await height();
  await pasted(page, "416\r\n417\r\n418\r\n419\r\n420\r\n");
  await page.getByText("已改 1 格").waitFor();
  const notice = page.getByRole("status").filter({ hasText: "C5 在合并单元格里" });
  await notice.getByText("另有 1 格也没有写入").waitFor();
  await notice.getByRole("button", { name: "撤销" }).click();
  await cell(page, "C4").filter({ hasText: "415" }).waitFor();
  // A formula with its result beside it makes the bar no higher: the sheet stays where it is.
  await cell(page, "C9").click();
  await bar.filter({ hasText: "=SUM" }).waitFor();
  await eventually(height, ofNumber);
});

test("what can only be read says how to go on when somebody types", async () => {
  const { page } = await harness.open("", WIDE);
  await fileInput(page).setInputFiles({ name: "旧表.xls", mimeType: "", buffer: Buffer.from(asExcel97()) });
  await result(page).waitFor();
  await page.getByRole("grid").focus();
  await page.keyboard.type("5");
  await page.getByText("这种格式只能看，不能改").waitFor();
  expect(await page.getByRole("textbox", { name: /的内容$/ }).count()).toBe(0);
});
