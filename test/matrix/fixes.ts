import { editWorkbook, readWorkbook } from "../../src/hosts/file";
import { Evaluator } from "../../src/formulas";
import { checkWorkbook, type ReportedFinding } from "../../src/report";
import { cellKey, cellName, isError, parseCellName, type Scalar, type Workbook } from "../../src/workbook";
import { build, packageVariant, Random, writeXlsx, type Built, type Spec } from "../generator";
import type { SeededError } from "../generator/errors";
import { seed, specLabel } from "./measure";
import type { Measured } from "./plan";

type Settings = Record<string, unknown> | null;

interface Subject {
  readonly label: string;
  readonly built: Built;
  /** The workbook without the mistake. */
  readonly clean: Built;
  /** Where the mistake may be named: there something else than before is right. */
  readonly wrong: ReadonlySet<string>;
}

/** What became of the fixes that were offered. */
export interface FixTrials {
  readonly workbooks: number;
  readonly fixes: number;
  /** A line for each fix that did not mend, brought something new, does not show what it promised, or spoiled a right cell. */
  readonly harmful: readonly string[];
}

/** Collects the workbooks of the plan, to apply every fix that is offered for them: in the bytes, one by one and all at once. */
export class FixMeasurement implements Measured {
  private readonly subjects = new Map<string, Subject>();

  measureClean(spec: Spec): void {
    const clean = build(spec);
    this.subjects.set(specLabel(spec), { label: specLabel(spec), built: clean, clean, wrong: new Set() });
  }

  measureSeeded(error: SeededError, spec: Spec): boolean {
    const seeded = seed(error, spec);
    const label = `${error.id} in ${specLabel(spec)}`;
    if (seeded) {
      const wrong = new Set([...seeded.outcome.accept, ...seeded.outcome.side ?? []].map(({ sheet, row, column }) => `${sheet}!${cellName(row, column)}`));
      this.subjects.set(label, { label, built: seeded.built, clean: build(spec), wrong });
    }
    return seeded !== null;
  }

  async tryAll(progress: (done: number, of: number) => void): Promise<FixTrials> {
    let fixes = 0;
    let done = 0;
    const harmful: string[] = [];
    for (const subject of this.subjects.values()) {
      const outcome = await tried(subject);
      fixes += outcome.fixes;
      harmful.push(...outcome.harmful.map((line) => `${subject.label}: ${line}`));
      progress(++done, this.subjects.size);
    }
    return { workbooks: this.subjects.size, fixes, harmful };
  }
}

async function tried({ built, clean, wrong }: Subject): Promise<{ fixes: number; harmful: string[] }> {
  const { settings, draft } = built;
  const bytes = writeXlsx(draft, packageVariant(new Random(1)));
  const workbook = await readWorkbook(bytes, "a.xlsx");
  const before = checked(workbook, settings);
  const offered = before.filter(({ fix }) => fix);
  const trial = { was: workbook, before, right: clean.draft.toWorkbook(), wrong };
  const harmful: string[] = [];
  const parts = offered.length > 1 ? [...offered.map((each) => [each]), offered] : [offered];
  for (const part of parts.filter((each) => each.length > 0)) {
    const mended = await editWorkbook(bytes, { fixes: part.map(({ fix }) => fix!) });
    const taken = part.filter((_, index) => mended.fixes[index]!.applied);
    const after = await readWorkbook(mended.bytes, "a.xlsx");
    harmful.push(...faults(taken, trial, after, checked(after, settings)));
  }
  return { fixes: offered.length, harmful: [...new Set(harmful)] };
}

function checked(workbook: Workbook, settings: Settings): readonly ReportedFinding[] {
  return checkWorkbook(workbook, { settings: settings ?? undefined }).findings;
}

const placeOf = ({ sheet, cell }: { sheet: string; cell: string }): string => `${sheet}!${cell}`;

interface Trial {
  readonly was: Workbook;
  readonly before: readonly ReportedFinding[];
  readonly right: Workbook;
  readonly wrong: ReadonlySet<string>;
}

/** What is wrong with fixes that were taken, now that the workbook is so, and this is found in it. */
function faults(taken: readonly ReportedFinding[], { was, before, right, wrong }: Trial, is: Workbook, after: readonly ReportedFinding[]): string[] {
  const [former, now, truth] = [new Evaluator(was), new Evaluator(is), new Evaluator(right)];
  const known = new Map(before.map((each) => [`${each.rule} ${placeOf(each)}`, each]));
  const named = new Set(before.flatMap(({ consequences }) => consequences.map(placeOf)));
  const left = new Set(after.map((each) => `${each.rule} ${placeOf(each)}`));
  return [
    ...taken.flatMap((each) => {
      const label = `${each.rule} ${placeOf(each)} ${JSON.stringify(each.fix!.after)}`;
      const [old, shown, wanted] = [valueAt(was, former, each), valueAt(is, now, each), valueAt(right, truth, each)];
      return [
        ...(left.has(`${each.rule} ${placeOf(each)}`) ? [`${label} mends nothing`] : []),
        // A format may set a blank behind the number.
        ...(each.expected !== "" && !each.expected.startsWith("=") && textAt(is, each, shown).trimEnd() !== each.expected.trimEnd() ? [`${label} shows ${textAt(is, each, shown)}, not ${each.expected}`] : []),
        ...(!wrong.has(placeOf(each)) && same(old, wanted) && !same(shown, wanted) ? [`${label} spoils what was right: ${JSON.stringify(wanted)}`] : [])
      ];
    }),
    ...after.flatMap((each) => {
      const earlier = known.get(`${each.rule} ${placeOf(each)}`);
      const isNew = each.severity !== "info" && !named.has(placeOf(each)) && (!earlier || (earlier.severity !== "error" && each.severity === "error"));
      return isNew ? [`${taken.map(placeOf).join()} brings ${each.rule} ${placeOf(each)}`] : [];
    })
  ];
}

/** What a cell holds, its formula computed where it can be. */
function valueAt(workbook: Workbook, evaluator: Evaluator, { sheet, cell }: ReportedFinding): Scalar {
  const at = parseCellName(cell)!;
  const found = workbook.sheets.find(({ name }) => name === sheet)?.cells.get(cellKey(at.row, at.column));
  if (!found?.formula) return found?.value ?? null;
  const outcome = evaluator.valueOf({ sheet, ...at });
  return outcome.state === "known" ? outcome.value : found.value;
}

function textAt(workbook: Workbook, { sheet, cell }: ReportedFinding, value: Scalar): string {
  const at = parseCellName(cell)!;
  const found = workbook.sheets.find(({ name }) => name === sheet)?.cells.get(cellKey(at.row, at.column));
  return found?.showing?.(value) ?? found?.text ?? "";
}

function same(a: Scalar, b: Scalar): boolean {
  if (typeof a === "number" && typeof b === "number") return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
  return isError(a) || isError(b) ? isError(a) && isError(b) : a === b;
}
