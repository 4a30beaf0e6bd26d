/** An error that Excel answers an action with. */
export class Refusal extends Error {
  constructor(readonly code: string, message = "Excel's raw text") {
    super(message);
  }
}

/** What the fake Excel is made to do wrong. */
export class Faults {
  /** Refuses every action whose name, or whose object's, matches, on a sheet of that name where one is given. */
  refuse: { readonly action: RegExp; readonly code: string; readonly sheet?: string } | null = null;
  /** Refuses the action with that number, counted over all requests from 0; once, or from there on. */
  at: { readonly action: number; readonly code: string; readonly again?: boolean } | null = null;
  /** Runs before the request with that number is answered, counted from 1: somebody else changes the workbook meanwhile. */
  readonly before = new Map<number, () => void>();
  /** Names that this Excel, older or stranger than ours, does not know. */
  unknown: RegExp | null = null;
  /** What one request or answer may take, in bytes. */
  limit = 5 * 1024 * 1024;
  /** The cells after which a read answers null. */
  mostCells = 5_000_000;
  /** Answers HTTP 500 instead of results. */
  broken = false;
}
