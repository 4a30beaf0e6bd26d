import { strToU8, zipSync, type Zippable } from "fflate";
import { cellKey, cellName, isError, keyToRowColumn, rectName } from "../../src/workbook";
import type { Draft, DraftCell, DraftSheet } from "./draft";
import { formulaText, relativeKey } from "./expression";
import type { Random } from "./random";

/** How the bytes are written; readers meet all of these. */
export interface PackageVariant {
  /** Texts in the cells themselves instead of in sharedStrings.xml. */
  readonly inlineStrings: boolean;
  /** A formula copied down a column is written once and shared. */
  readonly sharedFormulas: boolean;
  /** Formulas carry no stored value. */
  readonly withoutValues?: boolean;
}

export function packageVariant(random: Random): PackageVariant {
  return { inlineStrings: random.chance(0.4), sharedFormulas: random.chance(0.5) };
}

const HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const BUILT_IN: Readonly<Record<string, number>> = { General: 0, "0": 1, "0.00": 2, "0%": 9, "0.00%": 10, "@": 49 };

const escape = (text: string): string => text
  .replace(/[&<>"]/g, (ch) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;" })[ch]!)
  .replace(/\r/g, "_x000D_");

/** The bytes of the workbook as an .xlsx package. */
export function writeXlsx(draft: Draft, variant: PackageVariant): Uint8Array {
  const formats = new Formats();
  const strings = new Strings();
  const parts: Record<string, string> = {};
  draft.sheets.forEach((sheet, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet, variant, formats, strings);
  });
  const relations: [string, string][] = draft.sheets.map((_, i) => ["worksheet", `worksheets/sheet${i + 1}.xml`]);
  relations.push(["styles", "styles.xml"]);
  if (!variant.inlineStrings) {
    relations.push(["sharedStrings", "sharedStrings.xml"]);
    parts["xl/sharedStrings.xml"] = strings.xml();
  }
  const firstLink = relations.length + 1;
  draft.externalLinks.forEach((target, i) => {
    relations.push(["externalLink", `externalLinks/externalLink${i + 1}.xml`]);
    parts[`xl/externalLinks/externalLink${i + 1}.xml`] = `${HEAD}<externalLink xmlns="${MAIN}"><externalBook xmlns:r="${RELATIONS}" r:id="rId1">`
      + "<sheetNames><sheetName val=\"台账\"/></sheetNames></externalBook></externalLink>";
    parts[`xl/externalLinks/_rels/externalLink${i + 1}.xml.rels`] = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">`
      + `<Relationship Id="rId1" Type="${RELATIONS}/externalLinkPath" Target="${escape(target)}" TargetMode="External"/></Relationships>`;
  });
  parts["xl/styles.xml"] = formats.xml();
  parts["xl/workbook.xml"] = workbookXml(draft, firstLink);
  parts["xl/_rels/workbook.xml.rels"] = relationsXml(relations);
  parts["_rels/.rels"] = relationsXml([["officeDocument", "xl/workbook.xml"]]);
  parts["[Content_Types].xml"] = contentTypes(Object.keys(parts));
  const files: Zippable = {};
  for (const path of Object.keys(parts).sort()) files[path] = [strToU8(parts[path]!), { mtime: new Date(2020, 0, 1), level: 6 }];
  return zipSync(files);
}

function relationsXml(relations: readonly [string, string][]): string {
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">`
    + relations.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`).join("")
    + "</Relationships>";
}

function contentTypes(paths: readonly string[]): string {
  const types: readonly [RegExp, string][] = [
    [/workbook\.xml$/, "sheet.main"], [/worksheets\//, "worksheet"], [/styles\.xml$/, "styles"],
    [/sharedStrings\.xml$/, "sharedStrings"], [/externalLinks\/[^_]/, "externalLink"]
  ];
  const overrides = paths.flatMap((path) => {
    const type = path.endsWith(".rels") ? undefined : types.find(([pattern]) => pattern.test(path))?.[1];
    return type ? `<Override PartName="/${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>` : [];
  });
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`
    + `<Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`;
}

function workbookXml(draft: Draft, firstLink: number): string {
  const sheets = draft.sheets.map((sheet, i) =>
    `<sheet name="${escape(sheet.name)}" sheetId="${i + 1}"${sheet.visibility === "visible" ? "" : ` state="${sheet.visibility}"`} r:id="rId${i + 1}"/>`);
  const links = draft.externalLinks.map((_, i) => `<externalReference r:id="rId${firstLink + i}"/>`).join("");
  const names = draft.names.map((n) => `<definedName name="${escape(n.name)}">${escape(n.formula.slice(1))}</definedName>`).join("");
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.join("")}</sheets>`
    + (links ? `<externalReferences>${links}</externalReferences>` : "")
    + (names ? `<definedNames>${names}</definedNames>` : "")
    + `<calcPr calcId="191029"${draft.calculation === "manual" ? " calcMode=\"manual\"" : ""}/></workbook>`;
}

/** Number formats as indices into styles.xml. */
class Formats {
  private readonly codes = ["General"];

  index(code: string): number {
    const known = this.codes.indexOf(code);
    return known >= 0 ? known : this.codes.push(code) - 1;
  }

