import type { IndicatorRow, VetoState } from "../evaluation/types";
import type { Severity } from "../rules/finding";
import type { TableKind } from "../tables/types";
import type { ColumnRole, ToldKind, ToldMark, ToldTable } from "../told/types";
import type { Party } from "../values/party";
import type { Fix } from "../workbook";

/**
 * The stable JSON form of what a check yields. Texts are in the language asked for (Chinese unless said otherwise);
 * rates are ratios (0.573), shown values are texts as the sheet shows them ("57.30%"), days are "YYYY-MM-DD".
 */
export interface ReportDocument<Report = WorkbookReport> {
  readonly version: 1;
  /** Of a document among the workbooks (评估报告): a WrittenReport. */
  readonly workbooks: readonly Report[];
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
  /** What could not be read or checked, a sentence each; those of `unread` are among them. */
  readonly notChecked: readonly string[];
  /** What looks as if it belonged to one of the station's tables and was not read, with its place. */
  readonly unread: readonly ReportedUnread[];
  /** What the user has told of tables (settings, profiles), and where it fits. */
  readonly told: readonly ReportedTold[];
  /** Asked only where recognition is unsure and the answer changes findings; three at most. */
  readonly questions: readonly ReportedQuestion[];
  readonly error: { readonly code: string; readonly message: string } | null;
  /** The day on which 核查汇总 was written last, and how many cells of the tables were changed since; missing where the workbook does not remember. */
  readonly selfCheck?: { readonly day: string; readonly changed: number };
}

export interface ReportedUnread {
  readonly sheet: string;
  readonly range: string;
  /** The sentence, as `notChecked` has it. */
  readonly message: string;
}

export interface ReportedTable {
  readonly kind: TableKind;
  readonly sheet: string;
  readonly range: string;
  readonly title: string;
  /** How much was read of it. */
  readonly counts: TableCounts;
  /** The name of the told table by which it was read; null where it was recognised. */
  readonly told: string | null;
}

/** Rows of data (areas, indicators, persons, items), and of a roster its months; rates that are checked, and totals of any kind. */
export interface TableCounts {
  readonly rows: number;
  readonly persons: number;
  readonly months: number;
  readonly rates: number;
  readonly totals: number;
}

/** A region of a sheet that a user asks about; as what it should be read and with how many rows of heads, or as the check reads it. */
export interface TableWish {
  readonly sheet: string;
  readonly range: string;
  readonly kind?: ToldKind;
  readonly headRows?: number;
  /** The range is the table itself; otherwise the whole block around it. */
  readonly isExact?: boolean;
}

/** A table as a user is shown it who wants to know how it was read: see describeTables. */
export interface TableDescription extends ReportedTable {
  readonly columns: readonly DescribedColumn[];
  readonly rows: readonly DescribedRow[];
  /** The marks of a roster. */
  readonly marks: readonly DescribedMark[];
  /** The same as a told table: what the user starts from who corrects it. */
  readonly proposal: ToldTable;
}

export interface DescribedColumn {
  /** "D", and its cells in the table: "D5:D20". */
  readonly letter: string;
  readonly range: string;
  readonly role: ColumnRole;
  /** The table's own head, "" without one. */
  readonly words: string;
  /** Why, in a sentence: 当作完成量：表头“实绩”，F5＝E5÷D5 等 12 处. */
  readonly evidence: string;
}

export interface DescribedRow {
  readonly row: number;
  readonly label: string;
  /** "passed": a row inside the table that was passed over. */
  readonly is: "head" | "area" | "indicator" | "person" | "vacancy" | "item" | "total" | "subtotal" | "bottom" | "retention" | "passed";
  readonly evidence: string;
}

export interface DescribedMark {
  /** As the cells show it; "" for the blank cell. */
  readonly text: string;
  /** As it is compared. */
  readonly mark: string;
  readonly means: ToldMark["means"] | "blank" | "unknown";
  readonly times: number;
  readonly evidence: string;
}

/** One told table and what came of it in this workbook. */
export interface ReportedTold {
  readonly name: string;
  readonly kind: ToldKind;
  readonly places: readonly { readonly sheet: string; readonly range: string }[];
  /** What is to be said of it: it fits no table, or several, or the cells contradict it; null where nothing is. */
  readonly message: string | null;
}

