import { say } from "../../../messages";
import type { SheetPlan, WriteOptions, WrittenSheet } from "../../../workbook";
import { ExcelProblem, isAbort, sentenceOf } from "../problem";
import type { KnownSheets } from "./known-sheets";
import type { Stopping } from "./stopping";
import { NothingWritten, STEPS, writeSheet } from "./write-sheet";

export interface SheetsWriting {
  readonly onProgress?: WriteOptions["onProgress"];
  readonly stopping: Stopping;
}

/** Writes sheets of ours one after the other and shows the first. Once the first is begun, none can be stopped. */
export async function writeSheets(context: Excel.RequestContext, plans: readonly SheetPlan[], known: KnownSheets, { onProgress, stopping }: SheetsWriting): Promise<readonly WrittenSheet[]> {
  const written: WrittenSheet[] = [];
  for (const [index, plan] of plans.entries()) {
    const onStep = (step: number): void => onProgress?.({ step: index * STEPS + step, steps: plans.length * STEPS, canStop: stopping.canStop });
    try {
      written.push(await writeSheet(context, plan, known, { onStep, stopping, shows: index === 0 }));
    } catch (error) {
      throw isAbort(error) ? error : behind(written, error);
    }
  }
  return written;
}

/** What went wrong with a further sheet, beside what is written. */
function behind(written: readonly WrittenSheet[], error: unknown): unknown {
  const first = written[0];
  if (!first) return error;
  const problem = error instanceof NothingWritten ? say("write-nothing-more", { reason: error.reason }) : sentenceOf(error);
  return new ExcelProblem(say("write-behind", { sheet: first.name, problem }), { cause: error });
}
