import { say, type MessageId, type Sentence } from "../../../messages";
import { freeSheetName, Sheet, type SheetPlan, type WrittenSheet } from "../../../workbook";
import { ask, attempt } from "../batch";
import { locate, textsOf, type AttachedNote } from "./attached-notes";
import { createSheet } from "./create-sheet";
import { askForEarlier, type EarlierSheet, type Further } from "./earlier-sheet";
import type { Target } from "./fill-sheet";
import { askForList, SheetsChanged, type KnownSheets } from "./known-sheets";
import { removeLeftover, removeNew } from "./leftover";
import { ExcelProblem, isAbort, isFinal, sentenceOf } from "../problem";
import { putSheet } from "./put-sheet";
import { whatStands } from "./read-back";
import { restoreSheet } from "./restore-sheet";
import { layOut } from "./sheet-layout";
import type { Stopping } from "./stopping";

/** What a writing does to a sheet, one after the other: it looks for it, writes it, reads it back. */
export const STEPS = 3;

export interface SheetWriting {
  readonly onStep: (step: number) => void;
  readonly stopping: Stopping;
  /** The sheet comes to the front when it is written. */
  readonly shows: boolean;
}

/** The workbook is as it was. */
export class NothingWritten extends ExcelProblem {
  constructor(readonly reason: Sentence, options?: ErrorOptions) {
    super(say("write-nothing-changed", { reason }), options);
  }
}

/** The sheets may change so often while they are looked for. */
const MOST_LOOKS = 3;

/**
 * Writes a sheet of ours: in place where an earlier one carries the marker (deleting a sheet would clear the undo
 * stack), otherwise as a new sheet under a free name. Three round trips for a new sheet, the helper's own among them, two in
 * place; a further one reads back. What this Excel cannot draw is named. Rejects with a sentence that says what was written.
 */
export async function writeSheet(context: Excel.RequestContext, plan: SheetPlan, known: KnownSheets, writing: SheetWriting): Promise<WrittenSheet> {
  for (let looks = 1; ; looks++) {
    writing.onStep(1);
    try {
      return known.withMarker(plan.marker) ? await writeInPlace(context, plan, known, writing) : await writeAnew(context, plan, known, writing);
    } catch (error) {
      if (!(error instanceof SheetsChanged)) throw error;
      if (looks === MOST_LOOKS) throw new NothingWritten(say("excel-busy"));
      await nothingYet(async () => known.learn(context, await removeLeftover(context, known, error.list)));
    }
  }
}

async function writeInPlace(context: Excel.RequestContext, plan: SheetPlan, known: KnownSheets, { onStep, stopping, shows }: SheetWriting): Promise<WrittenSheet> {
  const { name, marker } = known.withMarker(plan.marker)!;
  const { earlier, isVisible } = await nothingYet(() => findEarlier(context, name, known));
  const attached = await attachedTo(context, earlier);
  const former = withNotes(known.unfinished.get(plan.marker) ?? earlier.content, attached ?? []);
  const sheet = plan.describe(former);
  const layout = layOut(sheet, earlier.used);
  const target: Target = { item: earlier.item, isNew: false, shows: shows && isVisible, charts: earlier.charts, attached: attached ?? [] };
  stopping.begin();
  onStep(2);
  try {
    const omitted = [...await putSheet(context, target, sheet, layout), ...(attached ? [] : ["notes" as const])];
    known.unfinished.delete(plan.marker);
    onStep(3);
    return { name, replaced: true, omitted, differing: (await whatStands(context, target.item, layout, null))?.differing ?? null };
  } catch (error) {
    let standing = await whatStands(context, target.item, layout, earlier.content);
    if (earlier.content && standing && standing.changed.length > 0) standing = await restoreSheet(context, target.item, layout, earlier.content, standing.changed);
    const isKept = standing?.changed.length === 0;
    if (!isKept) known.unfinished.set(marker!, former);
    throw failed(standing === null ? "write-unknown" : isKept ? "write-kept-earlier" : "write-half-done", name, error);
  }
}

async function writeAnew(context: Excel.RequestContext, plan: SheetPlan, known: KnownSheets, { onStep, stopping, shows }: SheetWriting): Promise<WrittenSheet> {
  const former: Sheet | null = known.unfinished.get(plan.marker) ?? null;
  const sheet = plan.describe(former);
  const name = freeSheetName(sheet.name, known.names);
  const layout = layOut(sheet);
  const ids = new Set<string>();
  try {
    const item = await createSheet(context, name, (list) => {
      for (const { id } of list) ids.add(id);
      known.confirm(list);
      stopping.begin();
      onStep(2);
    });
    const omitted = await putSheet(context, { item, isNew: true, shows, charts: [], attached: [] }, sheet, layout);
    known.unfinished.delete(plan.marker);
    onStep(3);
    item.load("id");
    const differing = (await whatStands(context, item, layout, null))?.differing ?? null;
    const id = attempt(() => item.id);
    if (id !== null && sheet.marker !== "") known.add({ id, name, marker: sheet.marker });
    return { name, replaced: false, omitted, differing };
  } catch (error) {
    if (error instanceof SheetsChanged || isAbort(error)) throw error;
    const removed = ids.size === 0 ? "gone" : await removeNew(context, name, ids);
    if (removed !== "gone") known.leftover = name;
    throw failed(removed === "gone" ? "write-nothing-changed" : removed === "unknown" ? "write-unknown" : "write-half-done", name, error);
  }
}

async function findEarlier(context: Excel.RequestContext, name: string, known: KnownSheets): Promise<{ earlier: EarlierSheet; isVisible: boolean }> {
  const look = (further: Further) => ask(context, () => {
    const listed = askForList(context);
    const taken = askForEarlier(context, name, further)();
    return () => {
      const list = listed();
      known.confirm(list);
      return { earlier: taken(), isVisible: list.find((sheet) => sheet.name === name)?.isVisible ?? true };
    };
  });
  for (const further of [{ charts: true, notes: true }, { charts: true, notes: false }]) {
    try {
      return await look(further);
    } catch (error) {
      if (error instanceof SheetsChanged || isFinal(error)) throw error;
    }
    // The sheet may be gone, or this Excel has no notes, or no charts.
    known.confirm(await ask(context, () => askForList(context)));
  }
  return look({ charts: false, notes: false });
}

/** What the user attached to the sheet; null where there is something and Excel does not tell where. */
async function attachedTo(context: Excel.RequestContext, { attached, item }: EarlierSheet): Promise<readonly AttachedNote[] | null> {
  if (!attached) return [];
  try {
    return await locate(context, attached, item);
  } catch (error) {
    if (isFinal(error)) throw new NothingWritten(sentenceOf(error), { cause: error });
    return null;
  }
}

function withNotes(sheet: Sheet | null, attached: readonly AttachedNote[]): Sheet | null {
  return sheet && attached.length > 0 ? new Sheet({ ...sheet, cells: new Map(sheet.cells), notes: textsOf(attached) }) : sheet;
}

/** Asking has changed nothing. */
async function nothingYet<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof SheetsChanged || isAbort(error) ? error : new NothingWritten(sentenceOf(error), { cause: error });
  }
}

function failed(id: MessageId & `write-${string}`, sheet: string, error: unknown): unknown {
  if (id === "write-nothing-changed") return new NothingWritten(sentenceOf(error), { cause: error });
  return new ExcelProblem(say(id, { sheet, reason: sentenceOf(error) }), { cause: error });
}
