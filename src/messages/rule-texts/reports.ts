import type { RuleTexts } from "./types";

/** The rules about the sentences of a report. */
export const reportRules = {
  "report-count": {
    what: ["正文写的指标数量（电访、探访、个案、小组、活动、志愿者等）是否与指标表、指标卡或并列的工作簿一致；片区的数只和该片区比，并且不能大于全站。", "Whether counts of indicators in the text are those of the tables or of the workbook beside it; an area's count is held against that area, and cannot exceed the station's."],
    why: ["评估报告公布的是正文，读者对照附件就会发现两个数不一样；把协议量写成完成量也常见。", "The text is what is published; readers hold it against the attachments. Targets quoted for what was done are common."],
    mend: ["先看提示的单元格，核对原始记录，改正文或改表。", "Look at the cell that is named, check the records, and correct the text or the table."],
    ignore: ["正文说的是另一个时段或另一个范围时，可以忽略，理由写明。", "When the text speaks of another time or another part; say of which."]
  },
  "report-rate": {
    what: ["“完成 N 个，占协议指标量的 P%”：有表时按表里的协议量重算；没有表时看能不能反推出一个整数协议量。“分别”前后的数逐个配对。", "“N done, P% of the target”: computed from the table's target, or, without one, whether any whole target gives it. Lists with 分别 are paired in order."],
    why: ["协议量都是整数，反推不出整数，数量和百分比里必有一个写错。", "Targets are whole numbers; where none fits, count or rate is wrong."],
    mend: ["对照指标表，改写错的那一个。", "Compare the table and correct whichever is wrong."],
    ignore: ["协议量本来就不是整数时，可以忽略，理由写明。", "When the target is no whole number; say so."]
  },
  "report-staff": {
    what: ["持证、非持证、各级资格的人数相加是否等于总数，“占总数（20 人）的 75%”是否算得对，期末在岗人数是否与到岗表一致。", "Whether certified, uncertified and the grades of certificates add up, shares of a stated total are right, and those on duty at the end are the roster's."],
    why: ["人员配备是一票否决的依据，前后不一就说不清配了多少人。", "Staffing decides vetoes; numbers that differ leave open how many there were."],
    mend: ["按到岗表最后一个月逐个数，改正文。", "Count the roster's last month and correct the text."],
    ignore: ["正文说的是另一天的人数时，可以忽略，理由写明日期。", "When the text speaks of another day; say of which."]
  },
  "report-attendance": {
    what: ["超配＝实到－应到；持证加非持证等于全部；应到＝社工数×月数，社工数应为整数；与到岗表的小计是否一致。", "Surplus is actual less due; certified and uncertified make all; due is a whole headcount by months; and the roster says the same."],
    why: ["应到、实到决定缺不缺配，写错一位就可能变成一票否决。", "Due and actual decide whether staff was short."],
    mend: ["按到岗表重新加一遍，改正文。", "Add the roster up again and correct the text."],
    ignore: ["到岗表之外另有批准的调整时，可以忽略，理由写明。", "When an adjustment was agreed beside the roster; name it."]
  },
  "report-retention": {
    what: ["持续在岗人数是否与到岗表逐月都在岗的人数一致；稳岗率＝持续在岗人数÷协议要求社工数；“符合、不低于 80%”与写的数是否矛盾。", "Whether those retained are the roster's, the rate is their share of the posts, and what is said of the demand fits."],
    why: ["期末在岗人数和持续在岗人数常被混用。", "Those on duty at the end are easily taken for those retained."],
    mend: ["在到岗表里数每个月都在岗的人，除以协议要求社工数。", "Count who is on duty in every month and divide by the posts."],
    ignore: ["协议另有稳岗口径时，可以忽略，理由写明。", "When the agreement counts otherwise; say how."]
  },
  "report-period": {
    what: ["协议期在各处是否相同，评估期是否在协议期内、与表头一致，“共计 N 个考核月份”是否等于起止日期的月数，运营年数与开始时间是否相符。", "Whether the agreement's days are the same everywhere, the evaluated period lies within them and is that of the tables, months fit their period, and years of service their beginning."],
    why: ["日期写错，应到人次和时间进度都跟着错。", "A wrong day makes what is due wrong as well."],
    mend: ["对照协议和表头改正。", "Compare the agreement and the tables' titles."],
    ignore: ["几处说的确是不同的协议时，可以忽略，理由写明。", "When the places speak of different agreements; say so."]
  },
  "report-areas": {
    what: ["“N 个片区”“N 个社区/社工点”是否等于报告列出的片区、社区的个数；“由原来的…”说的是从前，不比。", "Whether numbers of areas and communities are those of the report's own lists; what was before is not compared."],
    why: ["片区、社工点的个数是读者一眼就能数的。", "Anyone can count them."],
    mend: ["数一遍列表，改数字或补列表。", "Count the list; correct the number or complete the list."],
    ignore: ["列表有意只列一部分时，可以忽略，理由写明。", "When the list names only some on purpose; say so."]
  },
  "report-listed": {
    what: ["“A、B、C 等三大方面”“两个平台，即 A 和 B”“两大环节，一是…，二是…”：写的个数与列出的个数是否一致。", "“A, B and C, three aspects”: whether as many are named as the number says."],
    why: ["多半是改了列举、忘了改数字。", "Mostly the list was changed and the number was not."],
    mend: ["数一遍，改数字或补齐列举。", "Count them; correct the number or the list."],
    ignore: ["列举只是举例时，可以忽略。", "When the list only gives examples."]
  },
  "report-parts": {
    what: ["媒体报道（国家级、省级、市级…）、“包含 1 条…、16 条…”、“共 101 人，7 人…，15 人…”等，分项相加是否等于总数；“其中”的一项是否大于总数。互有重叠的类别不相加。", "Whether parts that make up the whole add up to it, and no part exceeds it. Categories that overlap are not added."],
    why: ["分项改了一个，总数常常忘了改。", "A part was changed and the total was not."],
    mend: ["逐项核对台账，改总数或改分项。", "Check the records; correct the total or the part."],
    ignore: ["分项本来没有列全时，可以忽略，理由写明。", "When not all parts are named on purpose; say so."]
  },
  "report-score": {
    what: ["各方得分相加是否等于总得分、有没有超过满分，等级与总分是否相符，与评分表是否一致；分值占比相加是否为 100%，等级分数线是否与评估办法一致。", "Whether scores add up and none is above its maximum, the grade follows from the total, the score table says the same, weights make 100%, and the limits of grades are those of the rules."],
    why: ["总分和等级是评估的结论。", "Total and grade are the outcome of the evaluation."],
    mend: ["先核对各方得分，再改总分和等级。", "Check the parts first, then total and grade."],
    ignore: ["评估办法另有规定时，请在设置里改分数线或占比。", "Where other limits hold, set them in the settings."]
  },
  "report-claim": {
    what: ["“超过、不足、高于、低于、增加、减少、最多、居首、除某项外均达到、N 项中有 M 项达到”等说法，与表里的完成率、各片区的数或同一句的前后两个数是否相符；正文里的站名前后是否是同一个站。", "Whether words such as above, below, more, less, most, all but one, M of N reached follow from the table's rates, the areas' numbers or the numbers of the sentence itself; and whether the report names one station throughout."],
    why: ["数字改了，旁边的说法常常忘了改；套用别的站或上一期的文字也会留下不对的说法。", "Numbers were changed and the words beside them were not, or words were copied from another station or evaluation."],
    mend: ["先确认数字，再改说法。", "Make sure of the numbers, then change the words."],
    ignore: ["说法另有所指（例如按进度而不是按协议量）时，可以忽略，理由写明。", "When something else is meant, such as progress by time; say so."]
  },
  "report-repeated": {
    what: ["同一件事（评委人数、评估天数、志愿者数、领取份数等）在报告里出现两次时，两处是否一样。", "Whether what the report tells twice is the same both times."],
    why: ["前后不一，读者不知道该信哪一处。", "Readers cannot tell which to believe."],
    mend: ["核对原始记录，改错的那一处。", "Check the records and correct the wrong place."],
    ignore: ["两处说的确是两件事时，可以忽略，理由写明。", "When two things are meant; say so."]
  }
} as const satisfies Readonly<Record<string, RuleTexts>>;
