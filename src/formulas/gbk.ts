/** CHAR and CODE number Chinese characters by their two bytes in GBK, the code page of a Chinese Excel. */
const decoder = new TextDecoder("gbk");
let codes: Map<string, number> | null = null;

/** The character of a two-byte code, or null. */
export function gbkCharacter(code: number): string | null {
  if (code < 0x8140 || code > 0xfefe) return null;
  const character = decoder.decode(new Uint8Array([code >> 8, code & 0xff]));
  return character.length === 1 && character !== "\ufffd" ? character : null;
}

/** The two-byte code of a text's first character, or null when it has none. */
export function gbkCode(text: string): number | null {
  if (text === "" || text.charCodeAt(0) < 0x80) return null;
  if (!codes) {
    codes = new Map();
    for (let code = 0x8140; code <= 0xfefe; code++) {
      const character = gbkCharacter(code);
      if (character !== null && !codes.has(character)) codes.set(character, code);
    }
  }
  return codes.get(text[0]!) ?? null;
}
