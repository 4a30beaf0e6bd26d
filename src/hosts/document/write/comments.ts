import { WorkbookError } from "../../../workbook";
import { PackageEditor } from "../../file/package/package-editor";
import { type XmlEdit, type XmlNode } from "../../file/package/xml-edit";
import { escapeXml } from "../../file/package/xml-write";
import { addContentType, addRelationship, dialectOf } from "../../file/write/parts";
import { attribute, localName } from "../nodes";
import type { TextPiece } from "../inline";
import { documentError, readOpened, type OpenedDocument } from "../read";
import { splitRun, type Insertion } from "./runs";

/** A remark (批注) at a stretch of a paragraph's text. */
export interface DocumentComment {
  /** As in TextDocument. A remark at what stands aside (footnote, text box) is fixed to the paragraph that leads there. */
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  /** Lines become paragraphs. */
  readonly text: string;
}

export interface CommentOptions {
  readonly author: string;
  readonly date: Date;
}

const COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

/**
 * A copy of a Word file with remarks. Everything else stays byte for byte: other parts, other remarks, other runs. A run is split only where a
 * remark begins or ends within it. Throws a WorkbookError: "document-signed" for a signed document, and what readDocument throws.
 */
export function withComments(bytes: Uint8Array, comments: readonly DocumentComment[], options: CommentOptions): Uint8Array {
  const opened = readOpened(bytes);
  if (opened.zip.entries.some(({ name }) => /^_xmlsignatures\//i.test(name))) throw new WorkbookError("document-signed");
  try {
    const editor = new PackageEditor(opened);
    const writer = new CommentWriter(opened, editor);
    for (const comment of comments) writer.add(comment, options);
    writer.finish();
    return editor.finish();
  } catch (error) {
    throw documentError(error);
  }
}

class CommentWriter {
  private readonly part: string;
  private readonly xml: XmlEdit;
  /** What stands before our elements and attributes: a namespace of attributes always has a prefix. */
  private readonly prefix: string;
  private readonly insertions = new Map<XmlNode, Insertion[]>();
  /** Marks before and behind whole elements of paragraphs. */
  private readonly around = new Map<XmlNode, { before: string; behind: string }>();
  private readonly written: string[] = [];
  private readonly commentsPart: string | null;
  private readonly existing: XmlEdit | null;
  private readonly commentsPrefix: string;
  private next: number;

  constructor(private readonly opened: OpenedDocument, private readonly editor: PackageEditor<OpenedDocument>) {
    this.part = opened.part;
    this.xml = opened.xml;
    this.prefix = prefixIn(this.xml);
    const target = opened.relationships.find(({ type, external }) => type === "comments" && !external)?.target;
    this.commentsPart = target !== undefined && editor.has(target) ? target : null;
    this.existing = this.commentsPart === null ? null : editor.editExisting(this.commentsPart);
    this.commentsPrefix = this.existing ? prefixIn(this.existing) : this.prefix;
    const taken = [...(this.existing?.root.children ?? []).map((node) => Number(attribute(node, "id"))), ...[...this.xml.text.matchAll(/comment(?:RangeStart|RangeEnd|Reference)\s[^>]*?id="(\d+)"/g)].map(([, id]) => Number(id))];
    this.next = Math.max(-1, ...taken.filter(Number.isFinite)) + 1;
  }

  add({ paragraph, start, end, text }: DocumentComment, options: CommentOptions): void {
    const { sources, document } = this.opened;
    const of = document.paragraphs[paragraph]?.aside?.of;
    const source = sources[of ?? paragraph];
    if (!source || source.pieces.length === 0) return;
    const id = this.next++;
    const { prefix } = this;
    const from = `<${prefix}commentRangeStart ${prefix}id="${id}"/>`;
    const to = `<${prefix}commentRangeEnd ${prefix}id="${id}"/><${prefix}r><${prefix}commentReference ${prefix}id="${id}"/></${prefix}r>`;
    const isAside = of !== undefined && of !== null;
    const first = placed(source.pieces, isAside ? 0 : start, false);
    const last = placed(source.pieces, isAside ? 1 : Math.max(start + 1, end), true);
    this.mark(source.node, first.piece, first.offset, from, "before");
    this.mark(source.node, last.piece, last.offset, to, "behind");
    this.written.push(commentXml(this.commentsPrefix, id, text, options));
  }

  finish(): void {
    if (this.written.length === 0) return;
    const { part, xml, editor, prefix } = this;
    const edited = new Map<XmlNode, string>();
    for (const [run, insertions] of this.insertions) edited.set(run, splitRun(xml.text, run, inOrder(insertions)));
    for (const [node, { before, behind }] of this.around) edited.set(node, before + (edited.get(node) ?? xml.text.slice(node.start, node.end)) + behind);
    for (const [node, text] of edited) xml.replace(node, text);
    editor.set(part, xml);
    if (this.commentsPart !== null) {
      this.existing!.append(this.existing!.root, this.written.join(""));
      editor.set(this.commentsPart, this.existing!);
      return;
    }
    const dialect = dialectOf(xml.namespace);
    const name = editor.freeName((number) => `${part.slice(0, part.lastIndexOf("/") + 1)}comments${number === 1 ? "" : number}.xml`);
    editor.set(name, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${prefix}comments xmlns:${prefix.slice(0, -1)}="${xml.namespace}">${this.written.join("")}</${prefix}comments>`);
    addContentType(editor, name, COMMENTS_TYPE);
    addRelationship(editor, part, name, `${dialect.relationships}/comments`);
  }

  /** Marks a place in a run that is the paragraph's own; around a link, a change or a control the mark stands outside of it. */
  private mark(paragraph: XmlNode, piece: TextPiece, offset: number, xml: string, side: "before" | "behind"): void {
    const own = childAround(this.xml.root, paragraph, piece.run);
    if (own !== piece.run) {
      const around = this.around.get(own) ?? { before: "", behind: "" };
      this.around.set(own, side === "before" ? { ...around, before: around.before + xml } : { ...around, behind: around.behind + xml });
      return;
    }
    const insertions = this.insertions.get(piece.run) ?? [];
    insertions.push({ piece, offset, xml });
    this.insertions.set(piece.run, insertions);
  }
}

/** What stands before names of the part's namespace in elements and attributes; declared where only elements could do without. */
function prefixIn(xml: XmlEdit): string {
  const declared = Object.entries(xml.root.attributes).find(([name, value]) => name.startsWith("xmlns:") && value === xml.namespace);
  if (!declared) xml.setAttribute(xml.root, "xmlns:w", xml.namespace);
  return `${declared ? declared[0].slice(6) : "w"}:`;
}

/** The piece that holds the character at the offset, and its place in it; `isEnd`: the one that ends there. */
function placed(pieces: readonly TextPiece[], at: number, isEnd: boolean): { piece: TextPiece; offset: number } {
  let left = Math.max(0, at);
  for (const piece of pieces) {
    if (left < piece.text.length || (isEnd && left === piece.text.length)) return { piece, offset: left };
    left -= piece.text.length;
  }
  const piece = pieces[pieces.length - 1]!;
  return { piece, offset: piece.text.length };
}

/** The child of the paragraph that the run is, or stands in. A paragraph whose mark was deleted reaches into the next one. */
function childAround(root: XmlNode, paragraph: XmlNode, run: XmlNode): XmlNode {
  const holds = (node: XmlNode): boolean => node.start <= run.start && node.end >= run.end;
  let inner = holds(paragraph) ? paragraph : root;
  if (inner === root) {
    for (let at: XmlNode | undefined = root; at; at = at.children.find(holds)) if (localName(at) === "p") inner = at;
  }
  return inner.children.find(holds) ?? run;
}

/** By their place; what ends there before what begins there. */
function inOrder(insertions: readonly Insertion[]): Insertion[] {
  return [...insertions].sort((a, b) => a.piece.node.start - b.piece.node.start || a.offset - b.offset || rank(a) - rank(b));
}

function rank({ xml }: Insertion): number {
  return xml.includes("commentRangeEnd") ? 0 : 1;
}

function commentXml(prefix: string, id: number, text: string, { author, date }: CommentOptions): string {
  const lines = text.split("\n").map((line) => `<${prefix}p><${prefix}r><${prefix}t xml:space="preserve">${escapeXml(line)}</${prefix}t></${prefix}r></${prefix}p>`);
  return `<${prefix}comment ${prefix}id="${id}" ${prefix}author="${escapeXml(author)}" ${prefix}date="${date.toISOString().slice(0, 19)}Z" ${prefix}initials="${escapeXml(author.slice(0, 1))}">${lines.join("")}</${prefix}comment>`;
}
