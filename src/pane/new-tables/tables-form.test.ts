import { checkWorkbook } from "../../report";
import { readWorkbook } from "../../hosts/file";
import { TemplateError } from "../../template";
import { makeTables } from "./make-tables";
import { emptyForm, optionsOf } from "./tables-form";

const FORM = { ...emptyForm("2025-09-01"), station: "广州市甲街社工站" };

test("the form as it opens asks for a station and nothing else", () => {
  expect(() => makeTables(optionsOf(emptyForm("2025-09-01")))).toThrow(TemplateError);
  expect(optionsOf(FORM)).toMatchObject({ period: { start: "2025-07-01", end: "2025-12-31" }, areas: ["片区1", "片区2", "片区3"], headcount: 20, certifiedShare: 0.5 });
});

test.each([
  ["areas", "东片区，西片区\n南片区", { areas: ["东片区", "西片区", "南片区"] }],
  ["certified", "70%", { certifiedShare: 0.7 }],
  ["certified", "70 ％", { certifiedShare: 0.7 }],
  ["cards", "", { cards: [] }]
])("%s may be typed as %j", (name, value, expected) => {
  expect(optionsOf({ ...FORM, [name]: value })).toMatchObject(expected);
});

test.each([["headcount", ""], ["headcount", "二十"], ["certified", ""], ["certified", "170"], ["start", ""], ["end", "2020-01-01"], ["areas", " "]])("%s %j is refused with a sentence", (name, value) => {
  expect(() => makeTables(optionsOf({ ...FORM, [name]: value }))).toThrow(TemplateError);
});

test.each([["station", "station"], ["start", "start"], ["end", "end"], ["headcount", "headcount"], ["areas", "areas"], ["certified", "certified"]])("a complaint about %s names its field", (name, field) => {
  expect(() => makeTables(optionsOf({ ...FORM, [name]: "" }))).toThrow(expect.objectContaining({ field }));
});

test("the workbook is clean by our own check, which knows its settings", async () => {
  const workbook = await readWorkbook(makeTables(optionsOf({ ...FORM, headcount: "8", certified: "70" })));
  expect(workbook.settingsXml).toContain('"headcount":8');
  expect(checkWorkbook(workbook)).toMatchObject({ station: "广州市甲街社工站", findings: [], error: null });
});
