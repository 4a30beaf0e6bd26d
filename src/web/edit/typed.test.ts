import { readTyped, type Typed } from "./typed";

const into = (format = "General") => ({ format, date1904: false, year: 2025 });
const value = (after: Typed["after"], format?: string): Typed => ({ kind: "value", after, ...(format !== undefined && { format }) });

describe("in a cell without a format of its own", () => {
  test.each<[string, Typed]>([
    ["", value(null)],
    ["12", value(12)],
    [" 12 ", value(12)],
    ["-3.5", value(-3.5)],
    ["+7", value(7)],
    [".5", value(0.5)],
    ["007", value(7)],
    ["-0", value(0)],
    ["８６", value(86)],
    ["１，２３４．５", value(1234.5, "#,##0.00")],
    ["1,234", value(1234, "#,##0")],
    ["1,23", value("1,23")],
    ["12%", value(0.12, "0%")],
    ["58.33%", value(0.5833, "0.00%")],
    ["５８．３３％", value(0.5833, "0.00%")],
    ["¥1,200", value(1200, '"¥"#,##0')],
    ["￥8.5", value(8.5, '"¥"#,##0.00')],
    ["(5)", value(-5)],
    ["1e3", value(1000, "0.00E+00")],
    ["true", value(true)],
    ["2025-7-1", value(45839, "yyyy/m/d")],
    ["2025/07/01", value(45839, "yyyy/m/d")],
    ["2025年7月1日", value(45839, 'yyyy"年"m"月"d"日"')],
    ["2025年7月", value(45839, 'yyyy"年"m"月"')],
    ["7月1日", value(45839, 'm"月"d"日"')],
    ["7-1", value(45839, 'm"月"d"日"')],
    ["8:30", value(8.5 / 24, "h:mm")]
  ])("%p", (text, expected) => {
    expect(readTyped(text, into())).toEqual(expected);
  });
});

describe("what stays a text", () => {
  test.each(["√", "——", "/", "-", "90个", "7月", "2025.7.1", "2022.3.28-2027.3.27", "2025-13-1", "2025-2-30", "13-40", "25:00", "(5", "5)", "-(5)", "1-2-3", "440106198001011234", "持证 社工 ", "1,2345"])("%p", (text) => {
    expect(readTyped(text, into())).toEqual(value(text));
  });

  test("whatever stands behind an apostrophe", () => {
    expect(readTyped("'007", into("0.00"))).toEqual(value("007"));
  });

  test("everything but a formula in a cell of texts", () => {
    expect(readTyped("12%", into("@"))).toEqual(value("12%"));
    expect(readTyped("=A1", into("@"))).toEqual({ kind: "formula", after: "=A1" });
  });
});

describe("a cell's own format stays", () => {
  test.each<[string, string, number]>([
    ["68.24", "0.00%", 0.6824],
    ["68.24%", "0.00%", 0.6824],
    ["1", "0%", 0.01],
    ["0.6824", "0.00%", 0.6824],
    ["-12", "0.00%", -0.12],
    ["12%", "0.00", 0.12],
    ["2025-7-1", "yyyy-mm-dd", 45839],
    ["1,234", "0", 1234],
    ["5", '0"%"', 5]
  ])("%s in %s is %d", (text, format, expected) => {
    expect(readTyped(text, into(format))).toEqual(value(expected));
  });

  test("days count from 1904 where the workbook does", () => {
    expect(readTyped("2025-7-1", { ...into(), date1904: true }).after).toBe(45839 - 1462);
  });
});

test.each([
  ["=C9/B9", "=C9/B9"],
  ["＝ＳＵＭ（Ａ１：Ａ５，２）", "=SUM(A1:A5,2)"],
  ['=IF(C4＝"／","（无）",D4/C4)', '=IF(C4="／","（无）",D4/C4)'],
  ["='附件１'!A1＋1", "='附件１'!A1+1"],
  ["+A1+B1", "=+A1+B1"],
  ["-SUM(A1:A3)", "=-SUM(A1:A3)"]
])("the formula %s is kept as it is typed, in signs that a formula has", (text, expected) => {
  expect(readTyped(text, into())).toEqual({ kind: "formula", after: expected });
});

test("a single = is a text", () => {
  expect(readTyped("=", into())).toEqual(value("="));
});
