export { shownNames } from "./names";
export { comparisonRow, doublesOf, findDuplicates, namesOfDoubles, type ComparisonRow, type Double, type Duplicate, type State } from "./rows";
export { COMPARISON_MARKER, comparisonSheets } from "./sheets";
