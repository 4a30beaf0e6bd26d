import type { Evaluation } from "../evaluation/types";
import type { Settings } from "../settings";
import type { Tables } from "../tables/tables";
import type { Triple } from "../tables/indicators/types";
import type { CellAddress, Workbook } from "../workbook";

/** What a check of tables found, as far as sentences are held against it: the report's own tables, or the workbook beside it. */
export interface Source {
  /** null for the tables of the report itself. */
  readonly file: string | null;
  readonly workbook: Workbook;
  readonly tables: Tables;
  readonly evaluation: Evaluation;
  readonly settings: Settings;
  /** Every indicator of the tables with its area; null for the whole station, of which the most authoritative stands first. */
  readonly indicators: readonly { readonly area: string | null; readonly triple: Triple }[];
  /** What a cell should hold once every wrong cell is put right; undefined where nothing is known of it. */
  idealOf(at: CellAddress): number | undefined;
}
