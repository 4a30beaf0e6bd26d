import type { WorkbookErrorCode } from "../../../workbook";

/** First bytes of pictures; a null stands for any byte. */
const PICTURES: readonly (readonly (number | null)[])[] = [
  [0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff], [0x47, 0x49, 0x46, 0x38], [0x42, 0x4d], [0x49, 0x49, 0x2a, 0], [0x4d, 0x4d, 0, 0x2a],
  // WebP, and what telephones take (HEIC).
  [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50], [null, null, null, null, 0x66, 0x74, 0x79, 0x70]
];

/** What is given in place of a workbook now and then, so that the user hears what it is. `detail`: what was found in place of a workbook. */
export function foreignKind(bytes: Uint8Array, detail: string): WorkbookErrorCode {
  if (PICTURES.some((head) => head.every((byte, at) => byte === null || bytes[at] === byte))) return "picture";
  if (holds(bytes.subarray(0, 1024), "%PDF-")) return "pdf-file";
  if (holds(bytes.subarray(0, 16), "{\\rtf") || holds(bytes, "word/document.xml") || detail.includes("opendocument.text") || holds(bytes, wide("WordDocument"))) return "word-file";
  return "not-a-workbook";
}

/** As a compound file spells names. */
function wide(text: string): string {
  return [...text].map((character) => `${character}\0`).join("");
}

function holds(bytes: Uint8Array, text: string): boolean {
  const wanted = [...text].map((character) => character.charCodeAt(0));
  for (let at = bytes.indexOf(wanted[0]!); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1)) {
    if (wanted.every((code, index) => bytes[at + index] === code)) return true;
  }
  return false;
}
