import type { RuleTexts } from "./types";

/** What a final workbook is held against the mid-term one for. */
export const midRules = {
  "mid-months": {
    what: ["末期的时段是不是从协议开始算起，或者接着中期往后算。", "Whether the final period begins with the agreement, or follows mid-term's without a gap."],
    why: ["中间漏掉一个月，这个月的服务和到岗两次都没有人看。", "A month left out between the two is looked at in neither."],
    mend: ["核对两份表标题里的起止日期，写错的改正。", "Check the days in the titles of both workbooks and correct the wrong one."],
    ignore: ["协议中途有停顿、双方书面同意的，可以忽略，理由写明。", "When the agreement paused in between and both sides agreed in writing; say so."]
  },
  "mid-agreement": {
    what: ["协议的起止时间、协议要求的社工数，末期与中期是否相同。", "Whether the agreement's days and its number of posts are those of mid-term."],
    why: ["应到人次和稳岗率都按协议算，协议变了，两次的结果就不能比。", "What is due and the retention are measured by the agreement; with another the two results do not compare."],
    mend: ["与协议原件核对；没有改过协议的，改成与中期一样。", "Check the agreement itself; where it was not changed, write what mid-term had."],
    ignore: ["签了补充协议的可以忽略，理由写明日期。", "When a supplement was signed; give its day."]
  },
  "mid-target": {
    what: ["每个指标的协议量末期与中期是否相同，中期有的指标末期还在不在。", "Whether each target is that of mid-term, and whether the indicators of mid-term are still there."],
    why: ["协议量调低，完成百分比就变高，看不出来。", "A lowered target raises the rate, and nobody sees it."],
    mend: ["与协议核对后改回；漏掉的指标补上。", "Check the agreement and write the target back; put in what is missing."],
    ignore: ["街道书面同意调整协议量的可以忽略，理由写明文件。", "When the street agreed to another target in writing; name the paper."]
  },
  "mid-done": {
    what: ["末期的完成量是从协议开始累计的，有没有比中期还少；台账接过来的上期数与中期累计是否相同。", "Whether the final count, which runs from the agreement's beginning, is less than at mid-term; whether a ledger takes over what mid-term came to."],
    why: ["做过的服务不会变少；少了，不是中期多报，就是末期漏报。", "What was done stays done: either mid-term said too much, or the end says too little."],
    mend: ["核对中期以来的台账，改正漏报的；中期多报的如实说明。", "Check the ledgers since mid-term and correct what was left out; say so where mid-term said too much."],
    ignore: ["末期只统计后半年的，可以忽略，理由写明。", "When the final workbook counts the second half alone; say so."]
  },
  "mid-staff": {
    what: ["同一个人同一个月的到岗，两次是否相同；中期末在岗的人，末期是否还在或写明离职；证书类别、合同开始日期有没有变。", "Whether a person's months count as at mid-term, whether those who were there still are or left with a remark, whether certificate group and contract are the same."],
    why: ["事后补勾、换人不写备注，人次和稳岗率就不真实。", "Ticks put in later, or somebody replaced without a remark, make person-months and retention untrue."],
    mend: ["按考勤、社保、工资记录核对，改正其中一份；人员变动在备注写明日期。", "Check presence, insurance and wages and correct one of the two; write the days of changes into the remarks."],
    ignore: ["中期填错、已向评估方说明的，可以忽略，理由写明。", "When mid-term was wrong and the assessor knows; say so."]
  }
} as const satisfies Readonly<Record<string, RuleTexts>>;
