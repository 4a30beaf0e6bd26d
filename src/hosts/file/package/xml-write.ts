import { fitCell } from "../../sheet/cell-text";

/** Text for the content or an attribute of an element. Characters that XML has no place for are dropped. */
export function escapeXml(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "").replace(/[&<>"\t\n\r]/g, escapeCharacter);
}

function escapeCharacter(character: string): string {
  switch (character) {
    case "&": return "&amp;";
    case "<": return "&lt;";
    case ">": return "&gt;";
    case '"': return "&quot;";
    default: return `&#${character.charCodeAt(0)};`;
  }
}

/** Text for a cell, cut to what Excel can hold. */
export function escapeCellText(text: string): string {
  return escapeStoredText(fitCell(text));
}

/**
 * Text of a cell, as spreadsheets keep it: with `_xHHHH_` for characters that XML cannot, and the same for an underscore
 * that would look like the start of such an escape.
 */
export function escapeStoredText(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Surrogate}/gu, (character) =>
      `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`)
    .replace(/[&<>]/g, escapeCharacter);
}
