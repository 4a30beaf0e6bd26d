import { isCount, near, type Atom, type SheetAtoms } from "../evidence";
import { moveFormula } from "../formulas";
import { isSubtotalLabel, isTotalLabel } from "../tables/indicators/heads";
import { headText, readCell } from "../tables/reading";
import { allTables, isOfStationsWorkbook, isStations, type Tables } from "../tables/tables";
import { sameNumber } from "../values/numbers";
import { cellName, isError, rectContains, type CellAddress } from "../workbook";
import type { Arithmetic } from "./arithmetic";
import type { OddFill } from "./fills";
import { remarkOf } from "./own-remarks";

/** What is not added up, or counts nobody twice: its 合计 is no sum of the rows. */
const NO_SUM = /率|比|均|价|幅|增长|百分|标准|编号|序号|年$|去重|不重复|期末|月末|年末|在册|现有|余额|结余|结存/;
const MONEY = /元|金额|经费|费用?$|款|支出|收入|预算|补贴/;
/** Rows that are parts of one above, or say it in another way. */
const NO_PART = /^其中|平均|均值|最[高低大小]|累计/;
/** Where nothing computes it a number that is farther from the sum says something else (a mean, a quotient of the totals). */
const MOST_OFF = 0.4;
/** So many rows are added up where nothing but the label says that they are. */
const ROWS_ALONE = 4;

/** A column of a row of totals, and the rows above that it adds up. */
interface Summed {
  readonly atom: Atom;
  readonly rows: readonly number[];
}

/**
 * A row of totals (合计, 小计, 总计) of which all columns but one add up the same rows: by their formulas, or where all is typed by their numbers. The odd one leaves
 * out a row, adds 其中 again, or was typed wrong. Not where a role says what the cell holds.
 */
export function oddInTotalRows(tables: Tables, arithmetic: Arithmetic): OddFill[] {
  if (!isStations(tables)) return [];
  return tables.evidence.sheets.flatMap((atoms) => {
    const { sheet } = atoms;
    if (sheet.visibility !== "visible" || sheet.marker !== null || !isOfStationsWorkbook(sheet, tables)) return [];
    const taken = allTables(tables).filter((table) => table.sheet === sheet.name && (table.kind === "indicators" || table.kind === "scores")).map(({ rect }) => rect);
    return [...atoms.rows.keys()].filter((row) => atoms.rows.get(row)!.some(isCount) && isTotalRow(atoms, row)).flatMap((row) => {
      const summed = summedIn(tables, atoms, row);
      const odd = [...slippedIn(atoms, summed, arithmetic), ...typedIn(atoms, row, summed)];
      return odd.filter(({ reading: { at } }) => isFree(arithmetic, at) && (arithmetic.at(at) !== undefined || !taken.some((rect) => rectContains(rect, at.row, at.column))));
    });
  });
}

function isFree(arithmetic: Arithmetic, at: CellAddress): boolean {
  const judged = arithmetic.at(at);
  return judged === undefined || (judged.meaning.byProof === true && judged.verdict?.state !== "wrong" && judged.agrees !== false);
}

function labelOf(atoms: SheetAtoms, row: number): string {
  const first = atoms.rows.get(row)?.find(({ kind, text }) => kind === "text" && text.trim() !== "");
  return first ? headText(atoms.sheet, row, first.left) : "";
}

function isTotalRow(atoms: SheetAtoms, row: number): boolean {
  const label = labelOf(atoms, row);
  return isTotalLabel(label) || isSubtotalLabel(label);
}

/** The row's formulas that add up cells above them in their own column. */
function summedIn({ evidence: { forms } }: Tables, atoms: SheetAtoms, row: number): Summed[] {
  return atoms.rows.get(row)!.flatMap((atom): Summed[] => {
    const form = forms.get(atom);
    // 余额 =E6 of the row above is what is left, and no sum.
    const parts = form?.kind === "sum" ? form.parts : form?.kind === "same" && form.of.row < row - 1 ? [form.of] : [];
    const isOwn = parts.length > 0 && parts.every(({ sheet, column, row: part }) => sheet === atoms.index && column === atom.left && part < row);
    return isOwn ? [{ atom, rows: [...new Set(parts.map((part) => part.row))].sort((a, b) => a - b) }] : [];
  });
}

