import type { ReportedFinding, WorkbookReport } from "../src/report/types";

/** A finding with everything a face can show; parts may be replaced. */
export function sampleFinding(parts: Partial<ReportedFinding> = {}): ReportedFinding {
  return {
    rule: "rate-mismatch",
    severity: "error",
    sheet: "附件1 对照表",
    cell: "D9",
    message: "志愿者参与服务人次的百分比显示 52.70%，按 101/148 应为 68.24%。",
    label: "志愿者参与服务人次的百分比",
    thing: "志愿者参与服务人次 · 百分比",
    actual: "52.70%",
    expected: "68.24%",
    basis: "百分比 = 完成量 / 协议量，显示两位小数，四舍五入（R15）",
    related: [{ sheet: "附件1 指标完成情况", cell: "F19", label: "总体服务" }],
    consequences: [],
    fix: null,
    fingerprint: "rate-mismatch|cards|志愿者|rate",
    ignored: null,
    ...parts
  };
}

/** A report such as a check gives; parts may be replaced. */
export function sampleReport(parts: Partial<WorkbookReport> = {}): WorkbookReport {
  return {
    file: "lianhe.xlsx",
    station: "广州市联和街社工服务站",
    period: { start: "2023-07-16", end: "2023-12-31", months: 5.5 },
    tables: [
      { kind: "indicators", sheet: "附件1 指标完成情况", range: "A3:W9", title: "指标完成情况统计表", counts: { rows: 5, persons: 0, months: 0, rates: 60, totals: 22 }, told: null },
      { kind: "cards", sheet: "附件1 对照表", range: "A3:I20", title: "", counts: { rows: 12, persons: 0, months: 0, rates: 12, totals: 0 }, told: null }
    ],
    findings: [sampleFinding()],
    evaluation: {
      phase: "mid",
      months: 5.5,
      staffing: {
        headcount: 20, due: 110, actual: 108.5, surplus: -1.5,
        certified: { share: 0.7, due: 77, actual: 85 }, confirmed: { headcount: true, share: true }, byMonth: [{ month: "2023-07", weight: 0.5, certified: 8, uncertified: 2.5, total: 10.5, due: 10 }],
        atEnd: { certified: 17, uncertified: 5, total: 22 }, trainingHours: 660
      },
      retention: { retained: 15, headcount: 20, rate: 0.75, printed: 0.75, limit: 0.8, meets: false },
      seniority: null,
      people: [],
      indicators: [
        { name: "专业个案 · 接案", subject: "专业个案 · 接案", area: "片区1", target: 35, done: 21, rate: 0.6, printed: "60.00%", timeShare: 0.5, table: "indicators", sheet: "附件1 指标完成情况", cell: "F6" },
        { name: "志愿者", subject: "志愿者", area: null, target: 148, done: 101, rate: 101 / 148, printed: "52.70%", timeShare: 0.5, table: "indicators", sheet: "附件1 对照表", cell: "D9" },
        { name: "电访", subject: "电访", area: null, target: null, done: 12, rate: null, printed: "/", timeShare: null, table: "indicators", sheet: "附件1 指标完成情况", cell: "K6" }
      ],
      scores: null,
      vetoes: [{ id: "certified-shortage", state: "not-met", detail: "持证社工不缺配" }],
      notes: ["评估期取自标题", "协议要求社工数按 20 人计：按评估报告推定，请按协议核对"]
    },
    coverage: { rates: 82, totals: 28, formulas: 110 },
    notChecked: ["隐藏工作表“底稿”"], unread: [], told: [], questions: [],
    error: null,
    ...parts
  };
}
