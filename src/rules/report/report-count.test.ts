import { testReportRule } from "../../../test/support/report-cases";
import { cleanStation } from "../../../test/support/station";
import { rows, workbookOf } from "../../../test/support/sheet-builder";

/** 建档 634, 650, 145; 接案 9, 8, 7; 结案 5, 4, 6; 入户探访 409, 478, 100; 新增志愿者 46, 骨干 10; the card 党建-大型活动 1 of 2. */
const tables = (): ReturnType<typeof workbookOf> => workbookOf(cleanStation());

/** What was done in two halves of a year. */
const halves = (): ReturnType<typeof workbookOf> => workbookOf({ 两期: { cells: rows("A1", [["指标", "单位", "协议量", "上期", "本期", "累计"], ["走访", "户次", 1600, 702, 946, 1648], ["沙龙", "场", 80, 43, 44, 87], ["义工发展", "人", 200, 110, 74, 184]]) } });

testReportRule("report-count", {
  valid: [
    { text: ["困难群众和特殊群体建档 1429 份，完成协议指标量的 107.44%；个案接案 24 个，完成 15 个，分别完成协议指标量的54.55%，50.00%。"], tables },
    { text: ["# 第一片区服务情况", "完成入户探访 409 人次，个案开案 9 个。困难群众和特殊群体 634 人。", "# 第二片区服务情况", "与居委共同开展上门探访 30 人次，开展个案服务 8 个。"], tables },
    { text: ["（三）第三片区", "社工经验丰富。", "第七部分 得分情况", "综合各方意见，专业个案接案 24 个。"], tables },
    { text: ["新增志愿者 46 名，活跃志愿者队伍 10 支。", "在“五社联动”方面，开展个案 2 个。"], tables },
    { text: ["# 服务指标完成情况", "个案接案 19 个，完成协议指标量的 50.00%。", "## 第一片区服务情况", "完成个案10个。"] },
    { text: ["# 服务指标完成情况", "接案 99 个个案。", "## 片区二", "总计开展了 11 个个案，共开展38场活动。"] },
    { text: ["新培育 1 支志愿者队伍，活跃志愿者队伍 10 支。"] },
    { text: ["新登记志愿者101人，其中在系统新登记志愿者28名。"] },
    { text: ["志愿服务方面，志愿者、骨干两项协议量为50名、20名，完成量为46名、10名。在44个接案指标中，社工完成了24个（54.55%）；结案指标30个，完成15个（50.00%）。"], tables },
    { text: ["中小型活动12次，其中片区1为6次、片区2为6次；个案接案24个（片区1为9个、片区2为8个、片区3为7个）；结案15个。"], tables },
    { text: ["专业个案方面，年度协议接案88个，本期接案24个。"], tables },
    { text: ["（3）社区活动：开展大型社区活动5次、中小型社区活动71次，合计76次。"] },
    { tables: halves, text: ["走访全年合计1648户次（上期702户次，本期946户次）。", "协议80场。上年走访：本期900户次。"] }
  ],
  invalid: [
    { text: ["困难群众和特殊群体建档 1492 份，完成协议指标量的 107.44%。"], tables, quote: "1492 份", expected: "1429份", severity: "error", says: "颠倒" },
    { text: ["# 第一片区服务情况", "完成个案开案 16 个。"], tables, quote: "16 个", expected: "9个", severity: "error", says: "协议量" },
    { text: ["# 第二片区服务情况", "完成入户探访 409 人次。"], tables, quote: "409 人次", expected: "478人次" },
    { text: ["新增志愿者 64 名。"], tables, quote: "64 名", expected: "46名", severity: "warning" },
    { text: ["# 服务指标完成情况", "完成个案接案 18 个，完成协议指标量的 50.00%。", "# 第一片区社工点服务情况", "本服务期个案开案 81 个。"], quote: "81个", expected: "≤18" },
    { text: ["志愿服务方面，志愿者、骨干两项协议量为50名、10名，完成量为46名、10名。"], tables, quote: "10名", expected: "20名", says: "完成量" },
    { text: ["在44个接案指标中，社工完成了42个；结案指标30个，完成15个。"], tables, quote: "42个", expected: "24个" },
    { text: ["专业个案方面，协议要求40个，实际接案24个。"], tables, quote: "40个", expected: "44个" },
    { text: ["表列七项指标里，完成率未达100%的有四项。"], tables, quote: "四项", expected: "5项" },
    { text: ["从片区看，建档以片区2居首（634份）。"], tables, quote: "634份", expected: "650份" },
    { text: ["满意率在85%以上的项目有4项。"], tables: () => workbookOf({ 调查: { cells: { A1: "项目", B1: "满意率", A2: "服务态度", B2: "95.63%", A3: "专业能力", B3: "92.50%", A4: "场地环境", B4: "78.75%" } } }), quote: "4项", expected: "2项" },
    { tables: halves, text: ["走访全年合计1648户次（上期702户次，本期964户次）。"], quote: "964户次", expected: "946户次" }
  ]
});
