import { parse as parseTokens, parseA1Ref, tokenize, type Token } from "@borgar/fx/xlsx";
import { MAX_COLUMNS, MAX_ROWS, type Scalar } from "../workbook";
import { writtenNumber } from "./coerce";
import { Recent } from "./recent";
import { errorNamed, Matrix, VALUE, type Node } from "./values";

/** What the parser of @borgar/fx yields; its types leave the members of a node open. */
interface FxNode {
  readonly type: string;
  readonly value?: string | number | boolean;
  /** Of a literal: as it is written. */
  readonly raw?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly operator?: string;
  readonly arguments?: readonly (FxNode | null)[];
  readonly callee?: FxNode;
  readonly elements?: readonly (readonly FxNode[])[];
  readonly params?: readonly FxNode[];
  readonly body?: FxNode | null;
  readonly declarations?: readonly { readonly id: FxNode; readonly init: FxNode | null }[];
}

/** Excel nests functions 64 deep. Brackets and signs deeper than this nobody wrote, and the stack may or may not hold them. */
const MAX_NESTING = 256;

/** Some fifty thousand formulas of the usual length, before the first of them are forgotten. */
const parsed = new Recent(1_000_000, (formula): { readonly node: Node | null } => {
  try {
    const tokens = formulaTokens(formula);
    return { node: nesting(tokens) > MAX_NESTING ? null : convert(parseTokens(tokens)) };
  } catch {
    // Both a syntax error and a chain of operators too long for the stack: not a formula that Excel could hold.
    return { node: null };
  }
});

/** Parses a formula with or without its leading "="; null when it is none. Parsed once, whoever asks. */
export function parseFormula(formula: string): Node | null {
  return parsed.of(formula).node;
}

/**
 * The tokens of a formula; broken references such as Sheet1!#REF! are the one error token that they are, what stands in another
 * workbook ([1]!f(, 'D:\\x.xls'!name) is one function, name or table.
 */
export function formulaTokens(formula: string): Token[] {
  const text = formula.trim();
  const written = text.startsWith("=") ? text : `=${text}`;
  const plain = withoutPaths(written);
  const tokens = tokenize(plain);
  return joinElsewhere(joinBrokenReferences(plain === written ? tokens : tokens.map((token) => ({ ...token, value: withPaths(token.value) }))));
}

/** How deep brackets and the signs before a value stand in each other at most. */
function nesting(tokens: readonly Token[]): number {
  let [deepest, brackets, signs] = [0, 0, 0];
  for (const { type, value } of tokens) {
    if (type === "whitespace" || type === "newline") continue;
    signs = type === "operator" && (value === "-" || value === "+" || value === "@") ? signs + 1 : 0;
    if (value === "(") brackets++;
    else if (value === ")") brackets--;
    deepest = Math.max(deepest, brackets + signs);
  }
  return deepest;
}

/** Texts are passed over; a colon in the path of another workbook would end the reference. */
const TEXT_OR_QUOTED = /"(?:[^"]|"")*"|'(?:[^']|'')*'(?=!)/g;
const PATH_MARKS = ":/";
const PRIVATE = 0xe000;

function withoutPaths(formula: string): string {
  if (!formula.includes("'!")) return formula;
  return formula.replace(TEXT_OR_QUOTED, (part) => (isElsewhere(part) ? part.replace(/[:/]/g, (mark) => String.fromCharCode(PRIVATE + PATH_MARKS.indexOf(mark))) : part));
}

function withPaths(text: string): string {
  return text.replace(/[\ue000\ue001]/g, (mark) => PATH_MARKS[mark.charCodeAt(0) - PRIVATE]!);
}

/** Names something in another workbook: no sheet's name has these marks. */
function isElsewhere(text: string): boolean {
  return /^'?(?:[^'"!]|'')*[[\\/]/.test(text);
}

const JOINED = new Set(["func", "range_named", "structured"]);

function joinElsewhere(tokens: Token[]): Token[] {
  if (!tokens.some(({ type }) => type.startsWith("context"))) return tokens;
  const joined: Token[] = [];
  for (const token of tokens) {
    const [context, mark] = joined.slice(-2);
    if (JOINED.has(token.type) && context?.type.startsWith("context") && mark?.value === "!") {
      joined.splice(-2, 2, { ...token, value: `${context.value}!${token.value}` });
    } else joined.push(token);
  }
  return joined;
}

