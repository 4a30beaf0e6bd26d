import type { ParagraphStyle, WrittenBlock, WrittenDocument, WrittenParagraph, WrittenRun, WrittenTable, WrittenTableCell } from "../../workbook";
import { escapeXml } from "../file/package/xml-write";

const FACE = "font-family:'Microsoft YaHei',Calibri,sans-serif";
const BORDER = "border:1px solid #9AA5B5";
const LOOKS: Readonly<Record<ParagraphStyle, readonly [tag: string, look: string]>> = {
  title: ["h1", "font-size:18pt;color:#1F3864;text-align:center;margin:0 0 3pt"],
  subtitle: ["p", "font-size:9pt;color:#5F6670;text-align:center;margin:0 0 2pt"],
  heading: ["h2", "font-size:12pt;color:#1F3864;margin:10pt 0 4pt"],
  body: ["p", "font-size:10.5pt;margin:6pt 0 3pt"],
  note: ["p", "font-size:8.5pt;color:#5F6670;margin:4pt 0 0"],
  signature: ["p", "font-size:10.5pt;margin:14pt 0 0"]
};
/** What a cell's text begins with that a sheet into which it is pasted would take for a formula. */
const FORMULA = /^[=+@]|^-(?!\d)/;

/** Blocks of a document as what a program pastes: Word and WPS make real tables of them, with their heads repeated on every page. */
export function blocksHtml(blocks: readonly WrittenBlock[], language: WrittenDocument["language"]): string {
  return `<html lang="${language === "zh" ? "zh-CN" : "en"}"><head><meta charset="utf-8"></head><body style="${escapeXml(FACE)}">${blocks.map((block) => (block.kind === "table" ? tableHtml(block) : paragraphHtml(block))).join("")}</body></html>`;
}

/** The same as plain text: a line a paragraph, the cells of a row apart by tabs. */
export function blocksText(blocks: readonly WrittenBlock[]): string {
  const line = (texts: readonly string[]): string => texts.map((text) => text.replace(/[\t\r\n]+/g, " ")).join("\t");
  return blocks.flatMap((block) => (block.kind === "table"
    ? [line(block.head), ...block.rows.map((cells) => line(cells.flatMap(({ lines, span = 1 }) => [guarded(lines.map(textOf).join(" ")), ...Array.from({ length: span - 1 }, () => "")])))]
    : [textOf(block.runs)])).join("\n");
}

function paragraphHtml({ style, runs }: WrittenParagraph): string {
  const [tag, look] = LOOKS[style];
  return `<${tag} style="${look}">${runs.map(runHtml).join("")}</${tag}>`;
}

function tableHtml({ widths, head, rows }: WrittenTable): string {
  const cells = head.map((text, column) => `<th style="${BORDER};background:#E6ECF4;color:#1F3864;font-size:9pt;padding:2pt 4pt;width:${widths[column]!}mm">${escapeXml(text)}</th>`);
  return `<table style="border-collapse:collapse;${BORDER}" cellspacing="0"><thead><tr>${cells.join("")}</tr></thead><tbody>${rows.map((row) => `<tr>${row.map(cellHtml).join("")}</tr>`).join("")}</tbody></table>`;
}

function cellHtml({ lines, align = "left", span = 1 }: WrittenTableCell): string {
  return `<td${span > 1 ? ` colspan="${span}"` : ""} style="${BORDER};font-size:9pt;padding:2pt 4pt;text-align:${align};mso-number-format:'\\@'">${lines.map((runs) => runs.map(runHtml).join("")).join("<br>")}</td>`;
}

function runHtml({ text, bold, color }: WrittenRun): string {
  const inner = bold ? `<b>${escapeXml(text)}</b>` : escapeXml(text);
  return color ? `<span style="color:#${color}">${inner}</span>` : inner;
}

function textOf(runs: readonly WrittenRun[]): string {
  return runs.map(({ text }) => text).join("");
}

/** A text of the workbook stays one when the lines are pasted into a sheet. */
function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
