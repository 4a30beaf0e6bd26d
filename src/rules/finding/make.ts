import { say, type Sentence } from "../../messages";
import type { Reading } from "../../tables/types";
import type { CellAddress } from "../../workbook";
import type { RuleMeta } from "../rule";
import type { Finding, Found, PlannedFix, RelatedCell } from "./finding";

/** What a rule says of a cell; what is left out is empty. */
export interface FindingParts extends Pick<Found, "basis" | "subject">, Partial<Pick<Found, "severity" | "actual" | "related" | "consequences" | "awaits">> {
  /** Asked for only where the finding remains; told with the fix that it got. */
  readonly message: (fix: PlannedFix | null) => Sentence;
  /** What the cell should show; it may hang on the fix. */
  readonly expected?: string | ((fix: PlannedFix | null) => string);
  /** Asked for only where the finding remains. */
  readonly fix?: () => PlannedFix | null;
}

/** A finding of the rule at the cell, of the rule's own severity unless the parts say another. */
export function finding(meta: RuleMeta, at: CellAddress, parts: FindingParts): Found {
  const { message, fix, expected = "" } = parts;
  const should = typeof expected === "string" ? () => expected : expected;
  return {
    rule: meta.id,
    severity: parts.severity ?? meta.severity,
    at,
    actual: parts.actual ?? "",
    expected: should(null),
    basis: parts.basis,
    related: parts.related ?? [],
    consequences: parts.consequences ?? [],
    awaits: parts.awaits ?? [],
    subject: parts.subject,
    relations: meta.relations ?? {},
    mend: () => fix?.() ?? null,
    tell: (mended) => ({ message: message(mended), expected: should(mended) })
  };
}

/** The finding, told with the fix that is offered. */
export function told(found: Found, fix: PlannedFix | null): Finding {
  const { rule, severity, at, actual, basis, related: cells, consequences, awaits, subject } = found;
  return { rule, severity, at, actual, basis, related: cells, consequences, awaits, subject, ...found.tell(fix), fix };
}

export function related(at: CellAddress, label: Sentence): RelatedCell {
  return { at, label };
}

/** What the cell shows, or a word for a blank one. Marks that nobody sees would turn the rest of the sentence around. */
export function shown(reading: Reading): Sentence {
  const text = reading.text.replace(/\p{Default_Ignorable_Code_Point}/gu, "");
  return text === "" ? say("shown-blank") : say("shown-text", { text });
}
