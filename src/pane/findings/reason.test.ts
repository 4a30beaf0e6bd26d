import { sampleFinding } from "../../../test/sample-report";
import { reasonOf } from "./reason";

const LABEL = "「困难群众建档」的完成百分比";

test.each([
  ["显示「178.31%」，按完成量 741 ÷ 协议量 415 应为 178.55%。178.31% 正好是 740÷415。请核对两个数后改为 178.55%。", "按完成量 741 ÷ 协议量 415 应为 178.55%。178.31% 正好是 740÷415。", "请核对两个数后改为 178.55%。"],
  ["显示「178.31%」，应为 178.55%。公式 =D5/C4 读的是 D5。请改为 =D4/C4。", "公式 =D5/C4 读的是 D5。", "请改为 =D4/C4。"],
  ["空着，各片区之和是 8。请补上，最好用公式。", "各片区之和是 8。", "请补上，最好用公式。"],
  ["的「325人」带了单位“人”，成了文本。请只填数字 325。", "「325人」带了单位“人”，成了文本。", "请只填数字 325。"],
  ["显示「100.00%」，但协议量是“/”，百分比也应填“/”。请改为“/”。", "协议量是“/”，百分比也应填“/”。", "请改为“/”。"],
  ["是 10，多于接案完成数 8。请核对两个数。", "多于接案完成数 8。", "请核对两个数。"],
  ["的备注写明10月计0.5人次，到岗小计「3」却按整月计。前者是续签？请核对。", "备注写明10月计0.5人次，到岗小计「3」却按整月计。前者是续签？", "请核对。"]
])("what the heading says is not said again: %s", (said, reason, how) => {
  expect(reasonOf(sampleFinding({ label: LABEL, message: LABEL + said }), "zh")).toEqual({ reason, how });
});

test.each([
  [" shows “108.33” and should show 108.33%: the percent sign is missing. Enter 108.33%.", "The percent sign is missing."],
  [", “325人”, carries the unit 人 and so is text. Enter only 325.", "Carries the unit 人 and so is text."],
  [" shows “103.33%”, but =D5/C5 gives 108.33%. Press F9.", "=D5/C5 gives 108.33%."],
  [" is 10, more than the 8 opened. Check both.", "More than the 8 opened."]
])("nor in English:%s", (said, reason) => {
  expect(reasonOf(sampleFinding({ label: "The rate", message: `The rate${said}` }), "en").reason).toBe(reason);
});

describe("what is to be done where a message does not say it", () => {
  const how = (given: Partial<Parameters<typeof sampleFinding>[0]>) => reasonOf(sampleFinding({ label: "", message: "11月在岗 20 人。", fix: null, expected: "", ...given }), "zh").how;
  test("is for whoever looks at the cells, not for who answers a letter", () => {
    expect(how({ severity: "warning" })).toBe("核对原始记录后改正；确实无误的，可以忽略并写明理由。");
    expect(how({ severity: "warning", message: "按默认 20 人算缺 6 人次。请先确认协议人数。" })).toBe("请先确认协议要求。");
  });
  test("is nothing of what is only worth knowing", () => expect(how({ severity: "info" })).toBe(""));
});

test("a message that names nothing is told whole", () => {
  expect(reasonOf(sampleFinding({ label: "", message: "缺序号25。请核对是否漏了人。" }), "zh").reason).toBe("缺序号25。");
});
