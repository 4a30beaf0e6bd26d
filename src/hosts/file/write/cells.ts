import { cellKey, cellName, type Fix } from "../../../workbook";
import { storeFormula } from "../package/functions";
import { SharedFormula } from "../../sheet/shared-formula";
import type { ScannedCell, ScannedRow, SheetScan } from "./sheet-scan";
import { TextEdits } from "../package/text-edits";
import { isErrorCode } from "../read/values";
import { escapeStoredText, escapeXml } from "../package/xml-write";

/** New content for a cell. */
export interface CellChange {
  readonly row: number;
  readonly column: number;
  /** The cell as it stands in the file; undefined when it is not there yet. */
  readonly stored: ScannedCell | undefined;
  readonly kind: Fix["kind"];
  readonly after: Fix["after"];
  /** The number of another style; undefined where the cell keeps its own. */
  readonly style?: number | undefined;
}

/** Says what kind of value a cell holds, or belongs to its former content; all else stays, the style above all. */
const CONTENT_ATTRIBUTES = new Set(["t", "cm", "vm"]);

/** A worksheet's text with some cells changed and all else as it was. */
export function changeCells(text: string, scan: SheetScan, changes: readonly CellChange[]): string {
  const edits = new TextEdits(text);
  freeDependants(edits, scan, changes);
  const added = new Map<number, CellChange[]>();
  for (const change of [...changes].sort((a, b) => a.row - b.row || a.column - b.column)) {
    if (change.stored) edits.replace(change.stored.start, change.stored.end, cellXml(scan, change, change.stored.attributes));
    else added.set(change.row, [...(added.get(change.row) ?? []), change]);
  }
  const rows = new Map(scan.rows.map((row) => [row.row, row]));
  const newRows: { row: number; xml: string }[] = [];
  for (const [row, cells] of added) {
    const existing = rows.get(row);
    if (existing) addCells(edits, scan, existing, cells);
    else newRows.push({ row, xml: `<${scan.prefix}row r="${row}">${cells.map((cell) => newCellXml(scan, cell)).join("")}</${scan.prefix}row>` });
  }
  addRows(edits, scan, newRows);
  return edits.toString();
}

/** Where the master of a shared formula is overwritten, its dependants get formulas of their own. */
function freeDependants(edits: TextEdits, scan: SheetScan, changes: readonly CellChange[]): void {
  const changed = new Set(changes.map(({ row, column }) => cellKey(row, column)));
  const freed = new Map<string, SharedFormula>();
  for (const use of scan.shared) {
    const isChanged = changed.has(cellKey(use.row, use.column));
    if (use.text.trim() !== "") {
      // A group number may be used again further down: from here on it means another group.
      freed.delete(use.group);
      if (isChanged) freed.set(use.group, new SharedFormula(`=${use.text}`, use.row, use.column));
      continue;
    }
    const master = freed.get(use.group);
    if (!master || isChanged) continue;
    const formula = escapeXml(master.at(use.row, use.column).slice(1));
    edits.replace(use.start, use.end, `<${scan.prefix}f>${formula}</${scan.prefix}f>`);
  }
}

function addCells(edits: TextEdits, scan: SheetScan, row: ScannedRow, cells: readonly CellChange[]): void {
  if (row.selfClosing) {
    edits.fillEmptyTag(row.start, row.tagEnd, cells.map((cell) => newCellXml(scan, cell, row)).join(""));
  } else {
    for (const cell of cells) {
      const next = row.cells.find((each) => each.column > cell.column);
      edits.insert(next?.start ?? row.innerEnd, newCellXml(scan, cell, row));
    }
  }
  // A hint about the columns used, which may be wrong now: it is optional.
  const spans = /\sspans\s*=\s*(?:"[^"]*"|'[^']*')/.exec(edits.text.slice(row.start, row.tagEnd));
  if (spans) edits.replace(row.start + spans.index, row.start + spans.index + spans[0].length, "");
}

function addRows(edits: TextEdits, scan: SheetScan, rows: readonly { row: number; xml: string }[]): void {
  if (rows.length === 0) return;
  if (scan.data.selfClosing) return edits.fillEmptyTag(scan.data.start, scan.data.tagEnd, rows.map(({ xml }) => xml).join(""));
  for (const { row, xml } of rows) {
    const next = scan.rows.find((each) => each.row > row);
    edits.insert(next?.start ?? scan.data.innerEnd, xml);
  }
}

/** The style that a cell has by its row or column. */
export function inheritedStyle(scan: SheetScan, column: number, row: ScannedRow | undefined): string | undefined {
  return row?.attributes["s"] ?? scan.columns.find(({ min, max }) => column >= min && column <= max)?.style;
}

function newCellXml(scan: SheetScan, change: CellChange, row?: ScannedRow): string {
  const style = inheritedStyle(scan, change.column, row);
  return cellXml(scan, change, { r: cellName(change.row, change.column), ...(style === undefined ? {} : { s: style }) });
}

function cellXml({ prefix: p }: SheetScan, { row, column, kind, after, style }: CellChange, attributes: Readonly<Record<string, string>>): string {
  let start = `<${p}c`;
  const all = { ...attributes, r: attributes["r"] ?? cellName(row, column), ...(style !== undefined && { s: String(style) }) };
  for (const [name, value] of Object.entries(all)) if (!CONTENT_ATTRIBUTES.has(name)) start += ` ${name}="${escapeXml(value)}"`;
  const end = `</${p}c>`;
  if (kind === "formula") return `${start}><${p}f>${escapeXml(storeFormula(String(after)))}</${p}f>${end}`;
  switch (typeof after) {
    case "number":
      return `${start}><${p}v>${after}</${p}v>${end}`;
    case "boolean":
      return `${start} t="b"><${p}v>${after ? 1 : 0}</${p}v>${end}`;
    case "string":
      // Not cut: what is taken back may be a text that is longer than Excel writes any.
      if (isErrorCode(after)) return `${start} t="e"><${p}v>${after}</${p}v>${end}`;
      return `${start} t="inlineStr"><${p}is><${p}t xml:space="preserve">${escapeStoredText(after)}</${p}t></${p}is>${end}`;
    default:
      return `${start}/>`;
  }
}
