import { say, type Sentence } from "../../messages";
import type { Reading } from "../../tables/types";
import { type CellAddress, cellName, type Fix } from "../../workbook";
import type { RuleMeta } from "../rule";
import type { Finding, RelatedCell, Severity } from "./finding";

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
