export * from "./address";
export * from "./workbook";
export * from "./cell-ids";
export * from "./content";
export * from "./host";
export * from "./sheet-description";
export * from "./own-sheet";
export * from "./kept-sheets";
