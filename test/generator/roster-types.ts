import type { CellAddress } from "../../src/workbook";
import type { Day, PeriodPlan } from "./period";

export type Group = "certified" | "uncertified";

export interface PersonEvent {
  readonly kind: "join" | "leave" | "transfer-in" | "transfer-out" | "note";
  readonly date: Day | null;
  readonly text: string;
}

export interface PersonPlan {
  readonly no: number;
  readonly name: string;
  readonly group: Group;
  readonly post: string;
  readonly certificate: string;
  readonly contract: { readonly start: Day; readonly end: Day | null };
  /** A mark for each month and mark column: present or not. */
  readonly marks: readonly (readonly boolean[])[];
  /** Counted halves a month: 2 = one person-month (人次). */
  readonly halves: readonly number[];
  /** Halves that count towards 符合从业2年以上. */
  readonly senior: number;
  readonly events: readonly PersonEvent[];
  /** Plain counting of ticks gives the subtotal: no half, no partly ticked month. */
  readonly plain: boolean;
}

export interface RosterLayout {
  readonly months: number;
  /** Whether the period begins or ends in the middle of a month, and how clear it is what that month counts. */
  readonly periodCut: "whole" | "halves" | "open";
  readonly headYears: "none" | "changes" | "all" | "dates";
  readonly marks: 1 | 2 | 3;
  readonly leafRow: boolean;
  readonly present: string | number;
  readonly absent: readonly (string | number)[];
  readonly groups: readonly Group[];
  readonly people: readonly [number, number];
  readonly pageBreak: boolean;
  readonly typeColumn: "merged" | "repeated";
  readonly extraColumns: readonly string[];
  readonly bottom: { readonly ticks: boolean; readonly effective: boolean; readonly grand: boolean; readonly grandEffective: boolean; readonly retention: boolean };
  /** Bottom rows and subtotals hold formulas where a formula can say it. */
  readonly formulas: boolean;
  readonly personFormulas: boolean;
  readonly spelling: number;
  readonly dates: number;
  readonly events: number;
  readonly headcount: number;
  readonly offsetRows: number;
  readonly offsetColumns: number;
  readonly titlePeriod: boolean;
  readonly agreementLine: boolean;
  readonly cycleLine: boolean;
  readonly matrixFirst: boolean;
  readonly messy: number;
}

export interface RosterPlan {
  readonly layout: RosterLayout;
  readonly period: PeriodPlan;
  readonly people: readonly PersonPlan[];
  readonly retained: number;
}

export interface PersonHandle {
  readonly plan: PersonPlan;
  readonly row: number;
  readonly no: CellAddress;
  readonly name: CellAddress;
  readonly certificate: CellAddress;
  readonly contract: CellAddress;
  readonly marks: readonly (readonly CellAddress[])[];
  readonly total: CellAddress;
  readonly senior: CellAddress;
  readonly remark: CellAddress;
}

export interface GroupHandle {
  readonly group: Group;
  readonly people: readonly PersonHandle[];
  readonly top: number;
  readonly bottom: number;
  /** A cell for each month and mark column; null where the row is missing. */
  readonly ticks: readonly (readonly CellAddress[])[] | null;
  readonly sumTotal: CellAddress | null;
  readonly sumSenior: CellAddress | null;
  readonly effective: readonly CellAddress[] | null;
}

export interface RosterHandle {
  readonly plan: RosterPlan;
  readonly sheet: string;
  readonly rect: { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };
  readonly title: CellAddress;
  readonly agreement: CellAddress | null;
  readonly heads: readonly CellAddress[];
  readonly people: readonly PersonHandle[];
  readonly groups: readonly GroupHandle[];
  readonly grandTicks: readonly (readonly CellAddress[])[] | null;
  readonly grandTotal: CellAddress | null;
  readonly grandSenior: CellAddress | null;
  readonly grandEffective: readonly CellAddress[] | null;
  readonly retention: CellAddress | null;
}
