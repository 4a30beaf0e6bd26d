import { ZipArchive } from "../../hosts/file/package/zip-archive";
import type { Language } from "../../messages";
import { XLSX_TYPE } from "../../pane/download";
import { WorkerClient } from "../background/client";
import type { Copy } from "../background/requests";
import { copyName } from "../page/save";
import type { Batch, Entry } from "./batch";

/** The comparison workbook of what was checked, with what the assessor noted. */
export async function comparisonWorkbook(batch: Batch, language: Language): Promise<Blob> {
  const checked = batch.state.get().entries.flatMap(({ id, examined }) => (examined ? [{ id, examined }] : []));
  const examined = checked.map((each) => each.examined);
  const notes = checked.map(({ id }) => batch.desk.noteOf(id));
  const worker = new WorkerClient();
  try {
    return new Blob([await worker.ask("compare", { examined, notes, agreements: batch.state.get().settings.agreements, language }) as BlobPart], { type: XLSX_TYPE });
  } finally {
    worker.end();
  }
}

export interface Packed {
  readonly archive: Blob;
  /** How many workbooks are in it, and the paths of those that are not: they cannot be read or not be written. */
  readonly count: number;
  readonly left: readonly string[];
}

/** Every workbook of the batch, as it is now, with its summary sheet. Rejects with an AbortError when the signal ends it. */
export async function packCopies(batch: Batch, language: Language, signal: AbortSignal, onProgress: (done: number) => void): Promise<Packed> {
  const archive = new ZipArchive();
  const left: string[] = [];
  const worker = new WorkerClient();
  signal.addEventListener("abort", () => worker.end(), { once: true });
  const { entries } = batch.state.get();
  try {
    for (const [index, entry] of entries.entries()) {
      signal.throwIfAborted();
      onProgress(index);
      const copy = await copyOf(entry, batch, worker, language).catch((error: unknown) => {
        // One that refuses to be written is named at the end and stops nothing.
        if (signal.aborted) throw error;
        return null;
      });
      if (copy) archive.add(copyName(entry.path, copy.extension, language), copy.bytes);
      else left.push(entry.path);
    }
    return { archive: new Blob([...archive.finish()] as BlobPart[], { type: "application/zip" }), count: entries.length - left.length, left };
  } finally {
    worker.end();
  }
}

function copyOf(entry: Entry, batch: Batch, worker: WorkerClient, language: Language): Promise<Copy | null> {
  const report = entry.examined?.report;
  if (!report || report.error) return Promise.resolve(null);
  return worker.ask("summarize", { content: batch.contentOf(entry), report, language });
}
