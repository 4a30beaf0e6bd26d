import { Raise, VALUE } from "../values";
import { fn, type FunctionTable } from "./spec";

/** Bytes of a character in Chinese editions: 1 for ASCII, 2 for all others. */
function width(character: string): number {
  return character.charCodeAt(0) > 0x7f ? 2 : 1;
}

function lengthInBytes(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) bytes += width(text[i]!);
  return bytes;
}

/** That many bytes from a byte on; a character that is cut in half becomes a blank. */
function slice(text: string, from: number, bytes: number): string {
  let position = 0;
  let found = "";
  const to = from + bytes;
  for (let i = 0; i < text.length && position < to; i++) {
    const size = width(text[i]!);
    const end = position + size;
    if (position >= from && end <= to) found += text[i]!;
    else if (end > from && position < to) found += " ";
    position = end;
  }
  return found;
}

function count(value: number): number {
  const whole = Math.trunc(value);
  if (whole < 0) throw new Raise(VALUE);
  return whole;
}

/** The byte, from 1, at which a text begins in another one, looked for from that byte on. */
function findByte(wanted: string, text: string, from: number): number {
  const start = count(from) - 1;
  if (start < 0) throw new Raise(VALUE);
  let index = 0;
  for (let bytes = 0; index < text.length && bytes < start; index++) bytes += width(text[index]!);
  const found = text.indexOf(wanted, index);
  if (found < 0) throw new Raise(VALUE);
  return lengthInBytes(text.slice(0, found)) + 1;
}

const toHalf = (text: string): string =>
  text.replace(/[\uff01-\uff5e\u3000]/g, (character) =>
    character === "\u3000" ? " " : String.fromCharCode(character.charCodeAt(0) - 0xfee0));
const toFull = (text: string): string =>
  text.replace(/[!-~ ]/g, (character) =>
    character === " " ? "\u3000" : String.fromCharCode(character.charCodeAt(0) + 0xfee0));

/** The functions that count bytes, and those between full-width and half-width characters. */
export const widthFunctions: FunctionTable = {
  LENB: fn("t", ([text]) => lengthInBytes(text)),
  LEFTB: fn("t n?", ([text, bytes]) => slice(text, 0, count(bytes ?? 1))),
  RIGHTB: fn("t n?", ([text, bytes]) => {
    const size = Math.min(count(bytes ?? 1), lengthInBytes(text));
    return slice(text, lengthInBytes(text) - size, size);
  }),
  MIDB: fn("t n n", ([text, from, bytes]) => {
    if (Math.trunc(from) < 1) throw new Raise(VALUE);
    return slice(text, Math.trunc(from) - 1, count(bytes));
  }),
  FINDB: fn("t t N?", ([wanted, text, from]) => findByte(wanted, text, from ?? 1)),
  SEARCHB: fn("t t N?", ([wanted, text, from]) => findByte(wanted.toLowerCase(), text.toLowerCase(), from ?? 1)),
  ASC: fn("t", ([text]) => toHalf(text)),
  WIDECHAR: fn("t", ([text]) => toFull(text)),
  JIS: fn("t", ([text]) => toFull(text)),
  DBCS: fn("t", ([text]) => toFull(text))
};
