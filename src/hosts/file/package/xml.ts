import { SaxesParser, type SaxesTagPlain } from "saxes";
import { WorkbookError } from "../../../workbook";
import { MAX_XML_DEPTH } from "./limits";

/** Attributes by their name as written. The object has no prototype, so `__proto__` is a name like any other. */
export type Attributes = Record<string, string>;

/** What a reader of a part wants to hear. Names in the root's namespace come without their prefix. */
export interface XmlHandler {
  root?(names: NameMap): void;
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

const CHUNK = 1 << 20;

/** Reads a part. Throws "corrupt" on anything that is not well-formed, and on a document type. */
export function parseXml(part: string, bytes: Uint8Array, handler: XmlHandler): void {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  let names: NameMap | null = null;
  let depth = 0;
  parser.on("doctype", () => {
    throw new WorkbookError("corrupt", `${part} has a document type`);
  });
  parser.on("opentag", (tag) => {
    if (!names) {
      names = new NameMap(tag);
      handler.root?.(names);
    }
    if (++depth > MAX_XML_DEPTH) throw new WorkbookError("corrupt", `${part} is nested too deep`);
    handler.open(names.local(tag.name), tag.attributes);
  });
  parser.on("closetag", (tag) => {
    depth--;
    handler.close?.((names as NameMap).local(tag.name));
  });
  if (handler.text) {
    parser.on("text", (text) => handler.text!(text));
    parser.on("cdata", (text) => handler.text!(text));
  }
  guard(part, () => {
    const decoder = xmlDecoder(bytes);
    for (let at = 0; at < bytes.length; at += CHUNK) {
      parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }));
    }
    parser.write(decoder.decode());
    parser.close();
  });
}

/** Runs a reader of XML and turns whatever it throws into "corrupt". */
export function guard<T>(part: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof WorkbookError) throw error;
    throw new WorkbookError("corrupt", `${part}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Turns names as written into names without the prefix that the root's namespace has in this part. */
export class NameMap {
  /** The namespace of the root element. */
  readonly namespace: string;
  private readonly known = new Map<string, string>();
  private readonly prefixes = new Set<string>();

  constructor(root: Pick<SaxesTagPlain, "name" | "attributes">) {
    const colon = root.name.indexOf(":");
    const prefix = colon < 0 ? "" : root.name.slice(0, colon);
    this.namespace = root.attributes[prefix ? `xmlns:${prefix}` : "xmlns"] ?? "";
    this.prefixes.add(prefix);
    for (const [name, value] of Object.entries(root.attributes)) {
      if (value !== this.namespace) continue;
      if (name === "xmlns") this.prefixes.add("");
      else if (name.startsWith("xmlns:")) this.prefixes.add(name.slice(6));
    }
  }

  /** "x:row" → "row" in the root's namespace; a name of another namespace is given with its prefix. */
  local(name: string): string {
    let local = this.known.get(name);
    if (local === undefined) {
      const colon = name.indexOf(":");
      const prefix = colon < 0 ? "" : name.slice(0, colon);
      if (this.prefixes.has(prefix)) local = name.slice(colon + 1);
      else local = colon < 0 ? `:${name}` : name;
      this.known.set(name, local);
    }
    return local;
  }
}

/** The attribute with that local name under whatever prefix, for example `r:id`. */
export function prefixedAttribute(attributes: Attributes, local: string): string | undefined {
  for (const name in attributes) {
    if (name.endsWith(local) && name[name.length - local.length - 1] === ":") return attributes[name];
  }
  return undefined;
}

/** "1" or "true", as XML writes a truth value. */
export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

/** A whole part as text. */
export function decodeXml(part: string, bytes: Uint8Array): string {
  return guard(part, () => xmlDecoder(bytes).decode(bytes));
}

/** A decoder for the encoding that the part states: UTF-8 nearly always, UTF-16 by law. */
function xmlDecoder(bytes: Uint8Array): TextDecoder {
  let label = "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) label = "utf-16le";
  else if (bytes[0] === 0xfe && bytes[1] === 0xff) label = "utf-16be";
  else {
    const head = String.fromCharCode(...bytes.subarray(0, 120));
    label = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1] ?? label;
    // Without a mark a UTF-16 part could not have been read so far.
    if (/^utf-?16/i.test(label)) label = "utf-8";
  }
  return new TextDecoder(label, { fatal: true });
}

/** Undoes the escapes of spreadsheet strings: `_x000D_` is a carriage return, `_x005F_` an underscore. */
export function unescapeText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
