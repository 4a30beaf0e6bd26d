/** How far apart things may stand that belong to one score table, each with its reason; `npm run thresholds` says which workbooks need each of them. */

/** Names of an item stand in so many fields at most. */
export const MOST_NAMES = 4;
/** Items of one table have at most so many lines between them (areas, headings). */
export const GAP_BETWEEN_ITEMS = 6;
/** So many lines of heads. */
export const MOST_HEADS = 3;
/** A table has at most so many lines; one with more is a register. */
export const MOST_LINES = 120;
/** Empty lines inside a table. */
export const MOST_BLANKS = 3;
/** More columns (or rows of a table that lies) has no score table. */
export const MOST_FIELDS = 30;
/** What stands in the fields of names and is longer is a description. */
export const LONGEST_NAME = 30;
/** Whole percents are the coarsest that a rate is shown with. */
export const RATE_DECIMALS = 2;
/** A longer text is a report, which other rooms read. */
export const LONGEST_TEXT = 500;
