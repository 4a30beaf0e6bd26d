import { childOf, type XmlNode } from "../../file/package/xml-edit";
import { escapeXml } from "../../file/package/xml-write";
import { localName } from "../nodes";
import type { TextPiece } from "../inline";

/** What stands in a run without being shown: behind nothing else the run needs no split. */
const UNSEEN: ReadonlySet<string> = new Set(["lastRenderedPageBreak", "annotationRef", "footnoteRef", "endnoteRef"]);

/** Something that is to stand between two characters of a run. */
export interface Insertion {
  readonly piece: TextPiece;
  /** How many characters of the piece stand before it. */
  readonly offset: number;
  readonly xml: string;
}

/**
 * A run with insertions between its characters, in the order given: the run is split where one stands within it, each part with the run's own
 * properties. Before or behind all of its text it stays as it is.
 */
export function splitRun(part: string, run: XmlNode, insertions: readonly Insertion[]): string {
  const properties = childOf(run, "rPr");
  /** The content of each run that is left, and the insertions between them. */
  const found: { readonly xml: string; readonly isRun: boolean }[] = [];
  let held = "";
  let isSeen = false;
  const insert = (xml: string): void => {
    if (isSeen) {
      found.push({ xml: held, isRun: true });
      held = "";
      isSeen = false;
    }
    found.push({ xml, isRun: false });
  };
  for (const child of run.children) {
    if (child === properties) continue;
    const own = insertions.filter(({ piece }) => piece.node === child);
    const written = own[0]?.piece.written ?? "";
    let done = 0;
    for (const { offset, xml } of own) {
      if (offset > done) {
        held += text(part, child, written.slice(done, offset), done === 0 && offset === written.length);
        isSeen = true;
        done = offset;
      }
      insert(xml);
    }
    if (own.length > 0 && done === written.length) continue;
    held += own.length === 0 ? part.slice(child.start, child.end) : text(part, child, written.slice(done), done === 0);
    isSeen ||= !UNSEEN.has(localName(child));
  }
  if (held !== "") found.push({ xml: held, isRun: true });
  const isWhole = found.filter(({ isRun }) => isRun).length === 1;
  const open = part.slice(run.start, run.innerStart) + (properties ? part.slice(properties.start, properties.end) : "");
  const close = part.slice(run.innerEnd, run.end);
  return found.map(({ xml, isRun }) => (!isRun ? xml : isWhole ? part.slice(run.start, run.end) : open + xml + close)).join("");
}

/** A part of a text element, or the whole of it as it is written. */
function text(part: string, node: XmlNode, written: string, isWhole: boolean): string {
  if (isWhole || localName(node) !== "t") return part.slice(node.start, node.end);
  return `<${node.writtenName} xml:space="preserve">${escapeXml(written)}</${node.writtenName}>`;
}
