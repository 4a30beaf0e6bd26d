import { workbookOf, type CellTable } from "../../formulas/workbook-of.fixture";
import { wrongSurpluses } from "./surplus";

test.each<[string, CellTable, string[]]>([
  ["below one another", { A1: "应到人次", B1: 54, A2: "实到人次", B2: 59.5, A3: "超配人次", B3: 8.5 }, ["3,2 5.5"]],
  ["side by side, in several rows", { A1: "年度", B1: "应到人次", C1: "实到人次", D1: "超配人次", A2: "2023年", B2: 54, C2: 56, D2: 2, A3: "2024年", B3: 54, C3: 50, D3: 4 }, ["3,4 -4"]],
  ["who writes 0 for a shortage", { A1: "应到人次", B1: 54, A2: "实到人次", B2: 50, A3: "超配人次", B3: 0 }, []],
  ["without what was due", { A1: "实到人次", B1: 54, A2: "超配人次", B2: 3 }, []]
])("%s", (_, cells, expected) => expect(wrongSurpluses(workbookOf({ 表: cells })).map(({ reading: { at }, expected: right }) => `${at.row},${at.column} ${right}`)).toEqual(expected));
