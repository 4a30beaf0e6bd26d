/** What evidence is weighed with and how far it looks, each with its reason; `npm run thresholds` says which workbooks need each of them. */

/** How far above (or left of) a cell its head is looked for. */
export const HEAD_REACH = 60;
/** Longer numbers are ids, telephones, accounts: adding anything to them changes nothing. */
export const LARGEST_NUMBER = 1e11;
/** A line keeps so many shapes of its own … */
export const OWN_SHAPES = 12;
/** … and is tried with so many that are common on the sheet. */
export const COMMON_SHAPES = 6;
/** What one line may say for a shape elsewhere … */
export const MOST_OF_A_LINE = 14;
/** … all lines together … */
export const MOST_OF_OTHERS = 40;
/** … and how much of that counts. */
export const SHARE_OF_OTHERS = 0.4;
/** "/" over "/" speaks for a shape, so many times. */
export const MOST_NONES = 3;
/** What a formula that says just this is worth. */
export const FORMULA = 12;
/** What a formula that divides other cells costs. */
export const AGAINST = 3;
/** A match rarer than this counts as informative: 100%, 50%, 0% do not. */
export const INFORMATIVE = 1 / 50;
/** No total of a table has so many parts written out, nor a rate so many guards; deeper trees would exhaust the stack. */
export const DEEPEST_FORMULA = 400;
/** A table for people has no more cells; what is on such a sheet is found by words alone. */
export const MOST_CELLS = 30_000;
/** What a head adds to (or takes from) a shape's score by the small lexicon. */
export const HEAD_WORD = 3;
/** What heads that proved their roles elsewhere add, at most. */
export const HEAD_PROVEN_ELSEWHERE = 8;
/** Longer columns are data, not a station's table: only formulas speak there. */
export const LONGEST_CROSS = 400;
/** Sums on sheets with more cells are told by formulas alone. */
export const MOST_CELLS_TO_ADD = 6_000;
/** Sums of sums become visible once the sums are known; three rounds reach 小计, 合计, 总计. */
export const ROUNDS_OF_SUMS = 3;
/** What a line may gain by its name or shape, at most. */
export const LINE_KNOWN = 8;
/** Columns so near to the voters belong to the same line (投入社工人数 before the groups). */
export const BESIDE_VOTERS = 2;
/** What a label that says so adds: one witness among others, as a head's word is. */
export const TOTAL_WORD = 3;
/** Over more tallies than that a sheet is no table; what is left is formulas. */
export const MOST_TALLIES = 20_000;
/** How far apart two rates of one line may stand: two other cells between them. */
export const GAP_BETWEEN_RATES = 3;
/** So many different values of a line are tried for what they could be quotients of. */
export const VALUES_SAMPLED = 24;
/** More rates than that on one sheet are data, no table for people. */
export const MOST_RATES = 2000;
/** A plain ratio without a percent sign and a word of rates is hardly larger: twice what was agreed. */
export const LARGEST_RATIO = 2;
/** 68.24 for 68.24%: a number below this is more likely a plain fraction … */
export const LEAST_PERCENTAGE = 1.5;
/** … and one above it no percentage of an indicator. */
export const MOST_PERCENTAGE = 1000;
/** A reference over more cells names data, not the parts of a table's sum. */
export const MOST_CELLS_OF_A_REFERENCE = 1000;
/** So far above a structured reference its column's head is looked for. */
export const TABLE_HEAD_REACH = 400;
/** How far beyond the last rate of a line cells that show no rate may belong to it. */
export const BEYOND_LAST_RATE = 4;
/** Shapes of so many lines are looked for among "/" cells. */
export const SHAPES_FOR_NONES = 8;
/** How many columns (of a line down) away done and target may stand when only values tell … */
export const REACH = 20;
/** … and how many rows (of a line across). */
export const REACH_ACROSS = 8;
/** A sum of more cells is no done or target. */
export const MOST_TERMS = 60;
/** A fixed cell counts as that far away: many could have been meant … */
export const FIXED_SPAN = 8;
/** … and no cell as farther than that. */
export const WIDEST_SPAN = 60;
/** A number that so many pairs give says nothing. */
export const MOST_PAIRS = 40;
/** Fewer numbers prove no sheet's sum … */
export const FEWEST_OF_A_SHEET = 3;
/** … and more are data. */
export const MOST_OF_A_SHEET = 5000;
/** More sheets are no areas of one station. */
export const MOST_SHEETS = 60;
/** How much of a sheet's numbers must stand at the same places on a part … */
export const SAME_PLACES = 0.8;
/** … and how much bigger a part may be. */
export const BIGGER_PART = 1.25;
/** Matches of a sheet's sum for each miss. */
export const MATCHES_A_MISS = 6;
/** A deviating cell of a proven line is a little less certain than one that agrees. */
export const DEVIANT = 5;
/** Typed numbers so large are often rounded one by one. */
export const ROUNDED_FROM = 10_000;
/** A sum of more parts is no table's total. */
export const LONGEST_SUM = 80;
/** So many blank lines may lie between two parts. */
export const BLANKS_BETWEEN_PARTS = 4;
/** Of every second to eighth cell (bands side by side, metrics as rows) so many are added at most. */
export const LONGEST_STRIDE = 30;
/** In longer crosses strides fit by accident. */
export const MOST_FOR_STRIDES = 120;
/** What is worth less starts no sum; a sum that others start counts it all the same. */
export const LEAST_WORTH = 0.6;
/** How many ways a stride could be chosen. */
export const STRIDE_CHOICES = 4;
/** Lines that share that part of their rows … */
export const SHARED_ROWS = 0.6;
/** … so many columns apart at most, are one table. */
export const WIDEST_GAP = 6;
/** Metrics as rows: so many rows between two bands. */
export const WIDEST_GAP_ACROSS = 3;
/** Witnesses for each cell that deviates. */
export const WITNESSES_TO_ACCUSE = 3;
/** Other lines of the shape without a failure count as so many witnesses. */
export const SISTERS = 3;
/** Misses that a line may have without being a misreading: this many … */
export const MISSES = 2;
/** … and one for so many witnesses. */
export const WITNESSES_A_MISS = 10;
/** What proves a total so far that its line may accuse. */
export const TOTAL_SUPPORT = 20;
/** A longer text is a sentence and proposes no role. */
export const LONGEST_HEAD = 14;
/** Such a text merged over more columns than that, from the first of the sheet on, is a note or a title. */
export const NOTE_COLUMNS = 3;
