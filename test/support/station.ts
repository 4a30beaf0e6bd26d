import type { Workbook } from "../../src/workbook";
import { rows, workbookOf, type CellSpec, type SheetSpec } from "./sheet-builder";

/** A cell with a percent format: a formula, or a typed number. */
export function percent(content: string | number, format = "0.00%"): CellSpec {
  return typeof content === "string" ? { f: content, format } : { v: content, format };
}

const rate = (row: number, target: string, done: string): CellSpec => percent(`=IF(${target}${row}="/","/",${done}${row}/${target}${row})`);
const total = (column: string): CellSpec => `=SUM(${column}4:${column}6)`;

/** A clean workbook with every indicator table: three areas, a total, a list, a footnote, cards that repeat and cards of their own. */
export function cleanStation(): Record<string, SheetSpec> {
  const area = (row: number, name: string, filed: number[], opened: number[], closed: number[], visits: number): CellSpec[] => [
    name, 5, filed[0]!, filed[1]!, rate(row, "C", "D"), opened[0]!, opened[1]!, rate(row, "F", "G"), closed[0]!, closed[1]!, rate(row, "I", "J"),
    "/", visits, rate(row, "L", "M")
  ];
  return {
    指标: {
      cells: {
        A1: "某街社工站指标完成情况统计表（2024年9月10日至2025年2月28日）",
        ...rows("A2", [
          ["服务片区", "投入社工人数", "困难群众和特殊群体建档", null, null, "专业个案", null, null, null, null, null, "入户探访"],
          [null, null, "协议个数", "完成量", "百分比", "协议接案数", "接案完成数", "百分比", "协议结案数", "完成量", "百分比", "协议量", "完成量", "百分比"],
          area(4, "片区1", [600, 634], [16, 9], [11, 5], 409),
          area(5, "片区2", [600, 650], [16, 8], [11, 4], 478),
          area(6, "片区3", [130, 145], [12, 7], [8, 6], 100),
          ["合计", total("B"), total("C"), total("D"), rate(7, "C", "D"), total("F"), total("G"), rate(7, "F", "G"), total("I"), total("J"), rate(7, "I", "J"),
            "/", total("M"), rate(7, "L", "M")],
          ["总体服务", "协议内容", null, "指标要求", "完成量", "百分比", "协议内容", "指标要求", "完成量", "百分比"],
          [null, "志愿者", "新增志愿者", 50, 46, percent('=IF(D9="/","/",E9/D9)'), "社区调研", 11, 11, percent('=IF(H9="/","/",I9/H9)')],
          [null, null, "新增志愿者骨干", 20, 10, percent('=IF(D10="/","/",E10/D10)'), "/", "/", "/", percent('=IF(H10="/","/",I10/H10)')]
        ]),
        A12: "所在街道/镇户籍人口（61113人），评估末月社工站为困难群众和特殊群体建档总户数1234户，建档人数1429人；评估期内入户探访总人数987人次，服务总人数1429人；通过社工专业服务共服务社区居民11808人次。"
      },
      merges: ["A1:N1", "A2:A3", "B2:B3", "C2:E2", "F2:K2", "L2:N2", "A8:A10", "B8:C8", "B9:B10", "A12:N13"]
    },
    卡: {
      cells: {
        A1: "某街社工站指标完成情况统计表（2024年9月10日至2025年2月28日）",
        ...rows("A2", [
          ["专业个案", "指标要求", "完成情况", "完成百分比", "新增志愿者骨干", "指标要求", "完成情况", "完成百分比"],
          [null, "44个", "24个", { v: 0.5455, format: "0.00%" }, null, "20个", "10个", { v: 0.5, format: "0.00%" }],
          ["党建-大型活动"],
          ["指标要求", "完成情况", "完成百分比"],
          [2, 1, percent('=IF(A6="/","/",B6/A6)')]
        ])
      },
      merges: ["A1:D1", "A2:A3", "E2:E3", "A4:C4"]
    }
  };
}

/** Changes to single cells, by "sheet!cell"; null empties the cell. */
export type Changes = Readonly<Record<string, CellSpec>>;

/** The clean workbook with some cells changed. */
export function stationWith(changes: Changes, rest: Partial<Workbook> = {}, shape: (sheets: Record<string, SheetSpec>) => void = () => undefined): Workbook {
  const sheets = cleanStation();
  for (const [address, spec] of Object.entries(changes)) {
    const [sheet, cell] = address.split("!") as [string, string];
    sheets[sheet] = { ...sheets[sheet]!, cells: { ...sheets[sheet]!.cells, [cell]: spec } };
  }
  shape(sheets);
  return workbookOf(sheets, rest);
}

/** The clean workbook. */
export function clean(): Workbook {
  return stationWith({});
}
