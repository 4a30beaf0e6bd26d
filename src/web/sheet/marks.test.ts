import { sampleFinding, sampleReport } from "../../../test/sample-report";
import { cellKey } from "../../workbook";
import { countsOf, gravityOf, marksOf } from "./marks";

const marksWith = (...parts: Parameters<typeof sampleFinding>[0][]) => marksOf(sampleReport({ findings: parts.map((each) => sampleFinding(each)) })).get("附件1 对照表")!;
const IGNORED = { reason: "已核实" };

test("an ignored finding is marked as such and not counted", () => {
  const marks = marksWith({ ignored: IGNORED }, { cell: "H9" });
  expect([gravityOf(marks.get(cellKey(9, 4))!), gravityOf(marks.get(cellKey(9, 8))!)]).toEqual(["ignored", "error"]);
  expect(countsOf(marks)).toEqual({ error: 1, warning: 0, info: 0 });
});

test("a cell with another finding is marked by that", () => {
  expect(gravityOf(marksWith({ ignored: IGNORED }, { severity: "info" }).get(cellKey(9, 4))!)).toBe("info");
});
