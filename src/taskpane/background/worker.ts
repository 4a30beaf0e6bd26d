import { perform, type Job, type News } from "./jobs";
import { type WantsOldFormats } from "./start-worker";

/** The library for .xls and the like, where the page started the worker with it. */
declare const hebiaoOldFormats: unknown;

/** Reading and checking go on here, so that the pane answers meanwhile (Office restarts one that is silent for 5 s). */
self.onmessage = (event: MessageEvent<Job>) => {
  // The build puts a call of this function where the library is imported.
  Object.assign(self, { importOldFormats: () => libraryFor(event.data) });
  void perform(event.data, (news: News) => self.postMessage(news));
};

function libraryFor(job: Job): Promise<unknown> {
  if (typeof hebiaoOldFormats !== "undefined") return Promise.resolve(hebiaoOldFormats);
  self.postMessage({ kind: "wants-old-formats", job } satisfies WantsOldFormats);
  // This worker is replaced by one that has the library.
  return new Promise(() => undefined);
}
