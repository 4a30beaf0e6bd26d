/** What characters of Word's symbol fonts look like; their codes lie in U+F020–U+F0FF, or without the F0. Ticks and crosses of rosters, mostly. */
const FONTS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  "wingdings": { 0xfc: "✓", 0xfb: "✗", 0xfe: "☑", 0xfd: "☒", 0xa8: "□", 0x6f: "□", 0x6e: "■", 0x6c: "●", 0xa1: "○", 0x9f: "•", 0x77: "◆", 0x75: "◆", 0xd8: "➢", 0xe0: "→" },
  "wingdings 2": { 0x50: "✓", 0x4f: "✗", 0x52: "☑", 0x51: "☒", 0x53: "☒", 0x54: "☒", 0xa3: "□", 0x2a: "□" },
  "symbol": { 0xb4: "×", 0xb8: "÷", 0xb1: "±", 0xb3: "≥", 0xa3: "≤", 0xb9: "≠", 0xbb: "≈", 0xd6: "√", 0xb7: "•", 0xb0: "°", 0xae: "→", 0x2d: "−" }
};

/** A character as the font shows it; itself where the font is an ordinary one or the sign is not known. */
export function symbolOf(font: string | undefined, code: number): string {
  const signs = FONTS[(font ?? "").trim().toLowerCase()];
  const sign = signs?.[code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code];
  return sign ?? String.fromCodePoint(code);
}

/** A text set in a symbol font. Of as many UTF-16 units as before: every sign is of one. */
export function symbolText(font: string | undefined, text: string): string {
  return font === undefined || !(font.trim().toLowerCase() in FONTS) ? text : text.replace(/[^\s]/g, (character) => symbolOf(font, character.charCodeAt(0)));
}