function joinBrokenReferences(tokens: Token[]): Token[] {
  if (!tokens.some((token) => token.type === "error" && token.value === "#REF!")) return tokens;
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined[joined.length - 1];
    if (token.type === "error" && last?.value === "!") {
      joined.splice(-2, 2, token);
    } else if (last?.type === "error" && last.value === "#REF!" && (token.type === "range" || token.type === "range_beam")) {
      continue; // "#REF!A1": the sheet was deleted
    } else {
      joined.push(token);
    }
  }
  return joined;
}

function convert(node: FxNode): Node {
  switch (node.type) {
    case "Literal":
      return { kind: "constant", value: typeof node.value === "number" ? writtenNumber(node.raw!) : node.value ?? null };
    case "ErrorLiteral":
      return { kind: "constant", value: errorNamed(String(node.value)) ?? VALUE };
    case "ReferenceIdentifier":
      return reference(String(node.value), node.kind ?? "");
    case "UnaryExpression":
      return { kind: "unary", operator: node.operator!, operand: convert(node.arguments![0]!) };
    case "BinaryExpression":
      return {
        kind: "binary", operator: node.operator!, left: convert(node.arguments![0]!), right: convert(node.arguments![1]!)
      };
    case "ArrayExpression":
      return { kind: "array", value: Matrix.of(node.elements!.map((row) => row.map(constantOf))) };
    case "CallExpression":
      return call(node);
    case "LetExpression":
      return {
        kind: "call",
        name: "LET",
        args: [
          ...node.declarations!.flatMap(({ id, init }): (Node | null)[] => [
            { kind: "name", name: plainName(id.name!), sheet: null }, init && convert(init)
          ]),
          node.body ? convert(node.body) : null
        ]
      };
    case "LambdaExpression":
      return lambda(node.params!.map((parameter) => plainName(parameter.name!)), node.body ? convert(node.body) : null);
    default:
      throw new SyntaxError(node.type);
  }
}

function constantOf(node: FxNode): Scalar {
  const converted = convert(node);
  if (converted.kind !== "constant") throw new SyntaxError("not a constant");
  return converted.value;
}

function call(node: FxNode): Node {
  const args = node.arguments!.map((argument) => argument && convert(argument));
  if (node.callee!.type !== "Identifier") return { kind: "apply", callee: convert(node.callee!), args };
  if (node.callee!.name!.includes("!")) return { kind: "external", text: node.callee!.name! };
  const name = plainName(node.callee!.name!).toUpperCase();
  if (name !== "LAMBDA") return { kind: "call", name, args };
  const parameters = args.slice(0, -1).map((argument) => {
    if (argument?.kind !== "name") throw new SyntaxError("parameter expected");
    return argument.name;
  });
  return lambda(parameters, args[args.length - 1] ?? null);
}

function lambda(parameters: string[], body: Node | null): Node {
  if (!body) throw new SyntaxError("body expected");
  return { kind: "lambda", parameters: parameters.map((name) => name.toLowerCase()), body };
}

/** Without the prefixes that files put before newer functions and their parameters. */
function plainName(name: string): string {
  return name.replace(/^(_xlfn\.|_xlws\.|_xlpm\.|_xludf\.)+/i, "");
}

function reference(text: string, kind: string): Node {
  if (text.includes("!") && (kind === "table" || isElsewhere(text))) return { kind: "external", text };
  if (kind === "table") return { kind: "table", text };
  const parsed = parseA1Ref(text);
  if (!parsed) throw new SyntaxError(text);
  if (parsed.workbookName && parsed.workbookName !== "0") return { kind: "external", text };
  const [sheet = null, lastSheet = null] = parsed.sheetName ? splitSheets(parsed.sheetName) : [];
  if ("name" in parsed) return { kind: "name", name: plainName(parsed.name), sheet };
  const range = parsed.range;
  // Beams leave two edges open; corners may stand in any order.
  const top = (range.top ?? 0) + 1;
  const left = (range.left ?? 0) + 1;
  const bottom = (range.bottom ?? MAX_ROWS - 1) + 1;
  const right = (range.right ?? MAX_COLUMNS - 1) + 1;
  const openRows = range.top === null || range.top === undefined;
  const openColumns = range.left === null || range.left === undefined;
  return {
    kind: "area",
    sheet,
    lastSheet,
    top: Math.min(top, bottom),
    left: Math.min(left, right),
    bottom: Math.max(top, bottom),
    right: Math.max(left, right),
    fixed: {
      top: openRows || range.$top === true,
      left: openColumns || range.$left === true,
      bottom: openRows || range.$bottom === true,
      right: openColumns || range.$right === true
    }
  };
}

/** "Sheet1:Sheet3" are the ends of a range over sheets; a colon can be part of no sheet's name. */
function splitSheets(name: string): string[] {
  return name.split(":");
}
