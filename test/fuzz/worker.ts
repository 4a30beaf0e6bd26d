import { parentPort } from "node:worker_threads";
import type { Input } from "./input";
import { trialOf, tryTrial, type Trial } from "./trial";
import { Violation } from "./violation";

/** What is to be tried: an input, or a trial that was worked out already. */
export type Task = { readonly input: Input } | { readonly trial: Trial };
/** How it went; `property` names the promise that was broken. */
export type Answer = { readonly ending: string; readonly ms: number } | { readonly property: string; readonly detail: string; readonly ms: number };

/** The thread in which inputs are tried: a hang or a full memory ends it, not the run. */
parentPort!.on("message", (task: Task) => void answer(task).then((reply) => parentPort!.postMessage(reply)));

async function answer(task: Task): Promise<Answer> {
  const start = performance.now();
  try {
    const trial = "trial" in task ? task.trial : await trialOf(task.input);
    const ending = trial ? await tryTrial(trial) : "no place";
    return { ending, ms: performance.now() - start };
  } catch (error) {
    const ms = performance.now() - start;
    if (error instanceof Violation) return { property: error.property, detail: error.message, ms };
    return { property: "fault of the fuzzer", detail: error instanceof Error ? error.stack ?? error.message : String(error), ms };
  }
}
