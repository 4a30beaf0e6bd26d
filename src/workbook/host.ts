/** A change that mends a finding (修正), as data. Nothing applies it but a host, when the user asked for it. */
export interface Fix {
  readonly sheet: string;
  /** "D9" */
  readonly cell: string;
  readonly kind: "formula" | "value";
  /** What stands there now: a formula with its "=", or the value. */
  readonly before: string | number | boolean | null;
  /** What should stand there: a formula with its "=", or the value. */
  readonly after: string | number | boolean | null;
  /** The number format that the cell gets with it; without one it keeps its own (text format gives way to a formula or a number). */
  readonly format?: string;
  /** One sentence for the user. */
  readonly why: string;
  /** Cells that change with it, because it would mend nothing alone: the numbers after a 序号 that occurs twice. */
  readonly also?: readonly Fix[];
}

/** A fix as the cells that it changes. */
export function cellsOfFix({ also = [], ...fix }: Fix): Fix[] {
  return [fix, ...also];
}

/** What happened to one fix. */
export interface FixOutcome {
  readonly fix: Fix;
  readonly applied: boolean;
  /** Why not: the cell has changed since, the sheet is protected … */
  readonly reason: string | null;
  /** The fix that takes it back, format included; null when nothing was applied. It is refused, too, when the cell has changed since. */
  readonly undo: Fix | null;
}

/** What became of fixes, from what became of their cells (in the order of {@link cellsOfFix}): one is applied where its own cell was. */
export function outcomesOfFixes(fixes: readonly Fix[], ofCells: readonly FixOutcome[]): FixOutcome[] {
  let at = 0;
  return fixes.map((fix) => {
    const [own, ...others] = ofCells.slice(at, at += cellsOfFix(fix).length);
    if (others.length === 0) return own!;
    const undone = others.flatMap(({ undo }) => (undo ? [undo] : []));
    return {
      fix, applied: own!.applied, reason: own!.reason ?? others.find(({ reason }) => reason !== null)?.reason ?? null,
      undo: own!.undo && { ...own!.undo, ...(undone.length > 0 && { also: undone }) }
    };
  });
}

export type WorkbookErrorCode =
  | "not-found" | "unreadable" | "empty" | "not-a-workbook" | "word-file" | "pdf-file" | "picture" | "text-table" | "encrypted" | "corrupt" | "too-large" | "unsupported"
  | "signed" | "protected" | "write-failed"
  | "document-none" | "document-old" | "document-pdf" | "document-other" | "document-encrypted" | "document-corrupt" | "document-too-large" | "document-signed";

/** A workbook that can't be read or written. The message catalogue has a sentence for each code. */
export class WorkbookError extends Error {
  constructor(readonly code: WorkbookErrorCode, readonly detail: string = "") {
    super(detail ? `${code}: ${detail}` : code);
    this.name = "WorkbookError";
  }
}
