import { parseXml, type Attributes } from "../package/xml";

/** The colours of Office's own theme, in the order by which styles name them. RRGGBB. */
export const OFFICE_COLOURS: readonly string[] = [
  "FFFFFF", "000000", "E7E6E6", "44546A", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47", "0563C1", "954F72"
];

/** The order of a theme's own list; styles count the two light ones first. */
const THEME_ORDER = ["lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"];

/** The numbered colours of old files, from 8 on; 0 to 7 repeat the first eight. */
const INDEXED = ("000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 " +
  "9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF " +
  "00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 " +
  "003366 339966 003300 333300 993300 993366 333399 333333").split(" ");

/** The colour that a style's element names, RRGGBB; null for an automatic one. */
export function readColour(attributes: Attributes, theme: readonly string[]): string | null {
  const { rgb, theme: number, indexed, tint } = attributes;
  const index = Number(indexed);
  const base = rgb ? rgb.slice(-6).toUpperCase()
    : number !== undefined ? theme[Number(number)]
      : indexed !== undefined ? INDEXED[index < 8 ? index : index - 8] : undefined;
  if (base === undefined || !/^[0-9A-F]{6}$/.test(base)) return null;
  const share = Number(tint ?? 0);
  return share === 0 || !(Math.abs(share) <= 1) ? base : tinted(base, share);
}

/** Towards white for a positive share, towards black for a negative one. */
function tinted(colour: string, share: number): string {
  const target = share > 0 ? 255 : 0;
  const channels = [0, 2, 4].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return channels.map((channel) => Math.round(channel + (target - channel) * Math.abs(share)).toString(16).padStart(2, "0")).join("").toUpperCase();
}

/** The colours of a theme part. A damaged one costs colours, not the workbook. */
export function readThemeColours(part: string, read: () => Uint8Array | null): readonly string[] {
  const found = new Map<string, string>();
  let at: string | null = null;
  try {
    const bytes = read();
    if (!bytes) return OFFICE_COLOURS;
    parseXml(part, bytes, {
      open(name, attributes) {
        const local = name.replace(/^.*:/, "");
        if (THEME_ORDER.includes(local)) at = local;
        else if (at !== null && (local === "srgbClr" || local === "sysClr") && !found.has(at)) {
          found.set(at, (attributes["lastClr"] ?? attributes["val"] ?? "").toUpperCase());
        }
      }
    });
  } catch {
    return OFFICE_COLOURS;
  }
  return THEME_ORDER.map((name, index) => found.get(name) ?? OFFICE_COLOURS[index]!);
}
