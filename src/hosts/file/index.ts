export { readWorkbook } from "./read/read";
export { editWorkbook, hasMarkedSheet, type EditResult, type PackageEdit } from "./write/edit";
export { writtenExtension } from "./write/extension";
export { newWorkbook } from "./write/new-workbook";
export { ZipArchive } from "./package/zip-archive";
