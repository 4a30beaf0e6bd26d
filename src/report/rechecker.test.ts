import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build, Random, type Spec } from "../../test/generator";
import { withEntries } from "../formulas";
import { readWorkbook } from "../hosts/file";
import { isError, keyToRowColumn, Sheet, type Cell, type Scalar, type Workbook } from "../workbook";
import { Rechecker } from "./rechecker";
import { checkForScreen, type Checked } from "./screen";

/** The same workbook as a host reads it again: nothing of it is an object that was seen before. */
function readAgain(workbook: Workbook): Workbook {
  const plain = ({ value, formula, text, format }: Cell): Cell => ({ value, formula, text, format });
  return { ...workbook, sheets: workbook.sheets.map((sheet) => new Sheet({ ...sheet, cells: new Map([...sheet.cells].map(([key, cell]) => [key, plain(cell)])) })) };
}

function withSheet(workbook: Workbook, index: number, changed: Partial<Pick<Sheet, "merges" | "visibility">> & { readonly cells?: Map<number, Cell> }): Workbook {
  return { ...workbook, sheets: workbook.sheets.map((sheet, i) => (i === index ? new Sheet({ ...sheet, cells: new Map(sheet.cells), ...changed }) : sheet)) };
}

/** What somebody does to a sheet: types, copies, clears, hides, parts merged cells; with or without Excel calculating again. */
function edited(workbook: Workbook, random: Random): Workbook {
  const filled = workbook.sheets.flatMap(({ cells }, index) => (cells.size > 0 ? [index] : []));
  const index = random.pick(filled);
  const sheet = workbook.sheets[index]!;
  if (random.chance(0.05)) return withSheet(workbook, index, { visibility: random.pick(["visible", "hidden"] as const) });
  if (random.chance(0.05)) return withSheet(workbook, index, { merges: sheet.merges.filter(() => random.chance(0.9)) });
  const keys = [...sheet.cells.keys()];
  const key = random.pick(keys);
  const cell = sheet.cells.get(key)!;
  const other = sheet.cells.get(random.pick(keys))!;
  const { value, formula } = random.pick<{ value: Scalar; formula: string | null }>([
    { value: typeof cell.value === "number" ? cell.value + 1 : random.int(0, 50), formula: null },
    { value: random.int(0, 50), formula: null },
    { value: other.value, formula: other.formula },
    { value: typeof cell.value === "number" ? String(cell.value) : `改${random.int(0, 9)}`, formula: null },
    { value: null, formula: null }
  ]);
  if (random.chance(0.6)) return withEntries(workbook, [{ at: { sheet: sheet.name, ...keyToRowColumn(key) }, value: formula === null ? value : null, formula, format: cell.format }], workbook.sheets.flatMap(({ name, used }) => (used ? [{ sheet: name, rect: used }] : [])));
  return withSheet(workbook, index, { cells: new Map(sheet.cells).set(key, { value, formula, text: value === null ? "" : isError(value) ? value.error : String(value), format: cell.format }) });
}

const written = (checked: Checked): unknown => ({ ...checked, names: [...checked.names] });

const sample = (name: string) => async (): Promise<Workbook> => readWorkbook(new Uint8Array(readFileSync(join(__dirname, "..", "..", "samples", `${name}.xlsx`))));
const generated = (kind: Spec["kind"], family: string, seed: number) => async (): Promise<Workbook> => build({ kind, family, rate: "mixed", total: "mixed", seed }).draft.toWorkbook();

test.each<[string, number, () => Promise<Workbook>]>([
  ["baihedong", 14, sample("baihedong")],
  ["lianhe", 14, sample("lianhe")],
  ...[1, 2, 3].map((seed): [string, number, () => Promise<Workbook>] => [`whole station ${seed}`, 10, generated("whole", "standard", seed)]),
  ...[4, 5].map((seed): [string, number, () => Promise<Workbook>] => [`odd station ${seed}`, 10, generated("whole", "wild", seed)]),
  ["indicators", 10, generated("indicators", "wild", 6)],
  ["roster", 10, generated("roster", "wild", 7)],
  ["scores", 10, generated("scores", "standard", 8)]
])("%s: after each of %i edits the next check says what a check says that knows nothing of those before", async (name, edits, open) => {
  const random = new Random(name);
  const rechecker = new Rechecker();
  let workbook = await open();
  for (let edit = 0; edit <= edits; edit++) {
    expect([edit, written(rechecker.check(readAgain(workbook), {}))]).toEqual([edit, written(checkForScreen(readAgain(workbook), {}))]);
    workbook = edited(workbook, random);
  }
});
