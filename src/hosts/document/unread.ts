import type { DocumentUnread } from "../../workbook";
import { MAX_DOCUMENT_BYTES } from "../file/package/limits";
import type { Relationship } from "../file/package/relationships";
import { decodeXml } from "../file/package/xml";
import type { XmlEdit } from "../file/package/xml-edit";
import type { ZipArchive } from "../file/package/zip";

/** What of a document stands outside the text that is read. */
export function unreadIn(zip: ZipArchive, relationships: readonly Relationship[], { text }: XmlEdit): DocumentUnread[] {
  const unread: DocumentUnread[] = [];
  if (relationships.some(({ type, target, external }) => (type === "header" || type === "footer") && !external && saysSomething(zip, target))) unread.push("header");
  if (/<(?:\w+:)?(?:blip|imagedata)[\s/>]/.test(text)) unread.push("picture");
  if (/<(?:c|cx):chart[\s/>]/.test(text)) unread.push("chart");
  if (/<(?:\w+:)?OLEObject[\s/>]/.test(text)) unread.push("object");
  return unread;
}

/** Does a header or footer say more than the number of the page? */
function saysSomething(zip: ZipArchive, part: string): boolean {
  const bytes = zip.read(part, MAX_DOCUMENT_BYTES);
  if (!bytes) return false;
  const said = [...decodeXml(part, bytes).matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)</g)].map(([, each]) => each).join("");
  return said.replace(/[第共页\s\d\p{P}]/gu, "") !== "";
}