/** 附件2 的“P”是到岗吗？ What an answer changes is data: add `told` to the settings' profiles in place of the one of its name. */
export interface ReportedQuestion {
  readonly text: string;
  readonly sheet: string;
  readonly range: string;
  readonly answers: readonly { readonly label: string; readonly told: ToldTable }[];
}

export interface ReportedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly sheet: string;
  readonly cell: string;
  readonly message: string;
  /** What the finding is about, as the message names it ("「电访」的完成百分比"), and for a heading ("电访 · 完成百分比"); "" where the message names nothing. */
  readonly label?: string;
  readonly thing?: string;
  readonly actual: string;
  readonly expected: string;
  readonly basis: string;
  /** `shown`: the cell's number as it shows it, with its unit; "" for anything else, which may name somebody. */
  readonly related: readonly { readonly sheet: string; readonly cell: string; readonly label: string; readonly shown?: string }[];
  readonly consequences: readonly {
    readonly sheet: string; readonly cell: string; readonly label: string; readonly actual: string; readonly expected: string;
  }[];
  readonly fix: Fix | null;
  /** Settings that nobody has confirmed and that the finding hangs on; absent where it hangs on none. */
  readonly awaits?: readonly ("headcount" | "certifiedShare")[];
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
    /** Whether headcount and share were set; else they are defaults, on which no verdict hangs. */
    readonly confirmed: { readonly headcount: boolean; readonly share: boolean };
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
    readonly parties: Readonly<Partial<Record<Party, number>>>;
    readonly total: number | null; readonly grade: string | null;
    /** What the workbook itself states, as its cells show it. */
    readonly printed: {
      readonly total: null | { readonly sheet: string; readonly cell: string; readonly text: string; readonly value: number | null };
      readonly grade: null | { readonly sheet: string; readonly cell: string; readonly text: string };
    };
  };
  readonly vetoes: readonly { readonly id: string; readonly state: VetoState; readonly detail: string }[];
  /** Remarks of the evaluation: what rests on derived or assumed defaults, other readings, what the workbook itself says otherwise. */
  readonly notes: readonly string[];
  /** Where these numbers stand in the workbook, for a sheet that refers to its cells instead of copying them. */
  readonly sources?: ReportedSources;
}

/** A cell of the workbook from which a number of the report was read. */
export interface ReportedCell {
  readonly sheet: string;
  /** "D9" */
  readonly cell: string;
  /** What stands there; null when blank, an error as its code ("#DIV/0!"). */
  readonly value: number | string | boolean | null;
  readonly isError: boolean;
  /** The number that a text reads as ("90个" → 90), or the number itself; null for anything else. */
  readonly number: number | null;
  /** What follows the number in a text: "个", "%"; "" where nothing does. */
  readonly unit: string;
}

export interface ReportedSources {
  /** The year's agreement (年度服务协议时间) as the roster states it. */
  readonly agreement: { readonly start: string; readonly end: string } | null;
  /** In the order of the indicators. */
  readonly indicators: readonly {
    readonly target: ReportedCell | null; readonly done: ReportedCell; readonly rate: ReportedCell | null;
  }[];
  /** The texts of marks that count as present, as the cells show them. */
  readonly presentMarks: readonly string[];
  /** In the order of the people. */
  readonly people: readonly {
    /** By month, the cells of its marks ("G8"), on the person's sheet. */
    readonly ticks: readonly (readonly string[])[];
    /** By month, what it counts with all its marks ticked. */
    readonly weights: readonly number[];
    /** By month: the remark settles it, whatever the marks say. */
    readonly settled: readonly boolean[];
    /** By month: all its marks are there. */
    readonly ticked: readonly boolean[];
    /** 人员到岗小计 and 符合从业2年以上小计 as printed. */
    readonly total: ReportedCell | null;
    readonly senior: ReportedCell | null;
  }[];
  /** 稳岗率 as printed. */
  readonly retention: ReportedCell | null;
  /** The cells whose sum is a party's score; none for a score that was set or stands in a sentence. */
  readonly scores: Readonly<Partial<Record<Party, readonly ReportedCell[]>>>;
  readonly weights: Readonly<Record<Party, number>>;
  readonly gradeLimits: { readonly excellent: number; readonly good: number; readonly pass: number };
  /** Short by so many person-months or more is a veto; null while the phase is unknown. */
  readonly vetoLimits: { readonly staff: number; readonly certified: number } | null;
}
