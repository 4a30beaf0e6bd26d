import { workbookOf } from "../../support/sheet-builder";
import type { PersonSpec } from "../../support/roster-builder";
import type { RuleExample, ShownPart } from "../example";
import { calls, CALLS, ONE_CHANGE, roster, rosterWith, type RosterChange } from "./sheets";

/** The agreement of the rosters asks for five persons. */
const settings = { headcount: 5 };
const notes = { wrong: "five-posts", right: "five-posts" } as const;

const show = (columns: string, rows: string): ShownPart[] => [{ sheet: "到岗表", columns, rows }];
/** 序号, months and subtotal, with the remarks. */
const PERSONS = show("B,F:I,K", "3:6");

/** Four posts for five persons: a month that does not count is no shortage. */
const ENOUGH = { headcount: 4 };

const person = (one: number, change: Partial<PersonSpec>): RosterChange => ({ persons: { [one]: change } });
/** Typed throughout, some cells written over. */
const typedOver = (override: NonNullable<RosterChange["spec"]>["override"] = {}): RosterChange => ({ spec: { override, formulas: false } });

const changed = { staff: ONE_CHANGE, spec: { retention: 0.8, retentionFormula: "=4/5" } };
const CHANGED = show("A:B,F:I,K", "3:7,10:11,17");
/** Two of five posts changed hands, or one and a sixth person came. */
const changedTwice = (sixth: Partial<PersonSpec>, spec: NonNullable<RosterChange["spec"]>): RosterChange => ({
  staff: [
    ...ONE_CHANGE.slice(0, 5), { months: "111", group: "uncertified", ...sixth },
    { months: "001", group: "uncertified", contract: "2024.11.1-2027.10.31", remark: "2024.11.1入职" }
  ],
  spec
});

/** Half a year: 序号5 leaves, 序号6 comes. */
const halfYear = (leaver: Partial<PersonSpec>, successor: Partial<PersonSpec>): RosterChange => ({
  staff: [
    ...Array.from({ length: 3 }, () => ({ months: "111111" })),
    ...[{}, leaver, successor].map((person): PersonSpec => ({ months: "111111", group: "uncertified", ...person }))
  ],
  spec: {
    months: ["1月", "2月", "3月", "4月", "5月", "6月"], agreement: "年度服务协议时间：2024年1月1日至2024年12月31日", retention: 0.8, retentionFormula: "=4/5"
  }
});
/** A post that stood empty for months, and one that did not. */
export const VACANCY = halfYear({ months: "h00000", remark: "2024.1.10离职" }, { months: "00000h", contract: "2024.6.20-2027.6.19", remark: "2024.6.20入职" });
export const REFILLED = halfYear({ months: "100000", remark: "2024.1.31离职" }, { months: "011111", contract: "2024.2.1-2027.1.31", remark: "2024.2.1入职" });

const half = { contract: "2024.9.18-2027.9.17", months: "h11", remark: "2024.9.18入职", senior: 0 };

/** The indicator table with so many social workers, beside the roster of five. */
const withStaff = (staff: number) => () => {
  const book = workbookOf({ 指标: calls({ A1: "某街社工站指标完成情况统计表", B4: 2, B5: 2, B6: staff - 4 }) });
  return { ...book, sheets: [...book.sheets, roster().sheet] };
};

