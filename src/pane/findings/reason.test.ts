import { sampleFinding } from "../../../test/sample-report";
import { reasonOf } from "./reason";

const LABEL = "「困难群众建档」的完成百分比";

test.each([
  ["显示「178.31%」，按完成量 741 ÷ 协议量 415 应为 178.55%。178.31% 正好是 740÷415。请核对两个数后改为 178.55%。", "按完成量 741 ÷ 协议量 415 应为 178.55%。178.31% 正好是 740÷415。", "请核对两个数后改为 178.55%。"],
  ["显示「178.31%」，应为 178.55%。公式 =D5/C4 读的是 D5。请改为 =D4/C4。", "公式 =D5/C4 读的是 D5。", "请改为 =D4/C4。"],
  ["空着，各片区之和是 8。请补上，最好用公式。", "各片区之和是 8。", "请补上，最好用公式。"]
])("what the heading says is not said again: %s", (said, reason, how) => {
  expect(reasonOf(sampleFinding({ label: LABEL, message: LABEL + said }), "zh")).toEqual({ reason, how });
});

test("a message that names nothing is told whole", () => {
  expect(reasonOf(sampleFinding({ label: "", message: "缺序号25。请核对是否漏了人。" }), "zh").reason).toBe("缺序号25。");
});
