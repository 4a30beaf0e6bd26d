import { SaxesParser } from "saxes";
import { WorkbookError } from "../../../workbook";
import { MAX_XML_DEPTH } from "./limits";
import { TextEdits } from "./text-edits";
import { guard, NameMap, type Attributes } from "./xml";

/** An element of a part with its place in the text, so that the text around it can stay as it is. */
export interface XmlNode {
  /** Without the prefix that the root's namespace has here. */
  readonly name: string;
  /** As written. */
  readonly writtenName: string;
  readonly attributes: Attributes;
  readonly children: XmlNode[];
  /** Of the "<". */
  readonly start: number;
  /** Behind the ">" of the start tag. */
  readonly innerStart: number;
  /** Of the "<" of the end tag; innerStart for `<a/>`. */
  innerEnd: number;
  /** Behind the ">" of the end tag. */
  end: number;
  readonly selfClosing: boolean;
}

/** A small part as a tree of places in its text, and the changes to be made to it. */
export class XmlEdit {
  readonly root: XmlNode;
  readonly namespace: string;
  /** What stands before names of the root's namespace: "" or "x:". */
  readonly prefix: string;
  private readonly edits: TextEdits;
  /** Children added to elements that were `<a/>`. */
  private readonly filled = new Map<XmlNode, string[]>();

  /** `most`: a part of more elements is refused as "too-large". */
  constructor(part: string, readonly text: string, most = Infinity) {
    const { root, names } = parseTree(part, text, most);
    this.root = root;
    this.namespace = names.namespace;
    this.prefix = root.writtenName.slice(0, root.writtenName.length - root.name.length);
    this.edits = new TextEdits(text);
  }

  /** Adds text behind the last child. */
  append(node: XmlNode, xml: string): void {
    if (!node.selfClosing) return this.edits.insert(node.innerEnd, xml);
    const added = this.filled.get(node);
    if (added) added.push(xml);
    else this.filled.set(node, [xml]);
  }

  /** Adds a child at the place that the schema's order gives it. */
  insert(node: XmlNode, order: readonly string[], name: string, xml: string): void {
    const rank = order.indexOf(name);
    let after: XmlNode | null = null;
    for (const child of node.children) {
      const childRank = order.indexOf(child.name);
      if (childRank >= 0 && childRank <= rank) after = child;
    }
    if (after) this.edits.insert(after.end, xml);
    else if (node.selfClosing) this.append(node, xml);
    else this.edits.insert(node.innerStart, xml);
  }

  remove(node: XmlNode): void {
    this.edits.replace(node.start, node.end, "");
  }

  /** Puts another text in the place of an element. */
  replace(node: XmlNode, xml: string): void {
    this.edits.replace(node.start, node.end, xml);
  }

  setAttribute(node: XmlNode, name: string, value: string): void {
    this.edits.setAttribute(node.start, node.innerStart, name, value);
  }

  /** The text with all changes made. To be asked once. */
  toString(): string {
    for (const [node, added] of this.filled) this.edits.fillEmptyTag(node.start, node.innerStart, added.join(""));
    return this.edits.toString();
  }
}

/** The first child of that name. */
export function childOf(node: XmlNode, name: string): XmlNode | undefined {
  return node.children.find((child) => child.name === name);
}

function parseTree(part: string, text: string, most: number): { root: XmlNode; names: NameMap } {
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  const open: XmlNode[] = [];
  let root: XmlNode | null = null;
  let names: NameMap | null = null;
  let elements = 0;
  parser.on("doctype", () => {
    throw new WorkbookError("corrupt", `${part} has a document type`);
  });
  parser.on("opentag", (tag) => {
    names ??= new NameMap(tag);
    if (++elements > most) throw new WorkbookError("too-large", `${part} has too many elements`);
    const end = parser.position;
    const node: XmlNode = {
      name: names.local(tag.name),
      writtenName: tag.name,
      attributes: tag.attributes,
      children: [],
      // Attribute values hold no bare "<", so the last one opens this tag.
      start: text.lastIndexOf("<", end - 1),
      innerStart: end,
      innerEnd: end,
      end,
      selfClosing: tag.isSelfClosing
    };
    open[open.length - 1]?.children.push(node);
    root ??= node;
    if (open.push(node) > MAX_XML_DEPTH) throw new WorkbookError("corrupt", `${part} is nested too deep`);
  });
  parser.on("closetag", () => {
    const node = open.pop()!;
    if (node.selfClosing) return;
    node.end = parser.position;
    node.innerEnd = text.lastIndexOf("<", node.end - 1);
  });
  guard(part, () => parser.write(text).close());
  return { root: root!, names: names! };
}
