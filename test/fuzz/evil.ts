import type { Random } from "../generator";

/** Texts and numbers that programs stumble over. */

const LONG = 32_767;

export const EVIL_TEXTS: readonly (string | ((random: Random) => string))[] = [
  "", " ", "\u00a0\u3000", "\n\r\n\t", "/", "／", "-", "——", "√", "x",
  "__proto__", "constructor", "hasOwnProperty", "toString", "null", "undefined", "NaN", "true", "0x10", "1e5", "-0", "Infinity",
  "=1+1", "=HYPERLINK(\"http://example.invalid\",\"x\")", "+cmd|' /C calc'!A0", "@SUM(A1)", "-2+3", "\t=1+1", "'=1+1", "＝1+1",
  "<script>alert(1)</script>", "</v></c><c><f>1+1</f></c>", "]]>", "&amp;", "&#0;", "<!--", "{0}", "{sheet}", "$&$1$`", "%s%n", "${x}",
  "\u202e表计统\u202c", "\u2066a\u2069", "\ufeff合计", "合\u200b计", "合计\u0000", "\u0001\u001f\ufffe", "_x0041_", "_x005F_x0041_", "_xD800_",
  "\ud83d", "\udc00x", "👩‍👩‍👧‍👦", "é", "𠮷野家", "ﷺ", "İıſK",
  "１２３", "１２．５％", "1,234", "1，234", "12 %", "68.24％", "90个", "5.2万", "三十", "零", "①", "½", "٣", "1.2.3", "--5", "1e309", "9".repeat(400),
  "合计", "小计", "总计", "指标完成情况统计", "指标完成情况统计（2025年13月45日至2024年2月30日）", "协议量", "完成量", "百分比", "序号", "姓名", "人员到位", "7月", "13月", "0月", "备注",
  "2024年99月0日", "9999.12.31-0001.1.1", "2024.2.30入职", "1900.2.29-无固定", "N月份计0.5人次", "99月份购买社保计0.5人次", "7月份计9999999999人次",
  "社工站".repeat(500), "评估期内入户探访总人数".repeat(50), "所在街道户籍人口（9999999999999999999999人，评估末月社工站为困难群众和特殊群体建档总户数0户，建档人数-1人",
  "(".repeat(5000), "（".repeat(2000) + "）".repeat(2000), "a".repeat(LONG), "合".repeat(LONG), "1".repeat(LONG), "√ ".repeat(LONG / 2), " ".repeat(LONG), "\n".repeat(3000),
  "2024.1.1入职".repeat(4000), "计0.5人次，".repeat(4000), "7月".repeat(8000), "1-".repeat(9000), "2024.".repeat(6000), "((((((((((a|a)*)*".repeat(300), "离职（试用期）".repeat(3000),
  (random) => String.fromCharCode(...Array.from({ length: random.int(1, 60) }, () => random.int(1, 0xffff))),
  (random) => Array.from({ length: random.int(1, 40) }, () => random.pick([..."社工站指标卡合计小计协议量完成百分比年月日至（）()0123456789.%/-—√×人次个 \n"])).join("")
];

export const EVIL_NUMBERS: readonly number[] = [
  0, -0, 1, -1, 0.1 + 0.2, 0.5, 1e-320, 5e-324, 1e21, -1e21, 1e100, 1.7976931348623157e308, -1.7976931348623157e308, 2 ** 53, 2 ** 53 + 2, -(2 ** 31), 2 ** 32,
  99999999, 2958465, 2958466, 60, 61, -693594, 1e9, 1048577, 16385, 0.005, 1.005, 2.675, 0.57295, 1 / 3
];

export function evilText(random: Random): string {
  const text = random.pick(EVIL_TEXTS);
  return typeof text === "string" ? text : text(random);
}

