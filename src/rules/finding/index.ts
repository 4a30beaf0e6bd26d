export type { Consequence, Finding, RelatedCell, Severity } from "./finding";
export * from "./make";
