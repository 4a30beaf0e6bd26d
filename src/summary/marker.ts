/** The hidden mark of our own sheet. */
export const SUMMARY_MARKER = "hebiao-summary";
