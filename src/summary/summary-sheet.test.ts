import { sampleFinding, sampleReport } from "../../test/sample-report";
import { cellName, parseRectName, type SheetDescription, type WrittenCell } from "../workbook";
import { summarySheet, SUMMARY_SHEET_NAME } from ".";

function cells(sheet: SheetDescription): WrittenCell[] {
  return sheet.rows.flat().filter((cell): cell is WrittenCell => cell !== null);
}

function texts(sheet: SheetDescription): string[] {
  return cells(sheet).map((cell) => String(cell.value));
}

function rowOf(sheet: SheetDescription, text: string): readonly (WrittenCell | null)[] {
  const row = sheet.rows.find((cellsOfRow) => cellsOfRow.some((cell) => cell?.value === text));
  if (!row) throw new Error(`no row holds ${text}`);
  return row;
}

describe("summarySheet", () => {
  test("names station, period with months, and the counts", () => {
    const sheet = summarySheet(sampleReport());
    expect(sheet.name).toBe(SUMMARY_SHEET_NAME);
    expect(rowOf(sheet, "社工站")[1]?.value).toBe("广州市联和街社工服务站");
    expect(rowOf(sheet, "评估期")[1]?.value).toBe("2023-07-16 至 2023-12-31（5.5 个月）");
    expect(rowOf(sheet, "错误")[1]?.value).toBe(1);
    expect(rowOf(sheet, "提醒")[1]?.value).toBe(0);
    expect(rowOf(sheet, "核查范围")[1]?.value).toBe("已核对百分比 82 个、合计 28 个、公式 110 条");
    expect(rowOf(sheet, "未核查")[1]?.value).toBe("隐藏工作表“底稿”");
  });

  test("names the file without its folders", () => {
    for (const file of ["/某处/lianhe.xlsx", "C:\\\\站\\lianhe.xlsx", "lianhe.xlsx"]) {
      expect(texts(summarySheet(sampleReport({ file })))[1]).toMatch(/根据 lianhe\.xlsx 生成/);
    }
  });

  test("says so when there is no period, no station, no finding and nothing to list", () => {
    const sheet = summarySheet(sampleReport({ station: null, period: null, findings: [], evaluation: null, notChecked: [], coverage: {} }));
    expect(texts(sheet)).toEqual(expect.arrayContaining([
      "标题中没有写明社工站名称", "标题中没有写明评估期", "没有发现问题。", "没有可列出的指标。", "没有可核对的单元格", "无"
    ]));
  });

  test("lists each finding with a jump to its cell and to the cell it was compared with", () => {
    const row = rowOf(summarySheet(sampleReport()), "D9");
    expect(row.map((cell) => cell?.value)).toEqual([
      1, "附件1 对照表", "D9", "错误", "52.70%", "68.24%", "附件1 指标完成情况!F19", sampleFinding().message, sampleFinding().basis
    ]);
    expect(row[2]?.link).toEqual({ sheet: "附件1 对照表", row: 9, column: 4 });
    expect(row[6]?.link).toEqual({ sheet: "附件1 指标完成情况", row: 19, column: 6 });
  });

  test("puts the gravest first and ignored ones last, counted apart, with their reason", () => {
    const sheet = summarySheet(sampleReport({
      findings: [
        sampleFinding({ cell: "A1", ignored: { reason: "协议另有约定" } }),
        sampleFinding({ cell: "A2", severity: "info" }),
        sampleFinding({ cell: "A3", severity: "error" })
      ]
    }));
    expect(rowOf(sheet, "A3")[0]?.value).toBe(1);
    expect(rowOf(sheet, "A2")[0]?.value).toBe(2);
    expect(rowOf(sheet, "A1")[0]?.value).toBe(3);
    expect(rowOf(sheet, "A1")[3]?.value).toBe("错误（已忽略）");
    expect(rowOf(sheet, "A1")[7]?.value).toContain("忽略理由：协议另有约定");
    expect(rowOf(sheet, "错误")[1]?.value).toBe(1);
    expect(rowOf(sheet, "已忽略（不计入上列各数）")[1]?.value).toBe(1);
  });

  test("names what is wrong only as a consequence", () => {
    const sheet = summarySheet(sampleReport({
      findings: [sampleFinding({ consequences: [{ sheet: "附件1-1", cell: "W9", label: "合计", actual: "10", expected: "12" }] })]
    }));
    expect(rowOf(sheet, "D9")[7]?.value).toContain("连带：合计（附件1-1!W9）显示 10，应为 12");
  });

  test("computes rates and differences by formulas over its own cells", () => {
    const sheet = summarySheet(sampleReport());
    const index = sheet.rows.findIndex((row) => row[1]?.value === "志愿者");
    const [area, , target, done, rate, printed, difference] = sheet.rows[index]!;
    const row = index + 1;
    expect([area?.value, target?.value, done?.value, printed?.value]).toEqual(["全站", 148, 101, 0.527]);
    expect(rate?.formula).toBe(`=IF(AND(ISNUMBER(C${row}),ISNUMBER(D${row})),IF(C${row}=0,"/",D${row}/C${row}),"/")`);
    expect(rate?.value).toBeCloseTo(101 / 148, 12);
    const points = `ROUND((F${row}-ROUND(E${row},4))*100,2)`;
    expect(difference?.formula).toBe(`=IF(ISNUMBER(E${row}),IF(${points}=0,"",${points}),"")`);
    expect(difference?.value).toBe(-15.54);
    expect(difference?.style).toBe("error");
    expect(printed?.link).toEqual({ sheet: "附件1 对照表", row: 9, column: 4 });
  });

  test("shows no rate and no difference where there is no target", () => {
    const row = rowOf(summarySheet(sampleReport()), "电访");
    expect(row.map((cell) => cell?.value)).toEqual(["全站", "电访", "/", 12, "/", "/", null, "指标矩阵 · 附件1 指标完成情况!K6"]);
  });

  test.each([
    ["180.63%", 800, 1445, "", 4],
    ["180.62%", 800, 1445, -0.01, 4],
    ["58.0%", 36, 21, -0.3, 3],
    ["58%", 36, 21, "", 2],
    ["58.00", 36, 21, -0.33, 4],
    ["0.58", 36, 21, "", 2]
  ])("compares %s at the precision it is shown with", (printed, target, done, difference, digits) => {
    const report = sampleReport();
    const indicator = { ...report.evaluation!.indicators[0]!, printed, target, done };
    const row = rowOf(summarySheet({ ...report, evaluation: { ...report.evaluation!, indicators: [indicator] } }), indicator.name);
    expect(row[6]?.value).toBe(difference);
    expect(row[6]?.formula).toContain(`,${digits}))`);
  });

  test("keeps a text of the workbook a text, whatever it begins with", () => {
    const evil = "=HYPERLINK(\"http://example.invalid\")";
    const sheet = summarySheet(sampleReport({
      station: evil, findings: [sampleFinding({ message: evil, actual: evil, sheet: evil })], notChecked: [evil]
    }));
    for (const cell of cells(sheet).filter(({ value }) => value === evil)) expect(cell.formula).toBeUndefined();
  });

  test("shows staffing, retention and remarks, and names no staff", () => {
    const report = sampleReport();
    const person = { sheet: "附件2", row: 7, no: 1, group: "certified", name: "某社工", months: [1], total: 1, printed: 1, retained: true, reasons: [] } as const;
    const sheet = summarySheet({ ...report, evaluation: { ...report.evaluation!, people: [person] } });
    expect(rowOf(sheet, "应到人次")[1]?.value).toBe(110);
    expect(rowOf(sheet, "缺配人次")[1]?.value).toBe(1.5);
    expect(rowOf(sheet, "持证应到人次（70%）")[1]?.value).toBe(77);
    expect(rowOf(sheet, "稳岗率")[1]?.value).toBe("75.00% · 低于要求的 80%");
    expect(rowOf(sheet, "考核月数")[1]?.value).toBe(5.5);
    expect(rowOf(sheet, "2023-07").map((cell) => cell?.value)).toEqual(["2023-07", 0.5, 8, 2.5, 10.5]);
    const assumed = sheet.rows.findIndex((row) => row[0]?.value === "按评估报告推定，请按协议核对");
    expect(sheet.rows[assumed + 1]![0]?.value).toBe("协议要求社工数按 20 人计");
    expect(rowOf(sheet, "说明")[1]?.value).toBe("评估时段取自标题");
    expect(JSON.stringify(sheet)).not.toContain("某社工");
  });

  test("joins cells only over empty ones, and no area twice", () => {
    const sheet = summarySheet(sampleReport());
    expect(new Set(sheet.merges).size).toBe(sheet.merges.length);
    for (const merge of sheet.merges) {
      const rect = parseRectName(merge)!;
      for (let column = rect.left + 1; column <= rect.right; column++) {
        expect([cellName(rect.top, column), sheet.rows[rect.top - 1]?.[column - 1] ?? null]).toEqual([cellName(rect.top, column), null]);
      }
    }
  });

  test("speaks English when asked", () => {
    const sheet = summarySheet(sampleReport(), { language: "en" });
    expect(rowOf(sheet, "Period")[1]?.value).toBe("2023-07-16 to 2023-12-31 (5.5 months)");
    expect(rowOf(sheet, "Error")[1]?.value).toBe(1);
  });
});
