import { sheetOf } from "../../../test/support/roster-builder";
import { findGrades, findLines } from "./text-lines";

const told = (text: string): string[] => findLines(sheetOf("报告", { A1: text }), () => false).map(({ party, text: score }) => `${party} ${score}`);

test.each<[string, string[]]>([
  ["购买方评估 得分：19.40分", ["purchaser 19.40"]],
  ["督导中心评估　得分:11.9分", ["guidance 11.9"]],
  ["第三方评估 得分 46.35 分", ["thirdParty 46.35"]],
  ["购买方得分：18.00分；监督方得分：8.70分", ["purchaser 18.00", "supervisor 8.70"]],
  ["本次评估购买方评分17.70分，监督方评分8.40分，督导中心评分14.39分，第三方评分47.50分，总分87.99分，评估等级为“良好”。",
    ["purchaser 17.70", "supervisor 8.40", "guidance 14.39", "thirdParty 47.50", "total 87.99"]],
  ["购买方评估总得分：19.40分", ["purchaser 19.40"]],
  ["第三方评估占55分，得46.35分", ["thirdParty 46.35"]],
  ["第三方评估（55分）得分为46.35分", ["thirdParty 46.35"]],
  ["第三方评估得46.35分（满分55分），综合得分85.45", ["thirdParty 46.35", "total 85.45"]],
  ["总得分为85.45分", ["total 85.45"]],
  // What is no score.
  ["评分规则：购买方20分、监督方10分、督导中心15分、第三方55分", []],
  ["第三方评估机构访谈20人，服务对象满意度95分", []],
  ["第三方评估于2025年3月20日进行，评分另行公布", []],
  ["总分不低于60分为合格", []],
  ["购买方评分占20%", []]
])("%s", (text, expected) => expect(told(text)).toEqual(expected));

test.each<[string, string[]]>([
  ["评估等级：良好", ["良好"]],
  ["总分55分，评估等级为“不合格”", ["不合格"]],
  ["评估结果为优秀。", ["优秀"]],
  ["等级分为优秀、良好、合格、不合格", []]
])("the grade in: %s", (text, expected) => expect(findGrades(sheetOf("报告", { A1: text })).map(({ grade }) => grade)).toEqual(expected));
