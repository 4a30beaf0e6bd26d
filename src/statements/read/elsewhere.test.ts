import { documentOfText } from "../../hosts/document";
import { settingsFor } from "../../settings";
import { readerOf } from "../prove/reader";

/** Each number of a text that speaks of another time, another station or a supposition. */
function away(text: string): string[] {
  const reader = readerOf(documentOfText(`甲街社工服务站2024年度末期评估报告\n服务期自2024年1月1日至2024年12月31日。\n${text}`), [], settingsFor({}));
  return reader.lines.slice(2).flatMap((line) => reader.measuresOf(line).filter((measure) => reader.isElsewhere(measure)).map(({ token }) => `${token.text}${token.unit}`));
}

it.each<[string, string, readonly string[]]>([
  ["an earlier year, and back", "去年接案41个，今年接案46个。", ["41个"]],
  ["only the number that is compared with", "接案由上年的41个增至46个，结案30个。", ["41个"]],
  ["years of the report and others", "2023年接案41个，2024年接案46个，2025年度指标为50个。", ["41个", "50个"]],
  ["an earlier phase", "中期评估总分86.25分，末期总分88.10分。", ["86.25分"]],
  ["another station", "乙街社工站接案41个，他们有20名社工；我们接案46个。", ["41个", "20名"]],
  ["the whole district", "全区22个站平均86.12分，本站84.30分。", ["22个", "86.12分"]],
  ["a supposition", "有15名，若将7月到岗的2名也算进来，则为17名。", ["2名", "17名"]],
  ["what is still to come, by the heading", "六、下一步计划\n接案50个，小组30个。", ["50个", "30个"]],
  ["what is still to come, by the label", "下年度目标：接案50个。今年接案46个。", ["50个"]],
  ["a plan that was carried out", "三、工作计划完成情况\n接案46个。", []],
  ["the year in which something began", "自2010年起承接运营，配备社工20名。", []],
  ["words of now", "全年接案46个，目前在岗20名。", []]
])("%s", (_, text, expected) => {
  expect(away(text)).toEqual(expected);
});
