import type { CellAddress } from "../../workbook";
import type { Reading, TableBase } from "../types";
import type { Period } from "../../values/period";

/** 持证社工, 非持证社工. */
export type CertificateGroup = "certified" | "uncertified";

/** 人员到位, 社保购买, 工资发放; "part" of the halves of a month, which count by themselves; "other" where the column's head says none of them. */
export type MarkKind = "presence" | "insurance" | "wages" | "part" | "other";

export interface MarkColumn {
  readonly column: number;
  readonly kind: MarkKind;
  /** Which of a person's rows holds the mark: 0 but where 到位, 社保 and 工资 stand below each other in rows of their own. */
  readonly line: number;
}

/** A month of the roster: one merged head over one to three columns of marks. */
export interface RosterMonth {
  /** "2024-09"; only "09" where nothing in the workbook tells the year. */
  readonly key: string;
  /** Where nothing tells the year, a stand-in that only keeps the order. */
  readonly year: number;
  readonly yearKnown: boolean;
  readonly month: number;
  /** What the month is called: its head as written ("9月", "2025年1月"), or the right month where the head is wrong. */
  readonly label: string;
  /** The head as written. */
  readonly written: string;
  /** The head names another month than the one that stands at its place between the others. */
  readonly misnamed: boolean;
  readonly head: CellAddress;
  readonly columns: readonly MarkColumn[];
}

/** 第三季度小计, 上半年小计: a column of subtotals over some of the months. */
export interface PartTotal {
  readonly column: number;
  /** Its head as written. */
  readonly label: string;
  /** Indexes into {@link Roster.months}. */
  readonly months: readonly number[];
}

/** One mark (勾). Blank means missing; unknown is neither a present nor an absent mark; half stands for half a month (0.5, 半月). */
export interface Mark {
  readonly at: CellAddress;
  readonly kind: "present" | "half" | "absent" | "blank" | "unknown";
  /** Person-months that the mark itself states: 1, 0.5 or 0 where marks are numbers, 0.5 of a half; null of a tick, which leaves it to the rules. */
  readonly share: number | null;
  /** What the cell shows. */
  readonly text: string;
  readonly formula: string | null;
  /** A number among numbers that are added, kept as text: sums pass over it. */
  readonly textual: boolean;
}

/** Signs whose meaning the sheet does not say: a question, with what the printed numbers make of them. */
export interface MarkQuestion {
  /** `plain`: as marks are compared; `text`, `at`: as it stands where it stands first; `guess`: the meaning with which most printed numbers agree. */
  readonly marks: readonly {
    readonly plain: string; readonly text: string; readonly times: number; readonly at: CellAddress; readonly guess: "present" | "half" | "absent" | null;
  }[];
  /** So many of the printed numbers in which the signs take part agree with the guesses. */
  readonly agree: number;
  readonly of: number;
}

export type EventKind = "join" | "leave";

/** Something that 备注 says of a person's joining (入职, 转入) or leaving (离职, 解除, 转出). */
export interface StaffEvent {
  readonly kind: EventKind;
  /** "YYYY-MM-DD"; null where the remark gives no complete date. */
  readonly date: string | null;
  /** "YYYY-MM", also where only the day is missing; null where nothing is said. */
  readonly month: string | null;
  /** The word: "入职", "转出" … */
  readonly word: string;
  /** The cell that says it. */
  readonly at: CellAddress | null;
}

/** `7月份…计0.5人次`: the remark settles what a month counts. */
export interface SettledMonth {
  /** The month's key as in {@link RosterMonth.key}. */
  readonly month: string;
  /** Person-months: 0, 0.5 or 1. */
  readonly value: number;
}

/** 备注 of a person. */
export interface Remark {
  /** null where the roster has no 备注 column. */
  readonly at: CellAddress | null;
  readonly text: string;
  readonly events: readonly StaffEvent[];
  readonly settled: readonly SettledMonth[];
  /** It names a day or a month, and what happened then could not be understood. */
  readonly unclear: boolean;
}

/** 合同期限. */
export interface Contract {
  readonly at: CellAddress | null;
  readonly text: string;
  readonly start: string | null;
  /** null: none written, or 无固定期限. */
  readonly end: string | null;
  readonly openEnded: boolean;
}

/** One row of the roster (社工). */
export interface RosterPerson {
  readonly row: number;
  readonly group: CertificateGroup | null;
  /** The number under 序号, null where there is none. */
  readonly no: number | null;
  readonly noAt: CellAddress | null;
  readonly noText: string;
  readonly name: string;
  readonly nameAt: CellAddress;
  readonly position: string;
  readonly certificate: string;
  readonly certificateAt: CellAddress | null;
  readonly contract: Contract;
  readonly remark: Remark;
  /** What else stands in the row: the area, the kind of work and the like, as written. */
  readonly others: readonly string[];
  /** By month, in the order of {@link Roster.months}; within a month in the order of its columns. */
  readonly marks: readonly (readonly Mark[])[];
  /** What each month prints beside its marks that it counts (有效人次), in the order of {@link Roster.months}; none where months have no such column. */
  readonly counted: readonly Reading[];
  /** Subtotals of parts of the months, in the order of {@link Roster.partTotals}. */
  readonly parts: readonly Reading[];
  /** 人员到岗小计; null where the roster has no such column. */
  readonly total: Reading | null;
  /** 符合从业2年以上的社工到岗小计. */
  readonly senior: Reading | null;
  readonly hidden: boolean;
}

