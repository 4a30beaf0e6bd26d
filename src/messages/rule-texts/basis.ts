import type { Text } from "./types";

/** The rules of the domain and the plain reasons in one sentence each. How well each is founded: rules/basis.ts. */
export const basisTexts = {
  R1: ["总分 100 分＝第三方 55＋购买方 20＋督导中心 15＋监督方 10，任何一方不超过自己的满分。", "The total of 100 is third party 55 + purchaser 20 + guidance centre 15 + supervisor 10; none above its maximum."],
  R2: ["90 分及以上优秀，80 分及以上良好，60 分及以上合格，60 分以下不合格。", "90 and more is 优秀, 80 and more 良好, 60 and more 合格, less is 不合格."],
  R3: ["第三方 55 分＝服务监测 10＋服务成效 15＋运营管理 10＋服务质量 20（各片区的平均分）；折算分保留两位小数。", "The third party's 55 are monitoring 10 + effect 15 + operation 10 + quality 20 (the mean of the areas), each with two decimals."],
  R4: ["缺配达到限额的，不论得分多少都评为不合格：社工中期缺 5 人次、末期缺 10 人次及以上，或持证社工中期缺 3 人次、末期缺 6 人次及以上。", "A shortage at the limit makes 不合格 whatever the score: staff short by 5 person-months at mid-term or 10 at the end, certified staff by 3 or 6."],
  R5: ["应到人次＝协议要求社工数×考核月数；社工数要先在设置里填写，没填时暂按 20 人推算，不下结论。", "Person-months due = required headcount × months counted; the headcount is to be set first; until then 20 is taken, and no verdict hangs on it."],
  R6: ["评估期首月 15 日及以前开始的计 1 个月，之后开始的计 0.5；末月 15 日及以后结束的计 1，之前结束的计 0.5。首月 11–15 日开始、末月 15–27 日结束的，评估报告没有写明，以表里多数人的计法为准。", "The first month counts 1 if the period starts by the 15th, else 0.5; the last month counts 1 if it ends on the 15th or later, else 0.5. Of a start from the 11th to the 15th and an end from the 15th to the 27th no report tells: there the table is followed."],
  R7: ["人员到位、社保购买、工资发放三项都打勾，当月才计人次；缺一项计 0。", "A month counts only with all three ticks (presence, insurance, wages); otherwise it counts 0."],
  R8: ["入职、离职日期以备注为准：15 日及以前入职、15 日及以后离职的当月计 1，其余计 0.5；1 日转出的，上月为最后一个月；备注写明某月计几的，按备注。分界日是推定的：只因换一个分界日才不同的数，只待核实、不算错。", "Dates are those of the remark: joined by the 15th or left on the 15th or later counts 1, otherwise 0.5; left on the 1st, the month before is the last; a remark that settles a month decides. The days are derived: what another day would make right is a question, no mistake."],
  R9: ["每月有效人次是各人当月人次之和；一个月多出的可以补另一个月的缺。", "A month's person-months are the sum over the persons; a surplus in one month makes up for a shortage in another."],
  R10: ["持证应到＝应到人次×协议约定的比例；比例要先在设置里填写，没填时暂按 50% 推算，不下结论。", "Certified staff due = person-months due × the agreed share; it is to be set first, until then 50% is taken, and no verdict hangs on it."],
  R11: ["稳岗率＝持续在岗社工数÷协议要求社工数，应不低于 80%。", "Retention = those retained ÷ required headcount; it must reach 80%."],
  R12: ["评估期每个月都在岗的算持续在岗；计 0.5 人次的月份也算在岗。", "Retained is who is on duty in every month of the period; half months count as on duty."],
  R14: ["符合从业 2 年以上的到岗小计在 0 与到岗小计之间。", "The two-year subtotal of a person lies between 0 and the subtotal."],
  R15: ["完成百分比＝完成量÷协议量，显示两位小数，四舍五入。", "Rate = done ÷ target, shown with two decimals, rounded half up."],
  R16: ["没有协议指标的，协议量和百分比都填“/”；完成量可以照填。", "Without a target, target and rate are “/”; done may still be a number."],
  R17: ["百分比栏已设置好计算公式，如无特殊情况，请勿改动此栏。", "Rate cells hold the template's formula and should not be altered."],
  R18: ["投入社工人数每人只计一次；跨两个片区的各计 0.5。", "The staff number counts a person once, or 0.5 in each of two areas."],
  R19: ["中期应完成多少没有统一规定；这里按协议期已过的时间比较，仅供参考。", "What is expected at mid-term is nowhere stated; rates are compared with the share of the agreement gone by, for information only."],
  R20: ["非持证社工应有社会工作或相关专业学历，或经行业组织培训并取得证书。", "Uncertified social workers hold a degree in social work or a related subject, or a certificate of training by the industry body."],
  arithmetic: ["算术：合计等于各项相加，部分不大于整体，件数和人次是不小于 0 的整数。", "Arithmetic: a total is the sum of its parts, a part is not more than the whole, counts are whole numbers from 0."],
  consistency: ["一致：同一份材料里，同一件事只有一个数。", "Consistency: within one set of tables the same thing has one number."],
  excel: ["Excel 的计算方式：文本不参加计算，存下的是上次的结果，别的文件里的数不一定跟得上。", "How Excel works: texts are not computed, stored results are those of the last calculation, other files may not be at hand."],
  question: ["没有规定写明，但看表的人多半会问，先自己看一眼。", "No rule says so; whoever reads the table is likely to ask, so have a look first."]
} as const satisfies Readonly<Record<string, Text>>;

/** What the cells of an example do not show. */
export const noteTexts = {
  "mid-term-634": ["中期时片区1 的建档完成量是 634。", "At mid-term 634 files were done in 片区1."],
  "mid-term-600": ["中期时片区1 的建档协议量是 600。", "At mid-term the target of files in 片区1 was 600."],
  "mid-term-ended": ["中期到 2025年2月28日为止。", "Mid-term ended on 2025-02-28."],
  "mid-term-agreed": ["中期写的协议时间是 2024年9月10日至2025年9月9日。", "At mid-term the agreement was said to run from 2024-09-10 to 2025-09-09."],
  "mid-term-present": ["中期时序号1 在 10月没有到岗，另外两人每个月都在岗。", "At mid-term no. 1 was absent in October; the other two were there in every month."],
  "five-posts": ["本例协议要求社工数为 5 人。", "In this example the agreement asks for 5 social workers."],
  "quarter-gone": ["本例协议期 12 个月，到岗表到第 3 个月，时间过了 25%。", "In this example 3 of the agreement's 12 months, 25% of the time, have gone by."],
  "calculates-manually": ["本例的计算选项是“手动”。", "In this example the workbook calculates manually."],
  "calculates-automatically": ["本例的计算选项是“自动”。", "In this example the workbook calculates automatically."]
} as const satisfies Readonly<Record<string, Text>>;
