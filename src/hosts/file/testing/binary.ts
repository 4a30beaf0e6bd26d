import { relationships, zipParts } from "./make-package";

/** Little-endian numbers. */
export const le = (value: number, size: number): number[] => Array.from({ length: size }, (_, i) => Math.floor((value < 0 ? value + 2 ** (8 * size) : value) / 256 ** i) & 255);
export const double = (value: number): number[] => [...new Uint8Array(new Float64Array([value]).buffer)];
const utf16 = (text: string): number[] => [...text].flatMap((character) => le(character.charCodeAt(0), 2));

/** A record of an .xls. */
export const record8 = (id: number, ...data: readonly number[]): number[] => [...le(id, 2), ...le(data.length, 2), ...data];
/** A text of an .xls with its length before it. */
export const text8 = (text: string, size: 1 | 2 = 2): number[] => [...le(text.length, size), 1, ...utf16(text)];

/** A record of an .xlsb. */
export function record12(id: number, ...data: readonly number[]): number[] {
  const length: number[] = [];
  for (let rest = data.length; length.length === 0 || rest > 0; rest >>= 7) length.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
  return [...(id < 0x80 ? [id] : [(id & 0x7f) | 0x80, id >> 7]), ...length, ...data];
}
export const text12 = (text: string): number[] => [...le(text.length, 4), ...utf16(text)];

export interface Sheet8Source {
  readonly name: string;
  readonly state?: number;
  /** 0 a worksheet, 1 macros, 2 a chart. */
  readonly kind?: number;
  readonly records?: readonly number[];
}

const BOF = (type: number) => record8(0x809, ...le(0x600, 2), ...le(type, 2), ...le(0, 12));
const EOF = record8(0x0a);

/** The bare stream of an .xls of Excel 97. */
export function xlsStream(sheets: readonly Sheet8Source[], globals: readonly number[] = []): Uint8Array {
  const substreams = sheets.map(({ kind = 0, records = [] }) => [...BOF(kind === 0 ? 0x10 : kind === 2 ? 0x20 : 0x40), ...records, ...EOF]);
  const listed = (places: readonly number[]) => sheets.flatMap(({ name, state = 0, kind = 0 }, i) => record8(0x85, ...le(places[i]!, 4), state, kind, ...text8(name, 1)));
  let at = [...BOF(5), ...listed(sheets.map(() => 0)), ...globals, ...EOF].length;
  const places = substreams.map((stream) => (at += stream.length) - stream.length);
  return Uint8Array.from([...BOF(5), ...listed(places), ...globals, ...EOF, ...substreams.flat()]);
}

/** A formula cell of an .xls with the number that it shows; row and column from 0. */
export const formula8 = (row: number, column: number, value: number, tokens: readonly number[], extra: readonly number[] = []): number[] =>
  record8(0x06, ...le(row, 2), ...le(column, 2), 0, 0, ...double(value), 0, 0, ...le(0, 4), ...le(tokens.length, 2), ...tokens, ...extra);

/** The same of an .xlsb; its row stands before it. */
export const formula12 = (column: number, value: number, tokens: readonly number[], extra: readonly number[] = []): number[] =>
  record12(9, ...le(column, 4), ...le(0, 4), ...double(value), 0, 0, ...le(tokens.length, 4), ...tokens, ...le(extra.length, 4), ...extra);

export const row12 = (row: number, flags = 0): number[] => record12(0, ...le(row, 4), ...le(0, 4), ...le(300, 2), 0, flags, 0, ...le(0, 4));

export interface XlsbSource {
  readonly sheets: readonly { readonly name: string; readonly state?: number; readonly records: readonly number[] | Uint8Array }[];
  /** The list of sheets, where it is not the ordinary one. */
  readonly listed?: readonly number[];
  /** Behind the list of sheets. */
  readonly workbook?: readonly number[];
  readonly strings?: readonly string[];
  readonly links?: readonly { readonly target: string; readonly records: readonly number[] }[];
}

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function listedSheet({ name, state = 0 }: XlsbSource["sheets"][number], index: number): number[] {
  return record12(156, ...le(state, 4), ...le(index + 1, 4), ...text12(`rId${index + 1}`), ...text12(name));
}

/** A small .xlsb. */
export function xlsb({ sheets, listed = sheets.flatMap(listedSheet), workbook = [], strings, links = [] }: XlsbSource): Uint8Array {
  const parts = new Map<string, string | Uint8Array>();
  const relation = (id: string, type: string, target: string, external = false) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ""}/>`;
  parts.set("_rels/.rels", relationships(relation("rId1", "officeDocument", "xl/workbook.bin")));
  parts.set("xl/workbook.bin", Uint8Array.from([...record12(131), ...record12(143), ...listed, ...record12(144), ...workbook, ...record12(132)]));
  let found = "";
  sheets.forEach(({ records }, i) => {
    const name = `worksheets/sheet${i + 1}.bin`;
    const [before, after] = [[...record12(129), ...record12(145)], [...record12(146), ...record12(130)]];
    const content = new Uint8Array(before.length + records.length + after.length);
    content.set(before);
    content.set(records, before.length);
    content.set(after, before.length + records.length);
    parts.set(`xl/${name}`, content);
    found += relation(`rId${i + 1}`, "worksheet", name);
  });
  if (strings) {
    parts.set("xl/sharedStrings.bin", Uint8Array.from(strings.flatMap((text) => record12(19, 0, ...text12(text)))));
    found += relation("rIdS", "sharedStrings", "sharedStrings.bin");
  }
  links.forEach(({ target, records }, i) => {
    parts.set(`xl/externalLinks/externalLink${i + 1}.bin`, Uint8Array.from(records));
    parts.set(`xl/externalLinks/_rels/externalLink${i + 1}.bin.rels`, relationships(relation("rId1", "externalLinkPath", target, true)));
    found += relation(`rIdL${i + 1}`, "externalLink", `externalLinks/externalLink${i + 1}.bin`);
  });
  parts.set("xl/_rels/workbook.bin.rels", relationships(found));
  return zipParts(parts);
}
