import { testReportRule } from "../../../test/support/report-cases";
import { cleanStation } from "../../../test/support/station";
import { workbookOf } from "../../../test/support/sheet-builder";

/** 建档 634, 650, 145; 接案 9, 8, 7; 结案 5, 4, 6; 入户探访 409, 478, 100; 新增志愿者 46, 骨干 10; the card 党建-大型活动 1 of 2. */
const tables = (): ReturnType<typeof workbookOf> => workbookOf(cleanStation());

testReportRule("report-count", {
  valid: [
    { text: ["困难群众和特殊群体建档 1429 份，完成协议指标量的 107.44%；个案接案 24 个，完成 15 个，分别完成协议指标量的54.55%，50.00%。"], tables },
    { text: ["# 第一片区服务情况", "完成入户探访 409 人次，个案开案 9 个。困难群众和特殊群体 634 人。", "# 第二片区服务情况", "与居委共同开展上门探访 30 人次，开展个案服务 8 个。"], tables },
    { text: ["（三）第三片区", "社工经验丰富。", "第七部分 得分情况", "综合各方意见，专业个案接案 24 个。"], tables },
    { text: ["新增志愿者 46 名，活跃志愿者队伍 10 支。", "在“五社联动”方面，开展个案 2 个。"], tables },
    { text: ["# 服务指标完成情况", "个案接案 19 个，完成协议指标量的 50.00%。", "## 第一片区服务情况", "完成个案10个。"] },
    { text: ["# 服务指标完成情况", "接案 99 个个案。", "## 片区二", "总计开展了 11 个个案，共开展38场活动。"] },
    { text: ["新培育 1 支志愿者队伍，活跃志愿者队伍 10 支。"] },
    { text: ["新登记志愿者101人，其中在系统新登记志愿者28名。"] }
  ],
  invalid: [
    { text: ["困难群众和特殊群体建档 1492 份，完成协议指标量的 107.44%。"], tables, quote: "1492 份", expected: "1429份", severity: "error", says: "颠倒" },
    { text: ["# 第一片区服务情况", "完成个案开案 16 个。"], tables, quote: "16 个", expected: "9个", severity: "error", says: "协议量" },
    { text: ["# 第二片区服务情况", "完成入户探访 409 人次。"], tables, quote: "409 人次", expected: "478人次" },
    { text: ["新增志愿者 64 名。"], tables, quote: "64 名", expected: "46名", severity: "warning" },
    { text: ["# 服务指标完成情况", "完成个案接案 18 个，完成协议指标量的 50.00%。", "# 第一片区社工点服务情况", "本服务期个案开案 81 个。"], quote: "81个", expected: "≤18" }
  ]
});
