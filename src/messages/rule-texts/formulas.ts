import type { RuleTexts } from "./types";

/** The rules about formulas and about the workbook as a whole. */
export const formulaRules = {
  "formula-wrong": {
    what: ["用几组不同的数去试公式，看它算的是不是这一格该算的：读错行列、分子分母写反、求和漏行、写死数字。", "Tries the formula with other numbers: wrong row or column, inverted, a row left out, typed constants."],
    why: ["公式写错，有时今天的数碰巧对，改了数就错，而且很难看出来。", "A wrong formula may be right today by luck and wrong after the next change."],
    mend: ["用修正里给出的公式，或从旁边正确的格复制过来。", "Use the formula given, or copy it from a right neighbour."],
    ignore: ["这一格有意另算（并在表里写明）时可以忽略。", "When the cell is meant to compute something else and the table says so."]
  },
  "typed-over-formula": {
    what: ["旁边都是公式，只有这一格是直接填的数；现在的数是对的。", "A typed number among formulas; it is right today."],
    why: ["改了完成量以后，公式会更新，这一格不会。", "When a number changes the formulas follow, this cell does not."],
    mend: ["从相邻的格把公式复制过来，数不会变。", "Copy the formula from a neighbour; the number stays the same."],
    ignore: ["表已定稿、不会再改时可以忽略。", "When the table is final."]
  },
  "typed-table": {
    what: ["整张表的百分比都是直接填的，一个公式也没有。", "All rates of a table are typed."],
    why: ["现在填的如果都对，就不算错；但每改一个数都要自己重算。", "It is no mistake while all are right, but every change has to be computed by hand."],
    mend: ["在第一格写公式，例如 =IF(C4=\"/\",\"/\",D4/C4)，向下填充。", "Enter a formula such as =IF(C4=\"/\",\"/\",D4/C4) and fill it down."],
    ignore: ["表是从别处粘贴来存档、不再改动的，可以忽略。", "When the table is a pasted copy that nobody will change."]
  },
  "breaks-on-slash": {
    what: ["协议量填“/”时会显示错误值的百分比公式；现在的结果是对的。", "Rate formulas that would show an error for a target of “/”; they are right today."],
    why: ["同一张表里已经有“/”，以后这一行也可能改成“/”。", "The table has “/” already; this row may get one too."],
    mend: ["改用能识别“/”的写法，例如 =IF(C5=\"/\",\"/\",D5/C5)。", "Use a formula that knows “/”, such as =IF(C5=\"/\",\"/\",D5/C5)."],
    ignore: ["这一行肯定有协议指标时可以忽略。", "When this row will always have a target."]
  },
  "stale-value": {
    what: ["按公式重算，与文件里存的结果比较。", "Computes formulas anew and compares with the stored results."],
    why: ["用手动计算或别的软件存的文件，可能存着旧结果，打印出来就是错的。", "Files saved under manual calculation or by other programs may keep old results, and print them."],
    mend: ["在 Excel 或 WPS 里按 F9 重新计算，看过新的数再保存。", "Press F9 in Excel or WPS, look at the new numbers, save."],
    ignore: ["不应忽略：重新计算后提示会自己消失。", "Never: it goes away after recalculation."]
  },
  "partial-total": {
    what: ["用 SUBTOTAL、AGGREGATE 的合计，因为筛选或隐藏少加了几行。", "Totals by SUBTOTAL or AGGREGATE that leave out rows a filter or hand hides."],
    why: ["这样的合计只加显示出来的行，打印出来比全站的数少，百分比也跟着错。", "They add the shown rows only: what is printed is less than the station's numbers, and the rates follow."],
    mend: ["清除筛选或取消隐藏，看过合计再保存。", "Clear the filter or unhide the rows, look at the totals, save."],
    ignore: ["本来就只要统计显示出来的行时可以忽略，理由写明。", "When only the shown rows are meant; say why."]
  },
  "fill-mismatch": {
    what: ["指标表里没有固定含义的列（如用 SUMIFS 从明细取的数、差额、增长率、是否达标）：整列都用同一个公式，只有一格不同，结果也不同。", "Columns of an indicator table without a role of their own (SUMIFS from a register, differences, growth, met or not): one cell whose formula, and result, differ from all others."],
    why: ["明细加行、复制公式时最容易漏改一格，取的数就少了或旧了。", "One cell is easily left behind when the register grows or formulas are copied, and its number is short or old."],
    mend: ["把同列的公式复制到这一格；有意直接填数的，请先查清哪个数对。", "Copy the formula of the column into the cell; where it was typed on purpose, find out which number is right."],
    ignore: ["这一格有意另行统计时可以忽略，理由写明。", "When the cell is counted in another way on purpose; say why."]
  },
  "pattern-break": {
    what: ["标准表以外的地方：一整行（列）公式都一样，只有一格不同，或被填成了数字。", "Outside the standard tables: one cell whose formula differs from an unbroken line of equal ones, or was typed over."],
    why: ["复制公式时最容易漏掉或改坏一格。", "One cell is easily missed or damaged when formulas are copied."],
    mend: ["不是有意的，就从相邻的格把公式复制过来。", "Unless it is meant, copy the formula from a neighbour."],
    ignore: ["这一格有意与众不同时可以忽略，理由写明。", "When the cell differs on purpose; say why."]
  },
  "date-for-number": {
    what: ["该填数的格成了日期：把 3-1 一类的输入认成了日期，或数是对的、格式却是日期。", "A number kept or shown as a date: 3-1 taken for a day, or a right number in the format of a date."],
    why: ["日期在 Excel 里是四万多的序号，合计和百分比会跟着出错；格式是日期的，打印出来看不到数。", "To Excel a day is a number above forty thousand, and totals and rates follow; in the format of a date nobody sees the number."],
    mend: ["把单元格格式改为“常规”，认成日期的再重新填数。", "Set the format to General; type the number again where a day was kept."],
    ignore: ["不应忽略：改好后提示会自己消失。", "Never: it goes away when mended."]
  },
  "serial-twice": {
    what: ["清单、台账的序号逐一递增，只有一个号用了两次。", "The serial numbers of a list or register go up one by one, and one of them stands twice."],
    why: ["多半是补录时照抄了上一行的序号，也可能是同一件事登记了两次，由台账数出来的完成量就多了。", "A row was copied when entries were added, or one thing was entered twice, and what is counted of the register is too much."],
    mend: ["先看这两行是不是同一件事，再改正序号。", "See whether both rows are one thing, then number them anew."],
    ignore: ["序号本来就不是逐一编的时可以忽略。", "When the numbers are not meant to go up one by one."]
  },
  "hidden-data": {
    what: ["表格范围内隐藏的行、列或整张工作表，里面有数据。", "Hidden rows, columns or sheets that hold data of a table."],
    why: ["隐藏的数照样计入合计，打印时却看不见，别人加不出同样的合计。", "Hidden numbers are summed all the same, and a reader cannot add up to the total."],
    mend: ["取消隐藏；不用的数据请删掉，不要藏起来。", "Unhide them, or delete what is not needed."],
    ignore: ["隐藏的只是说明或辅助列时可以忽略。", "When only notes or helper columns are hidden."]
  },
  "manual-calculation": {
    what: ["工作簿的计算选项是“手动”。", "The workbook is set to calculate manually."],
    why: ["改了数以后公式不会自动更新，容易把旧结果交出去。", "Formulas do not follow changes, and old results are handed in."],
    mend: ["“公式”→“计算选项”→“自动”，然后保存。", "Formulas → Calculation Options → Automatic, then save."],
    ignore: ["工作簿很大、有意手动计算，而且交出前按过 F9 的，可以忽略。", "When it is meant, and F9 was pressed before handing in."]
  },
  "external-links": {
    what: ["表里的公式引用了另一个工作簿，或工作簿带着这样的链接。", "Formulas that read another workbook, or links to one."],
    why: ["收表的人没有那个文件，数就没法核对；打开时还会弹出更新链接的提示。", "The reader lacks that file and cannot check the number."],
    mend: ["把要用的数复制到本工作簿里引用，或粘贴为值；再到“数据”→“编辑链接”断开。", "Copy the numbers into this workbook or paste them as values, then break the link."],
    ignore: ["两个工作簿一起提交时可以忽略。", "When both workbooks are handed in together."]
  }
} as const satisfies Readonly<Record<string, RuleTexts>>;
