import { WorkbookError, type CellStyle } from "../../../workbook";
import { BORDER_COLOR, FONT_FACE, FONTS, LOOKS, RULE_COLOR, type Look } from "../../../workbook/on-paper/look";
import type { PackageEditor } from "../package/package-editor";
import { partOfType } from "../read/read-package";
import { addContentType, addRelationship, type Dialect } from "./parts";
import { childOf, XmlEdit, type XmlNode } from "../package/xml-edit";
import { escapeXml } from "../package/xml-write";

/** The order that the schema gives the children of a style part. */
const ORDER = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"];
/** Formats with a fixed number that every language shows alike. */
const FIXED_FORMATS = new Map([["General", 0], ["0", 1], ["0.00", 2], ["#,##0", 3], ["#,##0.00", 4], ["0%", 9], ["0.00%", 10], ["@", 49]]);
const FIRST_OWN_FORMAT = 164;
/** So many looks of cells Excel keeps; years of copying between workbooks have filled some. */
const MAX_CELL_FORMATS = 65_000;
/** No more items are made up for lost ones: a count that is wrong by more counts nothing. */
const MOST_LOST = 1000;
const STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

export interface StyleOptions {
  /** Instead of the style's own number format. */
  readonly format?: string | undefined;
  readonly unlocked?: boolean | undefined;
  /** A text that a user who opens the cell and leaves it again would turn into a formula: it is marked as a text, as by a leading quote. */
  readonly quoted?: boolean | undefined;
}

/** Gives style numbers for the cells of our sheet, adding to the style part only what is not there yet. */
export interface StyleWriter {
  /** The number of the style, with another number format when one is given. */
  number(style: CellStyle, options?: StyleOptions): number;
  /** The number of what a conditional format puts on a cell: fill and font of the style. */
  differential(style: CellStyle): number;
  /** The number of the same style with another number format, in which a number is one even where the cell was marked as a text. */
  reformatted(style: number, format: string): number;
  /** Puts the changed part into the package. */
  finish(): void;
}

/** Opens the style part of the package for adding; makes one when there is none. */
export function openStyles(editor: PackageEditor, dialect: Dialect): StyleWriter {
  const existing = partOfType(editor.opened, "styles");
  if (existing !== null && editor.has(existing)) {
    const edit = editor.editExisting(existing);
    // Numbers of styles that nothing stands behind would be given to looks of ours.
    if (edit.root.name !== "styleSheet") throw new WorkbookError("corrupt", `${existing} holds no styles`);
    return new Writer(editor, existing, edit);
  }
  const part = "xl/styles.xml";
  // Made for another sheet a moment ago.
  if (editor.has(part)) return new Writer(editor, part, editor.editExisting(part));
  addContentType(editor, part, STYLES_TYPE);
  addRelationship(editor, editor.opened.part, part, `${dialect.relationships}/styles`);
  return new Writer(editor, part, new XmlEdit(part, emptyStyles(dialect, greatestStyle(editor))));
}

