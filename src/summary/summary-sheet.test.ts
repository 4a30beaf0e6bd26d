import { readFileSync } from "node:fs";
import { sampleFinding, sampleReport } from "../../test/sample-report";
import type { ReportedEvaluation, WorkbookReport } from "../report/types";
import { cellKey, cellName, parseRectName, rectContains, Sheet, type Cell, type SheetDescription, type WrittenCell } from "../workbook";
import { pageBreaks } from "../workbook/on-paper/page-breaks";
import { DETAILS, FINDING, GROUND, INDICATOR, ITEM, MONTH, SUMMARY, type Span } from "./grid";
import { VERSION } from "./version";
import { detailsSheet, summaryPlan, summarySheet, SUMMARY_SHEET_NAME } from ".";

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
const figure = (sheet: SheetDescription, label: string) => rowOf(sheet, label)[2]!;
const headValue = (sheet: SheetDescription, label: string) => rowOf(sheet, label)[3]?.value;
const itemRow = (sheet: SheetDescription, label: string) => sheet.rows.find((row) => row[0]?.value === label)!;
const item = (sheet: SheetDescription, label: string) => at(itemRow(sheet, label), ITEM.value)?.value;
const PLACE = "附件1 对照表\nD9";

describe("核查汇总", () => {
  test("says in its head station, period, phase, time, version, and the verdict in one line", () => {
    const sheet = summarySheet(sampleReport(), { checkedAt: new Date(2026, 10, 1, 9, 5) });
    expect(sheet.name).toBe(SUMMARY_SHEET_NAME);
    expect(sheet.rows[0]![0]?.value).toBe("广州市联和街社工服务站 · 核查汇总");
    expect(sheet.rows[1]![0]?.value).toBe(`2023-07-16 至 2023-12-31（5.5 个月） ｜ 中期 ｜ 核查时间 2026-11-01 09:05 ｜ 社工站核表 ${VERSION} 版`);
    expect(VERSION).toBe((JSON.parse(readFileSync("package.json", "utf8")) as { version: string }).version);
    expect(sheet.rows[2]![0]?.value).toBe("错误 1 处");
  });

  test.each<[string, WorkbookReport["findings"]]>([
    ["未发现错误", []],
    ["未发现错误，有待核实 1 处", [sampleFinding({ severity: "warning" })]],
    ["错误 2 处、供参考 1 处", [sampleFinding(), sampleFinding(), sampleFinding({ severity: "info" })]],
    ["未发现错误（另有已忽略 1 处，不计入）", [sampleFinding({ ignored: { reason: "x" } })]]
  ])("%s", (verdict, findings) => {
    expect(summarySheet(sampleReport({ findings })).rows[2]![0]?.value).toBe(verdict);
  });

  test("six figures say how the station stands", () => {
    const sheet = summarySheet(sampleReport());
    expect(["到岗人次", "持证人次", "稳岗率", "指标进度", "等级", "未核查"].map((label) => [label, figure(sheet, label).value])).toEqual([
      ["到岗人次", "应到 110，实到 108.5，缺 1.5"],
      ["持证人次", "应到 77，实到 85，超配 8；要求 70%"],
      ["稳岗率", "75.00%（持续在岗 15 ÷ 20 人），要求不低于 80%，低于要求"],
      ["指标进度", "1 项都跟上时间进度（50.00%）"],
      ["等级", "没有评分"],
      ["未核查", "1 处：隐藏工作表“底稿”"]
    ]);
    expect(figure(sheet, "到岗人次").style).toBe("figure");
  });

  const evaluated = (parts: Partial<ReportedEvaluation>): WorkbookReport => sampleReport({ evaluation: { ...sampleReport().evaluation!, ...parts } });
  const { staffing, indicators } = sampleReport().evaluation!;
  const [, volunteers] = indicators;
  test.each<[string, string, WorkbookReport, WrittenCell["style"]]>([
    ["到岗人次", "应到 110，实到 108.5，缺 1.5（按默认 20 人算，请先按协议确认）", evaluated({ staffing: { ...staffing!, confirmed: { headcount: false, share: true } } }), "unsure"],
    ["持证人次", "应到 77，实到 85，超配 8（按默认比例 70% 算，请先按协议确认）", evaluated({ staffing: { ...staffing!, confirmed: { headcount: true, share: false } } }), "unsure"],
    ["持证人次", "应到 77，实到 85，超配 8（按默认 20 人、持证 70% 算，请先按协议确认）", evaluated({ staffing: { ...staffing!, confirmed: { headcount: false, share: false } } }), "unsure"],
    ["到岗人次", "没有找到到岗表", evaluated({ staffing: null, retention: null }), "figure"],
    ["指标进度", "2 项中 1 项落后于时间进度（50.00%）", evaluated({ indicators: [volunteers!, { ...volunteers!, subject: "家访", done: 20, rate: 20 / 148 }, { ...volunteers!, table: "cards" }] }), "figure"],
    ["指标进度", "1 项中已完成 0 项；协议期不明，没有与时间比较", evaluated({ indicators: [{ ...volunteers!, timeShare: null }] }), "figure"],
    ["指标进度", "没有可以比较的指标", evaluated({ indicators: [] }), "figure"],
    ["等级", "良好（83.62 分）", evaluated({ scores: { parties: {}, total: 83.62, grade: "良好", printed: { total: null, grade: null } } }), "figure"],
    ["等级", "没有评分；缺配是否达到否决限额，待协议人数确认", evaluated({ vetoes: [{ id: "staff-shortage", state: "unconfirmed", detail: "" }] }), "figure"],
    ["等级", "没有评分；一票否决情形成立 1 项", evaluated({ vetoes: [{ id: "spending", state: "met", detail: "" }] }), "figure"],
    ["未核查", "没有", sampleReport({ notChecked: [] }), "figure"],
    ["未核查", "4 处：甲；乙；丙 等，见“核查明细”", sampleReport({ notChecked: ["甲", "乙", "丙", "丁"] }), "figure"]
  ])("%s: %s", (label, text, report, style) => {
    expect(figure(summarySheet(report), label)).toMatchObject({ value: text, style });
  });

  test.each([[true, true, "warning"], [false, true, "muted"], [false, false, "muted"]])("a shortage is coloured once headcount (%s) and share (%s) are said: %s", (headcount, share, style) => {
    const { conditionals } = detailsSheet(evaluated({ staffing: { ...staffing!, confirmed: { headcount, share } } }));
    expect(conditionals!.filter(({ formula }) => /缺配|低于/.test(formula)).map((each) => each.style)).toEqual([style, style, style]);
  });

  test("names the file without its folders", () => {
    for (const file of ["/某处/lianhe.xlsx", "C:\\\\站\\lianhe.xlsx", "lianhe.xlsx"]) {
      expect(texts(summarySheet(sampleReport({ file }))).find((text) => text.startsWith("由 "))).toMatch(/^由 lianhe\.xlsx 核查得出/);
    }
  });

  test("says so when there is no period, no station and no finding", () => {
    const sheet = summarySheet(sampleReport({ station: null, period: null, findings: [], evaluation: null, notChecked: [], coverage: {} }));
    expect(texts(sheet).join("\n")).toMatch(/标题中没有写明社工站名称[^]*标题中没有写明评估期[^]*没有发现问题。/);
  });

  test("lists each finding in five columns: a jump to its cell, what stands there and should, and room for what was done", () => {
    const row = rowOf(summarySheet(sampleReport()), PLACE);
    expect(Object.values(FINDING).map((span) => at(row, span)?.value)).toEqual(["1 \n错误", PLACE, "52.70%\n→ 68.24%", sampleFinding().message, null]);
    expect(at(row, FINDING.number)?.link).toEqual({ sheet: "附件1 对照表", row: 9, column: 4 });
    expect([at(row, FINDING.number)?.style, at(row, FINDING.remark)?.style]).toEqual(["error", "remark"]);
  });

  test("puts the gravest first and ignored ones last, with their reason; what waits for a setting is grey", () => {
    const sheet = summarySheet(sampleReport({
      findings: [
        sampleFinding({ cell: "A1", ignored: { reason: "协议另有约定" } }),
        sampleFinding({ cell: "A2", severity: "info" }),
        sampleFinding({ cell: "A3", severity: "error" }),
        sampleFinding({ cell: "A4", severity: "warning", awaits: ["headcount"] })
      ]
    }));
    const row = (cell: string) => rowOf(sheet, `附件1 对照表\n${cell}`);
    expect(["A3", "A4", "A2", "A1"].map((cell) => at(row(cell), FINDING.number)?.value)).toEqual(["1 \n错误", "2 \n待核实", "3 \n供参考", "4 \n已忽略"]);
    expect([at(row("A1"), FINDING.number)?.style, at(row("A4"), FINDING.number)?.style]).toEqual(["muted", "muted"]);
    expect(at(row("A1"), FINDING.message)?.value).toContain("忽略理由：协议另有约定");
  });

  test("names what is wrong only as a consequence", () => {
    const sheet = summarySheet(sampleReport({
      findings: [sampleFinding({ consequences: [{ sheet: "附件1-1", cell: "W9", label: "合计", actual: "10", expected: "12" }] })]
    }));
    expect(at(rowOf(sheet, PLACE), FINDING.message)?.value).toContain("连带：合计（附件1-1!W9）显示 10，应为 12");
  });

  test("prints upright, the heads of the list on every page, and ends with a line to be signed", () => {
    const sheet = summarySheet(sampleReport());
    const [first] = sheet.print!.titleRows!;
    expect(sheet.print).toMatchObject({ orientation: "portrait", titleRows: [first, first], area: `A1:E${sheet.rows.length}` });
    expect(sheet.rows[first - 1]!.slice(0, 5).map((cell) => cell?.value)).toEqual(["序号", "位置", "表中 → 应为", "问题", "处理情况"]);
    expect(sheet.rows.at(-1)!.filter((cell) => cell?.value).map((cell) => cell?.value)).toEqual(["填表人：", "站长：", "日期：", expect.anything()]);
  });

  test("speaks English when asked", () => {
    const sheet = summarySheet(sampleReport(), { language: "en" });
    expect(sheet.rows[2]![0]?.value).toBe("Found: 1 error");
    expect(figure(sheet, "Person-months").value).toBe("110 due, 108.5 present, short by 1.5");
  });
});

