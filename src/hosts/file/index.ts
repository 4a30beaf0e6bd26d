export { readWorkbook } from "./read/read";
export { editWorkbook, hasMarkedSheet, type EditResult, type PackageEdit } from "./edit";
export { FileHost } from "./host";
export { newWorkbook } from "./new-workbook";
export { ZipArchive } from "./package/zip-archive";
