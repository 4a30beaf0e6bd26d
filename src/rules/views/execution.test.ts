import { workbookOf, type CellTable } from "../../formulas/workbook-of.fixture";
import { wrongExecutions } from "./execution";

const funds = (rate: string, more: CellTable = {}): CellTable => ({ A1: "项目资金", B1: "年初预算数", C1: "全年预算数", D1: "全年执行数", E1: "分值", F1: "执行率", A2: "年度资金", B2: 200, C2: 219, D2: 204.4, E2: 10, F2: rate, ...more });
test.each<[string, CellTable, string[]]>([
  ["of the year's budget", funds("93.33%"), []],
  ["of the first budget", funds("102.20%"), []],
  ["the wrong way round", funds("107.14%"), ["2,6 0.9333"]],
  ["other heads below", funds("93.33%", { B3: "三级指标", C3: "年度指标值", D3: "实际完成值", E3: "分值", F3: "得分", B4: "个案", C4: 30, D4: 32, E4: 10, F4: 10 }), []],
  ["without what was spent", { A1: "科目", B1: "预算数", C1: "执行率", A2: "工资", B2: 10, C2: "90.00%" }, []]
])("%s", (_, cells, expected) => expect(wrongExecutions(workbookOf({ 表: cells })).map(({ reading: { at }, expected: right }) => `${at.row},${at.column} ${right.toFixed(4)}`)).toEqual(expected));
