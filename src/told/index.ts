export * from "./types";
export { contradictionIn, isMarkRole, stripsOf, type Strip } from "./consistency";
