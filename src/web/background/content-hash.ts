/**
 * A text that is the same for the same bytes and, for all that people submit, only for them: the length and 53 bits of a
 * hash. The browser's own digest is not there on a page without https.
 */
export function contentHash(bytes: Uint8Array): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < bytes.length; at++) {
    a = Math.imul(a ^ bytes[at]!, 2654435761);
    b = Math.imul(b ^ bytes[at]!, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return `${bytes.length}-${(4294967296 * (2097151 & b) + (a >>> 0)).toString(36)}`;
}
