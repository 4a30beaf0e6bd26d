export * from "./address";
export * from "./workbook";
export * from "./host";
export * from "./sheet-description";
export * from "./own-sheet";
