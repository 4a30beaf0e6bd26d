import type { WantsOldFormats } from "../../pane/background/start-worker";
import { WorkbookError } from "../../workbook";
import type { Answered, Asked } from "./client";
import { Keeper } from "./requests";

/** The library for .xls and the like, where the page started the worker with it. */
declare const hebiaoOldFormats: unknown;

const keeper = new Keeper();

/** Reading, checking and the cells of the view come from here, so that the page answers meanwhile. */
self.onmessage = ({ data: asked }: MessageEvent<Asked>) => {
  // The build puts a call of this function where the library is imported.
  Object.assign(self, { importOldFormats: () => libraryFor(asked) });
  keeper.answer(asked.ask).then(
    (answer) => tell({ number: asked.number, answer }),
    (error: unknown) => tell({ number: asked.number, failure: error instanceof WorkbookError ? { code: error.code, detail: error.detail } : { code: null, detail: String(error) } })
  );
};

function tell(answered: Answered): void {
  self.postMessage(answered);
}

function libraryFor(asked: Asked): Promise<unknown> {
  if (typeof hebiaoOldFormats !== "undefined") return Promise.resolve(hebiaoOldFormats);
  self.postMessage({ kind: "wants-old-formats", job: asked } satisfies WantsOldFormats);
  // This worker is replaced by one that has the library; only what reads a workbook comes here, and nothing else waits for an answer then.
  return new Promise(() => undefined);
}
