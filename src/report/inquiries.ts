import type { Language } from "../messages";
import { writeSettingsXml, type SettingsInput, type StoredSettings } from "../settings";
import { keyToRowColumn, rectName, type Workbook } from "../workbook";
import { describeTable } from "./describe";
import { checkWorkbook } from "./index";
import type { TableDescription, TableWish, WorkbookReport } from "./types";

/** What a face asks of a workbook beside its check. */
export type Inquiry =
  | { readonly kind: "describe"; readonly wish: TableWish }
  | { readonly kind: "preview"; readonly stored: StoredSettings }
  | { readonly kind: "sheets" };

export interface Answers {
  /** How a region is read, or would be as what the user says it is. */
  describe: TableDescription;
  /** What a check would say if the workbook kept this; nothing is kept. */
  preview: WorkbookReport;
  /** The visible sheets that hold something, each with the range of all its cells. */
  sheets: readonly TableWish[];
}

export interface InquiryOptions {
  readonly fileName: string;
  readonly language: Language;
  /** Settings from outside the workbook, which win over those that it keeps. */
  readonly settings?: SettingsInput;
}

export function answerTo<I extends Inquiry>(workbook: Workbook, inquiry: I, options: InquiryOptions): Answers[I["kind"]];
export function answerTo(workbook: Workbook, inquiry: Inquiry, options: InquiryOptions): Answers[Inquiry["kind"]] {
  switch (inquiry.kind) {
    case "describe": return describeTable(workbook, inquiry.wish, options);
    case "preview": return checkWorkbook({ ...workbook, settingsXml: writeSettingsXml(inquiry.stored) }, options);
    case "sheets": return filledSheets(workbook);
  }
}

function filledSheets({ sheets }: Workbook): TableWish[] {
  return sheets.filter(({ visibility, cells, marker }) => visibility === "visible" && marker === null && cells.size > 0).map(({ name, cells }) => {
    const rect = { top: Infinity, left: Infinity, bottom: 0, right: 0 };
    for (const key of cells.keys()) {
      const { row, column } = keyToRowColumn(key);
      Object.assign(rect, { top: Math.min(rect.top, row), left: Math.min(rect.left, column), bottom: Math.max(rect.bottom, row), right: Math.max(rect.right, column) });
    }
    return { sheet: name, range: rectName(rect) };
  });
}
