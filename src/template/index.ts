import type { SettingsInput } from "../settings";
import type { SheetDescription } from "../workbook";
import { CARD_WIDTHS, cardGrid } from "./card-sheet";
import type { Grid } from "./grid";
import { INDICATOR_WIDTHS, indicatorGrid } from "./indicator-sheet";
import { validateOptions, type TemplateOptions } from "./options";
import { RosterSheet } from "./roster-sheet";

export { defaultOptions, MAX_AREAS, MAX_HEADCOUNT, MAX_MONTHS, TemplateError, type TemplateField, type TemplateOptions } from "./options";

/**
 * The standard tables (新建标准表) for a station: 附件1-1, 附件1-2 and 附件2, empty, with right formulas, validations and
 * locked formula cells. Our own check finds nothing wrong in them, nor in what is properly filled in.
 * Throws a TemplateError for options that make no tables.
 */
export function templateSheets(options: TemplateOptions): SheetDescription[] {
  validateOptions(options);
  const roster = new RosterSheet(options);
  return [
    sheet("附件1-1", indicatorGrid(options), INDICATOR_WIDTHS, 1),
    ...(options.cards.length > 0 ? [sheet("附件1-2", cardGrid(options), CARD_WIDTHS, 1)] : []),
    sheet("附件2", roster.grid, roster.widths, 4)
  ];
}

/** What a check of the filled-in tables must know: kept in the workbook as its settings. */
export function templateSettings({ headcount, certifiedShare, period }: TemplateOptions): SettingsInput {
  return { headcount, certifiedShare, period };
}

function sheet(name: string, grid: Grid, columnWidths: readonly number[], frozenRows: number): SheetDescription {
  return {
    name, rows: grid.rows(), columnWidths, merges: grid.merges, frozenRows, marker: "", rowHeights: grid.rowHeights,
    validations: grid.validations, isProtected: true, print: { orientation: "landscape", titleRows: [1, frozenRows] }
  };
}
