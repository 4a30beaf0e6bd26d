import { render, say, type Language, type Sentence } from "../../messages";
import { cellsOfFix, outcomesOfFixes, parseCellName, rectName, type Fix, type FixOutcome } from "../../workbook";
import { areaAround, besideOf, formatAfter, needsFormat, type Beside } from "../sheet/fix-format";
import { ask, askTogether } from "./batch";
import { asWritten, contentOf, holds, isAsBefore, stateOf, type CellState } from "./cell-content";
import { codeOf, isFinal, sentenceOf } from "./problem";

const NOTHING: Beside = { above: null, below: null, left: null, right: null };
/** So many fixes are tried one by one after a batch of them failed. */
const MOST_ALONE = 200;

/** One fix on its way: its cell, what stood there, and what became of it. */
interface Work {
  readonly fix: Fix;
  readonly sheet: Excel.Worksheet | null;
  isProtected: boolean;
  /** The cells around it, where the number format may hang on them. */
  beside: Beside;
  refusal: Sentence | null;
  former: CellState | null;
  /** What stands there now; null where it could not be read back. */
  now: CellState | null;
  failure: unknown;
}

/**
 * Applies fixes: a round trip finds the sheets, one sees what their cells hold, one writes; a further one reads back. A fix
 * whose cell has changed since the check is refused. Excel does the actions of a batch in order and stops at the first error,
 * so after one the cells are read back, what is missing is tried one by one, and every outcome says what really stands there.
 */
export async function applyFixes(context: Excel.RequestContext, fixes: readonly Fix[], language: Language): Promise<readonly FixOutcome[]> {
  return outcomesOfFixes(fixes, await applyToCells(context, fixes.flatMap(cellsOfFix), language));
}

async function applyToCells(context: Excel.RequestContext, fixes: readonly Fix[], language: Language): Promise<readonly FixOutcome[]> {
  if (fixes.length === 0) return [];
  const works = await findCells(context, fixes);
  // What a protected sheet refuses comes last and stops nothing else.
  const open = works.filter(({ refusal }) => refusal === null).sort((a, b) => Number(a.isProtected) - Number(b.isProtected));
  if (open.length > 0) {
    const failure = await write(context, open);
    const readBack = await readNow(context, open);
    if (failure !== null) {
      for (const work of open) work.failure = failure;
      if (readBack && !isFinal(failure)) await writeAlone(context, open.filter(isPending).slice(0, MOST_ALONE));
    }
  }
  return works.map((work) => outcomeOf(work, language));
}

/** Where the cells are and what they hold. */
async function findCells(context: Excel.RequestContext, fixes: readonly Fix[]): Promise<Work[]> {
  const names = [...new Set(fixes.map(({ sheet }) => sheet))];
  const sheets = await ask(context, () => {
    const found = names.map((name) => context.workbook.worksheets.getItemOrNullObject(name));
    for (const sheet of found) sheet.load("name");
    return () => new Map(names.map((name, index) => [name, found[index]!.isNullObject ? null : found[index]!]));
  });
  const works = fixes.map((fix): Work => {
    const sheet = sheets.get(fix.sheet) ?? null;
    return { fix, sheet, isProtected: false, beside: NOTHING, refusal: sheet ? badContent(fix) : say("fix-refused-no-sheet", { sheet: fix.sheet }), former: null, now: null, failure: null };
  });
  const open = works.filter(({ refusal }) => refusal === null);
  const isProtected = new Set<Excel.Worksheet>();
  if (open.length > 0) {
    const existing = [...new Set(open.map(({ sheet }) => sheet!))];
    await askTogether(context, statesOf(open, (work, state) => (work.former = state)), [{ what: say("excel-access-denied"), ask: () => {
      const protections = existing.map((sheet) => sheet.protection);
      for (const protection of protections) protection.load("protected");
      return () => protections.forEach((protection, index) => protection.protected && isProtected.add(existing[index]!));
    } }, { what: say("excel-access-denied"), ask: () => besideCells(open) }]);
  }
  const seen = new Set<string>();
  for (const work of open) {
    const key = `${work.fix.sheet}!${work.fix.cell}`;
    if (seen.has(key) || !isAsBefore(work.former!, work.fix.before)) work.refusal = say("fix-refused-changed");
    seen.add(key);
  }
  for (const work of works) work.isProtected = isProtected.has(work.sheet!);
  return works;
}

function badContent({ kind, after }: Fix): Sentence | null {
  const isBad = kind === "formula" ? typeof after !== "string" || !/^=./.test(after) || after.length > 8192 : typeof after === "number" && !Number.isFinite(after);
  return isBad ? say("fix-refused-bad-content") : null;
}

function statesOf(works: readonly Work[], keep: (work: Work, state: CellState) => void): () => () => void {
  return () => {
    const cells = works.map(({ sheet, fix }) => sheet!.getRange(fix.cell).untrack());
    for (const cell of cells) cell.load("values,formulas,numberFormat");
    return () => cells.forEach((cell, index) => keep(works[index]!, stateOf(cell)));
  };
}

