export { comparisonRow, findDuplicates, type ComparisonRow, type Duplicate, type State } from "./rows";
export { comparisonSheets } from "./sheets";
