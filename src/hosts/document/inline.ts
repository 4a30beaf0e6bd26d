import { childOf, type XmlNode } from "../file/package/xml-edit";
import { attribute, chosen, isOn, localName, textOf } from "./nodes";
import type { DocumentStyles } from "./styles";
import { symbolOf, symbolText } from "./symbols";

/** A stretch of a paragraph's text, and what of the part it was read from. */
export interface TextPiece {
  readonly text: string;
  /** As the part has it, in as many characters; a sign of a symbol font may differ from what is shown. */
  readonly written: string;
  /** The run, and the child of it that the text stands in. */
  readonly run: XmlNode;
  readonly node: XmlNode;
}

/** What a paragraph holds: its text in pieces, and what hangs on it. */
export interface ParagraphContent {
  readonly pieces: TextPiece[];
  /** The contents of text boxes that are fixed to it. */
  readonly boxes: XmlNode[];
  readonly notes: { readonly kind: "footnote" | "endnote"; readonly id: string }[];
}

/** Elements that only wrap what they hold. A field's result stands in it (fldSimple); insertions and what was moved here are shown. */
const WRAPPERS: ReadonlySet<string> = new Set([
  "hyperlink", "smartTag", "customXml", "sdtContent", "fldSimple", "ins", "moveTo", "bdo", "dir", "oMath", "oMathPara", "Choice", "Fallback"
]);
/** What a run holds that is not text and may hold a text box, a picture or the like. */
const DRAWN: ReadonlySet<string> = new Set(["drawing", "pict", "object"]);

/**
 * Reads the text of a story's paragraphs as the document shows it: deletions and what was moved away left out, of a field its result only,
 * hidden text left out. A field may begin in one paragraph and end in another, so one reader reads the whole story.
 */
export class InlineReader {
  /** The fields that are open, the outermost first: is its code being told, or its result? */
  private readonly fields: ("code" | "result")[] = [];

  constructor(private readonly part: string, private readonly styles: DocumentStyles) {}

  paragraph(node: XmlNode): ParagraphContent {
    const content: ParagraphContent = { pieces: [], boxes: [], notes: [] };
    this.within(node, content);
    // A code that no separator ends would swallow the rest of the document.
    this.fields.forEach((state, index) => {
      if (state === "code") this.fields[index] = "result";
    });
    return content;
  }

  private within(node: XmlNode, content: ParagraphContent): void {
    for (const child of node.children) {
      const name = localName(child);
      if (name === "r") this.run(child, content);
      else if (name === "AlternateContent") this.within({ ...child, children: [chosen(child)].filter((each) => each !== undefined) }, content);
      else if (name === "sdt") this.within(child, content);
      else if (name === "ruby") this.within({ ...child, children: child.children.filter((each) => localName(each) === "rubyBase") }, content);
      else if (WRAPPERS.has(name) || name === "rubyBase" || child.name.startsWith("m:")) this.within(child, content);
    }
  }

  private run(run: XmlNode, content: ParagraphContent): void {
    const properties = childOf(run, "rPr");
    const vanish = properties && childOf(properties, "vanish");
    const hidden = vanish ? isOn(vanish) : this.styles.isHidden(attribute(properties && childOf(properties, "rStyle"), "val"));
    const font = attribute(properties && childOf(properties, "rFonts"), "ascii");
    for (const child of run.children) this.inRun(run, child, font, hidden, content);
  }

  private inRun(run: XmlNode, node: XmlNode, font: string | undefined, hidden: boolean, content: ParagraphContent): void {
    const name = localName(node);
    if (name === "fldChar") return this.field(attribute(node, "fldCharType"));
    if (hidden || this.fields.includes("code")) return;
    if (name === "AlternateContent") {
      for (const child of chosen(node)?.children ?? []) this.inRun(run, child, font, hidden, content);
    } else if (name === "footnoteReference" || name === "endnoteReference") {
      content.notes.push({ kind: name === "footnoteReference" ? "footnote" : "endnote", id: attribute(node, "id") ?? "" });
    } else if (name === "ruby") this.within({ ...node, children: node.children.filter((each) => localName(each) === "rubyBase") }, content);
    else if (DRAWN.has(name)) content.boxes.push(...boxesIn(node));
    else {
      const written = this.written(node, name);
      if (written !== "") content.pieces.push({ text: name === "t" ? symbolText(font, written) : written, written, run, node });
    }
  }

  private written(node: XmlNode, name: string): string {
    switch (name) {
      case "t": {
        const text = textOf(this.part, node).replace(/[\t\r\n]+/g, " ");
        return node.attributes["xml:space"] === "preserve" ? text : text.replace(/^ +| +$/g, "");
      }
      case "tab": case "ptab": return "\t";
      case "br": case "cr": return "\n";
      case "noBreakHyphen": return "-";
      case "sym": {
        const code = parseInt(attribute(node, "char") ?? "", 16);
        return Number.isNaN(code) || code > 0xffff ? "" : symbolOf(attribute(node, "font"), code);
      }
      default: return "";
    }
  }

  private field(type: string | undefined): void {
    if (type === "begin") this.fields.push("code");
    else if (type === "separate" && this.fields.length > 0) this.fields[this.fields.length - 1] = "result";
    else if (type === "end") this.fields.pop();
  }
}

/** The contents of the text boxes of a drawing, each once. */
function boxesIn(node: XmlNode): XmlNode[] {
  if (localName(node) === "txbxContent") return [node];
  if (localName(node) === "AlternateContent") {
    const choice = chosen(node);
    return choice ? boxesIn(choice) : [];
  }
  return node.children.flatMap(boxesIn);
}
