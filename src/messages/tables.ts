/** The dialog of 新建标准表. */
export const tables = {
  "tables-new": ["新建标准表", "New standard tables"],
  "tables-what": [
    "生成一份空白工作簿：附件1-1、附件1-2 和附件2。公式、下拉选项和打印版式都已做好，只需填写有底色的格子。",
    "Makes an empty workbook with the standard tables. Formulas, lists and print layout are done; fill in the tinted cells."
  ],
  "tables-station": ["社工站名称", "Station"],
  "tables-station-hint": ["写进各表标题，例如：广州市甲街社工站", "Goes into the titles"],
  "tables-start": ["评估期开始", "Period from"],
  "tables-end": ["评估期结束", "to"],
  "tables-areas": ["服务片区", "Areas"],
  "tables-areas-hint": ["用顿号或逗号分开", "Commas between"],
  "tables-headcount": ["协议要求社工数", "Headcount"],
  "tables-certified": ["持证比例（%）", "Certified (%)"],
  "tables-cards": ["指标卡（协议另外约定的指标）", "Cards (further indicators)"],
  "tables-cards-hint": ["用顿号或逗号分开；没有就留空", "Commas between; may be empty"],
  "tables-make": ["新建", "Make"],
  "tables-made": ["已生成 {file}，在浏览器的下载里。填好后拖进来核查。", "{file} is among your browser's downloads. Fill it in and drop it here."],
  "tables-opened": ["标准表已在新窗口打开。", "The tables opened in a window of their own."],
  "tables-unsupported": ["这个 Excel 不能从窗格新建工作簿，请在网页版里新建标准表。", "This Excel makes no workbook from the pane; use the browser page."],
  "tables-file-name": ["标准表", "tables"]
} as const;
