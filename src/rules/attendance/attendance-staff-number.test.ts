import { sheetOf, workbookOf } from "../../../test/support/roster-builder";
import { rosterOf } from "../../../test/support/roster-cases";
import { testRule } from "../../../test/support/rule-tester";
import type { Workbook } from "../../workbook";
import { attendanceStaffNumber } from "./attendance-staff-number";

/** A matrix that names so many 投入社工人数, beside a roster with 20 on duty in its last month. */
const matrix = (staff: number): Workbook => workbookOf(sheetOf("附件1-1", {
  A1: "广州市甲街社工站指标完成情况统计表（2024年9月10日至2025年2月28日）", A2: "服务片区", B2: "投入社工人数", C2: "电访", C3: "协议量", D3: "完成量", E3: "百分比",
  A4: "片区1", B4: staff - 10, C4: 10, D4: 5, E4: 0.5, A5: "片区2", B5: 10, C5: 10, D5: 5, E5: 0.5, A6: "合计", B6: staff, C6: 20, D6: 10, E6: 0.5
}, ["A2:A3", "B2:B3", "C2:E2"]), rosterOf().sheet);

testRule(attendanceStaffNumber, {
  valid: { "as many": () => matrix(20) },
  invalid: { "one less": [() => matrix(19), { at: "附件1-1!B6", severity: "warning" }] }
});
