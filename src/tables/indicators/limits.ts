/** How far apart things may stand that belong to one indicator table, each with its reason; `npm run thresholds` says which workbooks need each of them. */

/** Two indicators at least must differ … */
export const FEWEST_APART = 2;
/** … and more than a third of the numbers, before two tables are taken to speak of different things. */
export const LARGEST_SHARE_APART = 1 / 3;
/** A longer text above a small table is a sentence, not the name of an indicator. */
export const LONGEST_CAPTION = 40;
/** How many wholly empty rows may stand inside a block before it ends. */
export const EMPTY_ROWS = 3;
/** How many columns with other heads (单位, 备注) may stand between the heads of one triple. */
export const OTHERS_IN_A_TRIPLE = 2;
/** So many rows under the heads tell which target a rate is of. */
export const ROWS_FOR_TARGETS = 40;
/** More rows of heads has no table. */
export const MOST_HEAD_ROWS = 5;
/** An empty column within the labels, at most. */
export const EMPTY_LABEL_COLUMNS = 1;
/** The name of an area or an indicator is no longer … */
export const LONGEST_NAME = 40;
/** … and a row's label, with its unit and remark, not than that. */
export const LONGEST_LABEL = 60;
/** Blank rows inside a proven table. */
export const BLANK_ROWS_OF_A_BLOCK = 4;
/** A longer text beside no number is a note. */
export const LONGEST_UNFILLED = 20;
/** A sum is believed without its label's word when it holds in so much of the columns that have a number there. */
export const SHARE_OF_COLUMNS_ADDED = 0.6;
/** A sum along one line only is believed from two lines across on, or by its formula where it adds up other sheets. */
export const FEWEST_LINES = 2;
/** So many cells of a line with formulas … */
export const FEWEST_RATES = 2;
/** … or so many by their values alone, before a table without a word of the domain is one. */
export const FEWEST_RATES_BY_VALUE = 3;
/** So many blank rows may lie between the heads and the first number … */
export const BLANK_BELOW_HEADS = 3;
/** … and so many rows that no rate was proven in. */
export const ROWS_BELOW_HEADS = 40;
/** What is computed farther aside is for other formulas to read, no column of the table. */
export const WIDEST_STRIP = 40;
/** Farther apart two strips are two tables. */
export const GAP_BETWEEN_STRIPS = 8;
