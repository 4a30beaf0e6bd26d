export type * from "./finding";
export * from "./make";
