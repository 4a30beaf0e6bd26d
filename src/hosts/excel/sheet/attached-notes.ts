import { render, say } from "../../../messages";
import { cellKey, cellName, type NoteMove } from "../../../workbook";
import { ask } from "../batch";
import { seesNotes } from "../office";

/** Where an attached note waits while its place is taken by another that waits for it. */
const ASIDE = 10_000;

/** A note or a thread of comments that the user attached to a cell of our sheet. */
export interface AttachedNote {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Attaches it to another cell, and only then takes it from its own. */
  readonly moveTo: (cell: Excel.Range) => AttachedNote["moveTo"];
}

interface Listed {
  readonly notes: readonly Excel.Note[];
  readonly comments: readonly Excel.Comment[];
}

/** Queues the question for what is attached to the sheet: comments, and notes where this Excel tells of them. */
export function askForAttached(item: Excel.Worksheet): () => Listed {
  const { comments } = item;
  const notes = seesNotes() ? notesOf(item) : null;
  comments.load("items/content,items/authorName");
  notes?.load("items/content");
  return () => ({ notes: notes?.items ?? [], comments: comments.items });
}

function notesOf({ notes }: Excel.Worksheet): Excel.NoteCollection {
  return notes;
}

/** Where they are attached; one round trip more where there are any. */
export async function locate(context: Excel.RequestContext, { notes, comments }: Listed, item: Excel.Worksheet): Promise<readonly AttachedNote[]> {
  if (notes.length + comments.length === 0) return [];
  return ask(context, () => {
    const places = [...notes, ...comments].map((each) => each.getLocation());
    for (const place of places) place.load("rowIndex,columnIndex");
    const replies = comments.map((comment) => comment.replies);
    for (const each of replies) each.load("items/content,items/authorName");
    return () => places.map((place, index): AttachedNote => {
      const at = { row: place.rowIndex + 1, column: place.columnIndex + 1 };
      const note = notes[index];
      if (note) return { ...at, text: note.content, moveTo: noteMover(item, note, note.content) };
      const comment = comments[index - notes.length]!;
      const said = [comment, ...replies[index - notes.length]!.items].map(({ authorName, content }) => signed(authorName, content));
      return { ...at, text: comment.content, moveTo: threadMover(item, comment, said) };
    });
  });
}

function noteMover(item: Excel.Worksheet, note: Excel.Note, text: string): AttachedNote["moveTo"] {
  return (cell) => {
    const moved = item.notes.add(cell, text);
    note.delete();
    return noteMover(item, moved, text);
  };
}

function threadMover(item: Excel.Worksheet, comment: Excel.Comment, said: readonly string[]): AttachedNote["moveTo"] {
  return (cell) => {
    const moved = item.comments.add(cell, said[0]!);
    for (const reply of said.slice(1)) moved.replies.add(reply);
    comment.delete();
    return threadMover(item, moved, said);
  };
}

/** Excel takes whoever attaches a comment anew for its author: then its text says whose it is, once. */
function signed(author: string, text: string): string {
  const mark = render(say("comment-by", { author: "", text: "" })).trim();
  return author === "" || text.includes(mark) ? text : render(say("comment-by", { author, text }));
}

/** By {@link cellKey}, as a snapshot has notes. */
export function textsOf(attached: readonly AttachedNote[]): Map<number, string> {
  return new Map(attached.map(({ row, column, text }) => [cellKey(row, column), text]));
}

/** Moves what is attached, each to a cell that is free by then. */
export function moveAttached(item: Excel.Worksheet, attached: readonly AttachedNote[], moves: readonly NoteMove[]): void {
  const name = ({ row, column }: { readonly row: number; readonly column: number }): string => cellName(row, column);
  const taken = new Set(attached.map(name));
  let waiting = moves.flatMap(({ from, to }) => {
    const note = attached.find((each) => name(each) === name(from));
    return note ? [{ at: name(from), to: name(to), moveTo: note.moveTo }] : [];
  });
  const move = (one: (typeof waiting)[number], to: string) => {
    taken.delete(one.at);
    taken.add(to);
    return { ...one, at: to, moveTo: one.moveTo(item.getRange(to)) };
  };
  for (let aside = 0; waiting.length > 0;) {
    const free = waiting.filter(({ to }) => !taken.has(to));
    if (free.length > 0) {
      for (const one of free) move(one, one.to);
      waiting = waiting.filter((one) => !free.includes(one));
    } else {
      // They wait for one another in a ring.
      const [first, ...others] = waiting;
      waiting = [...others, move(first!, cellName(ASIDE + ++aside, 1))];
    }
  }
}
