import type { CellStyle } from "../sheet-description";

/** How a cell of our sheet looks, in the words of the style part. */
export interface Look {
  readonly font: FontName;
  /** Colour of the background, RRGGBB. */
  readonly fill?: string;
  /** Fine rules on all sides, a strong rule below, or a fine one. */
  readonly border?: Border;
  readonly format?: string;
  readonly horizontal?: "left" | "center" | "right";
  readonly vertical?: "top" | "center";
  readonly wrap?: boolean;
  /** Room at the side to which the text keeps, in steps of about one character. */
  readonly indent?: number;
}

export type Border = "fine" | "below" | "line";

export type FontName = "base" | "title" | "subtitle" | "verdict" | "verdictError" | "verdictWarning" | "verdictGood" | "heading" | "bold" | "link" | "muted" | "note" | "error" | "warning" | "info" | "good" | "figure";

/** Size, colour (RRGGBB) and weight of each font. Dark enough to be read on a printed tint. */
export const FONTS: Readonly<Record<FontName, { size: number; color: string; bold?: boolean; underline?: boolean }>> = {
  base: { size: 10, color: "262626" },
  title: { size: 16, color: "1F3864", bold: true },
  subtitle: { size: 10, color: "5F6670" },
  verdict: { size: 13, color: "1F3864", bold: true },
  verdictError: { size: 13, color: "9C1C1C", bold: true },
  verdictWarning: { size: 13, color: "7A4B00", bold: true },
  verdictGood: { size: 13, color: "1E6B34", bold: true },
  heading: { size: 13, color: "1F3864", bold: true },
  bold: { size: 10, color: "1F3864", bold: true },
  link: { size: 10, color: "0B5CAD", underline: true },
  muted: { size: 10, color: "5F6670" },
  note: { size: 9, color: "5F6670" },
  error: { size: 10, color: "9C1C1C", bold: true },
  warning: { size: 10, color: "7A4B00", bold: true },
  info: { size: 10, color: "1B4F72" },
  good: { size: 10, color: "1E6B34" },
  figure: { size: 11, color: "262626", bold: true }
};

/** Present on every Windows since Vista; elsewhere replaced by another face without serifs. */
export const FONT_FACE = "Microsoft YaHei";
/** Fine rules of tables, and the strong rule under a section's heading. */
export const BORDER_COLOR = "B8C0CC";
export const RULE_COLOR = "1F3864";

/** The fixed set of looks: dark on white or a light tint, so that they print well in grey. "number" and "percent" stand in tables, as "text" does; "count" is a sum in a narrow column. */
export const LOOKS: Readonly<Record<CellStyle, Look>> = {
  plain: { font: "base", vertical: "center" },
  title: { font: "title", vertical: "center" },
  subtitle: { font: "subtitle", vertical: "center", wrap: true },
  verdict: { font: "verdict", fill: "EEF3F9", vertical: "center", wrap: true, indent: 1 },
  verdictError: { font: "verdictError", fill: "FBE3E4", vertical: "center", wrap: true, indent: 1 },
  verdictWarning: { font: "verdictWarning", fill: "FFF1CC", vertical: "center", wrap: true, indent: 1 },
  verdictGood: { font: "verdictGood", fill: "E3F3E6", vertical: "center", wrap: true, indent: 1 },
  heading: { font: "heading", border: "below", vertical: "center" },
  head: { font: "bold", border: "fine", horizontal: "center", vertical: "center", wrap: true },
  label: { font: "bold", fill: "F5F7FA", border: "fine", horizontal: "left", vertical: "center", wrap: true, indent: 1 },
  text: { font: "base", border: "fine", horizontal: "left", vertical: "center", wrap: true, indent: 1 },
  center: { font: "base", border: "fine", horizontal: "center", vertical: "center", wrap: true },
  number: { font: "base", border: "fine", horizontal: "right", vertical: "center" },
  percent: { font: "base", border: "fine", horizontal: "right", vertical: "center", format: "0.00%" },
  link: { font: "link", border: "fine", horizontal: "left", vertical: "center", wrap: true, indent: 1 },
  sum: { font: "bold", fill: "F5F7FA", border: "fine", horizontal: "right", vertical: "center" },
  count: { font: "bold", fill: "F5F7FA", border: "fine", horizontal: "center", vertical: "center" },
  input: { font: "base", fill: "FFFDF2", border: "fine", vertical: "center", wrap: true },
  amount: { font: "base", fill: "FFFDF2", border: "fine", horizontal: "right", vertical: "center" },
  choice: { font: "base", fill: "FFFDF2", border: "fine", horizontal: "center", vertical: "center", wrap: true },
  remark: { font: "base", fill: "FFFDF2", border: "fine", horizontal: "left", vertical: "center", wrap: true, indent: 1 },
  error: { font: "error", fill: "FBE3E4", border: "fine", horizontal: "center", vertical: "center", wrap: true },
  warning: { font: "warning", fill: "FFF1CC", border: "fine", horizontal: "center", vertical: "center", wrap: true },
  info: { font: "info", fill: "E4EFF8", border: "fine", horizontal: "center", vertical: "center", wrap: true },
  good: { font: "good", fill: "E3F3E6", border: "fine", horizontal: "center", vertical: "center", wrap: true },
  muted: { font: "muted", border: "fine", horizontal: "center", vertical: "center", wrap: true },
  note: { font: "note", vertical: "center", wrap: true },
  figure: { font: "figure", border: "fine", horizontal: "left", vertical: "center", wrap: true, indent: 1 },
  unsure: { font: "muted", border: "fine", horizontal: "left", vertical: "center", wrap: true, indent: 1 },
  signature: { font: "base", border: "line", horizontal: "left", vertical: "center" }
};
