import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newWorkbook, readWorkbook } from "../hosts/file";
import { run } from "../../test/support/command-line";

const SAMPLES = join(__dirname, "..", "..", "samples");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hebiao-"));
  for (const name of ["lianhe.xlsx", "baihedong.xlsx"]) copyFileSync(join(SAMPLES, name), join(folder, name));
  const rows = [["站名", "人数", "持证比例", "经费（万元）"], ["联和街", 20, 0.7, 240], ["白鹤洞街社工站", 18, 0.5, 216], ["别的街", 16, 0.5, 190]];
  writeFileSync(join(folder, "协议.xlsx"), newWorkbook([{ name: "清单", marker: "", merges: [], frozenRows: 0, columnWidths: [20, 10, 10, 10], rows: rows.map((row) => row.map((value) => ({ value }))) }]));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a list of agreements sets headcount and share of each station, is held against the workbooks, and is itself no submission", async () => {
  const list = join(folder, "协议.xlsx");
  const { code, out, err } = await run("check", folder, "--agreements", list, "--format", "json");
  expect(code).toBe(1);
  expect(err).toMatch(/读到 3 个站的协议[^]*清单里的 1 个站没有工作簿：别的街/);
  const { workbooks } = JSON.parse(out) as { workbooks: { file: string; agreement: { headcount: unknown }; evaluation: { staffing: { due: number; certified: { due: number }; confirmed: unknown } } }[] };
  expect(workbooks.map(({ file, agreement, evaluation: { staffing } }) => [file.split("/").at(-1), agreement.headcount, staffing.due, staffing.certified.due, staffing.confirmed])).toEqual([
    ["baihedong.xlsx", { listed: 18, implied: 20, agrees: false }, 108, 54, { headcount: true, share: true }], ["lianhe.xlsx", { listed: 20, implied: 20, agrees: true }, 100, 70, { headcount: true, share: true }]
  ]);
  expect((await run("check", folder, "--agreements", list)).out).toContain("协议清单：人数 18（不一致：工作簿的稳岗率是按 20 人算的）");
});

test("the comparison has a sheet of the agreements", async () => {
  const to = join(folder, "对照.xlsx");
  await run("compare", folder, "-o", to, "--agreements", join(folder, "协议.xlsx"));
  const { sheets } = await readWorkbook(new Uint8Array(await (await import("node:fs/promises")).readFile(to)));
  const sheet = sheets.find(({ name }) => name === "协议事项")!;
  expect([3, 4, 5].map((row) => [sheet.cell(row, 3)?.text, sheet.cell(row, 10)?.text])).toEqual([["白鹤洞街社工站", "人数不一致"], ["联和街", "一致"], ["别的街", "没有工作簿"]]);
});

test("what is no list of agreements is said to be none", async () => {
  const { code, err } = await run("check", join(folder, "lianhe.xlsx"), "--agreements", join(folder, "baihedong.xlsx"));
  expect([code, err]).toEqual([2, expect.stringContaining("没有找到协议清单")]);
});
