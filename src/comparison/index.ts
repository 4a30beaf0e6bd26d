export { shownNames } from "./names";
export { comparisonRow, doublesOf, findDuplicates, namesOfDoubles, vetoesText, type ComparisonRow, type Double, type Duplicate, type State } from "./rows";
export { acrossStations, type AcrossQuestion, type Submission } from "./across";
export { comparisonSheets } from "./sheets";
export { COMPARISON_MARKER } from "./table-sheet";
export { FIGURES, SHOWN_FIGURES, type FigureKey } from "./columns";
export { withoutWorkbook } from "./agreement-sheet";
