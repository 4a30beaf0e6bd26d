/** Changes to a text by place, made all at once; what lies between them stays as it is. */
export class TextEdits {
  private readonly edits: { start: number; end: number; text: string; order: number }[] = [];

  constructor(readonly text: string) {}

  /** Of changes at one place, the earlier made comes first. */
  replace(start: number, end: number, text: string): void {
    this.edits.push({ start, end, text, order: this.edits.length });
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  /** Changes an attribute of the start tag that lies there, or adds it. */
  setAttribute(tagStart: number, tagEnd: number, name: string, value: string): void {
    const tag = this.text.slice(tagStart, tagEnd);
    const found = new RegExp(`(\\s${name}\\s*=\\s*)("[^"]*"|'[^']*')`).exec(tag);
    if (found) {
      const at = tagStart + found.index + found[1]!.length;
      this.replace(at, at + found[2]!.length, `"${value}"`);
    } else {
      this.insert(tagStart + /^<[^\s/>]+/.exec(tag)![0].length, ` ${name}="${value}"`);
    }
  }

  /** Gives `<a …/>` content. */
  fillEmptyTag(tagStart: number, tagEnd: number, content: string): void {
    const name = /^<([^\s/>]+)/.exec(this.text.slice(tagStart, tagEnd))![1]!;
    this.replace(this.text.lastIndexOf("/", tagEnd), tagEnd, `>${content}</${name}>`);
  }

  toString(): string {
    const edits = [...this.edits].sort((a, b) => a.start - b.start || a.end - b.end || a.order - b.order);
    let result = "";
    let at = 0;
    for (const edit of edits) {
      result += this.text.slice(at, edit.start) + edit.text;
      at = edit.end;
    }
    return result + this.text.slice(at);
  }
}
