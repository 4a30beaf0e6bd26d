/** What the first bytes of a file say it is. The name is not asked: people rename files. */
export type FileKind =
  | "empty" | "zip" | "compound" | "encrypted" | "old-excel" | "html" | "xml-spreadsheet" | "text" | "other";

/** Tells the kind of a file. */
export function sniff(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return "empty";
  if (startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0x50, 0x4b, 5, 6])) return "zip";
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return compoundKind(bytes);
  // The first record of a bare Excel 2, 3, 4 or 5 stream.
  if (bytes[0] === 0x09 && [0, 2, 4, 8].includes(bytes[1]!) && bytes.length > 6 && bytes[3] === 0) return "old-excel";
  return textKind(bytes);
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, i) => bytes[i] === byte);
}

/** A compound file holds named streams; their names, in UTF-16, tell a workbook from a document or a mail. */
function compoundKind(bytes: Uint8Array): FileKind {
  if (containsName(bytes, "encryptedpackage")) return "encrypted";
  if (containsName(bytes, "workbook") || containsName(bytes, "book")) return "compound";
  // A cut or damaged container has no directory to read; the stream's name still tells that a password is needed.
  return mentions(bytes, "EncryptedPackage") ? "encrypted" : "other";
}

/** Does the text stand anywhere in the bytes, in UTF-16? */
function mentions(bytes: Uint8Array, text: string): boolean {
  for (let at = bytes.indexOf(text.charCodeAt(0)); at >= 0; at = bytes.indexOf(text.charCodeAt(0), at + 1)) {
    let i = 0;
    while (i < text.length && bytes[at + 2 * i] === text.charCodeAt(i) && bytes[at + 2 * i + 1] === 0) i++;
    if (i === text.length) return true;
  }
  return false;
}

/**
 * Looks at directory entries only: 128 bytes each, aligned, the name's length in bytes at 64, with its closing zero. Names of streams are
 * equal in any case (WORKBOOK); the one looked for is given in lower case.
 */
function containsName(bytes: Uint8Array, name: string): boolean {
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    if (bytes[at + 64] !== (name.length + 1) * 2 || bytes[at + 65] !== 0) continue;
    let i = 0;
    while (i < name.length && lower(bytes[at + 2 * i]!) === name.charCodeAt(i) && bytes[at + 2 * i + 1] === 0) i++;
    if (i === name.length) return true;
  }
  return false;
}

function lower(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}

function textKind(bytes: Uint8Array): FileKind {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const head = bytes.subarray(0, 4096);
  // Text has no zero bytes and no control characters but tab and line ends.
  if (!utf16 && head.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12)) return "other";
  const text = decodeText(head).trimStart().toLowerCase();
  if (text.startsWith("%pdf-") || text.startsWith("{\\rtf")) return "other";
  if (text.startsWith("<?xml") && text.includes("urn:schemas-microsoft-com:office:spreadsheet")) return "xml-spreadsheet";
  if (/^<(?:\?xml|!doctype html|html|head|meta|table|body|style|!--)/.test(text)) {
    return /<(?:html|table)[\s>]/.test(decodeText(bytes.subarray(0, 1 << 20)).toLowerCase()) ? "html" : "other";
  }
  return "text";
}

/** Text in the encodings that Chinese programs write: UTF-16 or UTF-8 with a mark, UTF-8, otherwise GB 18030 (GBK). */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    // A sample may be cut in the middle of a character: streaming does not mind.
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
