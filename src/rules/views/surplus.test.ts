import { workbookOf, type CellTable } from "../../formulas/workbook-of.fixture";
import { printedRetentions, wrongRetentions, wrongRetentionTexts } from "./retention";
import { wrongSurpluses } from "./surplus";

test.each<[string, CellTable, string[]]>([
  ["below one another", { A1: "应到人次", B1: 54, A2: "实到人次", B2: 59.5, A3: "超配人次", B3: 8.5 }, ["3,2 5.5"]],
  ["side by side, in several rows", { A1: "年度", B1: "应到人次", C1: "实到人次", D1: "超配人次", A2: "2023年", B2: 54, C2: 56, D2: 2, A3: "2024年", B3: 54, C3: 50, D3: 4 }, ["3,4 -4"]],
  ["who writes 0 for a shortage", { A1: "应到人次", B1: 54, A2: "实到人次", B2: 50, A3: "超配人次", B3: 0 }, []],
  ["without what was due", { A1: "实到人次", B1: 54, A2: "超配人次", B2: 3 }, []]
])("%s", (_, cells, expected) => expect(wrongSurpluses(workbookOf({ 表: cells })).map(({ reading: { at }, expected: right }) => `${at.row},${at.column} ${right}`)).toEqual(expected));

test.each<[string, CellTable, string[]]>([
  ["below one another", { A1: "持续在岗社工数", B1: 10, A2: "协议要求在岗社工数", B2: 11, A3: "社工站稳岗率", B3: "100.00%" }, ["3,2 0.9091"]],
  ["as it should be", { A1: "持续在岗社工数", B1: 10, A2: "协议要求在岗社工数", B2: 11, A3: "社工站稳岗率", B3: "90.91%" }, []],
  ["side by side", { A1: "年度", B1: "持续在岗人数", C1: "协议要求人数", D1: "稳岗率", A2: "2024年", B2: 9, C2: 10, D2: 0.9, A3: "2025年", B3: 8, C3: 10, D3: 0.9 }, ["3,4 0.8"]],
  ["without the posts", { A1: "持续在岗社工数", B1: 10, A2: "稳岗率要求", B2: 0.8, A3: "稳岗率", B3: 1 }, []]
])("retention %s", (_, cells, expected) => expect(wrongRetentions(workbookOf({ 表: cells })).map(({ reading: { at }, expected: right }) => `${at.row},${at.column} ${Number(right.toFixed(4))}`)).toEqual(expected));

const byGroup = (text: string): CellTable => ({ A1: "类别", B1: "协议要求在岗社工数", C1: "持续在岗社工数", D1: "稳岗率", A2: "持证", B2: 7, C2: 7, D2: "100.00%", A3: "合计", B3: 10, C3: 9, D3: "90.00%", A5: "文字", B5: text });
test.each<[string, string, string[]]>([
  ["as the numbers have it", "持续在岗9人，稳岗率90.00%", []],
  ["another rate", "持续在岗9人，稳岗率95.00%", ["5,2 90.00%"]],
  ["of whom the sheet does not speak", "持续在岗8人，稳岗率95.00%", []]
])("a sentence: %s", (_, text, expected) => {
  const workbook = workbookOf({ 表: byGroup(text) });
  expect(wrongRetentionTexts(workbook, printedRetentions(workbook)).map(({ reading: { at }, expected: right }) => `${at.row},${at.column} ${right}`)).toEqual(expected);
});
