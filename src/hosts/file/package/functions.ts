import { tokenize } from "@borgar/fx/xlsx";

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
  "WEBSERVICE WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST").split(" ")
);
/** These two carry a second prefix. */
const NEWER_WORKSHEET = new Set(["FILTER", "SORT"]);

/** A formula of a file as its user sees it: with "=", without the hidden prefixes of newer functions. */
export function showFormula(text: string): string {
  if (!text.includes("_xl")) return `=${text}`;
  let shown = "";
  for (const token of tokenize(`=${text}`, { mergeRefs: false })) {
    shown += token.type === "string" || token.type === "context_quote"
      ? token.value
      : token.value.replace(/^(?:_xlfn\.|_xlws\.|_xludf\.|_xlpm\.)+/i, "");
  }
  return shown;
}

/** The inverse of {@link showFormula}: without "=", as a file keeps it. */
export function storeFormula(formula: string): string {
  let stored = "";
  for (const token of tokenize(formula.startsWith("=") ? formula : `=${formula}`, { mergeRefs: false })) {
    if (token.type === "fx_prefix") continue;
    const name = token.value.toUpperCase();
    if (token.type === "func" && NEWER.has(name)) stored += `_xlfn.${token.value}`;
    else if (token.type === "func" && NEWER_WORKSHEET.has(name)) stored += `_xlfn._xlws.${token.value}`;
    else stored += token.value;
  }
  return stored;
}
