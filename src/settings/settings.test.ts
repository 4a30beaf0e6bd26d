import { render } from "../messages";
import { DEFAULT_SETTINGS, parseSettings, parseSettingsText, readSettingsXml, settingsFor, SettingsError, writeSettingsXml, type StoredSettings } from ".";

/** The sentence with which settings are refused. */
function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof SettingsError) return render(error.sentence);
    throw error;
  }
  return "";
}

const WHOLE = `{ "headcount": 20, "certifiedShare": 0.5, "phase": "final", "period": { "start": "2024-09-10", "end": "2025-02-28" }, "joinCutoffDay": 15, "leaveCutoffDay": 15,
  "retentionLimit": 0.8, "trainingHoursPerPersonMonth": 6, "weights": { "thirdParty": 55, "purchaser": 20, "guidance": 15, "supervisor": 10 }, "gradeLimits": { "excellent": 90, "good": 80, "pass": 60 },
  "vetoLimits": { "mid": { "staff": 5, "certified": 3 }, "final": { "staff": 10, "certified": 6 } }, "scores": { "purchaser": 20, "supervisor": 8.7, "guidance": 13, "thirdParty": 47.23 },
  "vetoes": { "spending": true }, "showNames": false, "stations": { "广州市联和街“双百工程”社工站": { "certifiedShare": 0.7 } } }`;

test("everything that may be set is taken", () => {
  const settings = settingsFor(parseSettingsText(WHOLE));
  expect(settings).toMatchObject({ ...DEFAULT_SETTINGS, given: expect.any(Set), phase: "final", period: { start: "2024-09-10", end: "2025-02-28" }, scores: { guidance: 13 }, vetoes: { spending: true } });
  expect(settings.given.size).toBe(14);
  expect(settingsFor(parseSettings({}))).toEqual(DEFAULT_SETTINGS);
});

test.each([
  ["not JSON", "{", "不是有效的 JSON"],
  ["no object", "[]", "一个对象"],
  ["an unknown key", "{\"headCount\":20}", "headCount"],
  ["an unknown inner key", "{\"vetoLimits\":{\"mid\":{\"people\":1}}}", "vetoLimits.mid.people"],
  ["__proto__", "{\"__proto__\":{\"headcount\":1}}", "__proto__"],
  ["__proto__ in a station", "{\"stations\":{\"甲\":{\"__proto__\":{}}}}", "stations.甲.__proto__"],
  ["constructor", "{\"constructor\":1}", "constructor"],
  ["a wrong type", "{\"headcount\":\"20\"}", "headcount"],
  ["null", "{\"headcount\":null}", "headcount"],
  ["below the range", "{\"headcount\":0}", "1–1000"],
  ["above the range", "{\"certifiedShare\":1.5}", "0–1"],
  ["a day that is no whole number", "{\"joinCutoffDay\":15.5}", "joinCutoffDay"],
  ["a phase nobody knows", "{\"phase\":\"middle\"}", "mid | final"],
  ["a day the calendar lacks", "{\"period\":{\"start\":\"2024-02-30\",\"end\":\"2024-03-31\"}}", "period.start"],
  ["a period turned round", "{\"period\":{\"start\":\"2024-03-01\",\"end\":\"2024-02-01\"}}", "period"],
  ["half a period", "{\"period\":{\"start\":\"2024-03-01\"}}", "period.end"],
  ["weights that do not make 100", "{\"weights\":{\"purchaser\":25}}", "合计为 100"],
  ["grades that do not descend", "{\"gradeLimits\":{\"good\":95}}", "gradeLimits"],
  ["a score above its weight", "{\"scores\":{\"supervisor\":12}}", "scores.supervisor"],
  ["a veto that is no yes or no", "{\"vetoes\":{\"spending\":1}}", "vetoes.spending"],
  ["a veto that is computed", "{\"vetoes\":{\"staff-shortage\":true}}", "staff-shortage"],
  ["a station's value out of range", "{\"stations\":{\"甲\":{\"headcount\":-1}}}", "stations.甲.headcount"],
  ["stations within stations", "{\"stations\":{\"甲\":{\"stations\":{}}}}", "stations.甲.stations"]
])("refused: %s", (_, text, says) => expect(refusal(() => parseSettingsText(text))).toContain(says));

test("a station named __proto__ is a name like any other", () => {
  const input = parseSettingsText("{\"stations\":{\"__proto__\":{\"headcount\":5}}}");
  expect(settingsFor(input, "甲社工站").headcount).toBe(20);
  expect(settingsFor(input, "__proto__").headcount).toBe(5);
  expect(({} as { headcount?: number }).headcount).toBeUndefined();
});

test("what is set for one station, by its name however it is written", () => {
  const input = parseSettings({ headcount: 18, vetoLimits: { mid: { staff: 4 } }, stations: { "广州市联和街“双百工程”社工站": { certifiedShare: 0.7, vetoLimits: { mid: { certified: 2 } } } } });
  expect(settingsFor(input, "广州市联和街\"双百工程\"　社工站")).toMatchObject({ headcount: 18, certifiedShare: 0.7, vetoLimits: { mid: { staff: 4, certified: 2 }, final: { staff: 10 } } });
  expect(settingsFor(input, "广州市甲街社工站").certifiedShare).toBe(0.5);
  expect(settingsFor(input, null).given).toEqual(new Set(["headcount", "vetoLimits"]));
});

describe("the workbook's own part", () => {
  const stored: StoredSettings = {
    settings: parseSettings({ headcount: 18, stations: { "甲<&>\"社工站": { certifiedShare: 0.7 } } }),
    ignored: [{ fingerprint: "attendance-number:roster:no:26:no", reason: "已核实 ]]> & <没问题>\u0001\uffff", actual: "2" }]
  };
  test("written and read back", () => {
    const xml = writeSettingsXml(stored);
    expect(xml).toContain("xmlns=\"urn:hebiao:settings\"");
    expect(readSettingsXml(xml)).toEqual(stored);
  });
  test("as another program writes it: prefixed, indented, without entities", () => {
    const xml = "<h:hebiao xmlns:h=\"urn:hebiao:settings\">\r\n  <h:settings><![CDATA[{\"headcount\":18}]]></h:settings>\r\n</h:hebiao>";
    expect(readSettingsXml(xml)).toEqual({ settings: { headcount: 18 }, ignored: [] });
  });
  test("no part", () => expect(readSettingsXml(null)).toEqual({ settings: {}, ignored: [] }));
  test.each([
    ["<a/>"], ["<hebiao xmlns=\"urn:other\"/>"], ["<hebiao"], ["<hebiao xmlns=\"urn:hebiao:settings\"><settings>{</settings></hebiao>"],
    ["<hebiao xmlns=\"urn:hebiao:settings\"><ignored>[{\"fingerprint\":1}]</ignored></hebiao>"], ["<hebiao xmlns=\"urn:hebiao:settings\"><ignored>[null]</ignored></hebiao>"], [""]
  ])("damaged: %s", (xml) => expect(refusal(() => readSettingsXml(xml))).toContain("已损坏"));
});
