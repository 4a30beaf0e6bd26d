import { Rechecker } from "../../report/rechecker";
import { perform, type Job } from "./jobs";

const rechecker = new Rechecker();

/** The check goes on here, so that the pane answers meanwhile (Office restarts one that is silent for 5 s). */
self.onmessage = (event: MessageEvent<Job>) => self.postMessage(perform(event.data, rechecker));
