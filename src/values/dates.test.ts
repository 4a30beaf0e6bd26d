import { findDates, dateText, isDateFormat, isoDate, lastDay, monthsOf, monthIndex, parseContract, parseMonthHead, parsePeriod, serialDate } from "./dates";

describe("parsePeriod", () => {
  const cases: [string, string, string][] = [
    ["统计表（2024年9月10日至2025年2月28日）", "2024-09-10", "2025-02-28"],
    ["2024.9.10-2025.2.28", "2024-09-10", "2025-02-28"],
    ["2024-9-23至2025-2-28", "2024-09-23", "2025-02-28"],
    ["2024-9-23-2025-2-28", "2024-09-23", "2025-02-28"],
    ["2024/9/10—2025/2/28", "2024-09-10", "2025-02-28"],
    ["２０２４年９月１０日～１２月３１日", "2024-09-10", "2024-12-31"],
    ["2024年9月10日至12月31日", "2024-09-10", "2024-12-31"],
    ["2024年9月10日至2月28日", "2024-09-10", "2025-02-28"],
    ["9月10日至2025年2月28日", "2024-09-10", "2025-02-28"],
    ["2024年9月至2025年2月", "2024-09-01", "2025-02-28"],
    ["2024 年 9 月 1 日 至\n30 日", "2024-09-01", "2024-09-30"],
    ["年度服务协议时间：2023年7月1日起至2024年6月30日止", "2023-07-01", "2024-06-30"],
    ["二〇二四年九月十日至二〇二五年二月二十八日", "2024-09-10", "2025-02-28"],
    ["20240910-20250228", "2024-09-10", "2025-02-28"],
    ["24年9月10日至25年2月28日", "2024-09-10", "2025-02-28"],
    ["2024.9.10-12.31", "2024-09-10", "2024-12-31"]
  ];
  test.each(cases)("%s", (text, start, end) => expect(parsePeriod(text)).toEqual({ start, end }));
  test.each(["", "2024年9月10日", "2024年2月30日至2024年3月31日", "2013.06.25-无固定", "2025年2月28日至2024年9月10日", "指标 10-20", "5-6月"])("no period: %s", (text) =>
    expect(parsePeriod(text)).toBeNull());
});

test("days the calendar does not have are no dates", () => {
  expect(isoDate(2023, 2, 29)).toBeNull();
  expect(isoDate(2024, 2, 29)).toBe("2024-02-29");
  expect(findDates("2024.2.30离职,2024.13.1")).toEqual([]);
  expect(lastDay(monthIndex(2024, 2))).toBe("2024-02-29");
});

test("numbers beside people or points are no short dates", () => {
  expect(findDates(dateText("7月份购买社保计0.5人次,1.5人次"), true)).toMatchObject([{ month: 7, day: null }]);
  expect(findDates(dateText("9.23入职"), true)).toMatchObject([{ month: 9, day: 23, year: null }]);
});

describe("a day in whatever spelling", () => {
  const days = (text: string): string[] => findDates(dateText(text, true), true).map(({ year, month, day }) => [year, month, day].filter((part) => part !== null).join("-"));
  test.each<[string, string[]]>([
    ["2024。11。20离职", ["2024-11-20"]], ["2024．11．20离职", ["2024-11-20"]], ["2024。11.20", ["2024-11-20"]], ["24。11。20离职", ["24-11-20".replace("24", "2024")]],
    ["2024、11、20入职", ["2024-11-20"]], ["2024，11，20", ["2024-11-20"]], ["2024 11 20 入职", ["2024-11-20"]], ["2024·11·20", ["2024-11-20"]], ["2024\\11\\20", ["2024-11-20"]],
    ["2024-11-20 09:30离职", ["2024-11-20"]], ["2024/11/20 0:00:00", ["2024-11-20"]], ["2024年11月20日 上午9:30", ["2024-11-20"]], ["2024-11-20T09:30:00", ["2024-11-20"]],
    ["2024年11.20离职", ["2024-11-20"]], ["2024.11月20日", ["2024-11-20"]], ["11。20离职", ["11-20"]], ["二0二四年十一月廿日", ["2024-11-20"]], ["２０２４．１１．２０", ["2024-11-20"]],
    ["11/20/2024 离职", ["2024-11-20"]], ["20/11/2024 离职", ["2024-11-20"]],
    ["2024.9.23入职\n2024.11.15离职", ["2024-9-23", "2024-11-15"]],
    // Lists of months, numbers and sentences are no days.
    ["9、10、11月各计0.5人次", ["11"]], ["计0.5。10月请假", ["10"]], ["10/11/2024", []], ["共3。12个", []], ["10、20、30元", []]
  ])("%s", (text, expected) => expect(days(text)).toEqual(expected));
});

test.each(["2024" + " ".repeat(30000), "〇".repeat(30000), "1。".repeat(15000), "2024、".repeat(6000)])("a long text is read soon (%#)", (text) => {
  const begin = performance.now();
  dateText(text, true);
  expect(performance.now() - begin).toBeLessThan(1000);
});

test.each([
  ["2024。9。18-2027。9。17", "2024-09-18", "2027-09-17", false],
  ["2024、9、18至2027、9、17", "2024-09-18", "2027-09-17", false],
  ["2022.3.28-2027.3.27", "2022-03-28", "2027-03-27", false],
  ["2013.06.25-无固定", "2013-06-25", null, true],
  ["2023.07.21-无固定期限", "2023-07-21", null, true],
  ["2022年3月28日至2027年3月27日", "2022-03-28", "2027-03-27", false],
  ["2021.7.1-2024.6.30\n2024.7.1-2027.6.30", "2021-07-01", "2027-06-30", false],
  ["2024-09-01", "2024-09-01", null, false],
  ["", null, null, false]
])("contract %s", (text, start, end, openEnded) => expect(parseContract(text)).toEqual({ start, end, openEnded }));

test.each([
  ["9月", null, 9], ["9月份", null, 9], ["2025年1月", 2025, 1], ["24年9月", 2024, 9], ["2024.9", 2024, 9], ["2024-09", 2024, 9], ["九月", null, 9], ["十二月", null, 12], ["２０２５年\n１月", 2025, 1]
])("month head %s", (text, year, month) => expect(parseMonthHead(text)).toEqual({ year, month }));
test.each(["9", "13月", "人员到位", "备注", ""])("no month head: %s", (text) => expect(parseMonthHead(text)).toBeNull());

test("Excel's date numbers, 1900 and 1904", () => {
  expect(serialDate(45536, false)).toBe("2024-09-01");
  expect(serialDate(45536 - 1462, true)).toBe("2024-09-01");
  expect(serialDate(9, false)).toBeNull();
  expect([isDateFormat("yyyy\"年\"m\"月\""), isDateFormat("m月d日"), isDateFormat("0.00"), isDateFormat("General"), isDateFormat("[$-804]m\"月\"")]).toEqual([true, true, false, false, true]);
});

test("months of a period", () => expect(monthsOf({ start: "2024-11-10", end: "2025-02-28" })).toHaveLength(4));
