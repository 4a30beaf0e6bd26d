import { hundredthsOf } from "../../values/exact";
import { PARTIES, USUAL_POINTS } from "../../values/party";
import { say, type Sentence } from "../../messages";
import { addressKey, columnLetters, rectUnion, type Rect } from "../../workbook";
import type { Reading, Unread } from "../types";
import { eachOnce, type Grid, type GridLine } from "./grid";
import { findRelations, type Relations } from "./relations";
import { decimalsOf, findRoles, type Roles, type Series } from "./roles";
import { findStructure, unitNumber, unitsFor, type Structure, type SumLine } from "./sums";
import type { DerivedScore, GradeLine, ScoreItem, ScoreRow, ScoreSum, ScoreSumCell, ScoreTable, ScoreUnit } from "./types";
import { gradeWord, headWord, itemOf, itemSign, pointsIn } from "./words";

/** What a score table says, before its title and the sentences beside it. */
export type BuiltTable = Pick<ScoreTable, "series" | "rows" | "total" | "result" | "sums" | "derived" | "ownPoints" | "outOf" | "grade" | "unread" | "rect">;

/** What the words of a sheet say of its score tables. */
export interface Notes {
  /** The highest and the lowest score are left out. */
  readonly dropsEnds: boolean;
  /** They are scores of an evaluation of a station. */
  readonly aboutEvaluation: boolean;
}

/** The score tables of a grid: one, or one for each evaluation that stands in it; and the fields whose cells their totals add up. `told`: what its fields were told to be. */
export function buildTables(grid: Grid, notes: Notes, told: Roles | null = null): { tables: BuiltTable[]; counted: readonly number[] } {
  const roles = told ?? findRoles(grid);
  if (!told && !grid.area.byHeads && !looksScored(grid, roles)) return { tables: [], counted: [] };
  return {
    tables: new GridBuilder(grid, roles, notes).tables(),
    counted: roles.series.map(countedOf).filter((index) => index !== null)
  };
}

/** Items alone are no score table (a budget has 督导, 第三方 …): a head must speak of scores, the points be those of R1 and R3, stand in the labels or make 100, or shares of all stand beside. */
function looksScored({ fields, lines }: Grid, { series, standard, weight }: Roles): boolean {
  const items = lines.filter(({ kind }) => kind === "item");
  const scores = series.flatMap(countedOf).flatMap((index) => (index === null ? [] : items.map(({ cells }) => cells[index]!.number))).filter((number) => number !== null);
  const named = fields.some(({ heads }) => heads.some((head) => headWord(head) !== null));
  const pointed = items.filter(({ name, cells }) => pointsIn(name) !== null || (standard !== null && itemOf(name) !== "other" && cells[standard]!.number === USUAL_POINTS[itemOf(name) as keyof typeof USUAL_POINTS]));
  const judged = series.some(({ judges }) => judges.length > 0);
  const points = standard === null ? 0 : items.reduce((sum, { cells }) => sum + (cells[standard]!.number ?? 0), 0);
  return (named || pointed.length >= 3 || points === 100 || weight !== null) && (scores.length > 0 || judged) && scores.filter((score) => score > 100 || score < 0).length * 3 <= scores.length;
}

interface Evaluated {
  readonly rows: readonly ScoreRow[];
  readonly relations: Relations;
}

class GridBuilder {
  private readonly series: readonly Series[];
  private readonly structure: Structure;
  /** The points of the items make 100: the table has its own, whatever others agreed. */
  private readonly hundred: boolean;
  private readonly rect: Rect;

  /** Rows and relations of each evaluation, worked out once. */
  private readonly known = new Map<Series, Evaluated>();

  constructor(private readonly grid: Grid, private readonly roles: Roles, private readonly notes: Notes) {
    this.series = roles.series.length > 0 ? roles.series : [{ label: "", judges: [], deduction: null, score: null, converted: null }];
    const pick = (line: GridLine, index: number | null): Reading | null => (index === null ? null : line.cells[index]!);
    this.structure = findStructure(grid.lines, {
      points: (line) => this.points(line),
      counted: (line) => this.series.map((one) => pick(line, countedOf(one)))
    });
    this.hundred = this.addsUpToHundred();
    this.rect = this.rectangle();
  }

