import { cellName, isError, keyToRowColumn, rectName, type ErrorValue, type Visibility } from "../../src/workbook";
import type { Draft } from "../generator/draft";
import { formulaText } from "../generator/expression";
import { escapeXml } from "../../src/hosts/file/package/xml-write";
import { makePackage, STYLES, type SheetSource } from "../../src/hosts/file/testing/make-package";

/** A cell as it is written into the file. */
export interface BookCell {
  readonly v?: number | string | boolean | ErrorValue | null;
  /** With its leading "=". */
  readonly f?: string;
  /** The number format; General where there is none. */
  readonly z?: string;
  /** Content of the `c` element as it stands, with its type: for what no program writes. */
  readonly raw?: { readonly t?: string; readonly xml: string };
}

export interface BookSheet {
  name: string;
  visibility: Visibility;
  /** By "A1". */
  cells: Record<string, BookCell>;
  merges: string[];
  hiddenRows: number[];
  hiddenColumns: number[];
  protected?: boolean;
}

/** A workbook as plain data: what mutations change, what the minimiser cuts down, and what a kept case holds. */
export interface Book {
  sheets: BookSheet[];
  names: { name: string; formula: string; sheet: number | null }[];
  calculation: "automatic" | "manual";
  date1904: boolean;
  /** Texts in sharedStrings.xml instead of in the cells. */
  sharedStrings: boolean;
  /** Formulas carry no stored value. */
  withoutValues: boolean;
}

/** The same workbook as plain data. */
export function bookOf(draft: Draft): Book {
  return {
    sheets: draft.sheets.map((sheet) => ({
      name: sheet.name,
      visibility: sheet.visibility,
      cells: Object.fromEntries([...sheet.cells].sort(([a], [b]) => a - b).map(([key, cell]) => {
        const { row, column } = keyToRowColumn(key);
        return [cellName(row, column), {
          ...(cell.value === null ? {} : { v: cell.value }),
          ...(cell.formula ? { f: formulaText(cell.formula, sheet.name) } : {}),
          ...(cell.format === "General" ? {} : { z: cell.format })
        }];
      })),
      merges: sheet.merges.map(rectName),
      hiddenRows: [...sheet.hiddenRows],
      hiddenColumns: [...sheet.hiddenColumns]
    })),
    names: draft.names.map(({ name, formula }) => ({ name, formula, sheet: null })),
    calculation: draft.calculation,
    date1904: false,
    sharedStrings: false,
    withoutValues: false
  };
}

/** Parts that are none of our business: they must come out of every edit as they went in. */
const FOREIGN: Readonly<Record<string, string | Uint8Array>> = {
  "docProps/custom.xml": "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\"/>",
  "xl/media/image1.png": Uint8Array.from({ length: 300 }, (_, i) => (i * 131) & 255),
  "customXml/item1.xml": "<other xmlns=\"urn:somebody-else\">x</other>",
  "xl/printerSettings/printerSettings1.bin": Uint8Array.from({ length: 64 }, (_, i) => i)
};

/** The bytes of the workbook as an .xlsx package, with some parts of strangers. */
export function packBook(book: Book): Uint8Array {
  const formats: string[] = ["General"];
  const strings: string[] = [];
  const sheets = book.sheets.map((sheet): SheetSource => ({
    name: attribute(sheet.name),
    state: sheet.visibility === "visible" ? undefined : sheet.visibility,
    before: columnsXml(sheet.hiddenColumns),
    data: rowsXml(sheet, book, formats, strings),
    after: (sheet.protected ? '<sheetProtection sheet="1"/>' : "") + (sheet.merges.length ? `<mergeCells>${sheet.merges.map((ref) => `<mergeCell ref="${attribute(ref)}"/>`).join("")}</mergeCells>` : "")
  }));
  const names = book.names.map(({ name, formula, sheet }) =>
    `<definedName name="${attribute(name)}"${sheet === null ? "" : ` localSheetId="${sheet}"`}>${content(formula.replace(/^=/, ""))}</definedName>`);
  return makePackage({
    sheets,
    strings: book.sharedStrings ? strings.map((text) => `<si><t xml:space="preserve">${content(text)}</t></si>`).join("") : undefined,
    styles: stylesXml(formats),
    workbookBefore: `<workbookPr${book.date1904 ? ' date1904="1"' : ""}/>`,
    workbookAfter: (names.length ? `<definedNames>${names.join("")}</definedNames>` : "") + `<calcPr${book.calculation === "manual" ? ' calcMode="manual"' : ""}/>`,
    extra: FOREIGN,
    contentTypes: '<Default Extension="png" ContentType="image/png"/><Default Extension="bin" ContentType="application/octet-stream"/>'
  });
}

