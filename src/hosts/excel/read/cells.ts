import { say, type Sentence } from "../../../messages";
import { rectName, type PlainCell } from "../../../workbook";
import { ask, askTogether, attempt, type Extra, type Question } from "../batch";
import { codeOf, ExcelProblem, isFinal, isTooLarge, sentenceOf } from "../problem";
import { cellsIn, halves, takeBlocks, type Block } from "./blocks";
import { convertRow, type BlockAnswer } from "./convert";
import type { FoundSheet } from "./overview";
import { Breathing, throwIfAborted, unlessAborted, type ReadOptions } from "./work";

/** What one answer may take: Excel on the web passes on 5 MB. */
const TARGET_BYTES = 3_500_000;
/** A workbook with no more cells is read in one round trip; a cell rarely takes more than a hundred bytes. */
export const ORDINARY_CELLS = 30_000;
/** A larger one begins with so many, to see what its cells take. */
const PROBE_CELLS = 10_000;
/** What is expected at least of cells not seen yet. */
const LEAST_BYTES = 60;
/** Cells yet to come may be fuller than those seen so far. */
const MARGIN = 1.3;

/** What Excel answered for a range; past five million cells it answers null instead of an error. */
function answerOf(range: Excel.Range): BlockAnswer | null {
  const { values, formulas } = range;
  if (!Array.isArray(values) || !Array.isArray(formulas)) return null;
  return { values, formulas, text: attempt(() => range.text) ?? [], numberFormat: attempt(() => range.numberFormat) ?? [] };
}

/** The cells of all sheets, block by block. */
export class CellReading {
  /** By the sheet's place in the list. */
  readonly cells: Map<number, PlainCell>[];
  readonly unread: Sentence[] = [];
  /** The sheets of which nothing could be read. */
  readonly lost = new Set<number>();
  private readonly breathing: Breathing;
  private readonly total: number;
  private done = 0;
  private bytesPerCell = LEAST_BYTES;
  private failure: unknown = null;

  constructor(private readonly context: Excel.RequestContext, private readonly sheets: readonly FoundSheet[], readonly areas: readonly Block[], private readonly options: ReadOptions) {
    this.cells = sheets.map(() => new Map<number, PlainCell>());
    this.breathing = new Breathing(options.signal);
    this.total = areas.reduce((sum, { rect }) => sum + cellsIn(rect), 0);
  }

  get isOrdinary(): boolean {
    return this.total <= ORDINARY_CELLS;
  }

  /** Reads everything in one round trip, extras included; gives the extras that failed. */
  async readAtOnce(extras: readonly Extra[]): Promise<Sentence[]> {
    try {
      const { answer, missing } = await this.waited(askTogether(this.context, this.question(this.areas), extras));
      const refused = await this.take(this.areas, answer);
      await this.readBlocks(refused.flatMap((block) => halves(block) ?? this.skip(block)));
      return missing;
    } catch (error) {
      if (isFinal(error)) throw error;
      if (!isTooLarge(error)) this.failure = error;
      await this.readBlocks([...this.areas], isTooLarge(error));
      return extras.map(({ what }) => what);
    }
  }

  /** Reads the blocks in as many round trips as their size asks for. */
  async readBlocks(queue: Block[], careful = false): Promise<void> {
    let budget = careful ? PROBE_CELLS / 2 : PROBE_CELLS;
    let most = Infinity;
    while (queue.length > 0) {
      throwIfAborted(this.options.signal);
      const batch = takeBlocks(queue, budget);
      const refused = await this.readBatch(batch);
      // More than half of what was too much is not asked for again.
      if (refused.length > 0) most = Math.max(1, Math.floor(batch.reduce((sum, { rect }) => sum + cellsIn(rect), 0) / 2));
      const divided = refused.length > 1 && refused.length === batch.length ? refused : refused.flatMap((block) => halves(block) ?? this.skip(block));
      queue.unshift(...divided);
      budget = Math.min(most, Math.floor(TARGET_BYTES / this.bytesPerCell));
    }
    if (this.failure !== null && this.sheets.length > 0 && this.lost.size === new Set(this.areas.map(({ sheet }) => sheet)).size) throw this.failure;
  }

