import type { Language } from "../../messages";
import type { WorkbookReport } from "../../report/types";
import { WorkbookError, type SheetDescription } from "../../workbook";
import type { Job, News } from "./jobs";

/** What the pane needs done, wherever it is done. Both reject with a WorkbookError for a workbook that is at fault. */
export interface Engine {
  /** `onRead` hears when the workbook has been read and the check begins. */
  check(bytes: Uint8Array, fileName: string, language: Language, onRead: () => void): Promise<WorkbookReport>;
  /** The workbook with a sheet of ours. */
  withSheet(bytes: Uint8Array, sheet: SheetDescription): Promise<Uint8Array>;
}

/** Does each job in a web worker of its own, whose memory is given back afterwards. */
export const workerEngine: Engine = {
  check: (bytes, fileName, language, onRead) =>
    run({ kind: "check", bytes, fileName, language }, (news) => {
      if (news.kind === "read") onRead();
      return news.kind === "checked" ? news.report : undefined;
    }),
  withSheet: (bytes, sheet) =>
    run({ kind: "write", bytes, sheet }, (news) => (news.kind === "written" ? news.bytes : undefined))
};

/** Resolves with the first news that `result` makes something of. */
function run<T>(job: Job, result: (news: News) => T | undefined): Promise<T> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url));
  return new Promise<T>((resolve, reject) => {
    worker.onmessage = ({ data: news }: MessageEvent<News>) => {
      if (news.kind === "failed") reject(news.code ? new WorkbookError(news.code, news.detail) : new Error(news.detail));
      const value = result(news);
      if (value !== undefined) resolve(value);
    };
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(job);
  }).finally(() => worker.terminate());
}
