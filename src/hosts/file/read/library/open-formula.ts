import { quoteSheet, UNREADABLE_FORMULA } from "../../../../workbook";
import { decoded } from "../../package/relationships";

/** Texts, references, names and functions of other workbooks, errors; then what separates. */
const TOKEN = /("(?:[^"]|"")*")|(\[(?:'(?:[^']|'')*'|[^\]'])*\])|'((?:[^']|'')*)'#(\$?[\p{L}_][\p{L}\p{N}_.]*)|(#(?:N\/A|DIV\/0!|[A-Z]+[!?]))|(COM\.MICROSOFT\.)|([{};|~!])/gu;
const PART = /^(?:'((?:[^']|'')*)'#)?(?:\$?(?:'((?:[^']|'')*)'|([^.'#:$]+)))?\.(\$?[A-Z]{1,3}\$?\d+|\$?[A-Z]{1,3}|\$?\d+)$/i;
const SEPARATORS: Readonly<Record<string, string>> = { ";": ",", "!": " " };

/**
 * A formula of an .ods as Excel writes it: `of:=SUM([.A1:.B2];[$Sheet2.C1])` is `=SUM(A1:B2,Sheet2!C1)`. {@link UNREADABLE_FORMULA}
 * where Excel has no such thing.
 */
export function excelFormula(text: string): string {
  const prefix = /^(?:([a-z]\w*):)?=?/i.exec(text)!;
  const body = text.slice(prefix[0].length);
  if (prefix[1] === "msoxl") return `=${body}`;
  if (prefix[1] !== undefined && prefix[1] !== "of" && prefix[1] !== "oooc") return UNREADABLE_FORMULA;
  let depth = 0;
  let isReadable = true;
  const written = body.replace(TOKEN, (token, literal, reference, book, name, error, prefixed, mark) => {
    if (literal !== undefined || error !== undefined) return token;
    if (prefixed !== undefined) return "";
    if (reference !== undefined) {
      const area = excelReference(token.slice(1, -1));
      isReadable &&= area !== null;
      return area ?? "";
    }
    if (name !== undefined) return `[${fileName(book)}]!${name.replace("$", "")}`;
    if (mark === "{" || mark === "}") depth += mark === "{" ? 1 : -1;
    // Columns and rows of a constant array are told apart the other way round.
    else if (depth > 0) return mark === ";" ? "," : mark === "|" ? ";" : token;
    return SEPARATORS[mark] ?? token;
  });
  const joined = joinUnions(written);
  return isReadable && !withoutTexts(joined).includes("~") ? `=${joined}` : UNREADABLE_FORMULA;
}

/** `[$Sheet1.A1:.B2]` without its brackets; null for none. */
function excelReference(text: string): string | null {
  if (text.endsWith("#REF!")) return "#REF!";
  // The colon of a path is no separator.
  const parts = text.match(/(?:'(?:[^']|'')*'|[^':])+/g)?.map((part) => PART.exec(part)) ?? [];
  const [first, last] = parts;
  if (!first || parts.length > 2 || last === null) return null;
  const sheetOf = ([, , quoted, plain]: RegExpExecArray): string | undefined => quoted?.replace(/''/g, "'") ?? plain;
  const sheet = sheetOf(first);
  const other = last && sheetOf(last);
  const sheets = other !== undefined && other !== sheet ? `${sheet}:${other}` : sheet;
  const book = first[1] === undefined ? "" : `[${fileName(first[1])}]`;
  const cells = last ? `${first[4]}:${last[4]}` : first[4]!;
  if (sheets === undefined) return book === "" ? cells : null;
  return `${book === "" && !sheets.includes(":") ? quoteSheet(sheets) : `'${(book + sheets).replace(/'/g, "''")}'`}!${cells}`;
}

/** A union stands in brackets of its own, or its parts would be arguments. */
function joinUnions(formula: string): string {
  if (!formula.includes("~")) return formula;
  const area = /(?:(?:'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*)!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?/u.source;
  return formula.replace(new RegExp(`"(?:[^"]|"")*"|${area}(?:~${area})+`, "giu"), (part) => (part.startsWith('"') ? part : `(${part.replace(/~/g, ",")})`));
}

function withoutTexts(formula: string): string {
  return formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, "");
}

/** The file that an address leads to; its folder tells about somebody's machine. */
function fileName(address: string): string {
  return decoded(address.replace(/''/g, "'").split(/[\\/]/).pop()!).replace(/[[\]]/g, "");
}
