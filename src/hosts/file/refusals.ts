/** Why a fix was not applied to a file: what the user reads, for each case. */
export const REFUSALS = {
  "no-sheet": "找不到这张工作表，可能已改名或删除。",
  "bad-cell": "这不是单元格地址。",
  "bad-content": "修正的内容不能写入单元格。",
  changed: "单元格内容已改动，与核查时不同。",
  array: "单元格属于数组公式或模拟运算表，不能单独改动。",
  merged: "单元格被合并区域盖住，没有自己的内容。",
  protected: "工作表受保护，单元格已锁定。请先在 Excel 中撤消保护。"
} as const;

export type Refusal = keyof typeof REFUSALS;
