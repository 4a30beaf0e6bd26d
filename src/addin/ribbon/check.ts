/** What the button needs once the workbook is being read; the page of the commands is there before it. */
export { workbookFrom } from "../../hosts/snapshot/workbook-from";
export { checkWorkbook } from "../../report";
export { summaryPlans } from "../../summary";
