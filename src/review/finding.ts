import { renderWhole, say, type Language, type MessageId, type Sentence } from "../messages";
import type { ReportedFinding } from "../report/types";
import { hashText } from "../values/hash";
import type { CellAddress } from "../workbook";
import { named } from "./changes";
import type { Sitting } from "./sitting";

/** A finding that only two workbooks together give: no rule of one workbook, but told like one. */
export interface FindingParts {
  readonly rule: string;
  readonly at: CellAddress;
  readonly message: Sentence;
  readonly basis: MessageId;
  /** What it is known by, without address, name or value. */
  readonly key: string;
  readonly severity?: ReportedFinding["severity"];
  readonly actual?: string;
  readonly expected?: string;
  readonly related?: readonly { readonly at: CellAddress; readonly label: string }[];
  readonly consequences?: ReportedFinding["consequences"];
}

/** The finding in the form of the report; it stays ignored while its cell shows what it showed then. */
export function told(parts: FindingParts, { ignored }: Sitting, language: Language): ReportedFinding {
  const { rule, at, message, basis, key, severity = "warning", actual = "", expected = "", related = [], consequences = [] } = parts;
  const fingerprint = hashText([rule, key].join("\u0000"));
  const entry = ignored.find((one) => one.fingerprint === fingerprint && one.actual === actual);
  return {
    rule, severity, ...named(at), message: renderWhole(message, language), actual, expected, basis: renderWhole(say(basis), language),
    related: related.map((one) => ({ ...named(one.at), label: one.label })), consequences, fix: null, fingerprint, ignored: entry ? { reason: entry.reason } : null
  };
}

/** Where a finding of the whole workbook stands: at its first title, else at its first table. */
export function headOf({ tables }: Sitting): CellAddress {
  const title = tables.flatMap(({ lines }) => lines).find(({ keys }) => keys[0] === "title");
  const [first] = tables;
  return title?.at ?? { sheet: first!.sheet, row: first!.rect.top, column: first!.rect.left };
}
