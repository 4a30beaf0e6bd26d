import { cellName, withKeptSheets, type CellAddress, type Workbook } from "../../src/workbook";
import { build, Random, type Built, type Spec } from "../generator";
import type { Outcome, SeededError, Severity } from "../generator/errors";

/** The part of a finding that the measurement looks at. */
export interface FindingLike {
  readonly rule: string;
  readonly severity: Severity;
  readonly sheet: string;
  readonly cell: string;
  readonly actual: string;
  readonly expected: string;
}

/** What is measured: workbook in, findings out. Settings are those of a settings file, or null. */
export type Check = (workbook: Workbook, settings: Record<string, unknown> | null) => readonly FindingLike[];

/** So many clean workbooks are kept: those of a family are followed by all mistakes in it. */
const MOST_RECENT = 8;
const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** A clean workbook and what was wrongly said of it. */
export interface CleanResult {
  readonly spec: Spec;
  readonly falseErrors: readonly FindingLike[];
  readonly falseWarnings: readonly FindingLike[];
}

/** A workbook with one seeded mistake. */
export interface SeededResult {
  readonly error: SeededError;
  readonly spec: Spec;
  readonly detail: string;
  readonly found: boolean;
  /** Found, but with another right value than the only one there is. */
  readonly otherValue: string | null;
  /** Errors and warnings at cells that have nothing to do with it. */
  readonly wrong: readonly FindingLike[];
  /** Further findings at cells that the mistake touches. */
  readonly side: readonly FindingLike[];
  /** More than one error or warning at the wrong cell itself. */
  readonly repeated: number;
}

export interface MeasureOptions {
  /** Rules that may speak on a clean workbook: limits of the agreement, no mistakes. */
  readonly allowedOnClean: readonly string[];
}

export function specLabel(spec: Spec): string {
  return `${spec.kind}/${spec.family}/${spec.rate}/${spec.total}/${spec.seed}`;
}

/** Reads what {@link specLabel} wrote. */
export function parseSpec(label: string): Spec {
  const [kind, family, rate, total, seed] = label.split("/");
  return { kind: kind as Spec["kind"], family: family!, rate: rate!, total: total!, seed: Number(seed) };
}

const place = (at: CellAddress): string => `${at.sheet}!${cellName(at.row, at.column)}`;
const placeOf = (finding: FindingLike): string => `${finding.sheet}!${finding.cell}`;
const signature = (finding: FindingLike): string => `${finding.rule} ${finding.severity} ${placeOf(finding)} ${finding.actual} ${finding.expected}`;

/** Puts a mistake into the workbook of a spec; null where it has no place for it. */
export function seed(error: SeededError, spec: Spec): { built: Built; outcome: Outcome } | null {
  const built = build(spec);
  const outcome = error.apply(built, new Random(`${error.id} ${specLabel(spec)}`));
  if (!outcome) return null;
  built.draft.recalculate();
  return { built, outcome };
}

/** Measures one check, remembering what it says of clean workbooks. */
export class Measurement {
  private readonly clean = new Map<string, readonly FindingLike[]>();
  /** The clean workbooks that were looked at last. One with a mistake shares the sheets that the mistake leaves as they are, as a workbook does that is checked again. */
  private readonly recent = new Map<string, Workbook>();
  readonly cleanResults: CleanResult[] = [];
  readonly seededResults: SeededResult[] = [];

  constructor(private readonly check: Check, private readonly options: MeasureOptions) {}

  /** What the check says; a check that throws is wrong about everything. */
  private findings(workbook: Workbook, settings: Record<string, unknown> | null): readonly FindingLike[] {
    try {
      return this.check(workbook, settings);
    } catch (error) {
      return [{ rule: "crashed", severity: "error", sheet: "", cell: "", actual: error instanceof Error ? error.message : String(error), expected: "" }];
    }
  }

  /** Findings on the clean workbook of a spec; counted among the clean ones the first time. */
  private cleanFindings(spec: Spec): readonly FindingLike[] {
    const key = specLabel(spec);
    const known = this.clean.get(key);
    if (known) return known;
    const built = build(spec);
    const workbook = built.draft.toWorkbook();
    this.recent.set(key, workbook);
    if (this.recent.size > MOST_RECENT) this.recent.delete([...this.recent.keys()][0]!);
    const findings = this.findings(workbook, built.settings);
    this.clean.set(key, findings);
    const blamed = findings.filter((f) => !this.options.allowedOnClean.includes(f.rule));
    this.cleanResults.push({
      spec, falseErrors: blamed.filter((f) => f.severity === "error"), falseWarnings: blamed.filter((f) => f.severity === "warning")
    });
    return findings;
  }

  measureClean(spec: Spec): void {
    this.cleanFindings(spec);
  }

  /** False where the workbook has no place for the mistake. */
  measureSeeded(error: SeededError, spec: Spec): boolean {
    const seeded = seed(error, spec);
    if (!seeded) return false;
    const { built, outcome } = seeded;
    const before = this.cleanFindings(spec);
    const known = new Set(before.map(signature));
    const knownPlaces = new Set(before.map((f) => `${f.rule} ${placeOf(f)}`));
    const findings = this.findings(withKeptSheets(built.draft.toWorkbook(), this.recent.get(specLabel(spec)) ?? null), built.settings);
    const accepted = new Set(outcome.accept.map(place));
    const side = new Set((outcome.side ?? []).map(place));
    const fresh = findings.filter((f) => !known.has(signature(f)));
    const hits = fresh.filter((f) => accepted.has(placeOf(f)) && RANK[f.severity] >= RANK[error.severity]);
    const loud = fresh.filter((f) => f.severity !== "info" && !this.options.allowedOnClean.includes(f.rule));
    const elsewhere = loud.filter((f) => !accepted.has(placeOf(f)) && !knownPlaces.has(`${f.rule} ${placeOf(f)}`));
    const told = hits.some((f) => outcome.expected === undefined || f.expected.trim() === outcome.expected.trim());
    this.seededResults.push({
      error, spec, detail: outcome.detail, found: hits.length > 0,
      otherValue: hits.length > 0 && !told ? `${hits.map((f) => f.expected).join(", ")} instead of ${outcome.expected}` : null,
      wrong: elsewhere.filter((f) => !side.has(placeOf(f))),
      side: elsewhere.filter((f) => side.has(placeOf(f))),
      repeated: Math.max(0, loud.filter((f) => accepted.has(placeOf(f))).length - 1)
    });
    return true;
  }
}
