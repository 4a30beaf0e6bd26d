export { ExcelHost } from "./excel-host";
export { connectToExcel, type OfficeFacts } from "./office";
export { ExcelProblem } from "./problem";
