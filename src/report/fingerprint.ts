import type { Finding } from "../rules/finding";

/**
 * What a finding is recognised by in a later check: rule, kind of table, row key and column role. No address, no name of
 * a person, no value, so that it survives moved rows and new numbers. Sixteen hexadecimal digits.
 */
export function fingerprintOf(finding: Pick<Finding, "rule" | "subject">): string {
  const { table, row, column } = finding.subject;
  return hash([finding.rule, table, row, column].join("\u0000"));
}

/** A 64-bit FNV-1a hash: stable over versions and platforms; nothing secret hangs on it. */
function hash(text: string): string {
  let state = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) state = ((state ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return state.toString(16).padStart(16, "0");
}
