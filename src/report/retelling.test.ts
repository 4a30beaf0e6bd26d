import { readFileSync } from "node:fs";
import { readWorkbook } from "../hosts/file";
import { retellingOf, retold } from "./retelling";
import { checkForScreen, checkInBothLanguages } from "./screen";

test.each<[string, unknown, unknown]>([
  ["texts", "错误", "Error"],
  ["a text deep inside", { a: [1, { b: "错" }], c: "x" }, { a: [1, { b: "wrong" }], c: "x" }],
  ["a list of another length", { a: ["一"] }, { a: ["one", "two"] }],
  ["a part that is not there", { a: 1 }, { a: 1, b: null }],
  ["nothing and something", { a: null }, { a: { b: 1 } }]
])("%s are told there and back", (_, from, to) => {
  expect(retold(from, retellingOf(from, to))).toEqual(to);
  expect(retold(to, retellingOf(to, from))).toEqual(from);
  expect(retellingOf(from, structuredClone(from))).toBeNull();
});

test("a workbook checked once is told in both languages, as a check in each would", async () => {
  const workbook = await readWorkbook(new Uint8Array(readFileSync("samples/lianhe.xlsx")), "lianhe.xlsx");
  const [zh, en] = (["zh", "en"] as const).map((language) => checkForScreen(workbook, { language, fileName: "lianhe.xlsx" }));
  const { checked, other } = checkInBothLanguages(workbook, { language: "zh", fileName: "lianhe.xlsx" });
  expect(checked).toEqual(zh);
  const { report, people } = retold(checked, other);
  expect({ report, people }).toEqual({ report: en!.report, people: en!.people });
  // A fraction of the report, for a batch keeps hundreds of them.
  expect(JSON.stringify(other).length).toBeLessThan(JSON.stringify(zh!.report).length / 2);
});
