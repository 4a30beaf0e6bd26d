export { ExcelHost } from "./excel-host";
export { connectToExcel, type OfficeFacts } from "./office";
export { ExcelProblem } from "./problem";
export { workbookFrom } from "../snapshot/workbook-from";
export type { ReadContent } from "./read/read-content";
export type { ReadOptions } from "./read/work";
