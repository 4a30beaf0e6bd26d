import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readWorkbook } from "../hosts/file";
import { checkForScreen } from "./screen";

const SAMPLES = join(__dirname, "..", "..", "samples");

test("of the sample's tables the heads and the names stay in sight, of its cards nothing", async () => {
  const { frames = [] } = checkForScreen(await readWorkbook(new Uint8Array(readFileSync(join(SAMPLES, "lianhe.xlsx"))), "lianhe.xlsx"));
  expect(frames.map(({ sheet, rect, headBottom, names }) => [sheet, rect.top, headBottom, names])).toEqual([
    ["附件1 指标完成情况", 2, 3, { left: 1, right: 1 }],
    ["附件1 指标完成情况", 10, 11, { left: 1, right: 1 }],
    ["附件1 指标完成情况", 18, 18, null],
    ["附件2 到岗情况", 3, 4, { left: 2, right: 3 }]
  ]);
});
