export { shownNames } from "./names";
export { comparisonRow, doublesOf, findDuplicates, type ComparisonRow, type Double, type Duplicate, type State } from "./rows";
export { COMPARISON_MARKER, comparisonSheets } from "./sheets";
