import type { BookSheet } from "./book";
import { Thing, type World } from "./objects";
import { RangeThing, rectOf } from "./range";
import { Refusal } from "./refusal";

/** A thread of comments on a cell. Of notes Microsoft's client on npm knows nothing. */
export interface Attached {
  readonly id: string;
  readonly row: number;
  readonly column: number;
  readonly author: string;
  content: string;
  readonly replies: { readonly author: string; readonly content: string }[];
}

const ATTACHED = new WeakMap<BookSheet, Attached[]>();
/** Whoever uses the add-in. */
const USER = "乙";
let last = 0;

export function attachedTo(sheet: BookSheet): Attached[] {
  const attached = ATTACHED.get(sheet) ?? [];
  ATTACHED.set(sheet, attached);
  return attached;
}

export function attach(sheet: BookSheet, row: number, column: number, content: string, replies: Attached["replies"] = [], author = "甲"): Attached {
  if (attachedTo(sheet).some((each) => each.row === row && each.column === column)) throw new Refusal("InvalidArgument", "the cell has one already");
  const one = { id: `{${++last}}`, row, column, author, content, replies };
  attachedTo(sheet).push(one);
  return one;
}

/** The comments of a sheet. */
export class CommentsThing extends Thing {
  constructor(world: World, private readonly sheet: BookSheet) {
    super(world);
  }

  override get sheetName(): string {
    return this.sheet.name;
  }

  override items(): readonly Thing[] {
    return attachedTo(this.sheet).map((one) => new CommentThing(this.world, this.sheet, one));
  }

  override step(name: string, values: readonly unknown[]): Thing {
    if (name === "Add") {
      const [cell, content] = values;
      const { top, left } = cell instanceof RangeThing ? cell.rect : rectOf(String(cell));
      return new CommentThing(this.world, this.sheet, attach(this.sheet, top, left, String(content), [], USER));
    }
    const found = name === "GetItemAt" ? attachedTo(this.sheet)[Number(values[0])] : attachedTo(this.sheet).find(({ id }) => id === values[0]);
    if (!found) throw new Refusal("ItemNotFound");
    return new CommentThing(this.world, this.sheet, found);
  }
}

class CommentThing extends Thing {
  constructor(world: World, private readonly sheet: BookSheet, private readonly one: Attached) {
    super(world);
  }

  override get sheetName(): string {
    return this.sheet.name;
  }

  override identity(): Record<string, unknown> {
    return { _Id: this.one.id, Id: this.one.id };
  }

  override step(name: string): Thing {
    const { row, column } = this.one;
    if (name === "GetLocation") return new RangeThing(this.world, this.sheet, { top: row, left: column, bottom: row, right: column });
    if (name === "Replies") return new Replies(this.world, this.sheet, this.one);
    return super.step(name, []);
  }

  override get(name: string): unknown {
    return name === "Content" ? this.one.content : name === "AuthorName" ? this.one.author : name === "Id" ? this.one.id : undefined;
  }

  override call(name: string): unknown {
    if (name !== "Delete") return super.call(name, []);
    attachedTo(this.sheet).splice(attachedTo(this.sheet).indexOf(this.one), 1);
    return null;
  }
}

class Replies extends Thing {
  constructor(world: World, private readonly sheet: BookSheet, private readonly one: Attached) {
    super(world);
  }

  override get sheetName(): string {
    return this.sheet.name;
  }

  override items(): readonly Thing[] {
    return this.one.replies.map((reply, index) => new Reply(this.world, reply, index));
  }

  override step(name: string, values: readonly unknown[]): Thing {
    if (name !== "Add") return new Reply(this.world, this.one.replies[Number(values[0])]!, Number(values[0]));
    this.one.replies.push({ author: USER, content: String(values[0]) });
    return new Reply(this.world, this.one.replies.at(-1)!, this.one.replies.length - 1);
  }
}

class Reply extends Thing {
  constructor(world: World, private readonly reply: Attached["replies"][number], private readonly index: number) {
    super(world);
  }

  override identity(): Record<string, unknown> {
    return { _Id: String(this.index), Id: String(this.index) };
  }

  override get(name: string): unknown {
    return name === "Content" ? this.reply.content : name === "AuthorName" ? this.reply.author : name === "Id" ? String(this.index) : undefined;
  }
}
