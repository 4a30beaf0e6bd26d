import { parseNumber } from "./text";

test.each([
  ["1,234", 1234, ""], ["９０个", 90, "个"], ["-3", -3, ""], ["68.24%", 0.6824, "%"], ["68.24％", 0.6824, "%"], ["5.2万人", 52000, "人"], ["不少于 12 次", 12, "次"], [".5", 0.5, ""],
  ["9".repeat(308), Number("9".repeat(308)), ""]
])("%s is a number", (text, number, unit) => {
  expect(parseNumber(text)).toEqual({ number, unit });
});

test.each(["", "个", "1,23", "3‰", "5万%", "1.2.3", "12 至 15", "12个（含跨片区）",
  // No program holds these: they are texts.
  "9".repeat(310), `${"9".repeat(306)}万`
])("%s is none", (text) => {
  expect(parseNumber(text)).toBeNull();
});
