import type { IndicatorRow } from "../evaluation/types";
import type { Severity } from "../rules/finding";
import type { TableKind } from "../tables/types";
import type { Fix } from "../workbook";

/**
 * The stable JSON form of what a check yields. Texts are in the language asked for (Chinese unless said otherwise);
 * rates are ratios (0.573), shown values are texts as the sheet shows them ("57.30%"), days are "YYYY-MM-DD".
 */
export interface ReportDocument {
  readonly version: 1;
  readonly workbooks: readonly WorkbookReport[];
}

export interface WorkbookReport {
  readonly file: string;
  /** The title's words up to and including 社工站 or 社工服务站. */
  readonly station: string | null;
  readonly period: { readonly start: string; readonly end: string; readonly months: number } | null;
  readonly tables: readonly ReportedTable[];
  readonly findings: readonly ReportedFinding[];
  readonly evaluation: ReportedEvaluation | null;
  /** How many cells of each kind were proved: rates, totals, formulas, ticks, persons … */
  readonly coverage: Readonly<Record<string, number>>;
  /** What could not be read or checked, a sentence each. */
  readonly notChecked: readonly string[];
  readonly error: { readonly code: string; readonly message: string } | null;
}

export interface ReportedTable {
  readonly kind: TableKind;
  readonly sheet: string;
  readonly range: string;
  readonly title: string;
}

export interface ReportedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly sheet: string;
  readonly cell: string;
  readonly message: string;
  readonly actual: string;
  readonly expected: string;
  readonly basis: string;
  readonly related: readonly { readonly sheet: string; readonly cell: string; readonly label: string }[];
  readonly consequences: readonly {
    readonly sheet: string; readonly cell: string; readonly label: string; readonly actual: string; readonly expected: string;
  }[];
  readonly fix: Fix | null;
  readonly fingerprint: string;
  readonly ignored: null | { readonly reason: string };
}

/** One statement of an indicator: "专业个案 · 接案" of an area (null: the whole station), with the rate as a ratio and as the sheet shows it. */
export interface ReportedIndicator extends IndicatorRow {
  /** The name of the same indicator in the table that says most of it: a card 大型活动 is 大型社区活动 · 次数 of the matrix. */
  readonly subject: string;
  /** Share of the agreement's months gone by, or null when unknown. */
  readonly timeShare: number | null;
  /** The kind of table that says so: an indicator may stand in several, the matrix first. */
  readonly table: TableKind;
  /** Where the rate (or, without one, the done value) stands. */
  readonly sheet: string;
  readonly cell: string;
}

export interface ReportedEvaluation {
  readonly phase: "mid" | "final" | null;
  readonly months: number | null;
  readonly staffing: null | {
    readonly headcount: number; readonly due: number; readonly actual: number; readonly surplus: number;
    readonly certified: { readonly share: number; readonly due: number; readonly actual: number };
    readonly byMonth: readonly {
      readonly month: string; readonly weight: number; readonly certified: number; readonly uncertified: number; readonly total: number;
      /** headcount × weight */
      readonly due: number;
    }[];
    /** On duty in the last month. */
    readonly atEnd: { readonly certified: number; readonly uncertified: number; readonly total: number };
    /** Hours of training due. */
    readonly trainingHours: number;
  };
  readonly retention: null | {
    readonly retained: number; readonly headcount: number; readonly rate: number; readonly printed: number | null;
    readonly limit: number; readonly meets: boolean;
  };
  readonly seniority: null | { readonly personMonths: number; readonly share: number };
  readonly people: readonly {
    readonly sheet: string; readonly row: number; readonly no: number | null; readonly group: "certified" | "uncertified" | null;
    /** Only with the setting showNames. */
    readonly name?: string;
    readonly months: readonly number[]; readonly total: number; readonly printed: number | null; readonly retained: boolean;
    /** Why each month counts what it counts. */
    readonly reasons: readonly string[];
  }[];
  readonly indicators: readonly ReportedIndicator[];
  readonly scores: null | {
    readonly parties: Readonly<Partial<Record<"purchaser" | "supervisor" | "guidance" | "thirdParty", number>>>;
    readonly total: number | null; readonly grade: string | null;
  };
  readonly vetoes: readonly { readonly id: string; readonly state: "met" | "not-met" | "unknown"; readonly detail: string }[];
  /** Remarks of the evaluation: what rests on derived or assumed defaults, other readings, what the workbook itself says otherwise. */
  readonly notes: readonly string[];
}
