import { readWorkbook } from "../../../src/hosts/file";
import { checkWorkbook } from "../../../src/report";
import { Harness } from "../harness";
import { drop, downloaded, result } from "../on-page";

let harness: Harness;
beforeAll(async () => {
  harness = await Harness.start();
});
afterAll(() => harness?.stop());

test("new standard tables are made on the start page, are clean, and are opened like any others", async () => {
  const { page, requests, complaints } = await harness.open("", { viewport: { width: 1280, height: 800 } });
  await page.getByRole("button", { name: "新建标准表" }).click();
  const dialog = page.getByRole("dialog", { name: "新建标准表" });
  const make = dialog.getByRole("button", { name: "新建", exact: true });
  await make.click();
  await dialog.getByRole("alert").filter({ hasText: "请填写社工站名称" }).waitFor();
  // The complaint stands at the field, which has the focus.
  expect(await dialog.getByRole("textbox", { name: "社工站名称" }).evaluate((field) => field === document.activeElement)).toBe(true);
  await dialog.getByRole("textbox", { name: "社工站名称" }).fill("广州市甲街社工站");
  await dialog.getByLabel("评估期开始").fill("2025-07-01");
  await dialog.getByLabel("评估期结束").fill("2025-12-31");
  const { name, bytes } = await downloaded(page, make);
  expect(name).toMatch(/^广州市甲街社工站.*\.xlsx$/);
  await dialog.waitFor({ state: "detached" });
  await page.getByRole("status").filter({ hasText: `已生成 ${name}` }).waitFor();

  const { station, period, findings, error } = checkWorkbook(await readWorkbook(bytes), { fileName: name });
  expect([station, period?.start, period?.end, error]).toEqual(["广州市甲街社工站", "2025-07-01", "2025-12-31", null]);
  expect(findings.filter(({ severity }) => severity !== "info")).toEqual([]);
  await drop(page, [{ name, bytes }]);
  await result(page).filter({ hasText: "广州市甲街社工站" }).waitFor();
  expect(harness.outside(requests)).toEqual([]);
  expect(complaints).toEqual([]);
});

test("in a low window, where its fields have to be scrolled, the dialog still begins in the first one", async () => {
  const { page } = await harness.open("", { viewport: { width: 683, height: 384 } });
  await page.getByRole("button", { name: "新建标准表" }).click();
  const field = page.getByRole("dialog").getByRole("textbox", { name: "社工站名称" });
  await field.waitFor();
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
});
