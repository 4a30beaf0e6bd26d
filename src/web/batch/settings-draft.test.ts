import { say } from "../../messages";
import { ALL, draftOf, joined, otherSettings, settingsOf, type Draft } from "./settings-draft";

const STATIONS = ["联和街社工站", "白鹤洞街社工站"];
const BEFORE = { headcount: 22, joinCutoffDay: 10, stations: { 联和街社工站: { certifiedShare: 0.7, showNames: true } } };

function changed(draft: Draft, station: string, change: object): Draft {
  return new Map(draft).set(station, { ...draft.get(station)!, ...change });
}

test("what is set stands in the fields, percents as percents, and comes back the same", () => {
  const draft = draftOf(BEFORE, STATIONS);
  expect([...draft.keys()].sort()).toEqual([ALL, ...STATIONS].sort());
  expect(draft.get(ALL)).toEqual({ headcount: "22", certifiedShare: "", retentionLimit: "", phase: "" });
  expect(draft.get("联和街社工站")!.certifiedShare).toBe("70");
  expect(settingsOf(draft, BEFORE)).toEqual({ settings: BEFORE, wrong: [] });
  expect(otherSettings(BEFORE)).toBe(2);
});

test("typed values are taken, full-width and with a percent sign too; an emptied field sets nothing", () => {
  const draft = changed(changed(draftOf(BEFORE, STATIONS), "白鹤洞街社工站", { headcount: "１８．５", retentionLimit: " 85% ", phase: "mid" }), ALL, { headcount: "" });
  expect(settingsOf(draft, BEFORE).settings).toEqual({
    joinCutoffDay: 10,
    stations: { 联和街社工站: { certifiedShare: 0.7, showNames: true }, 白鹤洞街社工站: { headcount: 18.5, retentionLimit: 0.85, phase: "mid" } }
  });
});

test.each([["headcount", "abc"], ["headcount", "0"], ["certifiedShare", "170"], ["retentionLimit", "-1"]] as const)("%s %s is refused with what is allowed", (field, typed) => {
  const { wrong } = settingsOf(changed(draftOf({}, STATIONS), "联和街社工站", { [field]: typed }), {});
  expect(wrong).toEqual([{ station: "联和街社工站", field, reason: field === "headcount" ? say("settings-number-step", { from: 1, to: 1000, step: 0.5 }) : say("settings-number", { from: 0, to: 100 }) }]);
});

test("a file of profiles alone joins the settings that there are, any other takes their place", () => {
  const told = { name: "附件2", kind: "none", headRows: 1, columns: [{ head: "甲", holds: "text", role: "none" }] } as const;
  expect(joined({ profiles: [told] }, { headcount: 12, profiles: [{ ...told, name: "b" }, { ...told, headRows: 2 }] })).toEqual({ headcount: 12, profiles: [told, { ...told, name: "b" }] });
  expect(joined({ headcount: 9, profiles: [told] }, { certifiedShare: 0.6 })).toEqual({ headcount: 9, profiles: [told] });
  expect(joined({ headcount: 9 }, { certifiedShare: 0.6, profiles: [told] })).toEqual({ headcount: 9 });
});