/** The greatest number of a style that cells, rows and columns ask for. Ours come behind it: what was plain for want of the part stays so. */
function greatestStyle(editor: PackageEditor): number {
  let greatest = 0;
  for (const { type, part } of editor.opened.workbook.sheets) {
    const text = type === "worksheet" ? editor.text(part) : null;
    for (const [, number] of text?.matchAll(/\ss(?:tyle)?\s*=\s*["'](\d{1,9})["']/g) ?? []) greatest = Math.max(greatest, Number(number));
  }
  return Math.min(greatest, MOST_LOST);
}

class Writer implements StyleWriter {
  private readonly lists: Map<string, StyleList>;
  private readonly numbers = new Map<string, number>();
  /** The formats added here, which another style may use again. */
  private readonly formats = new Map<string, number>();
  private nextFormat = FIRST_OWN_FORMAT;

  constructor(private readonly editor: PackageEditor, private readonly part: string, private readonly edit: XmlEdit) {
    const p = edit.prefix;
    const lists: [string, string, string[]][] = [
      ["numFmts", "numFmt", []],
      ["fonts", "font", [`<${p}font><${p}sz val="11"/><${p}name val="Calibri"/></${p}font>`]],
      ["fills", "fill", ["none", "gray125"].map((type) => `<${p}fill><${p}patternFill patternType="${type}"/></${p}fill>`)],
      ["borders", "border", [`<${p}border><${p}left/><${p}right/><${p}top/><${p}bottom/><${p}diagonal/></${p}border>`]],
      ["cellXfs", "xf", [`<${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`]],
      ["dxfs", "dxf", []]
    ];
    this.lists = new Map(lists.map(([name, item, defaults]) => [name, new StyleList(edit, name, item, defaults)]));
    // A number that a cell's look leads to is taken, too, where its own format is missing in a damaged file.
    for (const list of ["numFmts", "cellXfs", "cellStyleXfs"]) {
      for (const { attributes } of childOf(edit.root, list)?.children ?? []) this.nextFormat = Math.max(this.nextFormat, Number(attributes["numFmtId"]) + 1 || 0);
    }
  }

  number(style: CellStyle, { format, unlocked = false, quoted = false }: StyleOptions = {}): number {
    const look = LOOKS[style];
    const code = format ?? look.format ?? "General";
    const key = `${style}\u0000${code}\u0000${unlocked}\u0000${quoted}`;
    let number = this.numbers.get(key);
    if (number === undefined) {
      const formats = this.list("cellXfs");
      // Where the workbook is full of formats, plain cells are better than a file that Excel repairs.
      number = formats.size < MAX_CELL_FORMATS ? formats.add(this.cellFormat(look, code, unlocked, quoted)) : 0;
      this.numbers.set(key, number);
    }
    return number;
  }

  differential(style: CellStyle): number {
    const p = this.edit.prefix;
    const { font, fill } = LOOKS[style];
    const { color, bold } = FONTS[font];
    return this.list("dxfs").add(
      `<${p}dxf><${p}font>${bold ? `<${p}b/>` : ""}<${p}color rgb="FF${color}"/></${p}font>` +
      (fill ? `<${p}fill><${p}patternFill><${p}bgColor rgb="FF${fill}"/></${p}patternFill></${p}fill>` : "") + `</${p}dxf>`
    );
  }

  reformatted(style: number, code: string): number {
    const formats = this.list("cellXfs");
    const former = formats.xml(style) ?? formats.xml(0)!;
    const changed = former.replace(/^<[^>]*?(?=\/?>)/, (tag) => `${
      ["numFmtId", "applyNumberFormat", "quotePrefix"].reduce((text, name) => text.replace(new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`), ""), tag)
    } numFmtId="${this.format(code)}" applyNumberFormat="1"`);
    return formats.size < MAX_CELL_FORMATS ? formats.add(changed) : style;
  }

  finish(): void {
    for (const list of this.lists.values()) list.finish();
    this.editor.set(this.part, this.edit);
  }

  private list(name: string): StyleList {
    return this.lists.get(name)!;
  }

  private cellFormat(look: Look, code: string, unlocked: boolean, quoted: boolean): string {
    const p = this.edit.prefix;
    const base = childOf(this.edit.root, "cellStyleXfs") ? ' xfId="0"' : "";
    const alignment = [
      // An indent counts only from a side that is named.
      (look.horizontal ?? (look.indent && "left")) && `horizontal="${look.horizontal ?? "left"}"`,
      `vertical="${look.vertical ?? "top"}"`,
      look.wrap && 'wrapText="1"',
      look.indent && `indent="${look.indent}"`
    ].filter(Boolean).join(" ");
    return `<${p}xf numFmtId="${this.format(code)}" fontId="${this.font(look)}" fillId="${this.fill(look)}" ` +
      `borderId="${this.border(look)}"${base}${quoted ? ' quotePrefix="1"' : ""} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${unlocked ? ' applyProtection="1"' : ""}>` +
      `<${p}alignment ${alignment}/>${unlocked ? `<${p}protection locked="0"/>` : ""}</${p}xf>`;
  }

  private format(code: string): number {
    const fixed = FIXED_FORMATS.get(code) ?? this.formats.get(code);
    if (fixed !== undefined) return fixed;
    const existing = childOf(this.edit.root, "numFmts")?.children.find((each) => each.attributes["formatCode"] === code);
    if (existing) return Number(existing.attributes["numFmtId"]);
    const p = this.edit.prefix;
    const number = this.nextFormat++;
    this.list("numFmts").add(`<${p}numFmt numFmtId="${number}" formatCode="${escapeXml(code)}"/>`);
    this.formats.set(code, number);
    return number;
  }

  private font(look: Look): number {
    const p = this.edit.prefix;
    const { size, color, bold, underline } = FONTS[look.font];
    return this.list("fonts").add(
      `<${p}font>${bold ? `<${p}b/>` : ""}${underline ? `<${p}u/>` : ""}<${p}sz val="${size}"/><${p}color rgb="FF${color}"/>` +
      `<${p}name val="${FONT_FACE}"/><${p}family val="2"/><${p}charset val="134"/></${p}font>`
    );
  }

  private fill(look: Look): number {
    if (!look.fill) return 0;
    const p = this.edit.prefix;
    return this.list("fills").add(
      `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="FF${look.fill}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`
    );
  }

  private border(look: Look): number {
    if (!look.border) return 0;
    const p = this.edit.prefix;
    const below = look.border !== "fine";
    const sides = ["left", "right", "top", "bottom"].map((side) => {
      if (below && side !== "bottom") return `<${p}${side}/>`;
      return `<${p}${side} style="${look.border === "below" ? "medium" : "thin"}"><${p}color rgb="FF${below ? RULE_COLOR : BORDER_COLOR}"/></${p}${side}>`;
    });
    return this.list("borders").add(`<${p}border>${sides.join("")}<${p}diagonal/></${p}border>`);
  }
}