  tables(): BuiltTable[] {
    return this.series.map((series, i) => this.table(series, i === 0));
  }

  private points(line: GridLine): number | null {
    const standard = this.roles.standard === null ? null : line.cells[this.roles.standard]!.number;
    return standard ?? pointsIn(line.name);
  }

  /** Of the items together, several areas of 服务质量 counted each, or once. */
  private addsUpToHundred(): boolean {
    const { items } = this.structure;
    const once = items.filter((line, i) => itemOf(line.name) !== "quality" || items.findIndex(({ name }) => itemOf(name) === "quality") === i);
    const add = (lines: readonly GridLine[]): number => lines.reduce((sum, line) => sum + hundredthsOf(this.points(line) ?? 0), 0);
    return [items, once].some((lines) => add(lines) === 10_000);
  }

  private rectangle(): Rect {
    const { area, fields, lines } = this.grid;
    const used = [this.roles.standard, this.roles.weight, this.roles.rate, ...this.roles.unread, ...this.series.flatMap(({ judges, deduction, score, converted }) => [...judges, deduction, score, converted])];
    const last = Math.max(...used.map((index) => (index === null ? 0 : fields[index]!.field)), area.first);
    const numbered = lines.filter(({ kind }) => kind !== "grade");
    return area.view.rect(area.headFirst, area.names[0]!, numbered[numbered.length - 1]!.line, last);
  }

  private table(series: Series, first: boolean): BuiltTable {
    const { rows, relations: { derived: ofItems, unproved, scaled } } = this.evaluated(series);
    const derived = [...ofItems, ...this.meansOfSums(series, rows)];
    const total = this.structure.sums.find(({ kind }) => kind === "total");
    const whole = this.isWhole(rows);
    const result = total && this.cell(total.line, countedOf(series));
    const { sums, doubted } = this.sums(series, first);
    const unread = [
      ...(first ? this.roles.unread : []),
      ...unproved.map((of) => series[of]!)
    ];
    return {
      series: series.label, rect: this.rect, rows, sums, derived, ownPoints: this.hundred || (!scaled && ofItems.some(({ relation }) => relation === "share")),
      total: total && whole ? this.sumOf(total.line, series) : null,
      result: result && result.number !== null ? { cell: result, points: this.points(total.line) } : null,
      outOf: derived.some(({ relation }) => relation === "product") ? "hundred" : staysWithin(rows) ? "points" : null,
      grade: this.grade(series),
      unread: [...unread.map((index) => this.unreadField(index)), ...doubted]
    };
  }

  private evaluated(series: Series): Evaluated {
    let known = this.known.get(series);
    if (!known) {
      const rows = this.rows(series);
      this.known.set(series, (known = { rows, relations: findRelations(rows, this.notes.dropsEnds) }));
    }
    return known;
  }

  private rows(series: Series): ScoreRow[] {
    const means = new Map(this.structure.means.flatMap(({ line, of }) => {
      const mean = this.cell(line, countedOf(series));
      return mean?.number == null ? [] : of.map((part) => [part, mean] as const);
    }));
    return this.structure.items.map((line): ScoreRow => ({
      place: line.line - this.grid.area.headFirst,
      item: itemOf(line.name), name: line.name, nameAt: line.nameAt,
      standard: this.cell(line, this.roles.standard), most: this.points(line), weight: this.cell(line, this.roles.weight),
      judges: eachOnce(series.judges.map((index) => line.cells[index]!)),
      deduction: this.cell(line, series.deduction), score: this.cell(line, series.score),
      converted: means.get(line) ?? this.cell(line, series.converted),
      rate: series === this.series[0] ? this.cell(line, this.roles.rate) : null
    })).filter((row) => row.most !== null || [row.score, row.converted, row.weight].some((reading) => reading?.number != null));
  }

