export { SUMMARY_MARKER, SUMMARY_SHEET_NAME, summaryPlan, summarySheet, type SummaryOptions } from "./summary-sheet";
export { countFindings, coverageText, periodText, splitNotes, stationText } from "./words";
