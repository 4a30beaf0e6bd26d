import { WorkbookError, type CellLook, type Scalar } from "../../../workbook";
import { OFFICE_COLOURS, readColour } from "./colours";
import { MAX_ITEMS } from "../package/limits";
import { builtInFormat, NumberFormat, type CellFormat } from "../../../workbook/number-format";
import { isTrue, parseXml, type Attributes, type XmlHandler } from "../package/xml";

/** What a cell's style number means for reading: its number format and look, and whether a protected sheet lets it be edited. */
export interface CellStyles {
  format(style: number): CellFormat;
  isLocked(style: number): boolean;
  /** Whether the cell's content was marked as a text, as by a leading quote. */
  isMarkedText(style: number): boolean;
}

/** Reads the styles part; without one every cell is General and locked. `themeColours` are those that styles name by number. */
export function readStyles(part: string, bytes: Uint8Array | null, date1904: boolean, themeColours: readonly string[] = OFFICE_COLOURS): CellStyles {
  const reader = new StylesReader(part, themeColours);
  if (bytes) parseXml(part, bytes, reader);
  const byCode = new Map<string, NumberFormat>();
  const formatOf = (code: string): NumberFormat => {
    let format = byCode.get(code);
    if (!format) byCode.set(code, (format = new NumberFormat(code, date1904)));
    return format;
  };
  const looks = new Map<string, CellLook>();
  const formats = reader.styles.map(({ numberFormat, font, fill, alignment }): CellFormat => {
    const format = formatOf(reader.codes.get(numberFormat) ?? builtInFormat(numberFormat));
    const look: CellLook = { ...reader.fonts[font], ...(reader.fills[fill] && { fill: reader.fills[fill] }), ...alignment };
    if (Object.keys(look).length === 0) return format;
    const key = JSON.stringify(look);
    if (!looks.has(key)) looks.set(key, look);
    return new LookingFormat(format, looks.get(key)!);
  });
  const general = formatOf("General");
  return {
    format: (style) => formats[style] ?? general,
    isLocked: (style) => !reader.unlocked.has(style),
    isMarkedText: (style) => reader.quoted.has(style)
  };
}

/** A number format together with a look. */
class LookingFormat implements CellFormat {
  constructor(private readonly format: NumberFormat, readonly look: CellLook) {}

  get code(): string {
    return this.format.code;
  }

  show(value: Scalar): string {
    return this.format.show(value);
  }
}

interface Style {
  readonly numberFormat: number;
  readonly font: number;
  readonly fill: number;
  alignment: CellLook;
}

type Section = "fonts" | "fills" | "cellXfs";
const SECTIONS: ReadonlySet<string> = new Set<Section>(["fonts", "fills", "cellXfs"]);

class StylesReader implements XmlHandler {
  readonly codes = new Map<number, string>();
  readonly fonts: { bold?: boolean; italic?: boolean; size?: number; color?: string }[] = [];
  readonly fills: (string | undefined)[] = [];
  readonly styles: Style[] = [];
  readonly unlocked = new Set<number>();
  readonly quoted = new Set<number>();
  private section: Section | null = null;
  private solid = false;

  constructor(private readonly part: string, private readonly themeColours: readonly string[]) {}

  open(name: string, attributes: Attributes): void {
    if (name === "numFmt") this.codes.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "General");
    else if (SECTIONS.has(name)) this.section = name as Section;
    else if (this.section === "fonts") this.openInFonts(name, attributes);
    else if (this.section === "fills") this.openInFills(name, attributes);
    else if (this.section === "cellXfs") this.openInStyles(name, attributes);
  }

  close(name: string): void {
    if (name === this.section) this.section = null;
  }

  private openInFonts(name: string, attributes: Attributes): void {
    const font = this.fonts.at(-1);
    const on = attributes["val"] === undefined || isTrue(attributes["val"]);
    if (name === "font") this.add(this.fonts, {});
    else if (!font) return;
    else if (name === "b" && on) font.bold = true;
    else if (name === "i" && on) font.italic = true;
    else if (name === "sz" && Number(attributes["val"]) > 0) font.size = Number(attributes["val"]);
    else if (name === "color") {
      const color = readColour(attributes, this.themeColours);
      // Black is what text is anyway, and what must turn white on a dark screen.
      if (color !== null && color !== "000000") font.color = color;
    }
  }

  private openInFills(name: string, attributes: Attributes): void {
    if (name === "fill") this.add(this.fills, undefined);
    else if (name === "patternFill") this.solid = attributes["patternType"] === "solid";
    else if (name === "fgColor" && this.solid && this.fills.length > 0) {
      const color = readColour(attributes, this.themeColours);
      if (color !== null && color !== "FFFFFF") this.fills[this.fills.length - 1] = color;
    }
  }

  private openInStyles(name: string, attributes: Attributes): void {
    if (name === "xf") {
      const number = (key: string): number => Number(attributes[key] ?? 0);
      this.add(this.styles, { numberFormat: number("numFmtId"), font: number("fontId"), fill: number("fillId"), alignment: {} });
      if (isTrue(attributes["quotePrefix"])) this.quoted.add(this.styles.length - 1);
      return;
    }
    const style = this.styles.at(-1);
    if (style && name === "alignment") style.alignment = readAlignment(attributes);
    else if (name === "protection" && attributes["locked"] !== undefined && !isTrue(attributes["locked"])) this.unlocked.add(this.styles.length - 1);
  }

  private add<T>(list: T[], item: T): void {
    if (list.length >= MAX_ITEMS) throw new WorkbookError("too-large", this.part);
    list.push(item);
  }
}

const HORIZONTAL = new Map<string, CellLook["horizontal"]>([
  ["left", "left"], ["center", "center"], ["centerContinuous", "center"], ["distributed", "center"], ["right", "right"]
]);
const VERTICAL = new Map<string, CellLook["vertical"]>([["top", "top"], ["center", "center"], ["distributed", "center"], ["justify", "top"]]);

function readAlignment(attributes: Attributes): CellLook {
  const horizontal = HORIZONTAL.get(attributes["horizontal"] ?? "");
  const vertical = VERTICAL.get(attributes["vertical"] ?? "");
  return { ...(horizontal && { horizontal }), ...(vertical && { vertical }), ...(isTrue(attributes["wrapText"]) && { wrap: true }) };
}
