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
/** Numbers 7, 8, 9 in a row are months where so many follow each other under a head that says so; two may be anything. */
export const FEWEST_BARE_MONTHS = 3;
/** What stands over months and says that they are has few characters: 2024年各月到岗情况（月份）. */
export const LONGEST_BAND = 16;
/** A table that gathers rosters' months has so many. */
export const FEWEST_SUMMED_MONTHS = 3;
/** Rows below its months that are read. */
export const ROWS_OF_SUMMARIES = 20;
/** Names have few characters: 欧阳娜娜, 社工001, 阿依古丽·买买提. */
export const LONGEST_NAME = 12;
/** What is told of a person (number, name, position, certificate, contract, days …) takes so many columns at most on either side of the marks. */
export const COLUMNS_OF_LABELS = 15;
/** A sheet for people has few tables under months; a ledger has a date in every row. */
export const MOST_HEADS_TRIED = 40;
/** A station has dozens of persons; in longer lists numbers under months are something else. */
export const MOST_ROWS = 500;
/** So many formulas tell what all of them do: those of a row or column are alike. */
export const FORMULAS_READ = 40;
/** The share of a column's cells that must agree before its content says what it is … */
export const MOST_OF_A_COLUMN = 0.7;
/** … and where another column could be it as well. */
export const NEARLY_ALL = 0.8;
/** Fewer rows agree by chance. */
export const FEWEST_ROWS = 2;
/** The share of the numbers in a row that must count what stands above them. */
export const MOST_OF_A_ROW = 0.6;
/** Fewer numbers agree by chance. */
export const FEWEST_NUMBERS = 2;
/** More signs at once are no alphabet of marks that counts could prove. */
export const MOST_SIGNS = 5;
/** A day of joining and one of leaving take off half a month each. */
export const MOST_TAKEN_OFF = 1;
/** Up to so many equal marks are slips; more are the sheet's own sign. */
export const MOST_SLIPS = 5;
/** More kinds of signs are words and no alphabet of marks. */
export const MOST_KINDS = 8;
/** Persons of two parts that may bear the same name and still be others: as a share of the smaller part. */
export const FEW_IN_COMMON = 0.2;
/** Staff changes; half of the persons stay from one sheet to the next. */
export const SAME_STAFF = 0.5;