/** What stands around the cells whose number format may have to give way. */
function besideCells(works: readonly Work[]): () => void {
  const asked = works.flatMap((work) => {
    const at = work.fix.format === undefined && needsFormat(work.fix) ? parseCellName(work.fix.cell) : null;
    return at ? [{ work, at, area: areaAround(at) }] : [];
  });
  const ranges = asked.map(({ work, area }) => work.sheet!.getRange(rectName(area)).untrack());
  for (const range of ranges) range.load("values,numberFormat");
  return () => asked.forEach(({ work, at, area }, index) => {
    const { values, numberFormat } = ranges[index]!;
    work.beside = besideOf(at, (row, column) => ({
      format: String(numberFormat[row - area.top]?.[column - area.left] ?? "General"), holdsNumber: typeof values[row - area.top]?.[column - area.left] === "number"
    }));
  });
}

/** Writes in one round trip; gives what Excel threw. */
async function write(context: Excel.RequestContext, works: readonly Work[]): Promise<unknown> {
  try {
    await ask(context, () => {
      for (const work of works) queue(work);
      return () => undefined;
    });
    return null;
  } catch (error) {
    return error;
  }
}

/** The format comes first: in a cell formatted as text a formula or a number would stay a text. */
function queue({ fix, sheet, former, beside }: Work): void {
  const cell = sheet!.getRange(fix.cell).untrack();
  const format = formatAfter(fix, former!.format, beside);
  if (format !== former!.format) cell.numberFormat = [[format]];
  if (fix.kind === "formula") cell.formulas = [[fix.after]];
  else cell.values = [[asWritten(fix.after, format)]];
}

/** Reads what the cells hold now; false where Excel does not tell. */
async function readNow(context: Excel.RequestContext, works: readonly Work[]): Promise<boolean> {
  for (let attempts = 0; attempts < 2; attempts++) {
    try {
      await ask(context, statesOf(works, (work, state) => (work.now = state)));
      return true;
    } catch (error) {
      if (isFinal(error)) break;
    }
  }
  for (const work of works) work.now = null;
  return false;
}

function isPending({ fix, now }: Work): boolean {
  return now !== null && !holds(now, fix.after, fix.kind);
}

/** After a batch that failed: each by itself, so that one that Excel refuses keeps no other from its cell. */
async function writeAlone(context: Excel.RequestContext, works: readonly Work[]): Promise<void> {
  const closed = new Set<Excel.Worksheet>();
  for (const work of works) {
    if (closed.has(work.sheet!)) continue;
    work.failure = await write(context, [work]);
    if (work.failure === null) continue;
    if (isFinal(work.failure)) break;
    if (codeOf(work.failure) === "AccessDenied") closed.add(work.sheet!);
    await putFormatBack(context, work);
  }
  if (works.length > 0) await readNow(context, works);
}

/** The format may have been written before the content was refused. */
async function putFormatBack(context: Excel.RequestContext, { fix, sheet, former, beside }: Work): Promise<void> {
  if (formatAfter(fix, former!.format, beside) === former!.format) return;
  try {
    await ask(context, () => {
      sheet!.getRange(fix.cell).untrack().numberFormat = [[former!.format]];
      return () => undefined;
    });
  } catch {
    // Reading back tells what came of it.
  }
}

function outcomeOf({ fix, refusal, former, now, failure }: Work, language: Language): FixOutcome {
  const refused = (sentence: Sentence): FixOutcome => ({ fix, applied: false, reason: render(sentence, language), undo: null });
  if (refusal) return refused(refusal);
  const written = (content: Fix["before"], sentence: Sentence | null): FixOutcome => ({
    fix, applied: true, reason: sentence && render(sentence, language), undo: undoOf(fix, former!, content)
  });
  if (now === null) return failure === null ? written(fix.after, say("fix-not-verified")) : refused(say("fix-unknown", { reason: sentenceOf(failure) }));
  if (holds(now, fix.after, fix.kind)) return written(contentOf(now), null);
  const isContentKept = contentOf(now) === contentOf(former!);
  if (!isContentKept) return written(contentOf(now), say("fix-holds-other", { content: String(contentOf(now)) }));
  if (failure === null) return refused(say("fix-not-taken"));
  return refused(now.format === former!.format ? say("fix-refused-by-excel", { reason: sentenceOf(failure) }) : say("fix-half-done", { reason: sentenceOf(failure) }));
}

/** What takes it back: content and format as they were. */
function undoOf(fix: Fix, former: CellState, present: Fix["before"]): Fix {
  return {
    ...fix, kind: former.formula === null ? "value" : "formula", before: present === "" ? null : present,
    after: former.formula ?? (former.value === "" ? null : former.value), format: former.format
  };
}
