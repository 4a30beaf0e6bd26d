export * from "./address";
export * from "./workbook";
export * from "./host";
export * from "./own-sheet";
