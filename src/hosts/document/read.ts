import { WorkbookError, type TextDocument, type TextParagraph } from "../../workbook";
import { childOf, XmlEdit, type XmlNode } from "../file/package/xml-edit";
import { MAX_DOCUMENT_BYTES, MAX_DOCUMENT_ELEMENTS } from "../file/package/limits";
import { readRelationships, type Relationship } from "../file/package/relationships";
import { decodeXml } from "../file/package/xml";
import type { ZipArchive } from "../file/package/zip";
import { attribute, localName } from "./nodes";
import { openDocument } from "./open";
import { tablesWorkbook, type TextTable } from "./sheets";
import { plainText, StoryReader, type Block, type StoryParagraph, type StoryTable } from "./story";
import { DocumentStyles } from "./styles";
import { textTable } from "./tables";
import { unreadIn } from "./unread";

/** A Word file as it was read, with what its writer must know: where each paragraph's text stands in the part. */
export interface OpenedDocument {
  readonly zip: ZipArchive;
  readonly part: string;
  readonly relationships: readonly Relationship[];
  readonly xml: XmlEdit;
  readonly document: TextDocument;
  /** Of each paragraph of the document what it was read from; null for those aside, where no comment can stand. */
  readonly sources: readonly (StoryParagraph | null)[];
}

/** Reads the bytes of a Word file (.docx, .docm). Throws a WorkbookError whose code begins with "document-". */
export function readDocument(bytes: Uint8Array): TextDocument {
  return readOpened(bytes).document;
}

export function readOpened(bytes: Uint8Array): OpenedDocument {
  try {
    const { zip, part } = openDocument(bytes);
    return new DocumentReader(zip, part).read();
  } catch (error) {
    throw documentError(error);
  }
}

/** The same failure in the words of a document. */
export function documentError(error: unknown): unknown {
  if (!(error instanceof WorkbookError)) return error;
  if (error.code === "encrypted" || error.code === "corrupt" || error.code === "too-large") return new WorkbookError(`document-${error.code}`, error.detail);
  return error;
}

/** Reads one document: the body first, then what stands aside of it in the order in which the body leads there. */
class DocumentReader {
  private readonly relationships: readonly Relationship[];
  private readonly styles: DocumentStyles;
  private readonly body: StoryParagraph[] = [];
  private readonly aside: TextParagraph[] = [];
  private readonly tables: TextTable[] = [];
  private readonly inside: TextTable[] = [];
  private readonly notes = new Map<string, NotesPart | null>();
  private count = 0;

  constructor(private readonly zip: ZipArchive, private readonly part: string) {
    this.relationships = readRelationships(zip, part);
    const styles = this.partOf("styles");
    this.styles = new DocumentStyles(styles ?? "", styles === null ? null : zip.read(styles, MAX_DOCUMENT_BYTES));
  }

  read(): OpenedDocument {
    const { zip, part, relationships } = this;
    const xml = this.parse(part);
    const body = childOf(xml.root, "body");
    if (!body) throw new WorkbookError("corrupt", `${part} has no body`);
    const blocks = new StoryReader(xml.text, this.styles).read(body);
    this.body.push(...blocks.filter((block) => block.kind === "paragraph"));
    let index = -1;
    for (const block of blocks) {
      if (block.kind === "paragraph") this.hangingOn(block, xml.text, ++index);
      else this.addTable(block, xml.text, `表${++this.count}`, index, false);
    }
    const texts = this.body.map(plainText);
    const { workbook, tables } = tablesWorkbook([...this.tables, ...this.inside], texts);
    const paragraphs = [...this.body.map(({ level }, at): TextParagraph => ({ text: texts[at]!, level, aside: null })), ...this.aside];
    const sources = [...this.body, ...this.aside.map(() => null)];
    return { zip, part, relationships, xml, sources, document: { paragraphs, workbook, tables, unread: unreadIn(zip, relationships, xml) } };
  }

  /** What hangs on a paragraph: text boxes and notes. `of`: the body paragraph that it belongs to. */
  private hangingOn({ boxes, notes }: StoryParagraph, text: string, of: number): void {
    for (const box of boxes) this.addAside(new StoryReader(text, this.styles).read(box), text, "box", of);
    for (const { kind, id } of notes) {
      const part = this.notesPart(kind);
      const note = part?.byId.get(id);
      if (part && note) this.addAside(new StoryReader(part.text, this.styles).read(note), part.text, kind, of);
    }
  }

  private addAside(blocks: readonly Block[], text: string, kind: "footnote" | "endnote" | "box", of: number): void {
    for (const block of blocks) {
      if (block.kind === "table") this.addTable(block, text, `表${++this.count}`, of, true);
      else {
        if (plainText(block).trim() !== "") this.aside.push({ text: plainText(block), level: block.level, aside: { kind, of: of < 0 ? null : of } });
        this.hangingOn(block, text, of);
      }
    }
  }

  private addTable(table: StoryTable, text: string, name: string, after: number, isInside: boolean): void {
    (isInside ? this.inside : this.tables).push(textTable(table, { name, after, isInside }));
    let within = 0;
    for (const row of table.rows) {
      for (const { blocks } of row) {
        for (const block of blocks) {
          if (block.kind === "table") this.addTable(block, text, `${name}-${++within}`, after, true);
          else this.hangingOn(block, text, after);
        }
      }
    }
  }

  private notesPart(kind: "footnote" | "endnote"): NotesPart | null {
    let found = this.notes.get(kind);
    if (found === undefined) {
      const part = this.partOf(`${kind}s`);
      const xml = part === null || !this.zip.find(part) ? null : this.parse(part);
      const nodes = xml?.root.children.filter((child) => localName(child) === kind && (attribute(child, "type") ?? "normal") === "normal") ?? [];
      found = xml && { text: xml.text, byId: new Map(nodes.map((node) => [attribute(node, "id") ?? "", node])) };
      this.notes.set(kind, found);
    }
    return found;
  }

  private partOf(type: string): string | null {
    return this.relationships.find((each) => each.type === type && !each.external)?.target ?? null;
  }

  private parse(part: string): XmlEdit {
    const bytes = this.zip.read(part, MAX_DOCUMENT_BYTES);
    if (!bytes) throw new WorkbookError("corrupt", `${part} is missing`);
    return new XmlEdit(part, decodeXml(part, bytes), MAX_DOCUMENT_ELEMENTS);
  }
}

interface NotesPart {
  readonly text: string;
  readonly byId: ReadonlyMap<string, XmlNode>;
}