  private cell(line: GridLine, index: number | null): Reading | null {
    return index === null ? null : line.cells[index]!;
  }

  /** A station's table of all parties: not one of a single item's parts, and none of something else (考核 of staff). */
  private isWhole(rows: readonly ScoreRow[]): boolean {
    const ofStations = rows.some(({ name }) => itemSign(name) !== null) || this.notes.aboutEvaluation;
    return ofStations && (this.hundred || rows.some(({ item }) => (PARTIES as readonly ScoreItem[]).includes(item)) || rows.every(({ most }) => most === null));
  }

  /** Where experts or areas are averaged in the sums alone, the items show no mean that the sum could add up. */
  private meansOfSums(series: Series, rows: readonly ScoreRow[]): DerivedScore[] {
    const index = countedOf(series);
    if (index === null || series.judges.length === 0 || rows.some((row) => (row.converted ?? row.score)?.number != null)) return [];
    return this.structure.sums.flatMap(({ line }): DerivedScore[] => {
      const cell = line.cells[index]!;
      const inputs = eachOnce(series.judges.map((judge) => line.cells[judge]!)).filter(({ number }) => number !== null);
      return inputs.length < 2 || cell.kind === "blank" ? [] : [{
        cell, of: "score", relation: this.notes.dropsEnds ? "trimmed-mean" : "mean", item: itemOf(line.name), name: line.name, row: `mean:${line.line - this.grid.area.headFirst}`,
        inputs, rows: [], factors: [], decimals: decimalsOf([cell])
      }];
    });
  }

  private sumOf(line: GridLine, series: Series): ScoreSum {
    return {
      label: line.nameAt, name: line.name, standard: this.cell(line, this.roles.standard),
      score: this.cell(line, series.score), converted: this.cell(line, series.converted)
    };
  }

  private sums(series: Series, first: boolean): { sums: ScoreSumCell[]; doubted: Unread[] } {
    const doubted: Unread[] = [];
    const sums = this.structure.sums.flatMap((sum, i): ScoreSumCell[] => {
      const before = this.structure.sums.slice(0, i).filter(({ kind }) => kind === "subtotal").length;
      const row = sum.kind === "total" ? "total" : `subtotal:${before}`;
      // 总分 in one cell over all columns is the sum of what counts, and of no other column.
      const counted = this.cell(sum.line, countedOf(series));
      const isCounted = (index: number | null): boolean => index !== null && counted !== null && addressKey(sum.line.cells[index]!.at) === addressKey(counted.at);
      const cell = (of: ScoreSumCell["of"], index: number | null): ScoreSumCell[] => of !== "score" && isCounted(index) ? [] : this.sumCell(sum, series, of, index, of === "score" ? row : `${row}:${of}`);
      const score = cell("score", countedOf(series));
      const sure = score.filter((one) => this.isBorneOut(sum, one, series));
      if (sure.length < score.length) doubted.push(this.unread([score[0]!.cell], say("unread-score-sum", { name: sum.line.name })));
      return [
        ...sure,
        ...(first ? [...(this.pointsAddUp(series) ? cell("standard", this.roles.standard) : []), ...cell("weight", this.roles.weight)] : []),
        ...cell("deduction", series.deduction), ...series.judges.flatMap((index) => cell("judge", index))
      ];
    });
    return { sums, doubted };
  }

  /** 标准分 are the parts of a whole: neither the same 100 of every item nor what single items are scored out of. */
  private pointsAddUp(series: Series): boolean {
    const points = new Set(this.structure.items.map((line) => this.points(line)));
    return !(points.size === 1 && points.has(100)) && !this.evaluated(series).relations.scaled;
  }

