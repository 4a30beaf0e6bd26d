export { SUMMARY_MARKER, SUMMARY_SHEET_NAME, summarySheet } from "./summary-sheet";
export { countFindings, coverageText, percentText, periodText, splitNotes, stationText } from "./words";