  /** Reads blocks at once, or one by one where that fails; gives those that were too large. */
  private async readBatch(batch: readonly Block[]): Promise<readonly Block[]> {
    const living = batch.filter(({ sheet }) => !this.lost.has(sheet));
    if (living.length === 0) return [];
    try {
      return await this.take(living, await this.waited(ask(this.context, this.question(living))));
    } catch (error) {
      if (isFinal(error)) throw error;
      if (isTooLarge(error)) return living;
    }
    const refused: Block[] = [];
    for (const block of living) refused.push(...await this.readAlone(block));
    return refused;
  }

  private async readAlone(block: Block): Promise<readonly Block[]> {
    if (this.lost.has(block.sheet)) return [];
    try {
      return await this.take([block], await this.waited(ask(this.context, this.question([block]))));
    } catch (error) {
      if (isFinal(error)) throw error;
      if (isTooLarge(error)) return [block];
      this.failure = error;
      this.giveUp(block, error);
      return [];
    }
  }

  private question(blocks: readonly Block[]): Question<(BlockAnswer | null)[]> {
    return () => {
      const items = new Set(blocks.map(({ sheet }) => this.sheets[sheet]!.item));
      // It may have been renamed since the list was made.
      for (const item of items) item.load("name");
      const ranges = blocks.map(({ sheet, rect }) => this.sheets[sheet]!.item.getRange(rectName(rect)).untrack());
      for (const range of ranges) range.load("values,formulas,text,numberFormat");
      return () => {
        for (const { sheet } of blocks) this.sheets[sheet]!.name = attempt(() => this.sheets[sheet]!.item.name) ?? this.sheets[sheet]!.name;
        return ranges.map(answerOf);
      };
    };
  }

  /** Makes cells of what Excel answered; gives the blocks that it answered nothing for. */
  private async take(blocks: readonly Block[], answers: readonly (BlockAnswer | null)[]): Promise<readonly Block[]> {
    const refused: Block[] = [];
    let bytes = 0;
    let read = 0;
    for (const [index, block] of blocks.entries()) {
      const answer = answers[index]!;
      if (!answer) {
        refused.push(block);
        continue;
      }
      const rows = block.rect.bottom - block.rect.top + 1;
      for (let row = 0; row < rows; row++) {
        bytes += convertRow(answer, block.rect, row, this.cells[block.sheet]!);
        await this.breathing.pause();
      }
      read += cellsIn(block.rect);
      this.done += cellsIn(block.rect);
      this.options.onProgress?.(this.total === 0 ? 1 : Math.min(1, this.done / this.total));
    }
    if (read > 0) this.bytesPerCell = Math.max(this.bytesPerCell, MARGIN * bytes / read);
    return refused;
  }

  private giveUp({ sheet, rect }: Block, error: unknown): void {
    const { name } = this.sheets[sheet]!;
    const reason = sentenceOf(error);
    if (this.cells[sheet]!.size > 0 && codeOf(error) !== "ItemNotFound") this.unread.push(say("excel-unread-area", { sheet: name, range: rectName(rect), reason }));
    else {
      this.lost.add(sheet);
      this.unread.push(say("excel-unread-sheet", { sheet: name, reason }));
    }
  }

  /** A single cell that Excel does not hand over. */
  private skip(block: Block): Block[] {
    this.failure ??= new ExcelProblem(say("excel-too-large"));
    this.giveUp(block, new ExcelProblem(say("excel-reason-large")));
    return [];
  }

  private waited<T>(work: Promise<T>): Promise<T> {
    return unlessAborted(work, this.options.signal);
  }
}
