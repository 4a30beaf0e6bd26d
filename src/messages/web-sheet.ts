/** The view of the sheets beside the pane. */
export const webSheet = {
  "view-sheets": ["工作表", "Sheets"],
  "view-cells": ["{sheet} 的单元格", "Cells of {sheet}"],
  "view-row-numbers": ["行号", "Row numbers"],
  "view-address": ["所选单元格", "Selected cell"],
  "view-formula": ["单元格内容", "Content of the cell"],
  "view-shows": ["显示 {text}", "shows {text}"],
  "view-sheet": ["{sheet}", "{sheet}"],
  "view-blank": ["空白单元格", "Blank cell"],
  "view-sheet-hidden": ["{sheet}（隐藏的工作表）", "{sheet} (hidden sheet)"],
  "view-sheet-own": ["{sheet}（本工具写的汇总）", "{sheet} (our summary)"],
  "view-sheet-counts": ["错误 {error}，待核实 {warning}，供参考 {info}", "{error#error}, {warning} to check, {info} for information"],
  "view-rows-hidden": ["第 {first} 至 {last} 行已隐藏", "Rows {first} to {last} are hidden"],
  "view-row-hidden": ["第 {first} 行已隐藏", "Row {first} is hidden"],
  "view-columns-hidden": ["{first} 至 {last} 列已隐藏", "Columns {first} to {last} are hidden"],
  "view-column-hidden": ["{first} 列已隐藏", "Column {first} is hidden"],
  "view-show-hidden": ["显示隐藏的行列", "Show hidden"],
  "view-more": ["这一格另有 {count} 个问题", "{count#more finding} in this cell"],
  "view-reading": ["正在读取工作簿 …", "Reading the workbook …"]
} as const satisfies Readonly<Record<string, readonly [string, string]>>;
