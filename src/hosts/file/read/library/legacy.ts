import { strToU8, zipSync } from "fflate";
import type { CellObject, WorkBook, WorkSheet } from "@e965/xlsx";
import { cellKey, columnNumber, parseAreaName, parseRectName, Sheet, UNREADABLE_FORMULA, WorkbookError, type Cell, type Rect, type Scalar, type SheetLayout, type Workbook } from "../../../../workbook";
import { FileCell } from "../cells";
import { MAX_CELLS } from "../../package/limits";
import { NumberFormat } from "../../../../workbook/number-format";
import { externalLinksOf } from "../../../sheet/external-links";
import { withDefaultStyles } from "./default-styles";
import { markedFormat, withMarkedFormats } from "./data-styles";
import { plainText } from "./entities";
import { boundOldStream, type Scanned, type ScannedSheet } from "./bounds";
import { scanOds } from "./scan-ods";
import { scanXmlSpreadsheet } from "./scan-xml";
import { decodeText } from "../sniff";
import { errorValue } from "../values";
import type { ZipArchive } from "../../package/zip";

/** Reads the stream of an .xls of Excel 2 to 95. */
export async function readOldStream(stream: Uint8Array): Promise<Workbook> {
  const { namesOthers } = boundOldStream(stream);
  return convert(await parse((xlsx) => xlsx.read(stream, { ...OPTIONS, cellStyles: true, type: "buffer" })), null, (formula) => readable(formula, namesOthers));
}

/** Reads an .ods. Only what the library looks at is unpacked, and within our bounds, because it believes what the zip claims. */
export async function readOds(zip: ZipArchive): Promise<Workbook> {
  const content = zip.read("content.xml");
  if (!content) throw new WorkbookError("corrupt", "content.xml is missing");
  const scanned = scanOds(content);
  // By a manifest the library knows what it has before it, and it asks for styles.
  const manifest = strToU8('<manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>');
  const styles = zip.read("styles.xml");
  const safe = zipSync({ "META-INF/manifest.xml": manifest, "content.xml": marked(withDefaultStyles(content)), "styles.xml": styles ? marked(styles) : new Uint8Array() }, { level: 0 });
  return convert(await parse((xlsx) => xlsx.read(safe, { ...OPTIONS, cellText: true, type: "array" })), scanned);
}

function marked(xml: Uint8Array): Uint8Array {
  return strToU8(withMarkedFormats(new TextDecoder().decode(xml)));
}

/** Reads an Excel 2003 XML workbook. */
export async function readXmlSpreadsheet(bytes: Uint8Array): Promise<Workbook> {
  const text = decodeText(bytes);
  const scanned = scanXmlSpreadsheet(new TextEncoder().encode(text.replace(/^\ufeff?\s*<\?xml[^>]*\?>/, "")));
  return convert(await parse((xlsx) => xlsx.read(text, { ...OPTIONS, cellStyles: true, type: "string" })), scanned);
}

const OPTIONS = { cellFormula: true, cellNF: true, cellText: false, cellHTML: false, sheetStubs: false };

type Library = typeof import("@e965/xlsx");

async function parse(read: (xlsx: Library) => WorkBook): Promise<WorkBook> {
  const xlsx = await import("@e965/xlsx");
  try {
    return read(xlsx);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (/password|encrypt|AlgID/i.test(message)) throw new WorkbookError("encrypted", message);
    throw new WorkbookError("corrupt", message);
  }
}

/** Makes a formula of what the library gives for one, without its "=". */
type ReadFormula = (given: string) => string;

/** A sheet that holds what an .ods remembers of another workbook. */
const ELSEWHERE = /^'.*'#/;

/** `scanned`: what the library is not asked for. */
function convert(book: WorkBook, scanned: Scanned | null, readFormula: ReadFormula = (given) => `=${given}`): Workbook {
  const date1904 = book.Workbook?.WBProps?.date1904 ?? false;
  const formats = new Map<string, NumberFormat>();
  const formatOf = (code: string): NumberFormat => {
    let format = formats.get(code);
    if (!format) formats.set(code, (format = new NumberFormat(code, date1904)));
    return format;
  };
  const sheets: Sheet[] = [];
  book.SheetNames.forEach((given, index) => {
    const content = book.Sheets[given];
    // The library gives some names as they stand in the file.
    const name = scanned && !scanned.sheets.has(given) ? plainText(given) : given;
    const more = scanned?.sheets.get(name);
    const hidden = more?.hidden?.sheet ? 1 : book.Workbook?.Sheets?.[index]?.Hidden ?? 0;
    const kind = content?.["!type"];
    if (!content || (kind !== undefined && kind !== "sheet") || ELSEWHERE.test(name)) return;
    sheets.push(convertSheet(name, content, hidden, formatOf, readFormula, more));
  });
  if (sheets.length === 0) throw new WorkbookError("not-a-workbook", "no sheet could be read");
  const names = (book.Workbook?.Names ?? []).filter(({ Name, Ref }) => Ref && !Name.toLowerCase().startsWith("_xlnm."));
  return {
    sheets,
    names: scanned?.names ?? names.map(({ Name, Ref, Sheet: at }) => ({
      name: Name,
      formula: readFormula(Ref),
      sheet: at === undefined || at === null ? null : book.SheetNames[at] ?? null
    })),
    date1904,
    calculation: "automatic",
    recalculatesOnOpen: false,
    externalLinks: externalLinksOf(sheets),
    settingsXml: null
  };
}

