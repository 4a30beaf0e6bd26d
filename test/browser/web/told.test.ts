import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { newWorkbook } from "../../../src/hosts/file/write/new-workbook";
import { parseCellName, type SheetDescription } from "../../../src/workbook";
import type { CellSpec } from "../../support/sheet-builder";
import { STRANGE_TABLES, type StrangeTable } from "../../support/strange-tables";
import { eventually, Harness } from "../harness";
import { downloaded, fileInput } from "../on-page";

let harness: Harness;
let scratch: string;
beforeAll(async () => {
  harness = await Harness.start();
  scratch = mkdtempSync(join(tmpdir(), "hebiao-told-"));
});
afterAll(async () => {
  await harness?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

type Row = readonly [string, number, number, number];

/** A list under heads that say nothing to anybody, `top` rows below the top of its sheet and without a formula. */
function strange(name: string, rows: readonly Row[], top = 0): string {
  const lines = [...Array.from({ length: top }, () => []), ["甲", "乙", "丙", "丁"], ...rows].map((line) => line.map((value) => ({ value })));
  const file = join(scratch, name);
  writeFileSync(file, newWorkbook([{ name: "表", rows: lines, columnWidths: [], merges: [], frozenRows: 0, marker: "" }]));
  return file;
}

const FIRST = [["子", 40, 30, 0.75], ["丑", 50, 45, 0.9], ["寅", 20, 19, 0.5], ["卯", 32, 40, 1.25]] as const;
/** Another station's: other names and numbers, more rows; one rate is wrong. */
const SIBLING = [["辰", 10, 7, 0.7], ["巳", 8, 6, 0.75], ["午", 25, 20, 0.8], ["未", 30, 33, 1.1], ["申", 16, 4, 0.35], ["酉", 5, 4, 0.8]] as const;

async function open(page: Page, file: string): Promise<void> {
  await fileInput(page).setInputFiles(file);
  await page.getByRole("alert").filter({ hasText: "没有认出指标表" }).waitFor();
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

test("a table that nothing recognised is told, checked, and known again in another station's workbook by the profile", async () => {
  const { page, complaints } = await harness.open("", { viewport: { width: 1280, height: 800 } });
  await open(page, strange("一站.xlsx", FIRST));
  await button(page, "告诉核表这是什么").click();
  await page.getByLabel("这是", { exact: true }).selectOption({ label: "清单" });
  await page.getByLabel("A 列“甲”当作").waitFor();
  for (const [column, role] of [["A 列“甲”当作", "名称"], ["B 列“乙”当作", "协议量"], ["C 列“丙”当作", "完成量"], ["D 列“丁”当作", "百分比"]] as const) {
    await page.getByLabel(column).selectOption({ label: role });
  }
  // The sheet beside the pane is labelled with what its columns are read as.
  await page.getByRole("columnheader", { name: "协议量" }).waitFor();
  await page.getByText("这张工作表会有错误 1 处").waitFor();
  await button(page, "就按这样核对").click();
  await page.locator('li[data-cell="表!D4"]').waitFor();

  await page.getByRole("tab", { name: "设置" }).click();
  await page.getByText("认表说明").click();
  const profile = await downloaded(page, button(page, "存成识别方案"));
  expect(JSON.parse(new TextDecoder().decode(profile.bytes))).toMatchObject({ version: 1, profiles: [{ kind: "list" }] });
  const file = join(scratch, profile.name);
  writeFileSync(file, profile.bytes);

  const { page: next } = await harness.open("", { viewport: { width: 1280, height: 800 } });
  await open(next, strange("二站.xlsx", SIBLING, 3));
  await next.locator("[data-input=profiles]").setInputFiles(file);
  await next.locator('li[data-cell="表!D9"]').waitFor();
  expect(await next.locator("li[data-cell]").filter({ hasText: "应为" }).count()).toBe(1);
  await next.getByText("按您的说明读").waitFor();
  expect(complaints).toEqual([]);
});

/** Cells by their addresses as a sheet of a file. */
function sheetOf(name: string, cells: Record<string, CellSpec>): SheetDescription {
  const rows: (SheetDescription["rows"][number][number])[][] = [];
  for (const [address, spec] of Object.entries(cells)) {
    const { row, column } = parseCellName(address)!;
    while (rows.length < row) rows.push([]);
    const { v: value, format } = (typeof spec === "object" ? spec : { v: spec }) as { v: string | number; format?: string };
    const line = rows[row - 1]!;
    while (line.length < column) line.push(null);
    line[column - 1] = { value, ...(format !== undefined && { format }) };
  }
  return { name, rows, columnWidths: [], merges: [], frozenRows: 0, marker: "" };
}

/** Chooses; the choice stands once the table was looked at again. */
async function choose(page: Page, label: string, value: string): Promise<void> {
  const select = page.getByLabel(label, { exact: true });
  await select.selectOption({ value });
  await eventually(() => select.inputValue(), value);
}

/** Tells what the table is, from the place for a table that no list names. */
async function tell(page: Page, { kind, headRows, roles, range, more }: StrangeTable): Promise<void> {
  const point = page.locator("details").filter({ has: page.locator("summary", { hasText: /^(有表没列出来？|表在哪里？指给核表看)$/ }) });
  await point.last().waitFor({ state: "attached" });
  for (const fold of await point.all()) if ((await fold.getAttribute("open")) === null) await fold.locator("summary").first().click();
  await page.getByLabel("从哪里到哪里").fill(range);
  await button(page, "告诉核表这是什么").last().click();
  await choose(page, "这是", kind);
  await choose(page, "表头", String(headRows));
  const columns = page.locator("select[aria-label$='当作']");
  for (const [index, role] of roles.split(" ").entries()) await columns.nth(index).selectOption({ value: role });
  for (const { label, is } of more?.rows ?? []) {
    const row = page.getByLabel(new RegExp(`^第 \\d+ 行“${label}”是$`));
    await row.waitFor({ state: "attached" });
    // Rows taken for data are folded away.
    if (!(await row.isVisible())) await page.getByText(/^其余 \d+ 行都是数据$/).click();
    await row.selectOption({ value: is });
  }
  for (const { mark, means } of more?.marks ?? []) await page.getByLabel(`“${mark}”表示`).selectOption({ value: means });
  if (more?.firstMonth !== undefined) await page.getByLabel("第一列勾是几月").selectOption({ value: String(more.firstMonth) });
  await button(page, "就按这样核对").click();
}

/** What the pane lists as an error, by its cell. */
async function errors(page: Page): Promise<string[]> {
  return page.locator("li[data-severity=error]").evaluateAll((items) => items.map((item) => item.getAttribute("data-cell")!));
}

test.each(STRANGE_TABLES)("%s is told in the pane and checked", async (_, table) => {
  const file = join(scratch, "怪表.xlsx");
  writeFileSync(file, newWorkbook([sheetOf("甲表", table.cells)]));
  const { page, complaints } = await harness.open("", { viewport: { width: 1280, height: 800 } });
  await fileInput(page).setInputFiles(file);
  await tell(page, table);
  await page.getByText("按您的说明读").waitFor({ state: "attached" });
  await eventually(() => errors(page), [`甲表!${table.wrong}`]);
  expect(await page.getByText("想请您确认").count()).toBe(0);
  expect(complaints).toEqual([]);
});

test("a whole batch is read by a profile", async () => {
  const [, table] = STRANGE_TABLES[0]!;
  const workbooks = [["甲站.xlsx", table.cells], ["乙站.xlsx", table.sibling]] as const;
  for (const [name, cells] of workbooks) writeFileSync(join(scratch, name), newWorkbook([sheetOf("甲表", cells)]));
  const { page, complaints } = await harness.open("", { viewport: { width: 1280, height: 800 } });
  await fileInput(page).setInputFiles(workbooks.map(([name]) => join(scratch, name)));
  await page.getByText("没有认出指标表").first().waitFor();
  await button(page, "各站设置").click();
  const roles = table.roles.split(" ");
  const columns = ["甲", "乙", "丙", "丁"].map((head, i) => ({ head, holds: i === 0 ? "text" : i === 3 ? "percent" : "number", role: roles[i] }));
  const profile = { version: 1, profiles: [{ name: "怪表", kind: "list", headRows: 1, columns }] };
  await page.locator("[data-input=settings]").setInputFiles({ name: "识别方案.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(profile)) });
  await button(page, "保存并重新核查").click();
  for (const [name] of workbooks) await eventually(() => page.locator(`tr[data-path="${name}"] td[data-column=errors]`).innerText(), "1");
  expect(complaints).toEqual([]);
});

test("what is no file of profiles is refused with a sentence", async () => {
  const { page } = await harness.open("", { viewport: { width: 1280, height: 800 } });
  await open(page, strange("三站.xlsx", FIRST));
  for (const [text, says] of [['{"version":2,"profiles":[]}', "版本"], ['{"headcount":12}', "没有识别方案"]] as const) {
    const file = join(scratch, "坏方案.json");
    writeFileSync(file, text);
    await page.locator("[data-input=profiles]").setInputFiles(file);
    await page.getByRole("alert").filter({ hasText: says }).waitFor();
  }
});
