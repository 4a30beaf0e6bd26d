export { Evaluator, type Outcome } from "./evaluate";
export { moveFormula, relativeForm } from "./move";
export { parseFormula } from "./parse";
export { readsOf, type FormulaReads, type ReadRange } from "./reads";
export { shapeOf } from "./shape";
export { criterionOf } from "./criteria";
export type { AreaNode, Node, Reason } from "./values";
export { completeValues, findStaleValues, type Region, type StaleCell } from "./recalculate";