describe("核查明细", () => {
  test("says what was checked and what was not", () => {
    const sheet = detailsSheet(sampleReport());
    expect(headValue(sheet, "核查范围")).toBe("已核对百分比 82 个、合计 28 个、公式 110 条");
    expect(headValue(sheet, "未核查")).toBe("隐藏工作表“底稿”");
    expect(headValue(sheet, "找到的表格")).toBe("指标表（附件1 指标完成情况!A3:W9）、指标卡（附件1 对照表!A3:I20）");
  });

  test("says so when there is nothing to list", () => {
    const sheet = detailsSheet(sampleReport({ findings: [], evaluation: null, notChecked: [], coverage: {} }));
    expect(texts(sheet)).toEqual(expect.arrayContaining(["没有可列出的指标。", "没有可核对的单元格", "无", "没有找到到岗表。"]));
  });

  test("gives each finding its basis under the number that it has on 核查汇总", () => {
    const row = rowOf(detailsSheet(sampleReport()), sampleFinding().basis);
    expect(Object.values(GROUND).map((span) => at(row, span)?.value)).toEqual([
      1, "错误", "附件1 对照表", "D9", "52.70%", "68.24%", sampleFinding().basis, "与总体服务（附件1 指标完成情况!F19）核对，改正其中一个"
    ]);
  });

  test.each([
    ["将 D9 改为公式 =C9/B9", { fix: { sheet: "x", cell: "D9", kind: "formula", before: 1, after: "=C9/B9", why: "" } }],
    ["将 D9 改为 68.24%", { fix: { sheet: "x", cell: "D9", kind: "value", before: 1, after: 101 / 148, why: "" } }],
    ["核对原始记录，无误则改为 68.24%", { related: [] }],
    ["核对原始记录；确有原因的，写在“处理情况”", { related: [], expected: "" }],
    ["供参考，无需改动", { severity: "info" }]
  ] as const)("suggests: %s", (suggestion, parts) => {
    const row = rowOf(detailsSheet(sampleReport({ findings: [sampleFinding(parts)] })), sampleFinding().basis);
    expect(at(row, GROUND.suggestion)?.value).toBe(suggestion);
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
    const sheet = detailsSheet({ ...report, evaluation: { ...report.evaluation!, sources } });
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

  test("shows staffing, retention and remarks, and names no staff unless the report does", () => {
    const sheet = detailsSheet(sampleReport());
    expect(item(sheet, "应到人次")).toBe(10);
    expect(item(sheet, "持证比例要求")).toBe(0.7);
    expect(item(sheet, "稳岗率")).toBe(0.75);
    expect(at(itemRow(sheet, "稳岗率"), ITEM.state)?.value).toBe("低于要求");
    expect(at(itemRow(sheet, "稳岗率"), ITEM.note)?.value).toBe("持续在岗 15 ÷ 协议要求 20，要求不低于 80%");
    expect(Object.values(MONTH).slice(2, 5).map((span) => at(rowOf(sheet, "2023-07"), span)?.value)).toEqual(["2023-07", 0.5, 10]);
    expect(texts(sheet)).toEqual(expect.arrayContaining(["评估期取自标题", "协议要求社工数按 20 人计：按评估报告推定，请按协议核对"]));
  });
});

test.each([30, 60, 95, 200])("on every page on which a table of %i rows goes on, its heads stand once more, and no heading of a group ends a page", (count) => {
  const [, volunteers, calls] = sampleReport().evaluation!.indicators;
  const indicators = Array.from({ length: count }, (_, n) => ({ ...(n % 2 ? volunteers! : calls!), subject: `指标${n}`, name: `指标${n}` }));
  const sheet = detailsSheet(sampleReport({
    evaluation: { ...sampleReport().evaluation!, indicators }, findings: Array.from({ length: count }, (_, n) => sampleFinding({ fingerprint: `f${n}` }))
  }));
  const begins = pageBreaks(sheet);
  const isHead = (row: number) => sheet.rows[row - 1]!.some((cell) => cell?.style === "head");
  const isHeading = (row: number) => sheet.rows[row - 1]![0]?.style === "heading";
  expect(begins.length).toBeGreaterThan(1);
  expect(begins.filter((row) => !isHead(row) && !isHeading(row)).map((row) => sheet.rows[row - 1]![0]?.value)).toEqual([]);
  expect(begins.filter((row) => sheet.rows[row - 2]![0]?.style === "label" && !isHeading(row))).toEqual([]);
  // Charts read rows that stand below one another without heads between them.
  const [chart] = sheet.charts!.filter(({ kind }) => kind === "bars");
  const { top, bottom } = parseRectName(chart!.series[0]!.values)!;
  expect(Array.from({ length: bottom - top + 1 }, (_, index) => top + index).filter(isHead)).toEqual([]);
});

describe.each([["核查汇总", summarySheet, SUMMARY], ["核查明细", detailsSheet, DETAILS]] as const)("%s", (_, describeSheet, columns) => {
  test("keeps a text of the workbook a text, whatever it begins with", () => {
    const evil = "=HYPERLINK(\"http://example.invalid\")";
    const sheet = describeSheet(sampleReport({
      station: evil, findings: [sampleFinding({ message: evil, actual: evil, expected: "", sheet: evil })], notChecked: [evil]
    }));
    const found = cells(sheet).filter(({ value }) => String(value).startsWith(evil));
    expect(found.length).toBeGreaterThan(2);
    for (const cell of found) expect(cell.formula).toBeUndefined();
  });

  test("joins cells only over empty ones, and no area twice", () => {
    const sheet = describeSheet(sampleReport());
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
    const sheet = describeSheet(sampleReport({ findings: [sampleFinding(), sampleFinding({ cell: "D10" })] }));
    const keys = sheet.rows.map((row) => row[columns.key - 1]?.value);
    expect(new Set(keys).size).toBe(sheet.rows.length);
    expect(keys[0]).toMatch(/^hebiao-/);
    expect(sheet.hiddenColumns).toEqual([columns.key]);
    expect(sheet.columnWidths).toHaveLength(columns.key);
  });
});

/** The sheet of version 0.1, on which findings stood in ten columns above everything else. */
function formerSheet(): Sheet {
  const values: [number, number, string][] = [
    [1, 1, "站 · 核查汇总"], [1, 23, "hebiao-rows"], [2, 23, "state:old"], [5, 23, "findings.1"],
    ...(["序号", "级别", "表格", "单元格", "问题", "", "", "", "", "", "表中显示", "", "应为", "", "依据", "", "", "", "建议", "", "", "处理情况", "findings.2"] as const).map((text, index): [number, number, string] => [6, index + 1, text]),
    [7, 2, "错误"], [7, 3, "附件1 对照表"], [7, 4, "D9"], [7, 5, "旧的话"], [7, 11, "52.70%"], [7, 13, "68.24%"], [7, 22, "已问"], [7, 23, `finding:${sampleFinding().fingerprint}`], [7, 24, "甲"],
    [8, 2, "待核实"], [8, 3, "附件2"], [8, 4, "X26"], [8, 5, "没有写日期"], [8, 22, "已补"], [8, 23, "finding:gone"],
    [20, 2, "完成"], [20, 23, "indicators.4"], [20, 24, "旁注"]
  ];
  const cellOf = (text: string): Cell => ({ value: text, formula: null, text, format: "General" });
  return new Sheet({ name: "核查汇总", marker: "hebiao-summary", cells: new Map(values.filter(([, , text]) => text !== "").map(([row, column, text]) => [cellKey(row, column), cellOf(text)])) });
}

test("what was noted on the one sheet of version 0.1 is taken over, and nothing of its columns is kept", () => {
  const sheet = summaryPlan(sampleReport(), { checkedAt: new Date(2026, 10, 1, 9, 5) }).describe(formerSheet());
  expect(sheet.hasOtherColumns).toBe(true);
  const row = rowOf(sheet, PLACE);
  expect([at(row, FINDING.remark)?.value, row[SUMMARY.key]?.value]).toEqual(["已问", "甲"]);
  expect(rowOf(sheet, "已补").slice(0, 5).map((cell) => cell?.value)).toEqual(["1 \n待核实", "附件2\nX26", "", "没有写日期\n2026-11-01 09:05 核查时已不再出现", "已补"]);
  expect(rowOf(sheet, "旁注")[SUMMARY.key]?.kept).toEqual({ row: 20, column: 24 });
  expect(summarySheet(sampleReport()).hasOtherColumns).toBeUndefined();
});
