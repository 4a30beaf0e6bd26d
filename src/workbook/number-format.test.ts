import { builtInFormat, NumberFormat, showsLiteralPercent } from "./number-format";

const show = (code: string, value: number | string | boolean | null, date1904 = false) => new NumberFormat(code, date1904).show(value);

test.each([
  ["General", 1 / 3, "0.333333333"], ["General", 100 / 3, "33.33333333"], ["General", 0.1 + 0.2, "0.3"], ["General", 12345678901, "12345678901"],
  ["General", 123456789012, "1.23457E+11"], ["General", -0, "0"], ["General", 1.78554216867470, "1.785542169"], ["@", 12, "12"], ["", 5, "5"],
  ["0.00%", 0.68235, "68.24%"], ["0.00%", 78 / 148, "52.70%"], ["0.00%", 740 / 415, "178.31%"], ["0.0", 0.25, "0.3"], ["0.00", 1.005, "1.01"],
  ["0.00", 2.675, "2.68"], ["#,##0.00", -1234.565, "-1,234.57"], ['0"人"', 5, "5人"], ["yyyy/m/d", 45545, "2024/9/10"], ["yyyy年m月d日", 45545, "2024年9月10日"],
  ["yyyy/m/d", -1, "########"], ["yyyy/m/d", 3e6, "########"], ["G/通用格式", 12.5, "12.5"], [";;;", 5, ""]
])("%s shows %d as %s", (code, value, text) => expect(show(code, value)).toBe(text));

test("shows text, truth values and blanks", () => {
  expect(show("0.00%", "/")).toBe("/");
  expect(show("0;0;0;\"文:\"@", "/")).toBe("文:/");
  expect(show(";;;", "x")).toBe("");
  expect(show("0.00", true)).toBe("TRUE");
  expect(show("0.00", null)).toBe("");
});

test("never throws on odd formats", () => {
  for (const code of ['junk"', "[$-", "reserved-0x1F", "0.0.0.0", "\\", "[Red", "%%%%", ";;;;;;", "🙂", "yyyy[", "[DBNum1]General", "*", "_"]) {
    expect(typeof show(code, 12.5)).toBe("string");
    expect(typeof show(code, "文")).toBe("string");
  }
  expect(show('junk"', 12.5)).toBe("12.5");
});

test.each<[string, number, string]>([
  ["aaa", 45545, "二"], ['"周"aaa', 45545, "周二"], ["aaaa", 45545, "星期二"], ["yyyy/m/d aaa", 45545, "2024/9/10 二"], ["ddd", 45545, "Tue"], ["dddd", 45545, "Tuesday"],
  ["mmm", 45545, "Sep"], ["d-mmm-yy", 45545, "10-Sep-24"], ["mmm-yy", 45545, "Sep-24"], ["h:mm AM/PM", 0.6, "2:24 PM"], ["上午/下午h:mm", 0.6, "下午2:24"],
  ["[$-804]dddd", 45545, "星期二"], ["[$-804]mmm", 45545, "9月"], ["[$-409]mmm d", 45545, "Sep 10"], ["[$-F800]dddd, mmmm dd, yyyy", 45545, "2024年9月10日"], ["[$-F400]h:mm:ss AM/PM", 0.6, "14:24:00"],
  ["[$-x-sysdate]dddd, mmmm dd, yyyy", 45545, "2024年9月10日"], ["[$-x-systime]h:mm:ss AM/PM", 0.6, "14:24:00"],
  ['[$-404]e"年"m"月"d"日"', 45545, "113年9月10日"], ["[$-404]e/m/d;@", 45545, "113/9/10"], ["e/m/d", 45545, "2024/9/10"], ["[$-804]e", 45545, "2024"],
  ["0.0", -0.01, "0.0"], ["0.0;-0.0", -0.01, "-0.0"], ["#,##0.00_);(#,##0.00)", -0.001, "(0.00)"],
  ["[DBNum1]General", 1234, "一千二百三十四"], ["[DBNum2]General", 120, "壹佰贰拾"], ['[DBNum2][$-804]General"元整"', 120, "壹佰贰拾元整"], ["[DBNum1]0", 123, "一二三"],
  ["[DBNum3]General", 1234, "１千２百３十４"], ["[DBNum3]0.0", 12.5, "１２.５"], ['[DBNum3][$-804]yyyy"年"m"月"d"日";@', 42712, "２０１６年１２月８日"], ['[DBNum2][$-804]yyyy"年"m"月"d"日";@', 42712, "贰零壹陆年壹拾贰月捌日"],
  ["0,.0", 12_345, "12.3"], ['#,##0,,.00"百万"', 1_234_567_890, "1,234.57百万"], ["0!.0,", 12_345, "1.2"],
  ['@"人"', 5, "5人"], ['"共"@', 12.5, "共12.5"], ['0;0;0;"共"@', 5, "5"], ["[Red]@", 5, "5"],
  ['[DBNum1][$-804]yyyy"年"m"月"d"日";@', 45545, "二○二四年九月十日"], ['0!.0,"万"', 12_345, "1.2万"], ['0!.0000"万"', 12_345, "1.2345万"],
  ["[红色]0.00", 1.5, "1.50"], ["0.00;[红色]-0.00", -1.5, "-1.50"], ["[颜色 3]0", 5, "5"], ["[蓝色]General", 3, "3"],
  ["[$€-407]#,##0.00", 1234.5, "€1,234.50"], ["#,##0.00 [$€-40C]", 1234.5, "1,234.50 €"], ["[$¥-804]#,##0.00", 1234.5, "¥1,234.50"], ['G/通用格式"人"', 12.5, "12.5人"],
  ['[>=90]"优秀";[>=80]"良好";"其他"', 85, "良好"]
])("%s shows %d as %s, as a Chinese Excel does", (code, value, text) => expect(show(code, value)).toBe(text));

test("a duration is one in every workbook", () => {
  expect([show("[h]:mm", 1.5, true), show("[h]:mm", 1.5), show("[mm]:ss", 0.01, true)]).toEqual(["36:00", "36:00", "14:24"]);
});

test("knows the built-in formats of Chinese Excel", () => {
  expect([14, 27, 28, 31, 32, 36, 57, 58].map((id) => show(builtInFormat(id), 45545.5))).toEqual([
    "2024/9/10", "2024年9月", "9月10日", "2024年9月10日", "12时00分", "2024年9月", "2024年9月", "9月10日"
  ]);
  expect(show(builtInFormat(55), 45545.6)).toContain("下午");
  expect(builtInFormat(999)).toBe("General");
});

test("counts dates from 1904", () => expect(show("yyyy/m/d", 44083, true)).toBe("2024/9/10"));

test.each([
  ["0.00\\%", true], ['0.00"%"', true], ['0.00" %"', true], ["0.00!%", true], ['0.00"％"', true], ["0.00\\%;-0.00\\%", true],
  ["0.00%", false], ["General", false], ["0.00_%", false], ['0.00%"以上"', false], ["0.00%;0.00\\%", false], ["@", false]
])("whether the percent sign of %s is a text", (code, isText) => expect(showsLiteralPercent(code)).toBe(isText));
