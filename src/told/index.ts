export * from "./types";
export { contradictionIn, isMarkRole, stripsOf, type Strip } from "./consistency";
export type { Fit, FittedColumn } from "./fit";
export { matchTold } from "./match";
export { columnKey, headKey, shapeOf, textAt as toldTextAt } from "./sheet";
export { toldColumns, toldTable } from "./tell";
