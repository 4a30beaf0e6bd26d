export { DETAILS_SHEET_NAME, detailsPlan, detailsSheet } from "./details-sheet";
export { DETAILS_MARKER, SUMMARY_MARKER } from "../workbook";
export { summaryPlans, type SummaryOptions } from "./plans";
export { summaryState, type SummaryState } from "./state";
export { SUMMARY_SHEET_NAME, summaryPlan, summarySheet } from "./summary-sheet";
export { countFindings, coverageText, periodText, splitNotes, stationText } from "./words";