/** Formulas from the harmless to the monstrous, for a cell that is not blank. */
export const EVIL_FORMULAS: readonly ((random: Random, here: string) => string)[] = [
  (_, here) => `=${here}`,
  (_, here) => `=SUM(A1:XFD1048576,${here})`,
  () => "=SUM(A:XFD)", () => "=SUM(1:1048576)", () => "=SUMPRODUCT((A1:A1048576=A1:A1048576)*1)", () => "=SUMPRODUCT(A:A*B:B*C:C)", () => "=COUNTIF(A:XFD,\"*\")",
  () => "=MMULT(A1:Z99999,A1:Z99999)", () => "=REPT(\"合\",1E9)", () => "=REPT(REPT(\"x\",32767),32767)", () => "=COUNTIF(A:A,\"*a*a*a*a*a*a*a*a*b\")", () => "=SUBSTITUTE(REPT(\"aaaa\",8000),\"a\",REPT(\"b\",8000))",
  () => `=${"(".repeat(4000)}1${")".repeat(4000)}`, () => `=${"IF(A1,".repeat(64)}1${")".repeat(64)}`, () => `=${"IF(TRUE,".repeat(900)}1${")".repeat(900)}`, () => `=${"-".repeat(8000)}1`,
  () => `=${"A1+".repeat(2600)}A1`, () => `=${"A1&".repeat(2600)}A1`, () => `=1${"^2".repeat(4000)}`, () => `=${"{".repeat(500)}`, () => `={${"1,".repeat(3000)}1}`, () => "=\"" , () => "=", () => "=)", () => "=SUM(", () => "=1 1",
  () => "='不存在'!A1", () => "=[1]台账!A1", () => "='[x.xlsx]a''b'!$A$1/2", () => "=#REF!", () => "=#REF!A1/#REF!", () => "=__proto__", () => "=constructor(1)", () => "=toString()", () => "=hasOwnProperty(A1)", () => "=没有这个函数(1)",
  () => "=INDIRECT(\"A\"&ROW())", () => "=OFFSET(A1,-5,-5)", () => "=OFFSET(A1,0,0,1048576,16384)", () => "=INDEX(A:A,1E15)", () => "=A1:INDEX(A:A,0)", () => "=TABLE1[#This Row]", () => "=@A:A", () => "=A1#", () => "=LAMBDA(x,x(x))(LAMBDA(x,x(x)))", () => "=LET(a,a,a)",
  () => "=RAND()", () => "=INT(NOW())", () => "=TODAY()/0", () => "=1/0", () => "=NA()", () => "=SQRT(-1)", () => "=1E308*10", () => "=FACT(170)*2", () => "=DATE(1E9,1E9,1E9)", () => "=EDATE(1,1E15)", () => "=NETWORKDAYS(1,2958465)", () => "=NETWORKDAYS(-1E15,1E15)", () => "=WORKDAY(1,1E12)",
  () => "=TEXT(1E300,\"0.00%\")", () => "=TEXT(A1,REPT(\"0\",255))", () => "=TEXT(45000,\"[$-804]yyyy\"\"年\"\"m月d日;@\")", () => "=ROUND(1.005,1E9)", () => "=ROUND(1E300,-400)", () => "=LEFT(A1,1E10)", () => "=MID(\"a\",-1,5)", () => "=VALUE(\"１２％\")", () => "=CHAR(0)", () => "=UNICHAR(55296)",
  () => "=SUM(Sheet1:Sheet3!A1)", () => "=SUM((A1:B2,C3:D4))", () => "=A1:B2 B2:C3", () => "=R1C1", () => "=SUBTOTAL(9,A:A)", () => "=SUBTOTAL(109,A:XFD)", () => "=AGGREGATE(9,6,A:A)", () => "=SUMIFS(A:A,B:B,\">0\",C:C,\"<>\")", () => "=VLOOKUP(A1,A:Z,26,FALSE)", () => "=MATCH(1,A:A,0)", () => "=SEQUENCE(1048576,16384)", () => "=RANDARRAY(1E6,1E6)",
  (random) => `=${random.pick(["A1", "B2", "D9", "C5"])}/${random.pick(["0", "A1", "ZZZ1", "\"/\"", "(1-1)"])}`,
  (random) => `=${Array.from({ length: random.int(1, 60) }, () => random.pick(["A1", "B$2", "+", "-", "/", "*", "(", ")", ",", ":", "SUM(", "IF(", "\"x\"", "1", "0.5", "%", "&", "=", "<>", "!", "'", "{", "}", ";", "#N/A", " ", "合计"])).join("")}`
];
