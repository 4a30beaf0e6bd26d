import { formulaTokens, parseFormula } from "./parse";

/** A formula with every reference left out, in capitals, without blanks: equal for formulas that do the same with whatever they read. null if it is none. */
export function skeletonOf(formula: string): string | null {
  if (!parseFormula(formula)) return null;
  return formulaTokens(formula).map(({ type, value }) => {
    if (REFERENCES.has(type)) return "#";
    if (type === "whitespace" || type === "newline") return "";
    return type === "string" ? value : value.toUpperCase();
  }).join("");
}

const REFERENCES: ReadonlySet<string> = new Set(["range", "range_beam", "range_ternary", "structured"]);
