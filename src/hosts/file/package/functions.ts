import { tokenize, type Token } from "@borgar/fx/xlsx";

/**
 * Functions younger than Excel 2007. Files keep them under a prefix that no user sees; written without
 * it, Excel shows #NAME? until the formula is entered again.
 */
const NEWER = new Set(
  ("ACOT ACOTH AGGREGATE ARABIC BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR BITRSHIFT " +
  "BITXOR BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST CHOOSECOLS " +
  "CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL DROP " +
  "ENCODEURL ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FILTERXML FLOOR.MATH " +
  "FLOOR.PRECISE FORECAST.ETS FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS HSTACK HYPGEOM.DIST " +
  "IFNA IFS ISFORMULA ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL " +
  "MUNIT NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC " +
  "PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ REDUCE " +
  "RRI SCAN SEC SECH SEQUENCE SHEET SHEETS SKEW.P SORTBY STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T " +
  "T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK " +
  "SINGLE ANCHORARRAY WEBSERVICE WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST").split(" ")
);
/** These two carry a second prefix. */
const NEWER_WORKSHEET = new Set(["FILTER", "SORT"]);

/** What Excel shows as signs, files write as functions: @A1:A5 and A1#. */
const SINGLE = "_xlfn.SINGLE";
const ANCHOR = "_xlfn.ANCHORARRAY";
const PREFIXES = /^(?:_xlfn\.|_xlws\.|_xludf\.|_xlpm\.)+/i;

/** A formula of a file as its user sees it: with "=", without the hidden prefixes of newer functions and of the names that LET and LAMBDA give. */
export function showFormula(text: string): string {
  if (!text.includes("_xl")) return `=${text}`;
  return show(tokensOf(text));
}

function show(tokens: readonly Token[]): string {
  let shown = "";
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const end = isFunction(token, SINGLE) || isFunction(token, ANCHOR) ? closing(tokens, at + 1) : -1;
    if (end > 0) {
      const inner = tokens.slice(at + 2, end);
      const operand = show(inner);
      if (isFunction(token, ANCHOR)) shown += `${operand}#`;
      // The parser that everything of ours goes by knows no sign before a spilled range.
      else if (operand.endsWith("#")) shown += `SINGLE(${operand})`;
      else shown += operandEnd(inner, 0) === inner.length ? `@${operand}` : `@(${operand})`;
      at = end;
    } else shown += token.type === "string" || token.type === "context_quote" ? token.value : token.value.replace(PREFIXES, "");
  }
  return shown;
}

/** The inverse of {@link showFormula}: without "=", as a file keeps it. */
export function storeFormula(formula: string): string {
  const tokens = tokensOf(formula.replace(/^=/, ""));
  return store(tokens.slice(1), parametersAmong(tokens));
}

function store(tokens: readonly Token[], parameters: ReadonlySet<Token>): string {
  let stored = "";
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const isAt = isOperator(token, "@");
    const end = operandEnd(tokens, isAt ? at + 1 : at);
    if (isAt && end > at + 1) {
      const bracketed = isOperator(tokens[at + 1], "(") && closing(tokens, at + 1) === end - 1;
      const operand = store(tokens.slice(at + 1, end), parameters);
      stored += bracketed ? SINGLE + operand : `${SINGLE}(${operand})`;
      at = end - 1;
    } else if (!isAt && end > at && isOperator(tokens[end - 1], "#")) {
      stored += `${ANCHOR}(${store(tokens.slice(at, end - 1), parameters)})`;
      at = end - 1;
    } else stored += storedToken(token, parameters);
  }
  return stored;
}

function storedToken(token: Token, parameters: ReadonlySet<Token>): string {
  if (parameters.has(token)) return `_xlpm.${token.value}`;
  if (token.type !== "func") return token.value;
  const name = token.value.toUpperCase();
  if (NEWER_WORKSHEET.has(name)) return `_xlfn._xlws.${token.value}`;
  return NEWER.has(name) ? `_xlfn.${token.value}` : token.value;
}

/** The names that LET and LAMBDA give, where they are given and where they are used. */
function parametersAmong(tokens: readonly Token[]): ReadonlySet<Token> {
  const found = new Set<Token>();
  /** The open brackets: of which function, in which argument, with which names so far. */
  const open: { name: string; argument: number; names: Set<string> }[] = [];
  tokens.forEach((token, at) => {
    const inner = open[open.length - 1];
    if (isOperator(token, "(")) open.push({ name: tokens[at - 1]?.type === "func" ? tokens[at - 1]!.value.toUpperCase() : "", argument: 0, names: new Set() });
    else if (isOperator(token, ")")) open.pop();
    else if (inner && isOperator(token, ",")) inner.argument++;
    else if (token.type === "range_named" || token.type === "func") {
      const name = token.value.toLowerCase();
      const isGiven = token.type === "range_named" && (inner?.name === "LAMBDA" || (inner?.name === "LET" && inner.argument % 2 === 0))
        && /^[(,]$/.test(spaced(tokens, at, -1)) && spaced(tokens, at, 1) === ",";
      if (isGiven) inner!.names.add(name);
      if (isGiven || (!isOperator(tokens[at - 1], "!") && open.some(({ names }) => names.has(name)))) found.add(token);
    }
  });
  return found;
}

/** The nearest token in that direction that is no space. */
function spaced(tokens: readonly Token[], at: number, step: 1 | -1): string {
  let next = at + step;
  while (tokens[next]?.type === "whitespace") next += step;
  return tokens[next]?.value ?? "";
}

function tokensOf(text: string): Token[] {
  return tokenize(`=${text}`, { mergeRefs: false });
}

function isOperator(token: Token | undefined, value: string): boolean {
  return token?.type === "operator" && token.value === value;
}

function isFunction(token: Token, name: string): boolean {
  return token.type === "func" && token.value.toLowerCase() === name.toLowerCase();
}

/** The index of the bracket that closes the one there; -1 where none does. */
function closing(tokens: readonly Token[], at: number): number {
  if (!isOperator(tokens[at], "(")) return -1;
  let depth = 0;
  for (let next = at; next < tokens.length; next++) {
    if (isOperator(tokens[next], "(")) depth++;
    else if (isOperator(tokens[next], ")") && --depth === 0) return next;
  }
  return -1;
}

/** Where the operand that begins there ends: a reference, a name, a call or what stands in brackets; the same index where none begins. */
function operandEnd(tokens: readonly Token[], start: number): number {
  let at = start;
  if (tokens[at]?.type.startsWith("context")) at += isOperator(tokens[at + 1], "!") ? 2 : 1;
  const token = tokens[at];
  if (isOperator(token, "(") || token?.type === "func") {
    const end = closing(tokens, token!.type === "func" ? at + 1 : at);
    if (end < 0) return start;
    at = end + 1;
  } else if (token?.type.startsWith("range")) at++;
  else return start;
  while (tokens[at]?.type === "structured") at++;
  if (isOperator(tokens[at], "#")) at++;
  if (!isOperator(tokens[at], ":")) return at;
  const end = operandEnd(tokens, at + 1);
  return end > at + 1 ? end : at;
}
