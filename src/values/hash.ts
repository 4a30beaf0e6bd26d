/** A 64-bit FNV-1a hash: stable over versions and platforms; nothing secret hangs on it. Sixteen hexadecimal digits. */
export function hashText(text: string): string {
  let state = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) state = ((state ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return state.toString(16).padStart(16, "0");
}
