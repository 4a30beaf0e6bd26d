import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Fix } from "../../workbook";
import { asExcel97 } from "../../../test/browser/web/workbooks";
import { writeSettingsXml } from "../../settings";
import { Keeper, type Requests } from "./requests";

const LIANHE = new Uint8Array(readFileSync(join(__dirname, "..", "..", "..", "samples", "lianhe.xlsx")));
const SHEET = "附件1 指标完成情况";

test("a cell that was mended with a formula shows what the formula gives", async () => {
  const keeper = new Keeper();
  const shown = async () => {
    const cells = await keeper.answer({ kind: "block", sheet: SHEET, row: 1, column: 1 }) as Requests["block"]["answer"];
    return cells.find(({ row, column }) => row === 4 && column === 5)!.text;
  };
  await keeper.answer({ kind: "open", bytes: LIANHE, fileName: "lianhe.xlsx" });
  expect(await shown()).toBe("178.31%");
  const { report } = await keeper.answer({ kind: "check", language: "zh", settings: {} }) as Requests["check"]["answer"];
  const fix = report.findings.find(({ sheet, cell }) => sheet === SHEET && cell === "E4")!.fix as Fix;
  expect(fix.kind).toBe("formula");
  await keeper.answer({ kind: "edit", edit: { fixes: [fix] } });
  expect(await shown()).toBe("178.55%");
  const { report: after } = await keeper.answer({ kind: "check", language: "zh", settings: {} }) as Requests["check"]["answer"];
  expect(after.notChecked.filter((sentence) => /重新计算|没有存/.test(sentence))).toEqual([]);
});

test("of a workbook that can only be read, what is to be kept is remembered, and known to every check that is told it", async () => {
  const content = new Uint8Array(asExcel97());
  const settingsXml = writeSettingsXml({ settings: { headcount: 18 }, ignored: [] });
  const keeper = new Keeper();
  const opened = await keeper.answer({ kind: "open", bytes: content, fileName: "旧表.xls" }) as Requests["open"]["answer"];
  expect(opened.extension).toBeNull();
  await keeper.answer({ kind: "remember", settingsXml });
  const checked = await keeper.answer({ kind: "check", language: "zh", settings: {} }) as Requests["check"]["answer"];
  expect([checked.settings?.headcount, checked.stored.settings]).toEqual([18, { headcount: 18 }]);
  const { report } = await keeper.answer({ kind: "examine", content, fileName: "旧表.xls", language: "zh", settings: {}, settingsXml }) as Requests["examine"]["answer"];
  expect(report.evaluation?.staffing?.headcount).toBe(18);
});

test("a file that was moved since it was chosen is said to be unreadable", async () => {
  const gone = { arrayBuffer: () => Promise.reject(new DOMException("gone", "NotFoundError")) } as unknown as Blob;
  const { report, hash } = await new Keeper().answer({ kind: "examine", content: gone, fileName: "a.xlsx", language: "zh", settings: {} }) as Requests["examine"]["answer"];
  expect([report.error?.code, hash]).toEqual(["unreadable", null]);
});
