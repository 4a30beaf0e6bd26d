import { locate, moveAttached, textsOf } from "./attached-notes";

/** The notes of a sheet as the newest client has them; the one that the tests of whole workbooks run does not know them. */
class Notes {
  readonly items: { content: string; row: number; column: number }[] = [];

  constructor(texts: readonly (readonly [number, number, string])[]) {
    for (const [row, column, content] of texts) this.items.push({ content, row, column });
  }

  readonly sheet = { notes: this, comments: { items: [] }, getRange: (cell: string) => cell } as unknown as Excel.Worksheet;

  list(): Excel.Note[] {
    return this.items.map((item) => this.noteOf(item));
  }

  add(cell: string, content: string): Excel.Note {
    const at = /^([A-Z])(\d+)$/.exec(cell)!;
    const [row, column] = [Number(at[2]), at[1]!.charCodeAt(0) - 64];
    if (this.items.some((item) => item.row === row && item.column === column)) throw new Error(`${cell} has a note`);
    this.items.push({ content, row, column });
    return this.noteOf(this.items.at(-1)!);
  }

  private noteOf(item: Notes["items"][number]): Excel.Note {
    return {
      content: item.content, delete: () => this.items.splice(this.items.indexOf(item), 1),
      getLocation: () => ({ rowIndex: item.row - 1, columnIndex: item.column - 1, load: () => undefined })
    } as unknown as Excel.Note;
  }
}

const context = { sync: () => Promise.resolve() } as unknown as Excel.RequestContext;
const at = (row: number, column: number) => ({ row, column });

test("notes are moved one after the other to cells that are free by then, in a ring with one of them aside", async () => {
  const notes = new Notes([[1, 1, "题"], [5, 4, "甲"], [6, 4, "乙"], [7, 4, "丙"]]);
  const attached = await locate(context, { notes: notes.list(), comments: [] }, notes.sheet);
  expect(textsOf(attached).size).toBe(4);
  moveAttached(notes.sheet, attached, [{ from: at(5, 4), to: at(6, 4) }, { from: at(6, 4), to: at(5, 4) }, { from: at(7, 4), to: at(8, 2) }]);
  expect(notes.items.map(({ row, column, content }) => [row, column, content]).sort((a, b) => Number(a[0]) - Number(b[0]))).toEqual([[1, 1, "题"], [5, 4, "乙"], [6, 4, "甲"], [8, 2, "丙"]]);
});

test("nothing is asked where nothing is attached", async () => {
  const sheet = new Notes([]).sheet;
  expect(await locate({ sync: () => Promise.reject(new Error("asked")) } as unknown as Excel.RequestContext, { notes: [], comments: [] }, sheet)).toEqual([]);
});
