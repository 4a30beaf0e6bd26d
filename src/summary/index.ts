export { SUMMARY_MARKER } from "./marker";
export { summaryState, type SummaryState } from "./state";
export { SUMMARY_SHEET_NAME, summaryPlan, summarySheet, type SummaryOptions } from "./summary-sheet";
export { countFindings, coverageText, periodText, splitNotes, stationText } from "./words";
