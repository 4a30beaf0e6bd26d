import { testReportRule } from "../../../test/support/report-cases";
import { cleanStation } from "../../../test/support/station";
import { rows, workbookOf } from "../../../test/support/sheet-builder";

/** 建档 1429 of 1330, 接案 24 of 44, 结案 15 of 30, 志愿者 46 of 50, 骨干 10 of 20; 建档 of the areas 634, 650, 145. */
const tables = (): ReturnType<typeof workbookOf> => workbookOf(cleanStation());

/** A table of no kind that is known: what people say of six things. */
const survey = (): ReturnType<typeof workbookOf> => workbookOf({
  调查: {
    cells: rows("A1", [
      ["调查项目", "参与人次", "满意率", "平均分"], ["服务态度", 236, "95.63%", 4.65], ["专业能力", 142, "92.50%", 4.51], ["服务及时性", 88, "88.75%", 4.38], ["场地环境", 31, "78.75%", 4.16], ["合计", 497, "88.91%", 4.43]
    ])
  }
});

testReportRule("report-claim", {
  valid: [
    { text: ["政策宣传活动由上期的 35 次降至本期的 33 次，减少 2 次，主要受场地调整影响。"] },
    { text: ["与上一评估期的 8 个相比，本期接案 11 个，增加 3 个，增幅 37.50%。"] },
    { text: ["服务人次由上期的 9 人次升至 9 人次。与去年的 12 次相比，本期 10 次，减少 2 次，降幅 16.67%。"] },
    { text: ["个案接案的完成率已超过五成，个案结案的完成率达一半，建档完成率高于个案接案完成率。"], tables },
    { text: ["除个案接案、个案结案外，附件1所列片区服务指标均已达到协议要求。"], tables },
    { text: ["个案结案完成率为50.00%，未达协议量，需加以关注。志愿者的完成率不足九成五。"], tables },
    { text: ["从片区看，建档以片区2居首（650份）。各片区中，片区3的建档数量最少，为145份。"], tables },
    { text: ["表列六项指标里，完成率未达100%的有四项。指标完成情况表所列3项指标中，1项完成率在100%及以上。"], tables },
    { text: ["建档量为协议量的1.07倍。"], tables },
    // Meant by the time gone by, or against another target: nothing to be said.
    { text: ["个案接案已超额完成中期指标。各项服务指标已全部完成，超过评估指标相关要求。"], tables },
    { text: ["满意率最高的是服务态度，达95.63%；最低的是场地环境，为78.75%。满意率在85%以上的项目有3项，不足一百人次的有两项。"], tables: survey },
    { text: ["服务态度、专业能力与服务及时性的平均分分别为4.65分、4.51分、4.38分。服务态度满意率最高。"], tables: survey },
    { text: ["第一片区为112.44%，高于第二片区的107.91%。超过380户次的月度工作量由17名社工承担。"], tables: survey },
    { text: ["电访的完成率已超过七成。除电访外，附件1所列片区服务指标均已达到协议要求。"], tables },
    { text: ["人员经费占支出的80.10%，不低于80%。", "三项完成率分别为108.67%、105.56%、103.33%，均超过100%。", "稳岗率为81.25%，满足评估指标80.00%以上的要求。"] }
  ],
  invalid: [
    { text: ["政策宣传活动由上期的 35 次降至本期的 33 次，增加 2 次，主要受场地调整影响。"], quote: "增加2次", severity: "warning" },
    { text: ["接案数从上期 17 个降至 25 个，净增 8 个。"], quote: "降至25个" },
    { text: ["个案接案的完成率已不足五成，服务推进有序。"], tables, quote: "个案接案的完成率已不足五成", expected: "54.55%" },
    { text: ["除建档外，附件1所列片区服务指标均已达到协议要求。"], tables, quote: "除建档外" },
    { text: ["建档完成率为107.44%，未达协议量，需加以关注。"], tables, quote: "未达协议量" },
    { text: ["从片区看，建档以片区1居首。"], tables, quote: "建档以片区1居首", expected: "片区2" },
    { text: ["各片区中，片区1的建档数量最少。"], tables, quote: "片区1的建档数量最少", expected: "片区3" },
    { text: ["满意率最高的是服务态度，最低的是专业能力。"], tables: survey, quote: "最低的是", expected: "场地环境" },
    { text: ["专业能力满意率最高。"], tables: survey, quote: "满意率最高", expected: "服务态度" },
    { text: ["服务态度、专业能力与服务及时性的平均分分别为4.51分、4.65分、4.38分。"], tables: survey, quote: "4.51分、4.65分", expected: "4.65、4.51、4.38" },
    { text: ["第一片区为112.44%，低于第二片区的107.91%。"], quote: "低于第二片区的107.91%" },
    { text: ["建档完成率低于个案接案完成率。"], tables, quote: "低于" },
    { text: ["三项完成率分别为108.67%、105.56%、81.58%，均超过100%。"], quote: "超过100%" },
    { text: ["知晓率为81.25%，未满足评估指标80.00%以上的要求。"], quote: "未满足评估指标80.00%" }
  ]
});
