import { readFileSync } from "node:fs";
import { sampleFinding, sampleReport } from "../../test/sample-report";
import type { WorkbookReport } from "../report/types";
import { cellName, parseRectName, rectContains, type SheetDescription, type WrittenCell } from "../workbook";
import { FINDING, INDICATOR, ITEM, KEY_COLUMN, LAST_COLUMN, MONTH, type Span } from "./grid";
import { VERSION } from "./version";
import { summarySheet, SUMMARY_SHEET_NAME } from ".";

function cells(sheet: SheetDescription): WrittenCell[] {
  return sheet.rows.flat().filter((cell): cell is WrittenCell => cell !== null);
}

function texts(sheet: SheetDescription): string[] {
  return cells(sheet).map((cell) => String(cell.value));
}

function rowOf(sheet: SheetDescription, text: string | number): readonly (WrittenCell | null)[] {
  const row = sheet.rows.find((cellsOfRow) => cellsOfRow.some((cell) => cell?.value === text));
  if (!row) throw new Error(`no row holds ${text}`);
  return row;
}

const at = (row: readonly (WrittenCell | null)[], span: Span) => row[span[0] - 1];
const headValue = (sheet: SheetDescription, label: string) => rowOf(sheet, label)[3]?.value;
const itemRow = (sheet: SheetDescription, label: string) => sheet.rows.find((row) => row[0]?.value === label)!;
const item = (sheet: SheetDescription, label: string) => at(itemRow(sheet, label), ITEM.value)?.value;

