import type { RuleTexts } from "./types";

/** The rules about the score table. */
export const scoreRules = {
  "score-maximum": {
    what: ["每一项评分、每一方得分是否超过自己的满分。", "Whether a score is above its maximum."],
    why: ["超过满分一定是填错，总分也跟着偏高。", "It must be a slip, and the total is too high with it."],
    mend: ["核对评分原件后改正；标准分填错的改标准分。", "Check the original scores, or correct the maximum where that is wrong."],
    ignore: ["评估办法另设加分、允许超过的，可以忽略，理由写明出处。", "When the rules of the evaluation allow extra points; give the source."]
  },
  "score-mean": {
    what: ["按评分重算折算分，服务质量取各片区的平均分；也重算专家平均分（写明去掉最高、最低分的照此算）、满分减扣分、百分制得分乘权重、得分率、年度得分。", "Computes converted scores anew, for quality the mean of the areas; also means of experts (without the highest and lowest where a note says so), points less deductions, scores by weight, rates and the year's score."],
    why: ["折算分相加就是总分，这里错一点，总分和等级都可能变。", "They add up to the total; a slip here may change the grade."],
    mend: ["把折算分改成公式，例如 =AVERAGE(C6:C8)，再核对总分。", "Use a formula such as =AVERAGE(C6:C8), then check the total."],
    ignore: ["评估方另有折算办法（例如按服务人数加权）时可以忽略，理由写明。", "When the assessor converts otherwise, for example weighted; say how."]
  },
  "score-weights": {
    what: ["各项的标准分或权重加起来是不是100（100%）。", "Whether points or weights of all items make 100 (100%)."],
    why: ["合计不是100，折算分和总分就都不准，等级也跟着变。", "Otherwise every converted score and the total are off."],
    mend: ["对照协议或评估办法，改正填错的那一项。", "Correct the one that differs from the agreement."],
    ignore: ["评估办法本来就不以100分为满分的，可以忽略，理由写明。", "When the evaluation is not out of 100; say so."]
  },
  "score-text-number": {
    what: ["评分表里该是数字的格子是不是文本。", "Whether a score, its points, a deduction or a weight is kept as text."],
    why: ["SUM、AVERAGE 会跳过文本，总分就少算了这一项，而且看不出来。", "SUM and AVERAGE pass over texts: the total lacks the item, and nobody sees it."],
    mend: ["点“修正”改成数字；手工改时先把单元格格式改为“常规”，再重新输入。", "Apply the fix, or set the format to General and type the number again."],
    ignore: ["不参与任何计算、只供阅读的数，可以忽略。", "When nothing is computed from it."]
  },
  "score-sum": {
    what: ["各项折算分相加，与总分比较；正文里写的各方得分也与表比较。", "Adds the converted scores and compares the total; also scores written in lines of text."],
    why: ["总分决定等级，与各项之和不符就说不清得了多少分。", "The total decides the grade."],
    mend: ["先核对各项，再把总分改成求和公式。", "Check the parts, then make the total a sum."],
    ignore: ["有表外的加分或扣分时可以忽略，理由写明是哪一项。", "When points were added or taken outside the table; say which."]
  },
  "score-grade": {
    what: ["写明的等级与总分对应的等级是否一致。", "Whether the grade is what the total makes."],
    why: ["等级按分数线划定，写错会直接影响评估结果。", "Grades follow from limits; a wrong one changes the outcome."],
    mend: ["核对总分和等级，改错的那一个。因一票否决评为不合格的，在设置里勾上是哪一项。", "Correct whichever is wrong. Where a veto made it 不合格, tick the veto in the settings."],
    ignore: ["评估文件规定了别的分数线，而设置里还没有改时，请改设置，不必忽略。", "Where other limits hold, set them instead of ignoring this."]
  },
  "score-shortage": {
    what: ["到岗表算出的缺配已达到一票否决的限额，评分表的等级却不是不合格。", "The roster's shortage meets a veto, yet the grade is not 不合格."],
    why: ["缺配达到限额的，不论得分都应评为不合格；应到人次按设置推算，所以只列为待核实。", "A shortage at the limit makes 不合格 whatever the score; what is due rests on settings, so this is a warning."],
    mend: ["先看设置里的协议要求社工数和持证比例对不对，再核对到岗表，最后才看等级。", "Check headcount and certified share in the settings, then the roster, then the grade."],
    ignore: ["评估方已书面认定不算缺配时可以忽略，理由写明依据。", "When the assessor has decided in writing that it is no shortage; name it."]
  }
} as const satisfies Readonly<Record<string, RuleTexts>>;
