import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Answer, Task } from "./worker";

const ROOT = join(__dirname, "..", "..");

export interface Bounds {
  /** Milliseconds for one input, from its making to the last comparison. */
  readonly time: number;
  /** Megabytes of heap for the whole run: what one input leaves behind must not add up. */
  readonly heap: number;
}

/** Tries inputs one after the other in a thread of their own, which is replaced when it does not come back. */
export class Runner {
  private worker: Worker | null = null;

  constructor(private readonly bounds: Bounds) {}

  async run(task: Task): Promise<Answer> {
    const worker = (this.worker ??= this.started());
    const answer = await answerOf(worker, task, this.bounds.time);
    if ("property" in answer && ["hang", "memory", "thread ended"].includes(answer.property)) await this.stop();
    return answer;
  }

  async stop(): Promise<void> {
    await this.worker?.terminate();
    this.worker = null;
  }

  private started(): Worker {
    return new Worker(join(ROOT, "scripts", "run-ts.cjs"), {
      argv: [join(__dirname, "worker.ts")],
      // What an input leaves behind is mostly gone with it: the young generation is wide. The stack is that of a page's own worker, so that deep formulas are met as there.
      resourceLimits: { maxYoungGenerationSizeMb: 64, maxOldGenerationSizeMb: this.bounds.heap, stackSizeMb: 1 },
      // What a library prints about a damaged file is not news.
      stdout: true, stderr: true
    });
  }
}

function answerOf(worker: Worker, task: Task, time: number): Promise<Answer> {
  return new Promise((resolve) => {
    const settle = (answer: Answer): void => {
      clearTimeout(watchdog);
      worker.off("message", settle).off("error", failed);
      resolve(answer);
    };
    const failed = (error: NodeJS.ErrnoException): void =>
      settle({ property: error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "memory" : "thread ended", detail: String(error), ms: 0 });
    const watchdog = setTimeout(() => settle({ property: "hang", detail: `no answer within ${time} ms`, ms: time }), time);
    worker.once("message", settle).once("error", failed);
    worker.postMessage(task);
  });
}
