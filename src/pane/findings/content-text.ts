import type { Fix } from "../../workbook";

/** The content of a cell as Excel's formula bar has it; numbers without the noise of binary fractions. */
export function contentText(content: Fix["before"]): string {
  if (content === null) return "";
  if (typeof content === "boolean") return content ? "TRUE" : "FALSE";
  return typeof content === "number" ? String(Number(content.toPrecision(6))) : content;
}