/** The formula that alone adds up other rows than those beside it, where what it leaves out or adds is a number. */
function slippedIn(atoms: SheetAtoms, summed: readonly Summed[], { evaluator }: Arithmetic): OddFill[] {
  const ways = new Map<string, Summed[]>();
  for (const one of summed) ways.set(one.rows.join(), [...(ways.get(one.rows.join()) ?? []), one]);
  const [most, odd, ...more] = [...ways.values()].sort((a, b) => b.length - a.length || b[0]!.rows.length - a[0]!.rows.length);
  if (!most || odd?.length !== 1 || more.length > 0) return [];
  const [model, one] = [most[0]!, odd[0]!];
  // 期初 =B2 beside sums of all months is what was there at first; =B6 beside =C6+C10 adds one too few.
  if (one.rows.length === 1 && model.atom.formula!.includes(":")) return [];
  const [missing, added] = [model.rows.filter((row) => !one.rows.includes(row)), one.rows.filter((row) => !model.rows.includes(row))];
  // One other column alone is believed where it takes what is next to the same rows as well.
  if (most.length < 2 && !(added.length === 0 && missing.length === 1 && one.rows.length >= 2 && isNext(missing[0]!, one.rows))) return [];
  const changed = [...missing, ...added].map((row) => atoms.startingAt(row, one.atom.left));
  // Of two tables side by side one is longer.
  if (!added.every((row) => isCount(atoms.startingAt(row, model.atom.left))) || !changed.every(isCount) || changed.every((atom) => atom!.value === 0) || NO_SUM.test(atoms.headOf(model.rows[0]!, one.atom.left))) return [];
  const at = addressOf(atoms, one.atom);
  const formula = moveFormula(model.atom.formula!, addressOf(atoms, model.atom), at);
  const outcome = formula === null ? null : evaluator.evaluate(formula, at);
  if (formula === null || outcome?.state !== "known" || isError(outcome.value) || typeof outcome.value !== "number") return [];
  const reading = readCell(atoms.sheet, at.row, at.column);
  if (reading.number === null || sameNumber(reading.number, outcome.value)) return [];
  return [{ reading, formula, gives: outcome.value, models: most.map(({ atom }) => addressOf(atoms, atom)), agrees: false, table: "workbook" }];
}

function isNext(row: number, rows: readonly number[]): boolean {
  return row === rows[0]! - 1 || row === rows[rows.length - 1]! + 1;
}

/** A column of a row of totals with the numbers above it. */
interface Column {
  readonly total: Atom;
  readonly parts: readonly Atom[];
  readonly numbers: readonly number[];
  /** What they come to, and what the total shows besides. */
  readonly gives: number;
  readonly off: number;
}

/** The number that alone of those typed in the row is not what the rows above come to; or the one above it that is wrong. */
function typedIn(atoms: SheetAtoms, row: number, summed: readonly Summed[]): OddFill[] {
  if (!atoms.rows.get(row)!.some((atom) => atom.formula === null && isCount(atom))) return [];
  const ways = new Set(summed.map(({ rows }) => rows.join()));
  const rows = ways.size === 1 ? summed[0]!.rows : ways.size === 0 ? rowsAbove(atoms, row) : [];
  if (rows.length < 2) return [];
  const columns = atoms.rows.get(row)!.flatMap((total): Column[] => {
    const parts = rows.map((each) => atoms.startingAt(each, total.left));
    if (!isCount(total) || !parts.every(isCount) || NO_SUM.test(headOver(atoms, rows[0]!, total.left))) return [];
    const numbers = parts.map((part) => part!.value!);
    const gives = sumOf(numbers);
    return [{ total, parts: parts as Atom[], numbers, gives, off: total.value - gives }];
  });
  const odd = columns.filter((one) => one.total.formula === null && Math.abs(one.off) > rounding(one) && !isNoSum(one) && (ways.size > 0 || (Math.abs(one.off) <= Math.abs(one.gives) * MOST_OFF && !mayBeOnce(atoms, one))) && remarkOf(atoms.sheet, addressOf(atoms, one.total)) === null);
  const holds = columns.filter(({ off, numbers }) => near(off, 0, 6) && new Set(numbers.filter((number) => number !== 0)).size >= 2);
  const [one] = odd;
  if (!one || odd.length > 1 || (ways.size === 0 && holds.length === 0 && !standsAlone(atoms, one, columns.length))) return [];
  const wrong = wrongPart(one, holds);
  const cell = wrong ? one.parts[wrong.index]! : one.total;
  if (cell.formula !== null) return [];
  const models = (wrong ? holds.map(({ parts }) => parts[wrong.index]!) : one.parts).map((each) => addressOf(atoms, each));
  return [{ reading: readCell(atoms.sheet, cell.top, cell.left), formula: `=${models.map((each) => cellName(each.row, each.column)).join("+")}`, gives: wrong?.gives ?? one.gives, models, agrees: false, table: "workbook", isSum: true }];
}