function convertSheet(name: string, content: WorkSheet, hidden: number, formatOf: (code: string) => NumberFormat, readFormula: ReadFormula, more?: ScannedSheet): Sheet {
  const cells = new Map<number, Cell>();
  const notes = new Map<number, string>();
  const arrays = new Set<string>();
  for (const [address, entry] of Object.entries(content)) {
    const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(address);
    if (!match) continue;
    const key = cellKey(Number(match[2]), columnNumber(match[1]!));
    const cell = entry as CellObject;
    // Old files keep a note in a fixed field: what follows its first zero byte is left from earlier ones.
    const note = cell.c?.map((each) => each.t.split("\u0000")[0]!).join("\n");
    if (note) notes.set(key, note);
    if (cell.F) arrays.add(cell.F);
    const value = valueOf(cell);
    const formula = more ? more.formulas.get(key) ?? null : cell.f ? readFormula(cell.f) : null;
    if (value === null && formula === null) continue;
    if (cells.size >= MAX_CELLS) throw new WorkbookError("too-large", "too many cells");
    cells.set(key, legacyCell(value, formula, cell, formatOf));
  }
  // The library passes over a formula that shows nothing.
  for (const [key, formula] of more?.formulas ?? []) if (!cells.has(key)) cells.set(key, new FileCell("", formula, formatOf("General")));
  return new Sheet({
    name,
    visibility: hidden === 2 ? "veryHidden" : hidden === 1 ? "hidden" : "visible",
    cells,
    merges: more?.merges ?? (content["!merges"] ?? []).map(({ s, e }): Rect => ({ top: s.r + 1, left: s.c + 1, bottom: e.r + 1, right: e.c + 1 })),
    arrays: [...arrays].flatMap((name) => parseRectName(name) ?? []),
    // Which column is filtered by what the library does not say; rows that are hidden under the buttons are.
    filters: [content["!autofilter"]?.ref ?? ""].flatMap((name) => parseAreaName(name) ?? []).map((rect) => ({ ...rect, top: rect.top + 1 })),
    hiddenRows: more?.hidden?.rows ?? hiddenOnes(content["!rows"]),
    hiddenColumns: more?.hidden?.columns ?? hiddenOnes(content["!cols"]),
    notes,
    layout: layoutOf(content)
  });
}

/**
 * The library has words of its own for what it cannot read in a formula, and leaves marks of other workbooks in it. Of which
 * workbook a sheet is it does not tell.
 */
function readable(formula: string, namesOthers: boolean): string {
  return /\bundefined\b|SH33TJS|[\u0000-\u0008\u000e-\u001f]/.test(formula) || (namesOthers && formula.includes("!")) ? UNREADABLE_FORMULA : `=${formula}`;
}

function layoutOf(content: WorkSheet): SheetLayout {
  const columnWidths = (content["!cols"] ?? []).flatMap((column, index) =>
    (column?.width === undefined ? [] : [{ first: index + 1, last: index + 1, width: column.width }]));
  const rowHeights = new Map<number, number>();
  content["!rows"]?.forEach((row, index) => {
    if (row?.hpt !== undefined) rowHeights.set(index + 1, row.hpt);
  });
  return { defaultWidth: null, defaultHeight: null, columnWidths, rowHeights };
}

function legacyCell(value: Scalar, formula: string | null, cell: CellObject, shown: (code: string) => NumberFormat): Cell {
  return new FileCell(value, formula, shown(typeof cell.z === "string" ? markedFormat(cell.z) : "General"));
}

function hiddenOnes(properties: readonly ({ hidden?: boolean } | undefined)[] | undefined): Set<number> {
  const hidden = new Set<number>();
  properties?.forEach((each, index) => {
    if (each?.hidden) hidden.add(index + 1);
  });
  return hidden;
}

function valueOf(cell: CellObject): Scalar {
  switch (cell.t) {
    case "n":
      return typeof cell.v === "number" ? cell.v : null;
    case "s":
      return typeof cell.v === "string" ? cell.v : null;
    case "b":
      return typeof cell.v === "boolean" ? cell.v : null;
    case "e":
      return errorValue(cell.w ?? LEGACY_ERRORS.get(Number(cell.v)) ?? "#VALUE!");
    default:
      return null;
  }
}

const LEGACY_ERRORS = new Map([
  [0x00, "#NULL!"], [0x07, "#DIV/0!"], [0x0f, "#VALUE!"], [0x17, "#REF!"], [0x1d, "#NAME?"], [0x24, "#NUM!"], [0x2a, "#N/A"],
  [0x2b, "#GETTING_DATA"]
]);
