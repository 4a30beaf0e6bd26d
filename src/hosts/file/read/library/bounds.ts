import { WorkbookError, type DefinedName, type Rect } from "../../../../workbook";
import type { Attributes } from "../../package/xml";
import { recordAt } from "../binary/biff8-records";

/**
 * Bounds on what the library is given. It believes what a file says of itself, and each of its cells takes three times the memory of
 * one of ours; so what it would make of a file is counted before.
 */
const MAX_CELLS = 1_000_000;
export const MAX_BYTES = 96 * 1024 * 1024;
/** Cells times areas of array formulas, each of which is asked for each cell. */
const MAX_AREA_WORK = 100_000_000;

/** Records of cells in the streams of Excel 2 to 95; those of several cells take six bytes a cell, or two for blank ones. */
const CELLS = new Set([0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x201, 0x203, 0x204, 0x205, 0x206, 0x406, 0x27e, 0xd6]);
const MANY_CELLS = new Map([[0xbd, 6], [0xbe, 2]]);
const FILEPASS = 0x2f;
/** Names what is elsewhere: a first character of 3 is a sheet of the same workbook, of 2 the same sheet. */
const EXTERNAL_SHEET = new Set([0x16, 0x17]);
/** Links over areas, which such streams have not: the library goes through every cell of them. */
const LINKS = new Set([0x1b8, 0x800]);

/** Refuses a stream of an older Excel that would become too large, or is encrypted; gives whether it names other workbooks. */
export function boundOldStream(stream: Uint8Array): { namesOthers: boolean } {
  if (stream.length > MAX_BYTES) throw new WorkbookError("too-large");
  let cells = 0;
  let namesOthers = false;
  for (let record = recordAt(stream, 0); record; record = recordAt(stream, record.next)) {
    if (EXTERNAL_SHEET.has(record.id)) namesOthers ||= ![2, 3].includes(record.data[1]!);
    if (record.id === FILEPASS) throw new WorkbookError("encrypted");
    if (LINKS.has(record.id)) throw new WorkbookError("corrupt", "a record that does not belong there");
    const size = MANY_CELLS.get(record.id);
    cells += size === undefined ? Number(CELLS.has(record.id)) : Math.ceil(record.data.length / size);
    if (cells > MAX_CELLS) throw new WorkbookError("too-large", "too many cells");
  }
  return { namesOthers };
}

/** What the library does not look at, or changes, in an XML workbook. */
export interface ScannedSheet {
  /** By their cells, as Excel writes them. */
  readonly formulas: Map<number, string>;
  /** Where the library does not tell. */
  readonly merges?: readonly Rect[];
  readonly hidden?: { readonly rows: ReadonlySet<number>; readonly columns: ReadonlySet<number>; readonly sheet: boolean };
}

export interface Scanned {
  /** By their names. */
  readonly sheets: ReadonlyMap<string, ScannedSheet>;
  readonly names: readonly DefinedName[];
}

/** Counts what the library would make. */
export class Counter {
  areas = 0;
  private cells = 0;

  add(cells: number): void {
    this.cells += cells;
  }

  check(): void {
    if (this.cells > MAX_CELLS || this.cells * this.areas > MAX_AREA_WORK) throw new WorkbookError("too-large", "too many cells");
  }
}

/** The attribute of that local name, under whatever prefix. */
export function attributeOf(attributes: Attributes, local: string): string | undefined {
  for (const name in attributes) if (name === local || name.endsWith(`:${local}`)) return attributes[name];
  return undefined;
}

/** The attribute as a number from 0. */
export function numberOf(attributes: Attributes, local: string, otherwise: number): number {
  const number = Number(attributeOf(attributes, local) ?? otherwise);
  return number >= 0 ? number : otherwise;
}
