import { SpokenError } from "../messages";
import { deskText, parseDesk, recall, type DeskEntry, type DeskSubject } from ".";

const PERIOD = { start: "2024-09-10", end: "2025-02-28" };
const HASH = (digit: number): string => String(digit).repeat(16);
const subject = (path: string, more: Partial<DeskSubject> = {}): DeskSubject => ({ path, station: null, period: null, hash: null, ...more });
const entry = (path: string, remark: string, more: Partial<DeskEntry> = {}): DeskEntry => ({ ...subject(path), state: "notified", remark, ...more });

test("what was noted is written and read again; what was not is left out", () => {
  const stations = [entry("甲.xlsx", "电话已说", { station: "甲街社工站", period: PERIOD, hash: HASH(1) }), entry("乙.xlsx", "", { state: "unseen" })];
  const file = parseDesk(`\ufeff${deskText({ settings: { stations: { 甲街社工站: { headcount: 18 } } }, columns: ["due", "behind"], stations })}`);
  expect(file).toEqual({ settings: { stations: { 甲街社工站: { headcount: 18 } } }, columns: ["due", "behind"], stations: [stations[0]] });
});

test.each([
  ["no JSON", "{"], ["settings", JSON.stringify({ headcount: 20 })], ["a newer version", JSON.stringify({ kind: "hebiao-batch", version: 2, stations: [] })],
  ["a strange state", JSON.stringify({ kind: "hebiao-batch", version: 1, stations: [{ path: "a", state: "lost" }] })],
  ["a strange hash", JSON.stringify({ kind: "hebiao-batch", version: 1, stations: [{ path: "a", state: "seen", hash: "x" }] })],
  ["wrong settings", JSON.stringify({ kind: "hebiao-batch", version: 1, settings: { headcount: -1 }, stations: [] })]
])("what is no file of a batch is said to be none: %s", (_, text) => {
  expect(() => parseDesk(text)).toThrow(SpokenError);
});

test.each<[string, DeskSubject[], DeskEntry[], (string | null)[]]>([
  ["the same bytes under another name", [subject("新.xlsx", { hash: HASH(1) })], [entry("旧.xlsx", "一", { hash: HASH(1) })], ["一"]],
  ["the same station and period, handed in again", [subject("再交.xlsx", { station: "甲街社工站", period: PERIOD, hash: HASH(2) })], [entry("甲.xlsx", "一", { station: "甲街 社工站", period: PERIOD, hash: HASH(1) })], ["一*"]],
  ["two of a station: by their paths", ["a.xlsx", "b.xlsx"].map((path) => subject(path, { station: "甲", period: PERIOD })), ["a.xlsx", "b.xlsx"].map((path) => entry(path, path, { station: "甲", period: PERIOD })), ["a.xlsx", "b.xlsx"]],
  ["another period of the station in another file", [subject("末期.xlsx", { station: "甲", period: { start: "2024-09-10", end: "2025-09-09" } })], [entry("中期.xlsx", "一", { station: "甲", period: PERIOD })], [null]],
  ["a path that another station's workbook has now", [subject("1.xlsx", { station: "乙", period: PERIOD })], [entry("1.xlsx", "一", { station: "甲", period: PERIOD })], [null]],
  ["a workbook that cannot be read, by its path", [subject("坏.xlsx")], [entry("坏.xlsx", "打不开，已请重发")], ["打不开，已请重发"]],
  ["the same file twice", ["a.xlsx", "b.xlsx"].map((path) => subject(path, { hash: HASH(1) })), [entry("b.xlsx", "一", { hash: HASH(1) })], [null, "一"]]
])("a note is found again: %s", (_, subjects, entries, remarks) => {
  expect(recall(subjects, entries).map((recalled) => recalled && `${recalled.remark}${recalled.isChanged ? "*" : ""}`)).toEqual(remarks);
});