/** One of the lists of a style part. What is there already with the same text is used again, so that files do not grow. */
class StyleList {
  private readonly node: XmlNode | undefined;
  private readonly known = new Map<string, number>();
  private readonly added: string[] = [];
  private readonly former: number;
  private readonly items: readonly XmlNode[];

  constructor(private readonly edit: XmlEdit, private readonly name: string, item: string, defaults: readonly string[]) {
    this.node = childOf(edit.root, name);
    const items = this.node?.children.filter((child) => child.name === item) ?? [];
    this.items = items;
    // From the back, so that the first of equal ones wins.
    for (let i = items.length - 1; i >= 0; i--) this.known.set(edit.text.slice(items[i]!.start, items[i]!.end), i);
    // A list without its first items would give ours the numbers that cells without a style have.
    this.former = items.length;
    if (items.length === 0) this.added.push(...defaults);
    // Items that a damaged file has lost may still be meant by cells.
    const [plain] = defaults;
    const lost = Math.min(Number(this.node?.attributes["count"] ?? 0) - items.length, MOST_LOST);
    if (items.length > 0 && plain !== undefined) for (let i = 0; i < lost; i++) this.added.push(plain);
  }

  get size(): number {
    return this.former + this.added.length;
  }

  /** The item of that number as it is written. */
  xml(number: number): string | undefined {
    const node = this.items[number];
    return node ? this.edit.text.slice(node.start, node.end) : this.added[number - this.former];
  }

  /** The number of the item in its list. */
  add(xml: string): number {
    const known = this.known.get(xml);
    if (known !== undefined) return known;
    const number = this.size;
    this.added.push(xml);
    this.known.set(xml, number);
    return number;
  }

  finish(): void {
    const count = this.size;
    if (this.added.length === 0) return;
    if (!this.node) {
      const tag = this.edit.prefix + this.name;
      this.edit.insert(this.edit.root, ORDER, this.name, `<${tag} count="${count}">${this.added.join("")}</${tag}>`);
      return;
    }
    this.edit.append(this.node, this.added.join(""));
    if (this.node.attributes["count"] !== undefined) this.edit.setAttribute(this.node, "count", String(count));
  }
}

function emptyStyles(dialect: Dialect, greatest: number): string {
  return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<styleSheet xmlns="${dialect.main}">` +
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${greatest + 1}">${'<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'.repeat(greatest + 1)}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
}
