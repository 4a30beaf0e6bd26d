export { comparisonRow, findDuplicates, type ComparisonRow, type Duplicate, type State } from "./rows";
export { COMPARISON_MARKER, comparisonSheets } from "./sheets";
