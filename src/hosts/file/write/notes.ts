import { cellName, parseCellName, type NoteMove } from "../../../workbook";
import type { PackageEditor } from "../package/package-editor";
import { readable } from "../read/notes";
import { readRelationships, relationshipsName } from "../package/relationships";

/** Parts that hold the notes of a sheet, and how older programs draw them. */
const NOTE_PARTS = new Set(["comments", "threadedComment", "vmlDrawing"]);

type Places = ReadonlyMap<string, { readonly row: number; readonly column: number }>;

/** Takes away what leads from a sheet's part but for its notes. Gives the relationship to the drawing of the notes, which the sheet has to name. */
export function keepNotes(editor: PackageEditor, part: string): string | null {
  const relationships = editor.edit(relationshipsName(part));
  if (!relationships) return null;
  const drawing = /<(?:\w+:)?legacyDrawing\b[^>]*?\s[\w-]+:id="([^"]*)"/.exec(editor.text(part) ?? "")?.[1];
  const kept = relationships.root.children.filter(({ attributes }) => {
    const type = (attributes["Type"] ?? "").split("/").pop()!;
    return NOTE_PARTS.has(type) && (type !== "vmlDrawing" || attributes["Id"] === drawing);
  });
  if (kept.length === 0) {
    editor.remove(relationshipsName(part));
    return null;
  }
  for (const each of relationships.root.children) if (!kept.includes(each)) relationships.remove(each);
  editor.set(relationshipsName(part), relationships);
  return kept.some(({ attributes }) => attributes["Id"] === drawing) ? drawing! : null;
}

/** Attaches notes to the cells where what they speak of stands now: in older programs' notes, in threads, and where they are drawn. */
export function moveNotes(editor: PackageEditor, part: string, moves: readonly NoteMove[]): void {
  if (moves.length === 0) return;
  const places: Places = new Map(moves.map(({ from, to }) => [cellName(from.row, from.column), to]));
  for (const { type, target, external } of readRelationships(editor.opened.zip, part)) {
    if (external || !NOTE_PARTS.has(type) || !editor.has(target)) continue;
    if (type === "vmlDrawing") editor.set(target, movedDrawings(editor.text(target)!, places));
    // A damaged part stays as it is.
    else readable(() => moveReferences(editor, target, places));
  }
}

function moveReferences(editor: PackageEditor, part: string, places: Places): void {
  const edit = editor.editExisting(part);
  const { root } = edit;
  for (const comment of root.name === "comments" ? root.children.find(({ name }) => name === "commentList")?.children ?? [] : root.children) {
    const at = parseCellName(comment.attributes["ref"] ?? "");
    const to = at && places.get(cellName(at.row, at.column));
    if (to) edit.setAttribute(comment, "ref", cellName(to.row, to.column));
  }
  editor.set(part, edit);
}

/** The drawings are not always well-formed XML: rows, columns and corners, counted from 0, are put right where they stand. */
function movedDrawings(text: string, places: Places): string {
  return text.replace(/<(\w+:)?ClientData\b[^>]*ObjectType="Note"[^]*?<\/\1ClientData>/g, (note) => {
    const number = (name: string): number => Number(new RegExp(`<(?:\\w+:)?${name}>\\s*(\\d+)\\s*<`).exec(note)?.[1] ?? NaN);
    const [row, column] = [number("Row"), number("Column")];
    const to = Number.isNaN(row + column) ? undefined : places.get(cellName(row + 1, column + 1));
    if (!to) return note;
    const [down, right] = [to.row - 1 - row, to.column - 1 - column];
    return note
      .replace(/(<(?:\w+:)?Row>\s*)\d+/, `$1${to.row - 1}`)
      .replace(/(<(?:\w+:)?Column>\s*)\d+/, `$1${to.column - 1}`)
      .replace(/(<(?:\w+:)?Anchor>)([^<]*)/, (_, tag: string, corners: string) => tag + corners.split(",").map((corner, index) =>
        // Left column, offset, top row, offset, right column, offset, bottom row, offset.
        (index % 2 ? corner : ` ${Math.max(0, Number(corner) + (index % 4 === 0 ? right : down))}`)).join(","));
  });
}
