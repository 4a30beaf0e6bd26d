/** What is loaded when a sample is to be written: one chunk. */
export { newWorkbook } from "../../hosts/file/write/new-workbook";
