import { WorkbookError } from "../../../workbook";
import { MAX_ITEMS } from "../package/limits";
import { parseXml, unescapeText } from "../package/xml";

/** Reads the shared strings into a list. Rich text becomes its plain text; phonetic guides (拼音) are not part of it. */
export function readSharedStrings(part: string, bytes: Uint8Array, strings: string[]): void {
  const text = new RichText();
  parseXml(part, bytes, {
    open(name) {
      if (name === "si") text.start();
      else text.open(name);
    },
    close(name) {
      if (name !== "si") return text.close(name);
      if (strings.length >= MAX_ITEMS) throw new WorkbookError("too-large", part);
      strings.push(text.finish());
    },
    text: (piece) => text.add(piece)
  });
}

/** Gathers the text of an `si`, `is` or comment `text` element: its `t` elements, but for those in `rPh`. */
export class RichText {
  private gathered = "";
  private phonetic = 0;
  private listening = false;
  private within = false;

  start(): void {
    this.gathered = "";
    this.phonetic = 0;
    this.within = true;
    this.listening = false;
  }

  open(name: string): void {
    if (name === "rPh") this.phonetic++;
    else if (name === "t") this.listening = this.within && this.phonetic === 0;
  }

  close(name: string): void {
    if (name === "rPh") this.phonetic--;
    else if (name === "t") this.listening = false;
  }

  add(piece: string): void {
    if (this.listening) this.gathered += piece;
  }

  finish(): string {
    this.within = false;
    return unescapeText(this.gathered);
  }
}
