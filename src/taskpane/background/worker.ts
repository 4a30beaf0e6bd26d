import { perform, type Job, type News } from "./jobs";

/** Reading and checking go on here, so that the pane answers meanwhile (Office restarts one that is silent for 5 s). */
self.onmessage = (event: MessageEvent<Job>) => {
  void perform(event.data, (news: News) => self.postMessage(news));
};
