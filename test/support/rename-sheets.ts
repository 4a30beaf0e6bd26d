import { unzipSync } from "fflate";
import { zipParts } from "../../src/hosts/file/testing/make-package";

/** Names that a formula has to quote, or would read as something else. */
export const ODD_SHEET_NAMES = ["it's 表", 'a "b" 表', "（中文）表 (1)", "=1+1", "A1", "2024", "R1C1", "TRUE", " 前空格", "-减", "表#1", "100%", "a,b;c", "{x}", "表&<>"];

/** The workbook with its sheets called otherwise, in formulas, names and lists, too. */
export function renameSheets(bytes: Uint8Array, names: readonly string[]): Uint8Array {
  const parts = new Map<string, string | Uint8Array>(Object.entries(unzipSync(bytes)));
  const workbook = new TextDecoder().decode(parts.get("xl/workbook.xml") as Uint8Array);
  const former = [...workbook.matchAll(/<sheet [^>]*?name="([^"]*)"/g)].map(([, name]) => name!);
  const escape = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
  for (const [part, content] of parts) {
    if (!part.endsWith(".xml")) continue;
    let text = new TextDecoder().decode(content as Uint8Array);
    // By way of marks, so that no new name is taken for a former one.
    former.forEach((name, index) => {
      text = text.replaceAll(`name="${name}"`, `name="@${index}@"`).replaceAll(`'${name}'!`, `'#${index}#'!`);
      if (/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name)) text = text.replaceAll(`${name}!`, `'#${index}#'!`);
    });
    former.forEach((_, index) => {
      const name = names[index % names.length]!;
      text = text.replaceAll(`name="@${index}@"`, `name="${escape(name)}"`).replaceAll(`'#${index}#'!`, `'${escape(name.replace(/'/g, "''"))}'!`);
    });
    parts.set(part, text);
  }
  return zipParts(parts);
}
