import { workbookOf } from "../../test/support/sheet-builder";
import { sampleReport } from "../../test/sample-report";
import { SpokenError } from "../messages";
import { agreementOf, parseSettings, settingsFor } from "../settings";
import { agreementFacts, agreementText, contradicted, readAgreements, verdictText } from ".";

const list = (cells: Record<string, string | number>, merges: string[] = []) => workbookOf({ 清单: { cells, merges } });

test.each<[string, ReturnType<typeof list>, unknown[]]>([
  ["a column each, under a title", list({
    A1: "各街镇社工站协议情况表", A2: "序号", B2: "社工站", C2: "协议社工人数", D2: "持证比例", E2: "协议起止时间", F2: "经费（万元）",
    A3: 1, B3: "甲街社工站", C3: 20, D3: "50%", E3: "2024年9月10日至2025年9月9日", F3: 240, A4: 2, B4: "乙镇", C4: "18人", D4: "不低于70%", E4: "2024.9.1-2025.8.31", F4: "200万元", A5: "合计", B5: "合计", C5: 38
  }), [
    { station: "甲街社工站", headcount: 20, certifiedShare: 0.5, period: { start: "2024-09-10", end: "2025-09-09" }, budget: 2_400_000 },
    { station: "乙镇", headcount: 18, certifiedShare: 0.7, period: { start: "2024-09-01", end: "2025-08-31" }, budget: 2_000_000 }
  ]],
  ["heads of two rows, begin and end apart, certified persons as a number", list({
    B3: "街道名称", C3: "人员配备", E3: "服务协议", C4: "社工人数", D4: "其中持证人数", E4: "开始日期", F4: "结束日期", G3: "项目资金（元）", B5: "丙街", C5: 16, D5: 8, E5: "2024-07-01", F5: "2025-06-30", G5: "1,800,000"
  }, ["B3:B4", "C3:D3", "E3:F3", "G3:G4"]), [{ station: "丙街", headcount: 16, certifiedShare: 0.5, period: { start: "2024-07-01", end: "2025-06-30" }, budget: 1_800_000 }]],
  ["what is not given", list({ A1: "站名", B1: "人数", C1: "持证社工占比", A2: "甲街", B2: "/", C2: "", A3: "乙街", B3: 20, C3: 0.5 }), [{ station: "甲街" }, { station: "乙街", headcount: 20, certifiedShare: 0.5 }]]
])("a list is read by its heads: %s", (_, workbook, agreements) => {
  expect(readAgreements(workbook)).toEqual({ agreements, problems: [] });
});

test("what cannot be read is said with its cell; what is no list is said to be none", () => {
  const { agreements, problems } = readAgreements(list({ A1: "站名", B1: "人数", A2: "甲街", B2: "待定", A3: "乙街", B3: 20 }));
  expect([agreements, problems.map(({ data }) => data)]).toEqual([[{ station: "甲街" }, { station: "乙街", headcount: 20 }], [{ cell: "清单!B2", station: "甲街", text: "待定" }]]);
  expect(() => readAgreements(list({ A1: "序号", B1: "姓名" }))).toThrow(SpokenError);
  expect(() => readAgreements(list({ A1: "社工站人员", B1: "持证情况", A2: "社工", B2: "是", A3: "社工", B3: "否" }))).toThrow(SpokenError);
});

test.each([
  ["广州市联和街“双百工程”社工站", "联和街", true], ["广州市黄埔区联和街社工服务站", "联和街道", true], ["白云湖街社工站", "白云街", false], ["甲街社工站", "甲街社工站", true], ["石碁镇社工站", "石碁镇人民政府", true]
])("%s is %s of the list: %p", (title, station, isSame) => {
  expect(agreementOf([{ station: "别的街" }, { station }], title)?.station ?? null).toBe(isSame ? station : null);
});

test("two rows for one station settle nothing; of those that do, headcount and share hold for it, and what is set for the station comes first", () => {
  expect(agreementOf([{ station: "联和街", headcount: 18 }, { station: "联和街道", headcount: 20 }], "联和街社工站")).toBeNull();
  const given = parseSettings({ headcount: 22, agreements: [{ station: "联和街", headcount: 18, certifiedShare: 0.7, period: { start: "2024-09-10", end: "2025-09-09" }, budget: 2_400_000 }] });
  const settings = settingsFor(given, "广州市联和街社工站");
  expect([settings.headcount, settings.certifiedShare, [...settings.given].sort()]).toEqual([18, 0.7, ["certifiedShare", "headcount"]]);
  expect(settingsFor(given, "别的街社工站").headcount).toBe(22);
  expect(settingsFor({ ...given, stations: { 广州市联和街社工站: { headcount: 19 } } }, "广州市联和街社工站").headcount).toBe(19);
});

test("the list beside what the workbook implies", () => {
  const { evaluation, ...report } = sampleReport({ station: "甲街社工站", period: { start: "2024-09-10", end: "2025-02-28", months: 6 } });
  const workbook = { ...report, evaluation: evaluation && { ...evaluation, retention: { retained: 14, headcount: 20, rate: 0.7, printed: 0.7, limit: 0.8, meets: false } } };
  const facts = (headcount: number, end: string) => agreementFacts(workbook, [{ station: "甲街", headcount, period: { start: "2024-09-10", end } }])!;
  expect([verdictText(facts(20, "2025-09-09"), "zh"), contradicted(facts(20, "2025-09-09"))]).toEqual(["一致", []]);
  expect([verdictText(facts(18, "2025-01-31"), "zh"), contradicted(facts(18, "2025-01-31"))]).toEqual(["人数、起止不一致", ["headcount", "period"]]);
  expect(agreementText(facts(18, "2025-09-09"), "zh")).toBe("人数 18（不一致：工作簿的稳岗率是按 20 人算的）、起止 2024-09-10 至 2025-09-09");
  expect(agreementFacts(workbook, [{ station: "乙街" }])).toBeNull();
});