function columnsXml(hidden: readonly number[]): string {
  if (hidden.length === 0) return "";
  return `<cols>${[...hidden].sort((a, b) => a - b).map((column) => `<col min="${column}" max="${column}" width="9" hidden="1" customWidth="1"/>`).join("")}</cols>`;
}

function rowsXml(sheet: BookSheet, book: Book, formats: string[], strings: string[]): string {
  const rows = new Map<number, { column: number; xml: string }[]>(sheet.hiddenRows.map((row) => [row, []]));
  for (const [ref, cell] of Object.entries(sheet.cells)) {
    const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(ref)!;
    const row = Number(digits);
    const column = [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    const list = rows.get(row) ?? rows.set(row, []).get(row)!;
    list.push({ column, xml: cellXml(ref, cell, book, formats, strings) });
  }
  const hidden = new Set(sheet.hiddenRows);
  return [...rows].sort(([a], [b]) => a - b).map(([row, cells]) =>
    `<row r="${row}"${hidden.has(row) ? ' hidden="1"' : ""}>${cells.sort((a, b) => a.column - b.column).map(({ xml }) => xml).join("")}</row>`).join("");
}

function cellXml(ref: string, { v = null, f, z = "General", raw }: BookCell, book: Book, formats: string[], strings: string[]): string {
  const style = indexIn(formats, z);
  const start = `<c r="${ref}"${style ? ` s="${style}"` : ""}`;
  if (raw) return `${start}${raw.t === undefined ? "" : ` t="${attribute(raw.t)}"`}>${raw.xml}</c>`;
  const formula = f === undefined ? "" : `<f>${content(f.slice(1))}</f>`;
  if (v === null || (formula && book.withoutValues)) return `${start}>${formula}</c>`;
  if (isError(v)) return `${start} t="e">${formula}<v>${v.error}</v></c>`;
  if (typeof v === "boolean") return `${start} t="b">${formula}<v>${v ? 1 : 0}</v></c>`;
  if (typeof v === "number") return `${start}>${formula}<v>${v}</v></c>`;
  if (formula) return `${start} t="str">${formula}<v>${content(v)}</v></c>`;
  return book.sharedStrings
    ? `${start} t="s"><v>${indexIn(strings, v)}</v></c>`
    : `${start} t="inlineStr"><is><t xml:space="preserve">${content(v)}</t></is></c>`;
}

function indexIn(list: string[], text: string): number {
  const known = list.indexOf(text);
  return known >= 0 ? known : list.push(text) - 1;
}

function stylesXml(formats: readonly string[]): string {
  const own = formats.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${attribute(code)}"/>`);
  const xfs = formats.map((_, index) => `<xf numFmtId="${index === 0 ? 0 : 200 + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`);
  return `<numFmts count="${own.length}">${own.join("")}</numFmts>` + STYLES.replace(/<cellXfs.*<\/cellXfs>/, `<cellXfs count="${xfs.length}">${xfs.join("")}</cellXfs>`);
}

/** Text as Excel writes it: what XML cannot hold becomes _xHHHH_, and half of a surrogate pair is lost. */
function content(text: string): string {
  const guarded = text.replace(/_x(?=[0-9A-Fa-f]{4}_)/g, "_x005F_x")
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (ch) => `_x${ch.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
  return escapeXml(wellFormed(guarded));
}

function attribute(text: string): string {
  return escapeXml(wellFormed(text).replace(/[\u0000-\u001f\ufffe\uffff]/g, " "));
}

function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
}
