import type { RuleTexts } from "./types";

/** The rules about the roster. */
export const attendanceRules = {
  "attendance-mark": {
    what: ["到岗、社保、工资的格子有没有漏填，填的是不是看得懂的标记。", "Whether marks of presence, insurance and wages are missing or unreadable."],
    why: ["三项齐全当月才计人次；漏填一格，这个人当月就算不出来。", "A month counts only with all its marks; one gap leaves it open."],
    mend: ["按记录补填：到岗填“√”，未到岗填“——”，全表用同一种写法。", "Fill in “√” or “——” from the records, the same signs throughout."],
    ignore: ["符号是本站一贯的写法、含义在表里写明时可以忽略。", "When the sign is the station's own and the table explains it."]
  },
  "attendance-person-total": {
    what: ["按每月的标记和备注，逐月算出每个人的到岗小计，与填的数比较。", "Counts each person's months from marks and remarks and compares the subtotal."],
    why: ["实到人次由各人小计加起来，这里少一个月，总数就少一个人次。", "Person-months present are the sum of the subtotals."],
    mend: ["看提示里每个月计多少，找出不一样的那个月；改小计，或改错的标记、补备注。", "See what each month counts, find the one that differs, correct the subtotal, the mark or the remark."],
    ignore: ["提示说“如果……则与表内数一致”，而协议正是这样约定时可以忽略。", "When the finding says “it fits if …” and that is what the agreement says."]
  },
  "attendance-settled-half": {
    what: ["备注写明某月计 0.5 人次，小计却按 1 计。", "The remark settles a month at 0.5, but the subtotal counts 1."],
    why: ["备注是对这个月的专门说明，与小计矛盾时总有一处要改。", "The remark speaks of this very month; one of the two must be wrong."],
    mend: ["把小计减去 0.5；备注写错的改备注，再核对当月有效人次和合计。", "Take 0.5 off the subtotal or correct the remark; then check the month and the totals."],
    ignore: ["备注说的不是这个评估期的月份时可以忽略。", "When the remark speaks of a month outside this period."]
  },
  "attendance-tick-count": {
    what: ["小计、总计行里的勾数，与这一列实际的勾逐个比较。", "Compares the printed counts with the ticks of the column."],
    why: ["勾数是核对社保和工资的依据，多一个少一个都要能说清。", "The counts are checked against insurance and wages."],
    mend: ["重新数一遍；最好用公式，例如 =COUNTIF(G4:G6,\"√\")。", "Count again, best by a formula such as =COUNTIF(G4:G6,\"√\")."],
    ignore: ["这一行统计的不是勾数（例如另有说明）时可以忽略。", "When the row counts something else and says so."]
  },
  "attendance-month-total": {
    what: ["把各人当月计的人次加起来，与“有效人次小计”比较。", "Adds what each person counts in the month and compares the printed person-months."],
    why: ["每月有效人次相加就是实到人次，缺配、超配都看它。", "They add up to the person-months present, which decide surplus and shortage."],
    mend: ["看提示里谁计 1、谁计 0.5，核对备注里的入职、离职日期后改正。", "See who counts 1 and who 0.5, check the dates in the remarks, correct the number."],
    ignore: ["提示说“如果……则与表内数一致”，而协议正是这样约定时可以忽略。", "When the finding says “it fits if …” and that is what the agreement says."]
  },
  "attendance-sum": {
    what: ["小计、总计是否等于各项相加。", "Whether subtotals and totals are the sums of their parts."],
    why: ["总计就是实到人次，加错了会直接影响缺配和评分。", "The total is the person-months present."],
    mend: ["先核对各项，再把这一格改成求和公式，例如 =I7+I11。", "Check the parts, then use a sum such as =I7+I11."],
    ignore: ["合计里有不在本表的人（并写明）时可以忽略。", "When the total holds persons of another table and says so."]
  },
  "attendance-text-number": {
    what: ["看着是数字、实际存成文本的小计。", "Subtotals that look like numbers but hold text."],
    why: ["SUM 会跳过文本，总计就少了这一份，看表时却看不出来。", "SUM passes over texts, and the total is short of it."],
    mend: ["单元格格式改为“常规”，重新输入数字。", "Set the format to General and enter the number again."],
    ignore: ["没有公式用到它、合计也是手工填的，可以忽略。", "When no formula reads it and totals are typed."]
  },
  "attendance-seniority": {
    what: ["“从业 2 年以上”的到岗小计是否在 0 与到岗小计之间。", "Whether the two-year subtotal lies between 0 and the subtotal."],
    why: ["它是到岗小计的一部分，不会比整体多。", "It is a part of the subtotal."],
    mend: ["核对从业年限：满 2 年的照到岗小计填，不满的填 0。", "Check the years: the subtotal for two years and more, otherwise 0."],
    ignore: ["不应忽略：两个数里总有一个是错的。", "Never: one of the two numbers is wrong."]
  },
  "attendance-retention": {
    what: ["数出每个月都在岗的人，除以协议要求社工数，与表里的稳岗率比较。", "Counts those on duty in every month, divides by the required headcount and compares the printed retention."],
    why: ["中途离职或入职的不算持续在岗，容易多数。", "Those who left or joined on the way are easily counted in."],
    mend: ["按提示列出的序号核对人数，再改稳岗率；协议人数不对的先改设置。", "Check the persons listed, then the rate; where the headcount is wrong, set it first."],
    ignore: ["协议对持续在岗另有约定（例如允许顶岗）时可以忽略，理由写明。", "When the agreement defines retention otherwise, for example with replacements; say so."]
  },
  "attendance-retention-limit": {
    what: ["算出的稳岗率是否低于要求（默认 80%）。", "Whether retention is below its limit (80% unless it is set)."],
    why: ["低于要求时评估方会问原因。它不是一票否决：有站点低于 80% 仍评为优秀、良好。", "The assessor will ask. It is no veto: stations below it were graded 优秀 and 良好."],
    mend: ["表没有错就不用改；准备好人员变动的说明。", "The table may be right; prepare an explanation of the changes."],
    ignore: ["已在报告里说明人员变动时可以忽略。", "When the report explains the changes."]
  },
  "attendance-shortage": {
    what: ["应到人次减实到人次；持证社工另算一次。缺得少供参考，达到一票否决的限额待核实；协议要求的人数、比例还没有设置时只问，不下结论。", "Due less present, for all and for certified staff: information, or a warning where the limit of the veto is met; while headcount or share are not set it asks for them."],
    why: ["缺配达到限额的，不论得分都应评为不合格，要早知道。", "At the limit the grade is 不合格 whatever the score."],
    mend: ["先核对设置里的协议要求社工数和持证比例，再核对到岗标记和备注。", "Check headcount and certified share in the settings, then marks and remarks."],
    ignore: ["协议另有约定、评估方认可不算缺配时可以忽略，理由写明；能在设置里改的请改设置。", "When the agreement says otherwise and no setting covers it; say so."]
  },
  "attendance-number": {
    what: ["序号有没有重复、跳号或漏填。", "Numbers that occur twice, are skipped or left out."],
    why: ["序号跳了，可能漏了一个人；重复了，别处引用“序号 3”就不知道是谁。", "A gap may hide a missing person; a number used twice names nobody."],
    mend: ["核对名单，从 1 起重新编号。", "Check the list and number it anew from 1."],
    ignore: ["序号沿用人事编号、有意不连续时可以忽略。", "When the numbers are staff numbers with gaps on purpose."]
  },
  "attendance-person-twice": {
    what: ["同一个姓名出现在两行。", "One name in two rows."],
    why: ["同一个月两行都计人次，就多算了一个人次。", "Where both rows count in a month, it is counted twice."],
    mend: ["同一个人：合成一行，变动写进备注。不同的人同名：在备注里写明。", "One person: make it one row, with the change in the remark. Two persons: say so in the remark."],
    ignore: ["确实是两个同名的人时可以忽略。", "When they really are two persons."]
  },
  "attendance-outside": {
    what: ["入职前、离职后、合同开始前或到期后的月份还有勾。", "Ticks in months before joining, after leaving or outside the contract."],
    why: ["不在职的月份有勾，要么勾错，要么日期或合同期限没有更新。", "Either the tick or the date is wrong."],
    mend: ["核对日期：勾错的改“——”；续签了的更新合同期限，转入的在备注里写明。", "Correct the tick, update a renewed contract, or explain in the remark."],
    ignore: ["合同正在续签、到岗属实时可以忽略，理由写明。", "When a renewal is under way and the person was there; say so."]
  },
  "attendance-same-start": {
    what: ["两个人同一天开始，当月一个计 1、一个计 0.5。", "Two persons start on the same day, one counts 1 and the other 0.5."],
    why: ["同样的日期应同样计算；也可能其中一人是续签，不是新入职。", "The same date should count the same; or one of them is a renewal."],
    mend: ["新入职的统一按规定计；续签的在备注里写“续签”，或把合同期限写成最早一份的开始日。", "Count new persons alike; mark a renewal in the remark."],
    ignore: ["其中一人是续签，已核实时可以忽略。", "When one of them is a renewal and that was checked."]
  },
  "attendance-absence": {
    what: ["合同期内有月份没有计人次，备注里没有写原因。", "A month within the contract does not count, and no remark says why."],
    why: ["看表的人分不清是请假、空缺，还是漏打勾。", "A reader cannot tell leave from a vacancy or a missing tick."],
    mend: ["在备注里写明月份和原因，例如“10月病假”；漏打勾的补上。", "Name month and reason in the remark, or add the missing tick."],
    ignore: ["原因已写在别的材料里时可以忽略，理由写明出处。", "When another paper explains it; name it."]
  },
  "attendance-undated-leave": {
    what: ["备注写了离职，但没有写日期，或只写了月份没有写日。", "A leave without its date, or without the day."],
    why: ["离职当月计 1 还是 0.5 看是哪一天，没有日期就无法核对。", "The day decides whether the month counts 1 or 0.5."],
    mend: ["补写日期，例如“2024.10.31离职”。", "Add the date, such as 2024.10.31离职."],
    ignore: ["离职的月份本来就没有计人次时可以忽略。", "When that month does not count anyway."]
  },
  "attendance-certificate": {
    what: ["持证社工写的资质不像证书，或非持证社工写的是社工证。", "A certified person without a certificate, or an uncertified one with it."],
    why: ["列错组会影响持证人次和持证缺配。", "The wrong group changes the certified person-months."],
    mend: ["核对证书：资质栏写错的改资质，列错组的移到另一组。", "Correct the certificate or move the person to the other group."],
    ignore: ["评估期内才取得证书、按约定分段计算的，可以忽略，理由写明。", "When the certificate was obtained during the period and that was agreed; say so."]
  },
  "attendance-months": {
    what: ["到岗表的月份是否连续，是否与评估期一致，是否在协议时间之内。", "Whether the months are consecutive, those of the period and within the agreement."],
    why: ["少一个月、错一个月，应到人次和稳岗率都会变。", "A month more or less changes what is due and the retention."],
    mend: ["改正月份表头或标题里的时段；缺月份的补上整个月的三列。", "Correct the heads or the period in the title; add the columns of a missing month."],
    ignore: ["到岗表有意比评估期多列几个月时可以忽略。", "When the roster covers more than the period on purpose."]
  },
  "attendance-staff-number": {
    what: ["指标表的投入社工人数与到岗表最后一个月的在岗人数比较。", "Compares the staff number of the indicator table with those on duty in the roster's last month."],
    why: ["两张表说的是同一批人；不一致时评估方会问。", "Both tables speak of the same people."],
    mend: ["核实人数，改指标表；跨两个片区的各填 0.5。", "Check and correct the indicator table; 0.5 each for a person in two areas."],
    ignore: ["投入社工人数按另一个时点统计时可以忽略，理由写明。", "When the number was taken at another time; say so."]
  },
  "attendance-at-end": {
    what: ["评估期最后一个月在岗的人数，持证、非持证各多少。", "How many are on duty in the last month, certified and not."],
    why: ["写报告时要用到这几个数。这不是错误。", "The report needs these numbers. It is no mistake."],
    mend: ["表不用改；与报告里的人数对一下。", "Nothing; compare it with the report."],
    ignore: ["看过就可以忽略。", "Once read."]
  }
} as const satisfies Readonly<Record<string, RuleTexts>>;
