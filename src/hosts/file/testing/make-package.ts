import { strToU8, unzipSync, zipSync, type Zippable } from "fflate";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT_RELATIONSHIPS = "http://purl.oclc.org/ooxml/officeDocument/relationships";

export interface SheetSource {
  readonly name?: string;
  /** What stands in sheetData. */
  readonly data?: string;
  /** What stands before and behind sheetData. */
  readonly before?: string;
  readonly after?: string;
  readonly state?: string;
  /** The relationship type; "worksheet" unless told. */
  readonly type?: string;
  /** Parts that the sheet leads to, by relationship type. */
  readonly parts?: Readonly<Record<string, { name: string; xml: string }>>;
}

export interface PackageSource {
  readonly sheets: readonly SheetSource[];
  /** The content of the `sst` element. */
  readonly strings?: string;
  /** The content of the `styleSheet` element; null for a package without styles. */
  readonly styles?: string | null;
  /** What stands in the workbook before and behind the sheets. */
  readonly workbookBefore?: string;
  readonly workbookAfter?: string;
  readonly workbookRelationships?: string;
  readonly strict?: boolean;
  /** Put before every name of the spreadsheet namespace, in what this function writes itself. */
  readonly prefix?: string;
  /** Parts to add, replace or (null) leave out. */
  readonly extra?: Readonly<Record<string, string | Uint8Array | null>>;
  readonly contentTypes?: string;
}

export const STYLES = '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>';

/** The parts of a small package. */
export function makeParts(source: PackageSource): Map<string, string | Uint8Array> {
  const p = source.prefix ? `${source.prefix}:` : "";
  const main = source.strict ? STRICT_MAIN : MAIN;
  const rel = source.strict ? STRICT_RELATIONSHIPS : RELATIONSHIPS;
  const xmlns = `xmlns${source.prefix ? `:${source.prefix}` : ""}="${main}"`;
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const parts = new Map<string, string | Uint8Array>();
  const overrides: string[] = [];
  const links: string[] = [];
  const part = (name: string, type: string, xml: string) => {
    parts.set(name, xml);
    overrides.push(`<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`);
  };
  source.sheets.forEach((sheet, i) => {
    const name = `xl/worksheets/sheet${i + 1}.xml`;
    part(name, "worksheet", `${head}<${p}worksheet ${xmlns} xmlns:r="${rel}">${sheet.before ?? ""}` +
      `<${p}sheetData>${sheet.data ?? ""}</${p}sheetData>${sheet.after ?? ""}</${p}worksheet>`);
    links.push(`<Relationship Id="rId${i + 1}" Type="${rel}/${sheet.type ?? "worksheet"}" Target="worksheets/sheet${i + 1}.xml"/>`);
    const own = Object.entries(sheet.parts ?? {}).map(([type, { name: target, xml }], n) => {
      parts.set(target, xml);
      return `<Relationship Id="rId${n + 1}" Type="${rel}/${type}" Target="/${target}"/>`;
    });
    if (own.length) parts.set(`xl/worksheets/_rels/sheet${i + 1}.xml.rels`, relationships(own.join("")));
  });
  if (source.strings !== undefined) {
    part("xl/sharedStrings.xml", "sharedStrings", `${head}<${p}sst ${xmlns}>${source.strings}</${p}sst>`);
    links.push(`<Relationship Id="rId90" Type="${rel}/sharedStrings" Target="sharedStrings.xml"/>`);
  }
  if (source.styles !== null) {
    part("xl/styles.xml", "styles", `${head}<${p}styleSheet ${xmlns}>${source.styles ?? STYLES}</${p}styleSheet>`);
    links.push(`<Relationship Id="rId91" Type="${rel}/styles" Target="styles.xml"/>`);
  }
  const sheets = source.sheets.map(({ name, state }, i) =>
    `<${p}sheet name="${name ?? `Sheet${i + 1}`}" sheetId="${i + 1}"${state ? ` state="${state}"` : ""} r:id="rId${i + 1}"/>`);
  part("xl/workbook.xml", "sheet.main", `${head}<${p}workbook ${xmlns} xmlns:r="${rel}">${source.workbookBefore ?? ""}` +
    `<${p}sheets>${sheets.join("")}</${p}sheets>${source.workbookAfter ?? ""}</${p}workbook>`);
  parts.set("xl/_rels/workbook.xml.rels", relationships(links.join("") + (source.workbookRelationships ?? "")));
  parts.set("_rels/.rels", relationships(`<Relationship Id="rId1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/>`));
  parts.set("[Content_Types].xml", `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}${source.contentTypes ?? ""}</Types>`);
  for (const [name, content] of Object.entries(source.extra ?? {})) {
    if (content === null) parts.delete(name);
    else parts.set(name, content);
  }
  return parts;
}

/** A small package, zipped. */
export function makePackage(source: PackageSource): Uint8Array {
  return zipParts(makeParts(source));
}

export function zipParts(parts: ReadonlyMap<string, string | Uint8Array>, level: 0 | 6 = 6): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of parts) files[name] = typeof content === "string" ? strToU8(content) : content;
  return zipSync(files, { level });
}

export function relationships(content: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
}

/** A part of a zip as text; undefined when it is not there. */
export function partText(bytes: Uint8Array, name: string): string | undefined {
  const part = unzipSync(bytes)[name];
  return part && new TextDecoder().decode(part);
}
