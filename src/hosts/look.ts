import type { CellStyle } from "../workbook";

/** How a cell of our sheet looks, in the words of the style part. */
export interface Look {
  readonly font: FontName;
  /** Colour of the background, RRGGBB. */
  readonly fill?: string;
  readonly border?: boolean;
  readonly format?: string;
  readonly horizontal?: "left" | "center" | "right";
  readonly vertical?: "center";
  readonly wrap?: boolean;
}

export type FontName = "base" | "title" | "heading" | "bold" | "link" | "muted" | "error" | "warning" | "info" | "good";

/** Size, colour (RRGGBB) and weight of each font. Dark enough to be read on a printed tint. */
export const FONTS: Readonly<Record<FontName, { size: number; color: string; bold?: boolean; underline?: boolean }>> = {
  base: { size: 10, color: "262626" },
  title: { size: 16, color: "1F3864", bold: true },
  heading: { size: 12, color: "1F3864", bold: true },
  bold: { size: 10, color: "1F3864", bold: true },
  link: { size: 10, color: "0B5CAD", underline: true },
  muted: { size: 10, color: "6B6B6B" },
  error: { size: 10, color: "9C1C1C", bold: true },
  warning: { size: 10, color: "7A4B00", bold: true },
  info: { size: 10, color: "1B4F72" },
  good: { size: 10, color: "1E6B34" }
};

/** Present on every Windows since Vista; elsewhere replaced by another face without serifs. */
export const FONT_FACE = "Microsoft YaHei";
export const BORDER_COLOR = "D0D5DB";

/** The fixed set of looks. "number" and "percent" stand in tables, as "text" does. */
export const LOOKS: Readonly<Record<CellStyle, Look>> = {
  plain: { font: "base" },
  title: { font: "title", vertical: "center" },
  heading: { font: "heading", vertical: "center" },
  head: { font: "bold", fill: "DCE6F1", border: true, horizontal: "center", vertical: "center", wrap: true },
  text: { font: "base", border: true, horizontal: "left", wrap: true },
  number: { font: "base", border: true, horizontal: "right" },
  percent: { font: "base", border: true, horizontal: "right", format: "0.00%" },
  link: { font: "link", border: true, horizontal: "left", wrap: true },
  error: { font: "error", fill: "FBE3E4", border: true, wrap: true },
  warning: { font: "warning", fill: "FFF1CC", border: true, wrap: true },
  info: { font: "info", fill: "E4EFF8", border: true, wrap: true },
  good: { font: "good", fill: "E3F3E6", border: true, wrap: true },
  muted: { font: "muted", wrap: true }
};
