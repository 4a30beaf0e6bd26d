import { childOf, type XmlNode } from "../file/package/xml-edit";
import { InlineReader, type ParagraphContent, type TextPiece } from "./inline";
import { attribute, chosen, localName, whole } from "./nodes";
import type { DocumentStyles } from "./styles";

/** What a story (the body, a note, a text box) holds, in its order. */
export type Block = StoryParagraph | StoryTable;

export interface StoryParagraph {
  readonly kind: "paragraph";
  readonly node: XmlNode;
  pieces: TextPiece[];
  readonly level: number | null;
  readonly boxes: readonly XmlNode[];
  readonly notes: ParagraphContent["notes"];
}

export interface StoryTable {
  readonly kind: "table";
  readonly columns: number;
  /** The widths of its columns as the table states them. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly StoryCell[])[];
}

export interface StoryCell {
  /** From 1; a cell over several columns begins at the first. */
  readonly column: number;
  readonly span: number;
  /** "continue": the cell above goes on here. */
  readonly merge: "start" | "continue" | null;
  readonly blocks: readonly Block[];
}

/** Wider than Word or LibreOffice make a table. */
const MOST_COLUMNS = 1024;
/** What only wraps paragraphs, tables, rows or cells. */
const WRAPPERS: ReadonlySet<string> = new Set(["sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"]);

/** Reads the paragraphs and tables of one story. */
export class StoryReader {
  private readonly inline: InlineReader;

  constructor(part: string, private readonly styles: DocumentStyles) {
    this.inline = new InlineReader(part, styles);
  }

  read(container: XmlNode): Block[] {
    const blocks: Block[] = [];
    let open: StoryParagraph | null = null;
    for (const node of unwrapped(container)) {
      const name = localName(node);
      if (name === "tbl") {
        blocks.push(this.table(node));
        open = null;
      } else if (name === "p") {
        const paragraph = this.paragraph(node);
        blocks.push(paragraph);
        if (open) {
          // The mark between them was deleted: they are one paragraph, in the place of the first.
          open.pieces.push(...paragraph.pieces);
          paragraph.pieces = [];
        } else open = paragraph;
        if (!isMarkDeleted(node) || open.pieces.length === 0) open = null;
      }
    }
    return blocks;
  }

  private paragraph(node: XmlNode): StoryParagraph {
    const properties = childOf(node, "pPr");
    const outline = attribute(properties && childOf(properties, "outlineLvl"), "val");
    const own = outline === undefined ? null : whole(outline, 9);
    const level = own === null ? this.styles.level(attribute(properties && childOf(properties, "pStyle"), "val")) : own >= 0 && own < 9 ? own + 1 : null;
    return { kind: "paragraph", node, level, ...this.inline.paragraph(node) };
  }

  private table(node: XmlNode): StoryTable {
    const grid = childOf(node, "tblGrid");
    const widths = (grid?.children ?? []).filter((child) => localName(child) === "gridCol").map((column) => whole(attribute(column, "w"), 0));
    const rows = unwrapped(node).filter((child) => localName(child) === "tr" && !isDeletedRow(child)).map((row) => this.row(row));
    const columns = Math.max(0, ...rows.map((row) => Math.max(0, ...row.map(({ column, span }) => column + span - 1))));
    return { kind: "table", columns, widths, rows };
  }

  private row(node: XmlNode): StoryCell[] {
    const properties = childOf(node, "trPr");
    let column = 1 + bounded(whole(attribute(properties && childOf(properties, "gridBefore"), "val"), 0));
    const cells: StoryCell[] = [];
    for (const cell of unwrapped(node)) {
      if (localName(cell) !== "tc" || column > MOST_COLUMNS) continue;
      const own = childOf(cell, "tcPr");
      const span = Math.max(1, bounded(whole(attribute(own && childOf(own, "gridSpan"), "val"), 1)));
      const across = own && childOf(own, "hMerge");
      const blocks = this.read(cell);
      const before = cells[cells.length - 1];
      // The old way to merge across: cells of their own that go on with the one before.
      if (across && attribute(across, "val") !== "restart" && before) cells[cells.length - 1] = { ...before, span: before.span + span };
      else cells.push({ column, span, merge: mergeOf(own && childOf(own, "vMerge")), blocks });
      column += span;
    }
    return cells;
  }
}

function bounded(number: number): number {
  return Math.min(Math.max(0, number), MOST_COLUMNS);
}

function mergeOf(node: XmlNode | undefined): StoryCell["merge"] {
  if (!node) return null;
  return attribute(node, "val") === "restart" ? "start" : "continue";
}

/** The children of a container, with what only wraps them taken off. */
function unwrapped(container: XmlNode): XmlNode[] {
  return container.children.flatMap((child) => {
    const name = localName(child);
    if (name === "AlternateContent") {
      const choice = chosen(child);
      return choice ? unwrapped(choice) : [];
    }
    return WRAPPERS.has(name) ? unwrapped(child) : [child];
  });
}

function isMarkDeleted(node: XmlNode): boolean {
  const properties = childOf(node, "pPr");
  const mark = properties && childOf(properties, "rPr");
  return mark !== undefined && (childOf(mark, "del") ?? childOf(mark, "moveFrom")) !== undefined;
}

function isDeletedRow(node: XmlNode): boolean {
  const properties = childOf(node, "trPr");
  return properties !== undefined && childOf(properties, "del") !== undefined;
}

export function plainText({ pieces }: Pick<StoryParagraph, "pieces">): string {
  return pieces.map(({ text }) => text).join("");
}
