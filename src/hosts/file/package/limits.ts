/**
 * Bounds on what is read from a file that nobody vouches for. Each is far above any workbook that
 * a person made, and low enough that a hostile one is refused before it fills the memory.
 */

/** One inflated part of the package. A sheet of 5 million cells takes about 250 MB. */
export const MAX_PART_BYTES = 384 * 1024 * 1024;
/** One inflated part of an .xlsb, whose cells take a quarter of the bytes; that of its texts may be as long as half of one of XML. */
export const MAX_BINARY_PART_BYTES = 48 * 1024 * 1024;
export const MAX_BINARY_TEXT_BYTES = 192 * 1024 * 1024;
/** All inflated parts of one package together. */
export const MAX_TOTAL_BYTES = 768 * 1024 * 1024;
/** Entries in the zip directory. */
export const MAX_ENTRIES = 65_536;
/** Cells with a value or a formula, over all sheets. Each takes about 120 bytes. */
export const MAX_CELLS = 6_000_000;
/** Strings in the shared table, items in the style tables. */
export const MAX_ITEMS = 6_000_000;
/** Characters of all shared formulas once expanded: a long master with a million dependants is a bomb. */
export const MAX_SHARED_FORMULA_CHARACTERS = 512 * 1024 * 1024;
/** Rows touched by all merged areas of a sheet, counted once an area. */
export const MAX_MERGED_ROWS = 2_000_000;
/** Columns that elements hide, counted once an element: elements never overlap in a sheet of Excel's. */
export const MAX_HIDDEN_COLUMNS = 65_536;
/** Elements open at one time. */
export const MAX_XML_DEPTH = 256;
/** The text of a Word file, and its elements, each of which takes about 300 bytes while it is read. A report of 100 pages has a tenth of it. */
export const MAX_DOCUMENT_BYTES = 64 * 1024 * 1024;
export const MAX_DOCUMENT_ELEMENTS = 2_000_000;