/** A row of a post that nobody holds: nothing counts in it. */
export interface Vacancy {
  readonly row: number;
  readonly no: number | null;
  readonly noAt: CellAddress | null;
  /** As {@link RosterPerson.total} and {@link RosterPerson.senior}. */
  readonly total: Reading | null;
  readonly senior: Reading | null;
}

/** A bottom row with a value for each column: ticks, and the sums of the two subtotal columns. */
export interface ColumnTotals {
  readonly row: number;
  readonly label: Reading;
  /** By month, then by the month's columns; empty where the label is merged over all months. */
  readonly ticks: readonly (readonly Reading[])[];
  /** Under the subtotals of parts of the months, in the order of {@link Roster.partTotals}; null where blank. */
  readonly parts: readonly (Reading | null)[];
  readonly total: Reading | null;
  readonly senior: Reading | null;
}

/** A bottom row with one value a month (有效人次小计). */
export interface MonthTotals {
  readonly row: number;
  readonly label: Reading;
  /** By month, in the order of {@link Roster.months}; empty where the label is merged over all of them. */
  readonly months: readonly Reading[];
  /** As {@link ColumnTotals.parts}. */
  readonly parts: readonly (Reading | null)[];
  /** A sum that stands in the row's subtotal column, null where blank: of the row's months, or of the column above it. */
  readonly total: Reading | null;
  readonly totalOf: "months" | "column";
  /** The sum of the column 2年以上, null where blank. */
  readonly senior: Reading | null;
}

/** The persons of one certificate group with the group's bottom rows. */
export interface RosterGroup {
  readonly group: CertificateGroup | null;
  /** Indexes into {@link Roster.persons}. */
  readonly persons: readonly number[];
  /** 小计; null where the row is missing. */
  readonly subtotal: ColumnTotals | null;
  /** 持证社工有效人次小计 / 非持证社工有效人次小计. */
  readonly effective: MonthTotals | null;
}

/** 到岗表 (附件2). Person-months are numbers in halves: 0.5, 1, 5.5. */
export interface Roster extends TableBase {
  readonly kind: "roster";
  /** It stands on a hidden sheet. */
  readonly hidden: boolean;
  /** Persons are columns and months rows: numbers of rows and columns that are no addresses are changed over. */
  readonly turned?: true;
  /** The station that the title names, or "". */
  readonly station: string;
  /** 年度服务协议时间, and the cell that says it. */
  readonly agreement: Period | null;
  readonly agreementAt: CellAddress | null;
  /** 应到人次 where a cell beside the roster states it. */
  readonly statedDue: Reading | null;
  readonly months: readonly RosterMonth[];
  readonly partTotals: readonly PartTotal[];
  /** Heads repeated on later pages that name another month than the first page has at their place. */
  readonly otherHeads: readonly { readonly at: CellAddress; readonly written: string; readonly month: number }[];
  readonly persons: readonly RosterPerson[];
  /** Rows of posts that nobody holds (空缺). */
  readonly vacancies: readonly Vacancy[];
  readonly groups: readonly RosterGroup[];
  /** 总计 ticks and sums. */
  readonly grandTotal: ColumnTotals | null;
  /** 社工有效人次小计 of the months. */
  readonly grandEffective: MonthTotals | null;
  /** 稳岗率, and the cell with its words. */
  readonly retention: Reading | null;
  readonly retentionLabelAt: CellAddress | null;
  /** Columns of what every person has; null where the roster lacks it. */
  readonly columns: {
    readonly type: number | null;
    readonly no: number | null;
    readonly name: number;
    readonly position: number | null;
    readonly certificate: number | null;
    readonly contract: number | null;
    /** Where the contract's last day has a column of its own. */
    readonly contractEnd: number | null;
    /** The days of joining and leaving in columns of their own. */
    readonly joined: number | null;
    readonly left: number | null;
    readonly total: number | null;
    readonly senior: number | null;
    readonly remark: number | null;
  };
  /** The marks are person-months (1, 0.5, 0): what stands under them adds them up. */
  readonly numbers: boolean;
  /** Those numbers are months of absence: 0 there, 1 not there. The marks' shares are of presence all the same. */
  readonly ofAbsence: boolean;
  /** What the counts under the months take a tick for where each stands for half a month: 1, or 0.5 person-months; null where ticks stand for whole ones. */
  readonly tickWorth: 1 | 0.5 | null;
  /** Its marks are formulas over other sheets: what explains them is said there. */
  readonly gathered: boolean;
  readonly question: MarkQuestion | null;
  /** Notes of the sheet that say what marks or blanks mean, as written. */
  readonly markNotes: readonly { readonly text: string; readonly at: CellAddress }[];
  /** The marks that this roster uses most, for fixes and for proving formulas. */
  readonly presentMark: string | number | boolean;
  readonly absentMark: string | number | boolean;
}
