import type { RuleTexts } from "./types";

/** The rules about the indicator tables. */
export const indicatorRules = {
  "rate-mismatch": {
    what: ["用完成量除以协议量，与表里显示的百分比比较，显示几位小数就比到几位。", "Divides done by target and compares the result with the rate shown, at the precision it is shown with."],
    why: ["百分比是评估时最先看的数。数字改过、百分比没跟着改，最容易出现这种错。", "Rates are read first. They go wrong when a number is changed and a typed rate is not."],
    mend: ["先核对完成量和协议量，再把百分比改成公式，例如 =D5/C5；只改百分比的数字，下次还会错。", "Check done and target first, then use a formula such as =D5/C5; a corrected number alone will go stale again."],
    ignore: ["协议对这个指标另有算法（例如封顶 100%）时可以忽略，理由写明出处。", "When the agreement computes this indicator otherwise (for example capped at 100%); give the source as the reason."]
  },
  "rate-scale": {
    what: ["找出像 108.33 这样、其实应是 108.33% 的百分比。", "Finds rates such as 108.33 that should read 108.33%."],
    why: ["少了百分号，Excel 里的值就大 100 倍；别的公式读到它，结果全错。", "Without the percent sign the value is a hundred times too large, and so is everything computed from it."],
    mend: ["重新输入，带上百分号（108.33%），或改用公式并设为百分比格式。", "Enter it again with its percent sign, or use a formula in a percent format."],
    ignore: ["整张表的表头都写明单位是“%”、数字不带百分号时可以忽略。", "When the table's heads say that all rates are in % without the sign."]
  },
  "rate-without-target": {
    what: ["协议量填的是“/”（没有协议指标），百分比却是一个数。", "The target is “/” (nothing was agreed), yet the rate is a number."],
    why: ["没有协议量就没有除数，这个百分比算不出来。", "Without a target there is nothing to divide by."],
    mend: ["没有协议指标：百分比也填“/”。其实有协议指标：把协议量补上。", "Nothing was agreed: enter “/” as the rate. Something was: enter the target."],
    ignore: ["一般不应忽略：要么补协议量，要么改为“/”。", "Hardly ever: either the target or the “/” is missing."]
  },
  "rate-coarse": {
    what: ["百分比是对的，但显示的小数位太少，看不出是否准确。", "The rate is right but shown with too few decimals to tell."],
    why: ["显示成 108%，107.5% 和 108.4% 就看不出差别，与其他材料也对不上。", "Shown as 108%, 107.5% and 108.4% look the same and cannot be compared with other papers."],
    mend: ["选中百分比栏，单元格格式设为“百分比”、小数位数 2。值不用改。", "Format the rate cells as percentages with two decimals. The values stay."],
    ignore: ["评估方要求只显示整数百分比时可以忽略。", "When the assessor asks for whole percentages."]
  },
  "total-mismatch": {
    what: ["合计行直接填的数，与上面各片区相加的结果比较。", "Compares a typed total with the sum of the areas above it."],
    why: ["合计与分项不符，说明至少有一个数是错的；合计的百分比也会跟着错。", "One of the numbers must be wrong, and the total's rate with it."],
    mend: ["逐个核对片区的数，再把合计改成求和公式，例如 =SUM(D4:D6)。", "Check the areas one by one, then use a sum such as =SUM(D4:D6)."],
    ignore: ["合计里确有不属于任何片区的数（例如全站统一活动）时可以忽略，理由写明是哪一部分。", "When the total holds something of no area (such as a station-wide event); say what."]
  },
  "same-indicator": {
    what: ["同一个指标在矩阵、总体服务表和指标卡里的协议量、完成量是否一样。", "Whether one indicator has the same target and done in the matrix, the overall list and the cards."],
    why: ["同一份材料里同一件事有两个数，看表的人不知道该信哪个。", "Two numbers for one thing leave the reader to guess."],
    mend: ["查原始记录，定下哪个对，再改另一处；最好让后一处用公式引用前一处。", "Look up the records, correct the other place, best by a formula that reads the first."],
    ignore: ["两处的统计口径或时间确实不同时可以忽略，理由写明差别。", "When the two really count different things or times; say which."]
  },
  "target-missing": {
    what: ["有完成量，协议量却空着或是 0。", "Something was done, but the target is blank or 0."],
    why: ["没有除数，百分比算不出来，公式会显示 #DIV/0!。", "There is nothing to divide by; the formula shows #DIV/0!."],
    mend: ["填上协议量；协议里没有这个指标的，协议量填“/”。", "Enter the target, or “/” where none was agreed."],
    ignore: ["一般不应忽略：填“/”就能说明没有协议指标。", "Hardly ever: a “/” says that nothing was agreed."]
  },
  "value-missing": {
    what: ["旁边的格都有百分比或合计，只有这一格空着。", "A rate or total is blank where its neighbours are filled in."],
    why: ["算得出来而没有填，多半是漏填，或公式被误删。", "It can be computed, so it was probably left out or its formula deleted."],
    mend: ["从相邻的格把公式复制过来。", "Copy the formula from a neighbour."],
    ignore: ["有意留空（例如这一行不考核）时可以忽略。", "When it is blank on purpose, for example a row that is not evaluated."]
  },
  "text-number": {
    what: ["看着是数字、实际存成文本的格：带单位（325人）、全角数字（３２５）、前面有撇号。", "Cells that look like numbers but hold text: with a unit (325人), full-width digits, a leading apostrophe."],
    why: ["求和会漏掉它，相除会显示 #VALUE!，看表时却看不出来。", "Sums leave it out, divisions show #VALUE!, and nobody sees why."],
    mend: ["单元格格式改为“常规”，只用半角重新输入数字；单位写到表头里。", "Set the format to General and enter the number alone; the unit belongs in the head."],
    ignore: ["确实没有任何公式用到这一格时可以忽略。", "When really no formula uses the cell."]
  },
  "count-value": {
    what: ["个数、次数、人次是负数、带小数，或者是一段文字。", "Counts that are negative, fractional or no numbers at all."],
    why: ["做了几次、来了几人只能是 0、1、2……，出现别的就是输错。", "Things and people are counted in whole numbers from 0."],
    mend: ["核对记录后重新输入；没有协议指标的填“/”。", "Check the records and enter it again; “/” where nothing was agreed."],
    ignore: ["协议明确按 0.5 计数的指标可以忽略，理由写明。", "When the agreement counts this indicator in halves; say so."]
  },
  "closed-over-opened": {
    what: ["同一类个案的结案数多于接案数。", "More cases were closed than opened."],
    why: ["先接案才能结案；本期结得比接得多，要么填错，要么含上期的案。", "A case is opened before it is closed; more closed than opened is a slip or counts earlier cases."],
    mend: ["核对接案和结案登记；把两列填反的换过来。", "Check both registers; swap the columns where they were mixed up."],
    ignore: ["结的案里有上一期接的，可以忽略，理由写明有几个。", "When cases of the period before were closed; say how many."]
  },
  "name-placeholder": {
    what: ["指标卡或清单里还留着模板的占位文字，例如【协议内容】。", "A card or list still bears the template's placeholder, such as 【协议内容】."],
    why: ["没有名称，就不知道是哪项指标，也没法与别的表核对。", "Without its name nobody knows which indicator it is, and it cannot be compared."],
    mend: ["改成指标的名称；多余的空卡删掉。", "Put the indicator's name there, or delete a card that is not needed."],
    ignore: ["一般不应忽略。", "Hardly ever."]
  },
  "count-too-few": {
    what: ["小组的节数少于个数、人次少于节数，或活动的人次少于次数。", "Fewer sessions than groups, fewer attendances than sessions or activities."],
    why: ["每个小组至少办一节，每节、每场活动至少有一人参加；少于它，多半是两列填反或漏填了一位。", "A group meets at least once and each meeting is attended; fewer is mostly a slip or two columns mixed up."],
    mend: ["核对活动记录和签到表；两列填反的换过来。", "Check records and attendance lists; swap the columns where they were mixed up."],
    ignore: ["小组已立项、还没有开展的，可以忽略，理由写明。", "When a group was planned and has not met yet; say so."]
  },
  "error-value": {
    what: ["表里显示 #DIV/0!、#VALUE!、#REF! 等错误值的格。", "Cells that show #DIV/0!, #VALUE!, #REF! and the like."],
    why: ["错误值说明公式算不出来，凡是用到它的合计和百分比都跟着出错。", "The formula has no result, and everything that reads it fails too."],
    mend: ["看公式读的是哪几格：除数空着就填协议量或“/”，文字改成数字，#REF! 要重写公式。能识别“/”的写法：=IF(C6=\"/\",\"/\",D6/C6)。", "See what the formula reads: fill in the target or “/”, turn texts into numbers, rewrite #REF!. A formula that knows “/”: =IF(C6=\"/\",\"/\",D6/C6)."],
    ignore: ["不应忽略：交出去的表不该有错误值。", "Never: a table that is handed in shows no errors."]
  },
  "footnote": {
    what: ["附注里写的建档人数、入户探访人次与表中的完成量比较；再看户数、人数、人口的大小顺序。", "Compares the footnote's people on file and visits with the table, and the order households, people, population."],
    why: ["附注是手写的一段话，表改了它不会跟着变。", "The footnote is typed text and does not follow the table."],
    mend: ["以表中核对过的数为准，改附注里的数字。", "Correct the footnote after checking the table."],
    ignore: ["附注说的是另一段时间或另一种口径时可以忽略，并在附注里写明。", "When it speaks of another time or count; say so in the footnote."]
  },
  "staff-differs": {
    what: ["同一片区的投入社工人数，在几个表块里是否一样。", "Whether an area's staff number is the same in all blocks."],
    why: ["同一时段同一片区投入的是同一批人，两处不一样总有一处不对。", "It is the same people in the same time; one of the numbers is wrong."],
    mend: ["按到岗表核实人数，把各块改成一致。", "Check against the roster and make the blocks agree."],
    ignore: ["两块统计的时段不同时可以忽略。", "When the blocks cover different times."]
  },
  "progress-behind": {
    what: ["全站的完成百分比，低于协议期已过时间的比例。", "A station-wide rate below the share of the agreement that has gone by."],
    why: ["提前知道哪些指标可能完不成，好安排后面的工作。这不是错误。", "To see early which indicators may fall short. It is no mistake."],
    mend: ["表不用改。想一想这个指标后面几个月怎么安排。", "Nothing in the table. Plan the months ahead."],
    ignore: ["活动集中在下半年等情况，本来就不按月平均完成的，可以忽略。", "When the work is not spread evenly, for example planned for later."]
  },
  "rate-high": {
    what: ["全站的完成百分比超过 200%。", "A station-wide rate above 200%."],
    why: ["完成两倍以上不多见，常常是协议量少填了一位，或完成量多填了一位。", "More than twice the target is rare; often a digit is missing or doubled."],
    mend: ["核对协议量和完成量；数没有错就不用改。", "Check both numbers; leave them when they are right."],
    ignore: ["数核对过、确实超额这么多时可以忽略。", "When the numbers were checked and are right."]
  }
} as const satisfies Readonly<Record<string, RuleTexts>>;
