import type { CellStyle } from "../../workbook";
import { BORDER_COLOR, FONTS, FONT_FACE, LOOKS } from "../look";

const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal", "InsideVertical"] as const;
const ALIGNMENTS = { left: "Left", center: "Center", right: "Right" } as const;

/** Formats a block of cells that look alike, as the sheets in files look. */
export function applyStyle(range: Excel.Range, style: CellStyle): void {
  const look = LOOKS[style];
  const face = FONTS[look.font];
  const { format } = range;
  format.font.name = FONT_FACE;
  format.font.size = face.size;
  format.font.color = `#${face.color}`;
  format.font.bold = face.bold ?? false;
  format.font.underline = face.underline ? "Single" : "None";
  format.verticalAlignment = look.vertical ? "Center" : "Top";
  format.wrapText = look.wrap ?? false;
  if (look.horizontal) format.horizontalAlignment = ALIGNMENTS[look.horizontal];
  if (look.fill) format.fill.color = `#${look.fill}`;
  if (look.border) {
    for (const edge of EDGES) {
      const border = format.borders.getItem(edge);
      border.style = "Continuous";
      border.color = `#${BORDER_COLOR}`;
    }
  }
}