/** Where the column adds up the others in every row but one, and their totals as well, that row's number is wrong, and not the total. */
function wrongPart({ numbers, total }: Column, others: readonly Column[]): { index: number; gives: number } | null {
  if (others.length < 2 || !near(sumOf(others.map((other) => other.total.value!)), total.value!, 6)) return null;
  const sums = numbers.map((_, i) => sumOf(others.map((other) => other.numbers[i]!)));
  const missed = sums.flatMap((sum, i) => (near(sum, numbers[i]!, 6) ? [] : [i]));
  return missed.length === 1 && numbers.length > 2 ? { index: missed[0]!, gives: sums[missed[0]!]! } : null;
}

function sumOf(numbers: readonly number[]): number {
  return Number(numbers.reduce((sum, number) => sum + number, 0).toFixed(6));
}

/** How far a total may lie from its parts because each is shown rounded. */
function rounding({ total, parts, numbers }: Column): number {
  const decimals = Math.max(total.decimals, ...parts.map((part) => part.decimals));
  if (decimals === 0) return numbers.every(Number.isInteger) ? 0 : 0.5;
  return 0.5 * 10 ** -decimals * (numbers.length + 1);
}

function addressOf({ sheet }: SheetAtoms, { top: row, left: column }: Atom): CellAddress {
  return { sheet: sheet.name, row, column };
}

/** The rows right above one of totals, up to their heads; none where 小计 or 其中 stand among them, or one adds up others. */
function rowsAbove(atoms: SheetAtoms, row: number): number[] {
  const rows: number[] = [];
  for (let above = row - 1; above > 0 && atoms.rows.get(above)?.some(isCount); above--) rows.unshift(above);
  const labels = rows.map((each) => labelOf(atoms, each));
  return labels.some((label) => isTotalLabel(label) || isSubtotalLabel(label) || NO_PART.test(label)) ? [] : rows;
}

/** Amounts under one head of money with 合计 below: nothing else it could be, as long as no row is the sum of those after it, and not one of them was left out. */
function standsAlone(atoms: SheetAtoms, { total: { top, left, value }, numbers }: Column, columns: number): boolean {
  if (columns > 1 || numbers.length < ROWS_ALONE || !MONEY.test(headOver(atoms, top - numbers.length, left)) || isSubtotalLabel(labelOf(atoms, top))) return false;
  const isOver = numbers.some((number, i) => {
    let sum = 0;
    return number !== 0 && numbers.slice(i + 1).some((next, j) => {
      sum += next;
      return j > 0 && near(sum, number, 6);
    });
  });
  const all = sumOf(numbers);
  // 抹零: what is paid without the cents.
  if (Number.isInteger(value!) && Math.abs(all - value!) < 1) return false;
  return !isOver && numbers.every((number) => number === 0 || !near(all - number, value!, 6));
}

/** The head next above a row. */
function headOver(atoms: SheetAtoms, row: number, column: number): string {
  return atoms.headOf(row, column).replace(/\s+/g, "");
}

/** The first of the cells (what was there at the beginning), the last, the largest, the smallest or their mean: another way to say a column in one number. */
function isNoSum({ total, numbers }: Column): boolean {
  const value = total.value!;
  return [numbers[0]!, numbers[numbers.length - 1]!, Math.max(...numbers), Math.min(...numbers)].some((number) => sameNumber(number, value))
    || near(sumOf(numbers) / numbers.length, value, Math.max(2, total.decimals)) || (total.decimals > 0 && near(sumOf(numbers) / numbers.length, value, total.decimals));
}

/** Persons who came several times may be counted once in the total. */
function mayBeOnce(atoms: SheetAtoms, { total, parts, numbers, off }: Column): boolean {
  return off < 0 && total.value! >= Math.max(...numbers) && /人数|户数/.test(headOver(atoms, parts[0]!.top, total.left));
}
