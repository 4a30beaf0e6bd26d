import type { CellStyle } from "../../../workbook";
import { BORDER_COLOR, FONTS, FONT_FACE, LOOKS, RULE_COLOR, type Border } from "../../../workbook/on-paper/look";

const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal", "InsideVertical"] as const;
const ALIGNMENTS = { left: "Left", center: "Center", right: "Right" } as const;
const VERTICAL = { top: "Top", center: "Center" } as const;

/** What all cells have unless their style says otherwise, set for the whole sheet at once: Excel takes its time for each change. */
export function applyBase(range: Excel.Range): void {
  const { font } = range.format;
  font.name = FONT_FACE;
  font.size = FONTS.base.size;
  font.color = `#${FONTS.base.color}`;
  range.format.verticalAlignment = "Center";
}

/** Formats a block of cells that look alike, as the sheets in files look, on top of {@link applyBase}. */
export function applyStyle(range: Excel.Range, style: CellStyle): void {
  const look = LOOKS[style];
  const face = FONTS[look.font];
  const { format } = range;
  if (face.size !== FONTS.base.size) format.font.size = face.size;
  // A link brings a colour and a line of its own.
  if (face.color !== FONTS.base.color || face.underline) format.font.color = `#${face.color}`;
  if (face.bold) format.font.bold = true;
  if (face.underline) format.font.underline = "Single";
  if (look.vertical !== "center") format.verticalAlignment = VERTICAL[look.vertical ?? "top"];
  if (look.wrap) format.wrapText = true;
  // An indent counts only from a side that is named.
  if (look.horizontal ?? look.indent) format.horizontalAlignment = ALIGNMENTS[look.horizontal ?? "left"];
  if (look.indent) format.indentLevel = look.indent;
  if (look.fill) format.fill.color = `#${look.fill}`;
}

/** Draws the rules of an area. */
export function applyRules({ format: { borders } }: Excel.Range, border: Border): void {
  if (border !== "fine") rule(borders.getItem("EdgeBottom"), RULE_COLOR, border === "below" ? "Medium" : "Thin");
  else for (const edge of EDGES) rule(borders.getItem(edge), BORDER_COLOR, "Thin");
}

function rule(border: Excel.RangeBorder, color: string, weight: "Thin" | "Medium"): void {
  border.style = "Continuous";
  border.weight = weight;
  border.color = `#${color}`;
}

/** What a conditional format puts on a cell: fill and font of the style, as in files. */
export function applyConditionalStyle(format: Excel.ConditionalRangeFormat, style: CellStyle): void {
  const { font, fill } = LOOKS[style];
  format.font.color = `#${FONTS[font].color}`;
  if (FONTS[font].bold) format.font.bold = true;
  if (fill) format.fill.color = `#${fill}`;
}