  private sumCell({ kind, line, parts }: SumLine, series: Series, of: ScoreSumCell["of"], index: number | null, row: string): ScoreSumCell[] {
    const cell = this.cell(line, index);
    if (index === null || cell === null || (cell.number === null && cell.formula === null) || comparesSums(line, cell)) return [];
    const { rows } = this.evaluated(series);
    const cellOf = (part: GridLine): Reading | null => {
      if (of !== "score") return part.cells[index]!;
      const own = rows.find(({ nameAt }) => addressKey(nameAt) === addressKey(part.nameAt));
      return own ? own.converted ?? own.score : null;
    };
    const units = unitsFor(cell, parts, cellOf, of === "score" ? this.hundred : true);
    const isBlank = units.every((unit) => unit.cells.every(({ number }) => number === null));
    return units.length < 2 || isBlank ? [] : [{ cell, units, subtotal: kind === "total" && this.isWhole(rows) ? null : line.name, of, head: this.grid.fields[index]!.head, row }];
  }

  /** The points say that these rows make the sum, or nothing says otherwise, or it agrees anyway. */
  private isBorneOut(sum: SumLine, { cell, units }: ScoreSumCell, series: Series): boolean {
    const [points] = !this.pointsAddUp(series) ? [] : this.sumCell(sum, series, "standard", this.roles.standard, "");
    return points === undefined || makes(points.units, points.cell) || makes(units, cell);
  }

  /** The grade of the evaluation in the table's own lines, not that of the year nor one for all evaluations. */
  private grade(series: Series): GradeLine | null {
    const indexes = this.series.flatMap((one) => countedOf(one) ?? []);
    for (const { kind, name, cells } of this.grid.lines) {
      if (kind !== "grade" || /年/.test(name)) continue;
      const own = countedOf(series);
      const isShared = indexes.length > 1 && new Set(indexes.map((index) => addressKey(cells[index]!.at))).size === 1;
      const places = indexes.length < 2 ? cells : isShared || own === null ? [] : [cells[own]!];
      for (const { at, text } of places) {
        const grade = gradeWord(text.replace(/\s/g, ""));
        if (grade) return { at, grade };
      }
    }
    return null;
  }

  private unreadField(index: number): Unread {
    const { head } = this.grid.fields[index]!;
    return this.unread(this.grid.lines.map((line) => line.cells[index]!).filter(({ number }) => number !== null), say("unread-score-field", { head }));
  }

  private unread(cells: readonly Reading[], why: Sentence): Unread {
    const rects = cells.map(({ at: { row, column } }): Rect => ({ top: row, left: column, bottom: row, right: column }));
    return { sheet: this.grid.area.view.sheet.name, rect: rects.reduce(rectUnion), why, grave: true };
  }
}

/** The field whose cells the total adds up. */
function countedOf({ converted, score }: Series): number | null {
  return converted ?? score;
}

/** 平均分, 最高分 below persons side by side: a formula over the other sums of its line says what they are together, and adds up none of its own items. */
function comparesSums({ cells }: GridLine, { at, formula }: Reading): boolean {
  if (!/\b(?:AVERAGE|MEDIAN|MAX|MIN|LARGE|SMALL)\(/i.test(formula ?? "")) return false;
  const [others, names] = [cells.filter((other) => addressKey(other.at) !== addressKey(at)), [...formula!.matchAll(CELL_NAME)]];
  return names.length > 0 && names.every(([, column, row]) => others.some((other) => other.at.row === Number(row) && columnLetters(other.at.column) === column!.toUpperCase()));
}

const CELL_NAME = /(?<![A-Za-z_.!"])\$?([A-Z]{1,3})\$?(\d+)(?![\d(])/gi;

function makes(units: readonly ScoreUnit[], { number }: Reading): boolean {
  return number !== null && units.reduce((sum, unit) => sum + hundredthsOf(unitNumber(unit) ?? 0), 0) === hundredthsOf(number);
}

/** Most scores lie within the points of their items; where more than a third does not, they are out of something else. */
function staysWithin(rows: readonly ScoreRow[]): boolean {
  const both = rows.filter(({ score, most }) => score?.number != null && most !== null);
  return both.filter(({ score, most }) => score!.number! > most!).length * 3 <= both.length;
}
