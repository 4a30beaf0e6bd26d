import { render } from "../../../messages";
import type { SettingsInput } from "../../../settings";
import { applyDrafts, givenAt, layerOf, numberToText, textToNumber, withValue } from "./settings-form";

const STATION = "广州市甲街“双百”社工站";
const BOTH: SettingsInput = { headcount: 18, weights: { purchaser: 25, thirdParty: 50 }, stations: { "广州市甲街\"双百\"社工站": { certifiedShare: 0.7 }, "乙社工站": { headcount: 12 } } };

/** The drafts applied: settings, and the sentences by path. */
function applied(settings: SettingsInput, drafts: Record<string, string>, station: string | null = STATION) {
  const { settings: next, refusals, taken } = applyDrafts(settings, station, new Map(Object.entries(drafts)));
  return { next, taken, refused: Object.fromEntries(refusals.map(({ path, sentence }) => [path, render(sentence)])) };
}

describe("numbers in the unit of the screen", () => {
  test.each([[0.7, "70"], [0.07, "7"], [0.29, "29"], [0.575, "57.5"], [1, "100"], [0, "0"]])("%d is %s percent and back", (ratio, text) => {
    expect(numberToText(ratio, "percent")).toBe(text);
    expect(textToNumber(text, "percent")).toBe(ratio);
  });
  test.each([
    ["70%", "percent", 0.7], ["７０％", "percent", 0.7], [" 18 ", "people", 18], ["０.5", "months", 0.5], ["8.", "points", 8], ["70.", "percent", 0.7],
    ["", "people", undefined], ["  ", "percent", undefined], ["十八", "people", null], ["1e3", "people", null], ["70%", "people", null], ["-", "points", null], [".", "points", null]
  ] as const)("%j in %s is %p", (text, unit, value) => expect(textToNumber(text, unit)).toBe(value));
});

describe("a value is put where it is in force", () => {
  test("among the values for all, what is there stays", () => {
    expect(withValue(BOTH, STATION, "retentionLimit", 0.9)).toEqual({ ...BOTH, retentionLimit: 0.9 });
    expect(withValue(BOTH, STATION, "weights.guidance", 15)).toEqual({ ...BOTH, weights: { purchaser: 25, thirdParty: 50, guidance: 15 } });
  });
  test("among the station's own where it has one, under the name that is there; other stations stay", () => {
    expect(layerOf(BOTH, STATION, "certifiedShare")).toBe("广州市甲街\"双百\"社工站");
    expect(layerOf(BOTH, STATION, "headcount")).toBeNull();
    expect(withValue(BOTH, STATION, "certifiedShare", 0.6)).toEqual({ ...BOTH, stations: { ...BOTH.stations, "广州市甲街\"双百\"社工站": { certifiedShare: 0.6 } } });
  });
  test("without a value the default is in force, and nothing empty is left", () => {
    expect(withValue({ scores: { guidance: 13 } }, null, "scores.guidance", undefined)).toEqual({});
    expect(withValue({ vetoLimits: { mid: { staff: 4 }, final: { staff: 9 } } }, null, "vetoLimits.mid.staff", undefined)).toEqual({ vetoLimits: { final: { staff: 9 } } });
    expect(givenAt(BOTH, STATION, "weights.supervisor")).toBeUndefined();
  });
  test("the settings given are not changed", () => {
    const before = JSON.stringify(BOTH);
    withValue(BOTH, STATION, "certifiedShare", 0.6);
    withValue(BOTH, STATION, "weights.purchaser", undefined);
    expect(JSON.stringify(BOTH)).toBe(before);
  });
});

describe("drafts", () => {
  test("are taken in the unit of the settings", () => {
    expect(applied({}, { "certifiedShare": "70", "headcount": "18", "scores.guidance": "13.5" }, null).next).toEqual({ certifiedShare: 0.7, headcount: 18, scores: { guidance: 13.5 } });
  });
  test("that belong together are taken together", () => {
    expect(applied({}, { "weights.purchaser": "25" }, null)).toMatchObject({ next: {}, taken: [], refused: { weights: "请填合计为 100 的四项分值" } });
    expect(applied({}, { "weights.purchaser": "25", "weights.thirdParty": "50" }, null)).toMatchObject({ next: { weights: { purchaser: 25, thirdParty: 50 } }, refused: {} });
  });
  test("one that is refused does not keep another from being taken", () => {
    expect(applied({}, { headcount: "0", joinCutoffDay: "10" }, null)).toEqual({
      next: { joinCutoffDay: 10 }, taken: ["joinCutoffDay"], refused: { headcount: expect.stringContaining("1–1000") }
    });
  });
  test("are refused in the unit of the screen", () => {
    expect(applied({}, { certifiedShare: "150" }, null).refused).toEqual({ certifiedShare: "请填 0%–100%" });
    expect(applied({}, { headcount: "许多" }, null).refused).toEqual({ headcount: "请填数字" });
    expect(applied({}, { "scores.supervisor": "12" }, null).refused).toEqual({ "scores.supervisor": "请填 0–10" });
  });
  test("of half a period", () => {
    expect(applied({}, { "period.start": "2024-09-10" }, null).refused).toEqual({ period: "起止日期要都填，或都空着" });
    expect(applied({}, { "period.start": "2024-09-10", "period.end": "2025-02-28" }, null).next).toEqual({ period: { start: "2024-09-10", end: "2025-02-28" } });
    expect(applied({}, { "period.start": "2025-09-10", "period.end": "2025-02-28" }, null).refused).toEqual({ period: "请填开始不晚于结束的时段" });
  });
  test("for a station with values of its own are refused at the setting, not at the station", () => {
    expect(applied(BOTH, { certifiedShare: "200" }).refused).toEqual({ certifiedShare: "请填 0%–100%" });
    const dotted: SettingsInput = { stations: { "甲.乙.社工站": { weights: { purchaser: 20 } } } };
    expect(applied(dotted, { "weights.purchaser": "30" }, "甲.乙.社工站").refused).toEqual({ weights: "请填合计为 100 的四项分值" });
  });
});
