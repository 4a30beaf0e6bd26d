export { Evaluator, type Outcome } from "./evaluate";
export { moveFormula, relativeForm } from "./move";
export { readsOf, type FormulaReads, type ReadRange } from "./reads";
export type { Reason } from "./values";
export { completeValues, findStaleValues, type Region, type StaleCell } from "./recalculate";
