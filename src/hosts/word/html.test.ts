import { paragraph, tableCell, type WrittenBlock } from "../../workbook";
import { blocksHtml, blocksText } from "./html";

const BLOCKS: readonly WrittenBlock[] = [
  paragraph("heading", "指标<完成>"),
  { kind: "table", widths: [20, 30], head: ["指标", "完成\n量"], rows: [[tableCell("甲\n乙", "left", true), tableCell("=1+1", "right")], [tableCell("-3"), tableCell("-甲")]] }
];

test("a table with its heads, a text as a text", () => {
  const html = blocksHtml(BLOCKS, "zh");
  expect(html).toContain("指标&lt;完成&gt;</h2>");
  expect(html.match(/<th /g)).toHaveLength(2);
  expect(html.match(/<td /g)).toHaveLength(4);
  expect(html).toContain("<b>甲</b><br><b>乙</b>");
  expect(html).toContain("text-align:right");
});

test("as text: a line a row, tabs between, and no formula for the sheet that it is pasted into", () => {
  expect(blocksText(BLOCKS)).toBe("指标<完成>\n指标\t完成 量\n甲 乙\t'=1+1\n-3\t'-甲");
});
