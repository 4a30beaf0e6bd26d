import { say, type Sentence } from "../messages";
import type { Reading } from "../tables/types";
import { cellName, type CellAddress, type Fix } from "../workbook";
import type { Finding, RelatedCell, Severity } from "./finding";
import type { RuleMeta } from "./rule";

export interface FindingParts {
  readonly message: Sentence;
  readonly basis: Sentence;
  readonly subject: Finding["subject"];
  /** Defaults to the rule's own severity. */
  readonly severity?: Severity;
  readonly actual?: string;
  readonly expected?: string;
  readonly related?: readonly RelatedCell[];
  readonly fix?: Fix | null;
}

/** A finding of the rule at the cell; what is left out is empty. */
export function finding(meta: RuleMeta, at: CellAddress, parts: FindingParts): Finding {
  return {
    rule: meta.id,
    severity: parts.severity ?? meta.severity,
    sheet: at.sheet,
    cell: cellName(at.row, at.column),
    message: parts.message,
    actual: parts.actual ?? "",
    expected: parts.expected ?? "",
    basis: parts.basis,
    related: parts.related ?? [],
    consequences: [],
    fix: parts.fix ?? null,
    subject: parts.subject
  };
}

export function related(at: CellAddress, label: Sentence): RelatedCell {
  return { sheet: at.sheet, cell: cellName(at.row, at.column), label };
}

/** What the cell shows, or a word for a blank one. */
export function shown(reading: Reading): Sentence {
  return reading.text === "" ? say("shown-blank") : say("shown-text", { text: reading.text });
}

/** A fix that puts a plain value into the cell. */
export function valueFix(reading: Reading, after: string | number, why: string): Fix {
  return {
    sheet: reading.at.sheet, cell: cellName(reading.at.row, reading.at.column), kind: "value", before: contentOf(reading), after, why
  };
}

/** A fix that puts a formula into the cell. */
export function formulaFix(reading: Reading, after: string, why: string): Fix {
  return { ...valueFix(reading, after, why), kind: "formula" };
}

/** What stands in the cell: its formula, or its value. */
function contentOf(reading: Reading): Fix["before"] {
  if (reading.formula !== null) return reading.formula;
  if (reading.kind === "blank") return null;
  return reading.kind === "number" && !reading.textual ? reading.number : reading.text;
}
