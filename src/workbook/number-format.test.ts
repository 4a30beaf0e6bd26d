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
