import { plainText } from "./entities";

/** A style of data of an .ods, which says how numbers are shown. None stands in another: one that is not closed ends at the next. */
const STYLE = /<((?:[\w.-]+:)?)(number-style|currency-style|percentage-style|date-style|time-style|text-style)\b([^<>]*?)(?:\/>|>((?:(?!<[\w.:-]*-style[\s>])[\s\S])*?)<\/\1\2\s*>)/g;
const PIECE = /<(?:[\w.-]+:)?([\w-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(?:\/>|>([^<]*)(?:<\/(?:[\w.-]+:)?\1\s*>)?)/g;
const NAME = /\s(?:[\w.-]+:)?name\s*=\s*(?:"[^"]*"|'[^']*')/;
/** What stands for a format where the library would make one of its own. */
const MARK = /^"hb((?:[\da-f]{4})*)"$/;
const COLOURS = new Map([["#ff0000", "Red"], ["#0000ff", "Blue"], ["#00ff00", "Green"], ["#ffff00", "Yellow"], ["#ff00ff", "Magenta"], ["#00ffff", "Cyan"]]);
/** Which sections the conditions of a style stand for where it says so; its own format comes behind them. */
const USUAL_SECTIONS = [["value()>=0"], ["value()>0", "value()<0"], ["value()>0", "value()<0", "value()=0"]];

interface DataStyle {
  readonly code: string;
  readonly maps: readonly { readonly condition: string; readonly name: string }[];
}

/**
 * The XML with each of its data styles replaced by one that the library takes for a text: {@link markedFormat} makes the number format of it.
 * The library knows neither conditions nor what a style leaves out.
 */
export function withMarkedFormats(xml: string): string {
  const styles = new Map<string, DataStyle>();
  for (const [, , kind, attributes, content = ""] of xml.matchAll(STYLE)) styles.set(read(attributes!, "name") ?? "", dataStyle(kind!, attributes!, content));
  return xml.replace(STYLE, (whole, prefix: string, _: string, attributes: string) => {
    const name = NAME.exec(attributes)?.[0];
    const style = styles.get(read(attributes, "name") ?? "");
    if (name === undefined || !style) return whole;
    const hex = Array.from(sections(style, styles), (character) => character.charCodeAt(0).toString(16).padStart(4, "0")).join("");
    return `<${prefix}number-style${name}><${prefix}text>hb${hex}</${prefix}text></${prefix}number-style>`;
  });
}

/** The number format of what the library made of a marked style. */
export function markedFormat(code: string): string {
  const hex = MARK.exec(code)?.[1];
  return hex === undefined ? code : hex.replace(/.{4}/g, (digits) => String.fromCharCode(parseInt(digits, 16)));
}

function sections({ code, maps }: DataStyle, styles: ReadonlyMap<string, DataStyle>): string {
  if (maps.length === 0) return code || "General";
  const others = maps.map(({ name }) => styles.get(name)?.code ?? "General");
  const isUsual = USUAL_SECTIONS.some((usual) => usual.length === maps.length && usual.every((condition, at) => condition === maps[at]!.condition));
  const named = others.map((other, at) => (isUsual ? other : `[${maps[at]!.condition.replace("value()", "").replace("!=", "<>")}]${other}`));
  return [...named, code].join(";");
}

function dataStyle(kind: string, attributes: string, content: string): DataStyle {
  const maps: { condition: string; name: string }[] = [];
  let code = "";
  for (const [, element, own, text = ""] of content.matchAll(PIECE)) {
    if (element === "map") maps.push({ condition: plainText(read(own!, "condition") ?? "").replace(/\s/g, ""), name: read(own!, "apply-style-name") ?? "" });
    else code += piece(element!, own!, text, kind);
  }
  if (kind === "time-style" && read(attributes, "truncate-on-overflow") === "false") code = code.replace(/h+|m+|s+/, "[$&]");
  return { code, maps };
}

function piece(element: string, attributes: string, text: string, kind: string): string {
  const isLong = read(attributes, "style") === "long";
  switch (element) {
    case "number": return number(attributes);
    case "scientific-number":
      return `${decimals(attributes, "0".repeat(count(attributes, "min-integer-digits", 1) || 1))}E${read(attributes, "forced-exponent-sign") === "false" ? "-" : "+"}${"0".repeat(count(attributes, "min-exponent-digits", 2))}`;
    case "fraction": {
      const below = read(attributes, "denominator-value");
      return `${"0".repeat(count(attributes, "min-integer-digits", 0)) || "#"} ${"?".repeat(count(attributes, "min-numerator-digits", 1))}/${below ?? "?".repeat(count(attributes, "min-denominator-digits", 1))}`;
    }
    case "text": return kind === "percentage-style" ? plainText(text).split("%").map((part) => literal(part)).join("%") : literal(plainText(text), kind === "date-style" || kind === "time-style");
    case "currency-symbol": return literal(plainText(text));
    case "fill-character": return `*${plainText(text) || " "}`;
    case "text-content": return "@";
    case "text-properties": {
      const colour = COLOURS.get((read(attributes, "color") ?? "").toLowerCase());
      return colour ? `[${colour}]` : "";
    }
    case "year": return isLong ? "yyyy" : "yy";
    case "month": return (read(attributes, "textual") === "true" ? "mmm" : "m") + (isLong ? "m" : "");
    case "day": return isLong ? "dd" : "d";
    case "day-of-week": return isLong ? "dddd" : "ddd";
    case "hours": return isLong ? "hh" : "h";
    case "minutes": return isLong ? "mm" : "m";
    case "seconds": {
      const parts = count(attributes, "decimal-places", 0);
      return (isLong ? "ss" : "s") + (parts > 0 ? `.${"0".repeat(parts)}` : "");
    }
    case "am-pm": return "AM/PM";
    default: return "";
  }
}

/** Without a number of decimals it is the general format. */
function number(attributes: string): string {
  const whole = count(attributes, "min-integer-digits", 0);
  const isGrouped = read(attributes, "grouping") === "true";
  if (read(attributes, "decimal-places") === null && !isGrouped && whole <= 1) return "General";
  const zeros = "0".repeat(whole);
  const thousands = Math.round(Math.log10(Number(read(attributes, "display-factor") ?? 1)) / 3);
  const grouped = isGrouped ? zeros.padStart(4, "#").replace(/\B(?=(.{3})+$)/g, ",") : zeros || "#";
  return decimals(attributes, grouped) + ",".repeat(thousands > 0 && thousands < 10 ? thousands : 0);
}

function decimals(attributes: string, whole: string): string {
  const most = count(attributes, "decimal-places", 0);
  const least = Math.min(most, count(attributes, "min-decimal-places", most));
  return most === 0 ? whole : `${whole}.${"0".repeat(least)}${"#".repeat(most - least)}`;
}

/** A text as a format has it. Between the parts of a date some signs need no quotes. */
function literal(text: string, isOfDate = false): string {
  const bare = isOfDate ? /^[-/: ]*$/ : /^[-() ]*$/;
  return bare.test(text) ? text : `"${text.replace(/"/g, "")}"`;
}

/** So many digits no format has. */
const MOST_DIGITS = 30;

function count(attributes: string, name: Attribute, otherwise: number): number {
  const given = read(attributes, name);
  const number = given === null ? otherwise : Number(given);
  return number >= 0 ? Math.min(Math.trunc(number), MOST_DIGITS) : otherwise;
}

const NAMES = [
  "name", "condition", "apply-style-name", "style", "textual", "truncate-on-overflow", "decimal-places", "min-decimal-places", "min-integer-digits", "grouping", "display-factor",
  "min-exponent-digits", "forced-exponent-sign", "min-numerator-digits", "min-denominator-digits", "denominator-value", "color"
] as const;
type Attribute = (typeof NAMES)[number];
const ATTRIBUTES = Object.fromEntries(NAMES.map((name) => [name, new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)])) as Record<Attribute, RegExp>;

/** As it stands in the tag, with its entities; null where it is not there. */
function read(attributes: string, name: Attribute): string | null {
  return ATTRIBUTES[name].exec(attributes)?.slice(1).find((text) => text !== undefined) ?? null;
}