describe("summarySheet", () => {
  test("says in its head station, period, phase, time, version, the result in one line, and what was checked", () => {
    const sheet = summarySheet(sampleReport(), { checkedAt: new Date(2026, 10, 1, 9, 5) });
    expect(sheet.name).toBe(SUMMARY_SHEET_NAME);
    expect(sheet.rows[0]![0]?.value).toBe("广州市联和街社工服务站 · 核查汇总");
    expect(sheet.rows[1]![0]?.value).toBe(`2023-07-16 至 2023-12-31（5.5 个月） ｜ 中期 ｜ 核查时间 2026-11-01 09:05 ｜ 社工站核表 ${VERSION} 版`);
    expect(VERSION).toBe((JSON.parse(readFileSync("package.json", "utf8")) as { version: string }).version);
    expect(sheet.rows[2]![0]?.value).toBe("错误 1 处");
    expect(headValue(sheet, "社工站")).toBe("广州市联和街社工服务站");
    expect(headValue(sheet, "评估期")).toBe("2023-07-16 至 2023-12-31（5.5 个月）");
    expect(headValue(sheet, "核查范围")).toBe("已核对百分比 82 个、合计 28 个、公式 110 条");
    expect(headValue(sheet, "未核查")).toBe("隐藏工作表“底稿”");
    expect(headValue(sheet, "找到的表格")).toBe("指标表（附件1 指标完成情况!A3:W9）、指标卡（附件1 对照表!A3:I20）");
  });

  test.each<[string, WorkbookReport["findings"]]>([
    ["未发现错误", []],
    ["未发现错误，有待核实 1 处", [sampleFinding({ severity: "warning" })]],
    ["错误 2 处、供参考 1 处", [sampleFinding(), sampleFinding(), sampleFinding({ severity: "info" })]],
    ["未发现错误（另有已忽略 1 处，不计入）", [sampleFinding({ ignored: { reason: "x" } })]]
  ])("%s", (verdict, findings) => {
    expect(summarySheet(sampleReport({ findings })).rows[2]![0]?.value).toBe(verdict);
  });

  test("names the file without its folders", () => {
    for (const file of ["/某处/lianhe.xlsx", "C:\\\\站\\lianhe.xlsx", "lianhe.xlsx"]) {
      expect(texts(summarySheet(sampleReport({ file }))).find((text) => text.startsWith("由 "))).toMatch(/^由 lianhe\.xlsx 核查得出/);
    }
  });

  test("says so when there is no period, no station, no finding and nothing to list", () => {
    const sheet = summarySheet(sampleReport({ station: null, period: null, findings: [], evaluation: null, notChecked: [], coverage: {} }));
    expect(texts(sheet)).toEqual(expect.arrayContaining([
      "标题中没有写明社工站名称", "标题中没有写明评估期", "没有发现问题。", "没有可列出的指标。", "没有可核对的单元格", "无", "没有找到到岗表。"
    ]));
  });

  test("lists each finding with a jump to its cell, basis, suggestion and room for what was done", () => {
    const row = rowOf(summarySheet(sampleReport()), "D9");
    const values = Object.values(FINDING).map((span) => at(row, span)?.value);
    expect(values).toEqual([
      1, "错误", "附件1 对照表", "D9", sampleFinding().message, "52.70%", "68.24%", sampleFinding().basis,
      "与总体服务（附件1 指标完成情况!F19）核对，改正其中一个", null
    ]);
    expect(at(row, FINDING.cell)?.link).toEqual({ sheet: "附件1 对照表", row: 9, column: 4 });
    expect(at(row, FINDING.severity)?.style).toBe("error");
  });

  test.each([
    ["将 D9 改为公式 =C9/B9", { fix: { sheet: "x", cell: "D9", kind: "formula", before: 1, after: "=C9/B9", why: "" } }],
    ["将 D9 改为 68.24%", { fix: { sheet: "x", cell: "D9", kind: "value", before: 1, after: 101 / 148, why: "" } }],
    ["核对原始记录，无误则改为 68.24%", { related: [] }],
    ["核对原始记录；确有原因的，写在“处理情况”", { related: [], expected: "" }],
    ["供参考，无需改动", { severity: "info" }]
  ] as const)("suggests: %s", (suggestion, parts) => {
    const row = rowOf(summarySheet(sampleReport({ findings: [sampleFinding(parts)] })), "D9");
    expect(at(row, FINDING.suggestion)?.value).toBe(suggestion);
  });

  test("puts the gravest first and ignored ones last, with their reason", () => {
    const sheet = summarySheet(sampleReport({
      findings: [
        sampleFinding({ cell: "A1", ignored: { reason: "协议另有约定" } }),
        sampleFinding({ cell: "A2", severity: "info" }),
        sampleFinding({ cell: "A3", severity: "error" })
      ]
    }));
    expect(["A3", "A2", "A1"].map((cell) => at(rowOf(sheet, cell), FINDING.number)?.value)).toEqual([1, 2, 3]);
    expect(at(rowOf(sheet, "A1"), FINDING.severity)).toMatchObject({ value: "错误（已忽略）", style: "muted" });
    expect(at(rowOf(sheet, "A1"), FINDING.message)?.value).toContain("忽略理由：协议另有约定");
  });

  test("names what is wrong only as a consequence", () => {
    const sheet = summarySheet(sampleReport({
      findings: [sampleFinding({ consequences: [{ sheet: "附件1-1", cell: "W9", label: "合计", actual: "10", expected: "12" }] })]
    }));
    expect(at(rowOf(sheet, "D9"), FINDING.message)?.value).toContain("连带：合计（附件1-1!W9）显示 10，应为 12");
  });

  test("computes rates and differences by formulas over its own cells", () => {
    const report = sampleReport();
    const source = { sheet: "附件1 对照表", isError: false, unit: "" };
    const indicators = report.evaluation!.indicators.map(({ target, done, rate }, n) => ({
      target: { ...source, cell: `B${n}9`, value: target, number: target }, done: { ...source, cell: `C${n}9`, value: done, number: done },
      rate: { ...source, cell: `D${n}9`, value: rate === null ? "/" : n === 1 ? 0.527 : rate, number: rate }
    }));
    const sources = {
      agreement: null, indicators, presentMarks: [], people: [], retention: null, scores: {},
      weights: { purchaser: 20, supervisor: 10, guidance: 15, thirdParty: 55 }, gradeLimits: { excellent: 90, good: 80, pass: 60 }, vetoLimits: null
    };
    const sheet = summarySheet({ ...report, evaluation: { ...report.evaluation!, sources } });
    const index = sheet.rows.findIndex((row) => at(row, INDICATOR.name)?.value === "志愿者");
    const row = sheet.rows[index]!;
    const n = index + 1;
    expect(at(row, INDICATOR.target)).toMatchObject({ value: 148, formula: `=IFERROR(IF('附件1 对照表'!B19="","",'附件1 对照表'!B19),"错误值")` });
    expect(at(row, INDICATOR.rate)).toMatchObject({ value: 101 / 148, formula: `=IF(AND(ISNUMBER(K${n}),ISNUMBER(M${n})),IF(K${n}=0,"/",M${n}/K${n}),"/")` });
    expect(at(row, INDICATOR.difference)).toMatchObject({ formula: `=IF(AND(ISNUMBER(Q${n}),ISNUMBER(O${n})),ROUND(ROUND(Q${n},4)-ROUND(O${n},4),4)*100,"")` });
    expect(at(row, INDICATOR.difference)?.value).toBeCloseTo(-15.54, 9);
    expect(at(row, INDICATOR.state)?.value).toBe("不符");
    expect(Object.values(INDICATOR).slice(5).map((span) => at(rowOf(sheet, "电访"), span)?.value)).toEqual(["", 12, "/", "/", "", "附件1 指标完成情况", ""]);
  });

  test("keeps a text of the workbook a text, whatever it begins with", () => {
    const evil = "=HYPERLINK(\"http://example.invalid\")";
    const sheet = summarySheet(sampleReport({
      station: evil, findings: [sampleFinding({ message: evil, actual: evil, sheet: evil })], notChecked: [evil]
    }));
    expect(cells(sheet).filter(({ value }) => value === evil).length).toBeGreaterThan(3);
    for (const cell of cells(sheet).filter(({ value }) => value === evil)) expect(cell.formula).toBeUndefined();
  });

  test("shows staffing, retention and remarks, and names no staff unless the report does", () => {
    const report = sampleReport();
    const sheet = summarySheet(report);
    expect(item(sheet, "应到人次")).toBe(10);
    expect(item(sheet, "持证比例要求")).toBe(0.7);
    expect(item(sheet, "稳岗率")).toBe(0.75);
    expect(at(itemRow(sheet, "稳岗率"), ITEM.state)?.value).toBe("低于要求");
    expect(at(itemRow(sheet, "稳岗率"), ITEM.note)?.value).toBe("持续在岗 15 ÷ 协议要求 20，要求不低于 80%");
    expect(Object.values(MONTH).slice(2, 5).map((span) => at(rowOf(sheet, "2023-07"), span)?.value)).toEqual(["2023-07", 0.5, 10]);
    expect(texts(sheet)).toEqual(expect.arrayContaining(["评估时段取自标题", "协议要求社工数按 20 人计：按评估报告推定，请按协议核对"]));
  });

  test("joins cells only over empty ones, and no area twice", () => {
    const sheet = summarySheet(sampleReport());
    const rects = sheet.merges.map((merge) => parseRectName(merge)!);
    const taken = new Set<string>();
    for (const rect of rects) {
      for (let column = rect.left; column <= rect.right; column++) {
        const name = cellName(rect.top, column);
        expect(taken.has(name)).toBe(false);
        taken.add(name);
        if (column > rect.left) expect([name, sheet.rows[rect.top - 1]?.[column - 1]?.value ?? null]).toEqual([name, null]);
      }
    }
    // Cells of one row never lie under a merged area of another span.
    sheet.rows.forEach((row, top) => row.forEach((cell, left) => {
      if (cell?.value != null) expect(rects.some((rect) => rectContains(rect, top + 1, left + 1) && rect.left !== left + 1)).toBe(false);
    }));
  });

  test("tells each row from the others in a hidden column", () => {
    const sheet = summarySheet(sampleReport({ findings: [sampleFinding(), sampleFinding({ cell: "D10" })] }));
    const keys = sheet.rows.map((row) => row[KEY_COLUMN - 1]?.value);
    expect(new Set(keys).size).toBe(sheet.rows.length);
    expect(keys[0]).toBe("hebiao-rows");
    expect(sheet.hiddenColumns).toEqual([KEY_COLUMN]);
    expect(sheet.print?.area).toBe(`A1:V${sheet.rows.length}`);
    expect(LAST_COLUMN).toBe(22);
  });

  test("speaks English when asked", () => {
    const sheet = summarySheet(sampleReport(), { language: "en" });
    expect(headValue(sheet, "Period")).toBe("2023-07-16 to 2023-12-31 (5.5 months)");
    expect(sheet.rows[2]![0]?.value).toBe("Found: 1 errors");
  });
});
