import type { RosterEvaluation } from "../../evaluation/types";
import type { CellAddress } from "../../workbook";
import type { FoundGrid } from "../read/vocabulary";
import type { Source } from "../source";
import type { GridCell, GridColumn, GridRow } from "../text/grids";

const TEXTS = [["姓名", 101], ["变动", 102]] as const;
const TOTAL = 90;

/** The attendance of a source as tables of its own: a row each person with what each month counts, and a row each month with what each group comes to. */
export function rosterGrids({ evaluation: { used }, file }: Source): FoundGrid[] {
  return used === null ? [] : [personsOf(used), monthsOf(used)].map((grid) => ({ grid, file }));
}

function personsOf({ roster, people }: RosterEvaluation): FoundGrid["grid"] {
  const months = roster.months.map(({ month }, i): GridColumn => ({ column: i + 1, head: `${month}月`, group: "", unit: "人次" }));
  const columns = [...months, { column: TOTAL, head: "到岗小计", group: "", unit: "人次" }, ...TEXTS.map(([head, column]): GridColumn => ({ column, head, group: "", unit: "" }))];
  const rows = roster.persons.flatMap(({ name, remark, row, nameAt }, i): GridRow[] => {
    const own = people[i];
    if (!own || name === "") return [];
    const at = (column: number): CellAddress => ({ sheet: nameAt.sheet, row, column });
    const texts = [name, remark.events.map(({ word }) => word).join("、")].map((text, t): [number, string] => [TEXTS[t]![1], text.replace(/\s/gu, "")]);
    const cells = own.months.map(({ value }, m): [number, GridCell] => [m + 1, { at: at(roster.months[m]?.columns[0]?.column ?? nameAt.column), value, isPercent: false }]);
    const total = own.printed ?? own.total;
    return [{ labels: [name], texts: new Map(texts.filter(([, text]) => text !== "")), isSum: false, cells: new Map([...cells, [TOTAL, { at: at(roster.persons[i]!.total?.at.column ?? nameAt.column), value: total, isPercent: false }]]) }];
  });
  return { columns, heads: headsOf(columns), rows, sums: [] };
}

const KINDS = ["持证社工", "非持证社工", "合计", "应到"] as const;

function monthsOf({ roster, staffing }: RosterEvaluation): FoundGrid["grid"] {
  const columns = KINDS.map((head, i): GridColumn => ({ column: i + 1, head, group: "", unit: "人次" }));
  const at = roster.persons[0]?.nameAt ?? roster.months[0]!.head;
  const rowOf = (label: string, values: readonly number[], cell: CellAddress, isSum: boolean): GridRow => ({ labels: [label], texts: new Map([[9, label]]), isSum, cells: new Map(values.map((value, i) => [i + 1, { at: cell, value, isPercent: false }])) });
  const rows = roster.months.flatMap(({ month, head }, i) => {
    const own = staffing.byMonth[i];
    return own ? [rowOf(`${month}月`, [own.certified, own.uncertified, own.total, own.due], head, false)] : [];
  });
  return { columns, heads: headsOf(columns), rows, sums: [rowOf("合计", [staffing.certified.actual, staffing.actual - staffing.certified.actual, staffing.actual, staffing.due], at, true)] };
}

function headsOf(columns: readonly GridColumn[]): Map<number, string> {
  return new Map(columns.map(({ column, head }) => [column, head]));
}
