import { SaxesParser } from "saxes";
import { sampleFinding, sampleReport } from "../../test/sample-report";
import type { ReportedIndicator, WorkbookReport } from "../report/types";
import { attendanceChart, attendanceSentences, attendanceTable, indicatorChart, indicatorSentences, indicatorTables, scoreSentences, scoreTable } from "./index";

type Row = readonly [name: string, target: number | null, done: number | null, more?: Partial<ReportedIndicator>];
const { evaluation } = sampleReport({ findings: [] });

function report(rows: readonly Row[], parts: Partial<WorkbookReport> = {}): WorkbookReport {
  const indicators = rows.map(([name, target, done, more]): ReportedIndicator => ({
    name, subject: name, area: null, target, done, rate: target === null || done === null ? null : done / target, printed: null, timeShare: null, table: "indicators", sheet: "附件1", cell: "A1", ...more
  }));
  return sampleReport({ findings: [], period: null, evaluation: { ...evaluation!, indicators }, ...parts });
}

describe("indicators as sentences", () => {
  test.each<[string, readonly Row[], string]>([
    ["a list of counts with as many rates", [["专业小组 · 个数", 35, 35], ["专业小组 · 节数", 175, 175], ["专业小组 · 人次", 1050, 1486]],
      "完成小组35个，175节，服务1486人次，分别完成协议指标量的100.00%、100.00%和141.52%。"],
    ["a rate, then counts without a target", [["专业个案 · 接案", 90, 40], ["专业个案 · 节数", null, 144], ["专业个案 · 结案", null, 19]], "完成个案接案40个，完成协议指标量的44.44%，服务144节，结案19个。"],
    ["the rate stands by its count, whatever the order of the table", [["专业小组 · 节数", null, 79], ["专业小组 · 个数", 30, 15]], "完成小组15个，完成协议指标量的50.00%，开展79节。"],
    ["indicators without a group together", [["电访", 4000, 2292], ["入户探访", 1760, 987]], "完成电访2292次，入户探访987次，分别完成协议指标量的57.30%和56.08%。"],
    ["activities are held", [["大型社区活动 · 次数", 6, 4], ["大型社区活动 · 人次", 600, 564]], "开展大型社区活动4次，服务564人次，分别完成协议指标量的66.67%和94.00%。"],
    ["no target at all", [["专业小组 · 个数", null, 3], ["专业小组 · 人次", null, 9]], "完成小组3个，服务9人次。"],
    ["what was left blank is not said", [["电访", null, null], ["入户探访", 10, 5]], "完成入户探访5次，完成协议指标量的50.00%。"],
    ["the last word of a name says what is counted", [["新增志愿者骨干", 20, 10, { table: "overall" }], ["新增志愿者队伍", 2, 1, { table: "overall" }]], "新增志愿者骨干10名，新增志愿者队伍1支，分别完成协议指标量的50.00%和50.00%。"],
    ["a name that ends with a figure", [["专业服务 · 专业个案1", 20, 10], ["专业服务 · 专业个案2", 16, 14]], "完成专业服务专业个案1：10个，专业个案2：14个，分别完成协议指标量的50.00%和87.50%。"],
    ["a group within a group", [["专业服务 · 专业小组 · 个数", 4, 2], ["专业服务 · 专业小组 · 节数", 20, 10]], "完成小组2个，10节，分别完成协议指标量的50.00%和50.00%。"],
    ["cards of a field of work", [["党建-微心愿", 80, 94, { table: "cards" }], ["党建-大型活动", 2, 2, { table: "cards" }]], "完成党建-微心愿94个，党建-大型活动2次，分别完成协议指标量的117.50%和100.00%。"],
    ["an indicator that several tables state, once", [["专业个案 · 接案", 16, 8], ["专业个案", 16, 9, { table: "cards", subject: "专业个案 · 接案" }]], "完成个案接案8个，完成协议指标量的50.00%。"]
  ])("%s", (_, rows, expected) => {
    expect(indicatorSentences(report(rows), "zh")).toEqual([expected]);
  });

  test("the station with its period, then each area", () => {
    const rows: readonly Row[] = [["电访", 10, 6, { area: "片区1" }], ["电访", 20, 9]];
    expect(indicatorSentences(report(rows, { period: { start: "2024-09-10", end: "2025-02-28", months: 6 } }), "zh")).toEqual([
      "评估期（2024年9月10日至2025年2月28日）内，完成电访9次，完成协议指标量的45.00%。", "片区1：完成电访6次，完成协议指标量的60.00%。"
    ]);
  });

  test("a rate is what the numbers give, and a reader is told of errors that are still there", () => {
    const parts = { findings: [sampleFinding({ sheet: "附件1 对照表" }), sampleFinding({ severity: "warning" }), sampleFinding({ ignored: { reason: "x" } })] };
    expect(indicatorSentences(report([["志愿者", 148, 101, { printed: "52.70%", table: "overall" }]], parts), "zh")).toEqual([
      "完成志愿者101名，完成协议指标量的68.24%。", "【注意】所用的表还有 1 处错误没有改正，引用前请先核对。"
    ]);
  });

  test("nothing to say", () => {
    expect(indicatorSentences(report([]), "zh")).toEqual([]);
    expect(indicatorTables(report([]), "zh")).toEqual([]);
  });

  test("in English", () => {
    expect(indicatorSentences(report([["专业小组 · 个数", 35, 35], ["专业小组 · 人次", null, 9]]), "en")).toEqual(["专业小组 35 groups (100.00% of the target), 9 attendances."]);
  });
});

