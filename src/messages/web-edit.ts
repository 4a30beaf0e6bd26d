/** Editing cells on the page. */
export const webEdit = {
  "edit-cell": ["{cell} 的内容", "Content of {cell}"],
  "edit-how": ["直接输入、双击或按 F2 修改；回车确定，Esc 取消", "Type, double-click or press F2 to change it; Enter keeps, Esc drops"],
  "edit-begin": ["修改这一格（F2）", "Change this cell (F2)"],
  "edit-accept": ["确定（回车）", "Keep (Enter)"],
  "edit-drop": ["取消（Esc）", "Drop (Esc)"],
  "edit-read-only": ["这种格式只能看，不能改。请在 WPS 或 Excel 里另存为 .xlsx，再放进来。", "A file of this kind can only be looked at. Save it as .xlsx and open that."],
  "edit-no-formula": ["{cell}：“{formula}”不是完整的公式，没有写入。请检查括号和引号。", "{cell}: “{formula}” is no complete formula and was not written. Look at brackets and quotation marks."],
  "edit-covered": ["{cell} 在合并单元格里，填了也看不见，没有写入。请填到合并区域左上角的格。", "{cell} lies under a merged cell: nobody would see it, so it was not written. Use the top left cell of the merged area."],
  "edit-outside-formula": ["{cell}：“{formula}”引用了别的工作簿，没有写入。", "{cell}: “{formula}” refers to another workbook and was not written."],
  "edit-more-refused": ["另有 {count} 格也没有写入。", "Not written either: {count} more."],
  "edit-too-many": ["粘贴的有 {count} 格，超过一次 {most} 格。请分几次粘贴，或在 WPS、Excel 里改。", "{count#cell} are more than the {most} that can be pasted at once. Paste them in parts, or change the file in WPS or Excel."],
  "edit-off-sheet": ["粘贴的内容超出了工作表的边。", "What was pasted reaches over the edge of the sheet."]
} as const satisfies Readonly<Record<string, readonly [string, string]>>;
