import { buildRoster } from "../../../test/support/roster-builder";
import { checkWorkbook } from "../../report";

test("attendance-at-end: who is on duty in the last month, by certificate", () => {
  const { workbook } = buildRoster({
    months: ["9月", "10月", "11月", "12月", "2025年1月", "2025年2月"],
    agreement: "年度服务协议时间：2024年9月10日至2025年9月9日",
    persons: [
      ...Array.from({ length: 3 }, () => ({ months: "111111", senior: 6 })),
      { months: "110000", remark: "2024.10.31离职" },
      ...Array.from({ length: 2 }, () => ({ months: "111111", group: "uncertified" as const }))
    ]
  });
  const found = checkWorkbook(workbook).findings.filter(({ rule }) => rule === "attendance-at-end");
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ severity: "info", message: expect.stringContaining("在岗 5 人：持证 3 人，非持证 2 人") as string });
});
