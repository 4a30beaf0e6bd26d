import { parseNumber } from "./text";

test.each([
  ["1,234", 1234, ""], ["９０个", 90, "个"], ["-3", -3, ""], ["68.24%", 0.6824, "%"], ["68.24％", 0.6824, "%"], ["5.2万人", 52000, "人"], ["不少于 12 次", 12, "次"], [".5", 0.5, ""],
  // What nobody sees: marks of direction, soft hyphens, selectors of a variant, characters without width.
  ["\u202d137\u202c", 137, ""], ["\u200e1,234\u200f", 1234, ""], ["\u20669\u20690个", 90, "个"], ["1\u00ad37", 137, ""], ["5\ufe0f", 5, ""], ["\ufeff68.24\u200b%", 0.6824, "%"], ["\u061c12\u2060", 12, ""],
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