test("indicators as tables: the station, and a column for each area", () => {
  const tables = indicatorTables(report([["电访", 10, 6, { area: "片区1" }], ["电访", null, 3, { area: "片区2" }], ["电访", 20, 9], ["探访", null, 4]]), "zh").flatMap((block) => (block.kind === "table" ? [block] : []));
  const text = (table: (typeof tables)[number]) => table.rows.map((row) => row.map(({ lines }) => lines.map((runs) => runs.map((run) => run.text).join("")).join(" ")));
  expect(tables.map(({ head }) => head)).toEqual([["指标", "协议量", "完成量", "完成百分比"], ["指标", "片区1", "片区2", "全站"]]);
  expect(text(tables[0]!)).toEqual([["电访", "20", "9", "45.00%"], ["探访", "/", "4", "/"]]);
  expect(text(tables[1]!)).toEqual([["电访", "6/10 60.00%", "3", "9/20 45.00%"]]);
});

describe("attendance", () => {
  test("as reports state it", () => {
    expect(attendanceSentences(sampleReport({ findings: [] }), "zh")).toEqual([
      "本次评估考核期为2023年7月16日至2023年12月31日，共计5.5个考核月份。项目社工应到110人次，实到108.5人次，缺配1.5人次；其中，持证社工应到77人次，实到85人次，超配8人次；非持证社工实到2.5人次。" +
      "评估期末在岗社工22名，其中持证社工17名，非持证社工5名。共有15名社工持续稳定在岗，稳岗率为75.00%，低于80.00%的要求。"
    ]);
  });

  test("a roster that covers part of the period only is not said to cover it", () => {
    const one = sampleReport({ findings: [], period: { start: "2025-07-01", end: "2025-12-31", months: 1 }, evaluation: { ...evaluation!, months: 1 } });
    expect(attendanceSentences(one, "zh")[0]).toMatch(/^本次到岗核算共计1个考核月份。/);
  });

  test("what is not confirmed is said to be so", () => {
    const staffing = { ...evaluation!.staffing!, confirmed: { headcount: false, share: true } };
    expect(attendanceSentences(sampleReport({ findings: [], evaluation: { ...evaluation!, staffing } }), "zh")[1]).toBe("【待确认】以上暂按协议要求社工20人、持证70%计算，请先按协议核对。");
  });

  test("as a table with its sums", () => {
    const [, table] = attendanceTable(sampleReport(), "zh");
    expect(table).toMatchObject({ kind: "table", rows: [expect.anything(), expect.anything()] });
    expect(JSON.stringify(table)).toContain("-1.5");
  });

  test.each([["no evaluation", { evaluation: null }], ["no roster", { evaluation: { ...evaluation!, staffing: null } }]])("%s: nothing", (_, parts) => {
    const one = sampleReport(parts);
    expect([attendanceSentences(one, "zh"), attendanceTable(one, "zh"), attendanceChart(one, "zh")]).toEqual([[], [], null]);
  });
});

describe("scores", () => {
  const scores = { parties: { purchaser: 19.4, supervisor: 7.8, guidance: 11.9, thirdParty: 46.35 }, total: 85.45, grade: "良好", printed: { total: null, grade: null } };
  const sources = { agreement: null, indicators: [], presentMarks: [], people: [], retention: null, scores: {}, weights: { purchaser: 20, supervisor: 10, guidance: 15, thirdParty: 55 }, gradeLimits: { excellent: 90, good: 80, pass: 60 }, vetoLimits: null };
  const scored = (more: object = {}) => sampleReport({ findings: [], evaluation: { ...evaluation!, scores: { ...scores, ...more }, sources, vetoes: [] } });

  test("as reports state them", () => {
    expect(scoreSentences(scored(), "zh")).toEqual([
      "购买方评估得分：19.40分（满分20分）。", "监督方评估得分：7.80分（满分10分）。", "督导中心评估得分：11.90分（满分15分）。", "第三方评估得分：46.35分（满分55分）。", "总得分：85.45分，等级：良好。"
    ]);
    expect(JSON.stringify(scoreTable(scored(), "zh"))).toContain("85.45 良好");
  });

  test("a party that has not scored is named, and no total is made up", () => {
    const sentences = scoreSentences(scored({ parties: { purchaser: 19.4 }, total: null, grade: null }), "zh");
    expect(sentences).toContain("第三方尚未评分。");
    expect(sentences.join()).not.toContain("总得分");
  });

  test("none at all: nothing", () => expect([scoreSentences(sampleReport(), "zh"), scoreTable(sampleReport(), "zh")]).toEqual([[], []]));
});

test("the pictures are well-formed, whatever an indicator is called", () => {
  const odd = report([["<电访> & \u0001“甲”", 10, 25], ["入户探访", 10, 5]]);
  for (const chart of [indicatorChart(odd, "zh")!, attendanceChart(sampleReport(), "zh")!]) {
    new SaxesParser({ xmlns: true }).write(chart.svg).close();
    expect(chart.svg).toContain(`height="${chart.height}"`);
  }
  expect(indicatorChart(report([["电访", null, 5]]), "zh")).toBeNull();
});
