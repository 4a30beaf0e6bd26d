/** What the pane says before there is a result: start, work, failure. */
export const paneStart = {
  "pane-begin": ["开始核查", "Start"],
  "pane-begin-what": ["核对指标表、到岗表和评分表里的数字与公式，指出错在哪一格、应是多少。",
    "Proves the numbers and formulas of indicator, attendance and score tables, and names each wrong cell."],
  "pane-begin-workbook": ["将核查这个工作簿", "This workbook will be checked"],
  "pane-begin-unsaved": ["（还没有保存的新工作簿）", "(a new workbook, not yet saved)"],
  "pane-intro-title": ["第一次使用？", "New here?"],
  "pane-intro-read": ["按「开始核查」后，先自动认出各张表，再逐格核对；核查只读，不改任何内容。",
    "Start finds the tables by itself and proves them cell by cell. Checking only reads."],
  "pane-intro-mend": ["点一条问题就转到那一格；要改的，先看改前改后再确定，改后可撤销。",
    "Choose a finding to go to its cell. You see each change before it is made, and can undo it."],
  "pane-intro-private": ["数据不离开这台电脑。", "Nothing leaves this computer."],
  "pane-intro-done": ["知道了", "Got it"],
  "pane-sample": ["打开示例", "Open the sample"],
  "pane-sample-opened": ["示例已在新窗口打开，请在那个窗口里打开核表。", "The sample is open in a new window; open the pane there."],
  "pane-sample-unsupported": ["这个 Excel 不能由插件打开新工作簿。示例是安装文件夹里的 {file}，请用“文件 › 打开”打开它。",
    "This Excel cannot open a workbook for an add-in. The sample is {file} in the folder of the add-in; open it with File › Open."],
  "pane-retry": ["再试一次", "Try again"],
  "pane-share": ["{percent}%", "{percent}%"],
  "pane-blocked-title": ["没有连上 Excel", "Excel did not answer"],
  "pane-blocked": ["Office.js 没有加载（可能被网络拦截）。可以先在这里选择工作簿文件核查，查完下载改好的副本；连上后会自动转回。",
    "Office.js was not loaded (the network may block it). You can choose the workbook file here and download the mended copy; once Excel answers, the pane returns."]
} as const satisfies Readonly<Record<string, readonly [string, string]>>;
