import { sentenceFindings } from "../../../test/support/report-cases";
import { swapsOrDigit } from "./slips";

const found = (text: string): string[] => sentenceFindings({ text: [text] }).map(({ rule, place, expected }) => `${rule} ${place.quote} → ${expected}`);

describe("numbers that the numbers beside them make but for a slip of the hand", () => {
  test.each<[string, string]>([
    ["半年支出1059800元，预算2200000元，剩余1104200元。", "report-rate 剩余1104200元 → 1140200元"],
    ["与中期相比，总分由86.40分升至89.05分，提高2.56分；运营管理由9.05分降至8.75分，下降0.30分。", "report-rate 提高2.56分 → 2.65分"],
    ["探访累计2431次，比协议要求的2200次多213次。", "report-rate 多213次 → 231次"],
    ["电访2412个，探访1836人次，合计4284。", "report-parts 合计4284 → 4248"],
    ["入户11场活动来了642人次，场均56.38人次。", "report-rate 场均56.38人次 → 58.36人次"],
    ["站点在岗社工18人：持证13人、非持证5人，持证比例为70.22%。", "report-rate 持证比例为70.22% → 72.22%"],
    ["372户按类别分为：低保134户，特困21户，残疾人家庭118户，其他90户。", "report-parts 372户按类别分为 → 363户"]
  ])("%s", (text, expected) => expect(found(text)).toEqual([expected]));

  test.each([
    "半年支出1059800元，预算2200000元，剩余1140200元。",
    // Made of numbers that stand elsewhere, or of none.
    "半年支出1059800元，预算2200000元，剩余资金另有说明，追加352000元。",
    "同比增长10.00%，上年为11.00%。",
    "探访累计2431次，比协议要求的2200次多得多，另开213个个案。",
    "稳岗率由54.00%升至80.00%，81人中有162人次参训。"
  ])("silent: %s", (text) => expect(found(text)).toEqual([]));
});

test.each<[string, string, "swap" | "digit" | null]>([["1102", "1012", "swap"], ["180900", "190800", "swap"], ["29", "39", "digit"], ["95", "195", "digit"], ["1102", "1213", null], ["77", "77", null]])(
  "%s for %s", (actual, expected, kind) => expect(swapsOrDigit(actual, expected)).toBe(kind));