  xml(): string {
    const own = this.codes.filter((code) => BUILT_IN[code] === undefined);
    const id = (code: string): number => BUILT_IN[code] ?? 164 + own.indexOf(code);
    return `${HEAD}<styleSheet xmlns="${MAIN}">`
      + (own.length ? `<numFmts count="${own.length}">${own.map((c) => `<numFmt numFmtId="${id(c)}" formatCode="${escape(c)}"/>`).join("")}</numFmts>` : "")
      + "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"宋体\"/></font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
      + "<fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
      + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
      + `<cellXfs count="${this.codes.length}">`
      + this.codes.map((c) => `<xf numFmtId="${id(c)}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`).join("")
      + "</cellXfs></styleSheet>";
  }
}

class Strings {
  private readonly index = new Map<string, number>();

  of(text: string): number {
    const known = this.index.get(text);
    if (known !== undefined) return known;
    this.index.set(text, this.index.size);
    return this.index.size - 1;
  }

  xml(): string {
    return `${HEAD}<sst xmlns="${MAIN}" uniqueCount="${this.index.size}">${[...this.index.keys()].map(textXml("si")).join("")}</sst>`;
  }
}

const textXml = (tag: string) => (text: string): string => `<${tag}><t xml:space="preserve">${escape(text)}</t></${tag}>`;

function sheetXml(sheet: DraftSheet, variant: PackageVariant, formats: Formats, strings: Strings): string {
  const shared = variant.sharedFormulas ? shareFormulas(sheet) : new Map<number, Shared>();
  const rows = new Map<number, string[]>();
  for (const row of sheet.hiddenRows) rows.set(row, []);
  for (const key of [...sheet.cells.keys()].sort((a, b) => a - b)) {
    const { row, column } = keyToRowColumn(key);
    const cell = sheet.cells.get(key)!;
    const list = rows.get(row) ?? rows.set(row, []).get(row)!;
    list.push(cellXml(cell, sheet.name, cellName(row, column), variant, formats, strings, shared.get(key)));
  }
  const rowsXml = [...rows.keys()].sort((a, b) => a - b).map((row) =>
    `<row r="${row}"${sheet.hiddenRows.has(row) ? " hidden=\"1\"" : ""}>${rows.get(row)!.join("")}</row>`);
  const columns = [...sheet.hiddenColumns].sort((a, b) => a - b).map((c) => `<col min="${c}" max="${c}" width="9" hidden="1" customWidth="1"/>`);
  const merges = sheet.merges.map((merge) => `<mergeCell ref="${rectName(merge)}"/>`);
  return `${HEAD}<worksheet xmlns="${MAIN}">${columns.length ? `<cols>${columns.join("")}</cols>` : ""}<sheetData>${rowsXml.join("")}</sheetData>`
    + (merges.length ? `<mergeCells count="${merges.length}">${merges.join("")}</mergeCells>` : "") + "</worksheet>";
}

interface Shared {
  readonly index: number;
  /** The whole area, on its first cell only. */
  readonly area: string | null;
}

/** Finds runs of copied formulas down a column. */
function shareFormulas(sheet: DraftSheet): Map<number, Shared> {
  const result = new Map<number, Shared>();
  let index = 0;
  for (const [key, cell] of sheet.cells) {
    if (!cell.formula || result.has(key)) continue;
    const { row, column } = keyToRowColumn(key);
    const wanted = relativeKey(cell.formula, sheet.at(row, column));
    let end = row;
    for (;;) {
      const below = sheet.cells.get(cellKey(end + 1, column))?.formula;
      if (!below || result.has(cellKey(end + 1, column)) || relativeKey(below, sheet.at(end + 1, column)) !== wanted) break;
      end += 1;
    }
    if (end === row) continue;
    for (let r = row; r <= end; r++) {
      result.set(cellKey(r, column), { index, area: r === row ? rectName({ top: row, left: column, bottom: end, right: column }) : null });
    }
    index += 1;
  }
  return result;
}

function cellXml(
  cell: DraftCell, sheet: string, ref: string, variant: PackageVariant, formats: Formats, strings: Strings, shared: Shared | undefined
): string {
  const style = formats.index(cell.format);
  const start = `<c r="${ref}"${style ? ` s="${style}"` : ""}`;
  const { value } = cell;
  let formula = "";
  if (cell.formula) {
    // Functions younger than the format carry a prefix in the file.
    const text = escape(formulaText(cell.formula, sheet).slice(1).replace(/\bIFS\(/g, "_xlfn.IFS("));
    formula = !shared ? `<f>${text}</f>`
      : shared.area ? `<f t="shared" ref="${shared.area}" si="${shared.index}">${text}</f>` : `<f t="shared" si="${shared.index}"/>`;
    if (variant.withoutValues) return `${start}>${formula}</c>`;
  }
  if (value === null) return `${start}>${formula}</c>`;
  if (isError(value)) return `${start} t="e">${formula}<v>${value.error}</v></c>`;
  if (typeof value === "boolean") return `${start} t="b">${formula}<v>${value ? 1 : 0}</v></c>`;
  if (typeof value === "number") return `${start}>${formula}<v>${value}</v></c>`;
  if (formula) return `${start} t="str">${formula}<v>${escape(value)}</v></c>`;
  return variant.inlineStrings
    ? `${start} t="inlineStr">${textXml("is")(value)}</c>`
    : `${start} t="s"><v>${strings.of(value)}</v></c>`;
}
