/** The hidden marks of our own sheets: 核查汇总, and 核查明细 beside it. */
export const SUMMARY_MARKER = "hebiao-summary";
export const DETAILS_MARKER = "hebiao-details";
