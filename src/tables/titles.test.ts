import { workbookOf, type CellSpec } from "../../test/support/sheet-builder";
import { findTitles, stationOf } from "./titles";

const titles = (cells: Record<string, CellSpec>): string[] => findTitles(workbookOf({ 表: { cells } }).sheets[0]!).map(({ at, period }) => `${at.row} ${period ? `${period.start} ${period.end}` : "-"}`);

test.each<[string, Record<string, CellSpec>, string[]]>([
  ["words of a title", { A1: "指标完成情况统计表" }, ["1 -"]],
  ["a period in a line of its own, in whatever words", { A1: "社工在岗登记（2024年4月1日至2024年9月30日）" }, ["1 2024-04-01 2024-09-30"]],
  ["the station in a line of its own", { A1: "某街社工站工作人员在岗登记" }, ["1 -"]],
  ["a contract among other cells", { A3: "社工1", B3: "2023年4月1日至2026年3月31日" }, []],
  ["a period alone belongs to the title over it", { A2: "（2024年4月1日至2024年9月30日）" }, []],
  ["an agreement's time", { A2: "年度服务协议时间：2024年4月1日至2025年3月31日" }, []],
  ["a signature", { A9: "某街社工站（盖章）" }, []],
  ["a note", { A9: "说明：本站统计时间为2024年4月1日至2024年9月30日，以系统为准。" }, []]
])("%s", (_, cells, expected) => expect(titles(cells)).toEqual(expected));

test.each([
  ["附件1：广州市甲街社工服务站指标完成情况统计表", "广州市甲街社工服务站"],
  ["2024年4月1日至2025年3月31日 甲街社工站 年度指标进度", "甲街社工站"],
  ["2024-2025年度甲街社工站指标进度", "甲街社工站"],
  ["指标完成情况统计表", null]
])("the station of %s", (title, station) => expect(stationOf(title)).toBe(station));
