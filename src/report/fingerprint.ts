import type { Finding } from "../rules/finding";
import { hashText } from "../values/hash";

/**
 * What a finding is recognised by in a later check: rule, kind of table, row key and column role. No address, no name of
 * a person, no value, so that it survives moved rows and new numbers. Sixteen hexadecimal digits.
 */
export function fingerprintOf(finding: Pick<Finding, "rule" | "subject">): string {
  const { table, row, column } = finding.subject;
  return hashText([finding.rule, table, row, column].join("\u0000"));
}
