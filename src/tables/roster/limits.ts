/** How far apart things may stand that belong to one roster, each with its reason. */

/** A title, the agreement, the period and some blank lines stand between the top of a roster's lines and its heads. */
export const ROWS_OF_TITLES = 6;
/** 应到人次 stands in one of the lines just above the heads or just under the table. */
export const ROWS_OF_REMARKS = 6;
/** The lines of one page's title may stand between it and the heads that are repeated there. */
export const ROWS_FROM_TITLE_TO_HEADS = 6;
/** A group's second bottom row, a page break and its title may stand before the next group's first person. */
export const ROWS_BETWEEN_GROUPS = 8;
/** The heads of names stand beside those of the months or, over two or three rows of heads, up to so many rows lower. */
export const ROWS_OF_HEADS = 2;
/** What the columns hold is told by so many rows: more persons than a station has, and all of a long list needs not be read twice. */
export const ROWS_SAMPLED = 60;
/** A mark has few characters: 未入职, FALSE, 请假半天. A remark has more. */
export const LONGEST_MARK = 6;
