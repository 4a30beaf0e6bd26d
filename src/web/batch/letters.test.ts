import { sampleFinding, sampleReport } from "../../../test/sample-report";
import type { WorkbookReport } from "../../report/types";
import { unzipSync } from "fflate";
import type { Entry } from "./batch";
import { packLetters } from "./letters";
import { askingRules } from "./rows";

const entry = (path: string, parts: Partial<WorkbookReport> = {}, names: ReadonlyMap<string, string> = new Map()): Entry => ({
  id: 0, path, step: "done", row: null, session: null, examined: { report: { ...sampleReport(parts), file: path }, names, hash: null }
});
const ENTRIES = [
  entry("各站/甲.xlsx"), entry("各站/乙.xlsx", { findings: [sampleFinding({ severity: "info" })] }), entry("各站/丙.xlsx", { error: { code: "corrupt", message: "坏" } }),
  { ...entry("各站/丁.xlsx"), examined: null }, entry("各站/戊.xlsx", { findings: [sampleFinding({ rule: "same-indicator", severity: "warning", message: "不一样。请核对。" })] })
];
const OF = { form: { until: "2025-04-15", by: "评估组", names: false, format: "txt" }, choice: { withoutRules: new Set<string>(), questions: true }, date: "2025-04-01", name: "整改清单", language: "zh" } as const;

async function packed(more: Partial<Parameters<typeof packLetters>[1]> = {}, entries = ENTRIES) {
  const { archive, ...rest } = await packLetters(entries, { ...OF, ...more });
  const files = archive ? unzipSync(new Uint8Array(await archive.arrayBuffer())) : {};
  return { ...rest, files: Object.fromEntries(Object.entries(files).map(([name, content]) => [name, new TextDecoder().decode(content)])) };
}

test("a letter where the workbook stands, and what has none is named with its reason", async () => {
  const { files, written, clean, left } = await packed();
  expect(Object.keys(files)).toEqual(["各站/甲.整改清单.txt", "各站/戊.整改清单.txt"]);
  expect([written.length, clean, left]).toEqual([2, ["各站/乙.xlsx"], ["各站/丙.xlsx", "各站/丁.xlsx"]]);
  expect(files["各站/甲.整改清单.txt"]).toContain("请于 2025年4月15日 前改好");
});

test("without a rule: who has nothing else gets none", async () => {
  const { files, clean } = await packed({ choice: { withoutRules: new Set(["same-indicator"]), questions: true } });
  expect([Object.keys(files), clean]).toEqual([["各站/甲.整改清单.txt"], ["各站/乙.xlsx", "各站/戊.xlsx"]]);
});

test("nothing to mend at all: no archive", async () => {
  expect((await packLetters([ENTRIES[1]!], OF)).archive).toBeNull();
});

test("names only where they are asked for", async () => {
  const one = [entry("甲.xlsx", {}, new Map([["附件1 对照表!9", "甲某"]]))];
  expect((await packed({}, one)).files["甲.整改清单.txt"]).not.toContain("甲某");
  expect((await packed({ form: { ...OF.form, names: true } }, one)).files["甲.整改清单.txt"]).toContain("甲某");
});

test("the rules to choose from are those that ask something of a station", () => {
  expect(askingRules(ENTRIES).map(({ rule, count }) => [rule, count])).toEqual([["rate-mismatch", 2], ["same-indicator", 1]]);
});