export const attendanceExamples = {
  "attendance-mark": {
    wrong: rosterWith({ ...person(2, { months: "1b1", total: 3 }), spec: { formulas: false } }), right: rosterWith(typedOver()), settings: ENOUGH, show: PERSONS
  },
  "attendance-person-total": { wrong: rosterWith(person(2, { total: 2, senior: 2 })), right: rosterWith(), settings: ENOUGH, show: PERSONS },
  "attendance-settled-half": {
    wrong: rosterWith(person(3, { remark: "10月份购买社保计0.5人次", months: "1h1", total: 3 })),
    right: rosterWith(person(3, { remark: "10月份购买社保计0.5人次", months: "1h1" })), settings: ENOUGH, show: PERSONS
  },
  "attendance-tick-count": { wrong: rosterWith(typedOver({ G7: 4, G14: 6 })), right: rosterWith(typedOver()), settings: ENOUGH, show: show("A:B,F:I", "3:7") },
  "attendance-month-total": { wrong: rosterWith(typedOver({ H8: 2, H15: 4 })), right: rosterWith(typedOver()), settings: ENOUGH, show: show("A:B,F:H", "3:6,8") },
  "attendance-sum": {
    wrong: rosterWith(typedOver({ I14: 16 })), right: rosterWith(), settings: ENOUGH, show: show("A,F:I", "3,7,11,14"), formulas: ["到岗表!I7", "到岗表!I11"]
  },
  "attendance-text-number": {
    wrong: rosterWith({ ...person(3, { total: "3" }), spec: { formulas: false } }), right: rosterWith(typedOver()), settings: ENOUGH, show: show("B,F:I", "3:7")
  },
  "attendance-seniority": { wrong: rosterWith(person(2, { senior: 5 })), right: rosterWith(), settings: ENOUGH, show: show("B,F:J", "3:6") },
  "attendance-retention": {
    wrong: rosterWith({ staff: ONE_CHANGE, spec: { retention: 1, retentionFormula: "=5/5" } }), right: rosterWith(changed), settings, notes, show: CHANGED
  },
  "attendance-retention-limit": {
    wrong: rosterWith(changedTwice({ months: "110", remark: "2024.10.31离职" }, { retention: 0.6, retentionFormula: "=3/5" })),
    right: rosterWith(changedTwice({}, changed.spec)), settings, notes, show: show("A:B,F:I,K", "3:7,10:12,18")
  },
  "attendance-shortage": {
    wrong: rosterWith(VACANCY), right: rosterWith(REFILLED),
    settings, notes, show: show("A:B,F,K:L,N", "3:6,9:11,15")
  },
  "attendance-number": { wrong: rosterWith(person(3, { no: 2 })), right: rosterWith(), settings: ENOUGH, show: show("A:C,I", "3:6,9:10") },
  "attendance-person-twice": { wrong: rosterWith(person(3, { name: "社工001" })), right: rosterWith(), settings: ENOUGH, show: show("B:C,F:I", "3:6") },
  "attendance-outside": {
    wrong: rosterWith(person(3, { contract: "2024.10.8-2027.10.7" })), right: rosterWith(person(3, { contract: "2024.9.1-2027.8.31" })), settings: ENOUGH, show: show("B,E:I", "3:6")
  },
  "attendance-same-start": {
    wrong: rosterWith({ persons: { 2: { contract: half.contract }, 3: half } }), right: rosterWith({ persons: { 2: half, 3: half } }), settings: ENOUGH,
    show: show("B,E:I,K", "3:6")
  },
  "attendance-absence": {
    wrong: rosterWith(person(3, { months: "101" })),
    right: rosterWith(person(3, { months: "101", remark: "10月病假" })), settings: ENOUGH, show: PERSONS
  },
  "attendance-undated-leave": {
    wrong: rosterWith({ ...changed, persons: { 3: { remark: "离职（试用期）" } } }), right: rosterWith(changed), settings, show: show("B,F:I,K", "3:7")
  },
  "attendance-certificate": { wrong: rosterWith(person(3, { certificate: "社会工作专业" })), right: rosterWith(), settings: ENOUGH, show: show("A:B,D,F:H", "3:6") },
  "attendance-months": { wrong: rosterWith({ spec: { months: ["9月", "10月", "12月"] } }), right: rosterWith(), settings: ENOUGH, show: show("B,F:I", "3:5") },
  "attendance-staff-number": {
    wrong: withStaff(6), right: withStaff(5), settings,
    show: [{ ...CALLS, columns: "A:D", rows: "2:7" }, { sheet: "到岗表", columns: "B,F:H", rows: "3:6,9:10" }]
  },
  "attendance-at-end": { wrong: rosterWith(changed), right: null, settings, show: show("A:B,F:I,K", "3:7,10:11") }
} satisfies Readonly<Record<string, RuleExample>>;
