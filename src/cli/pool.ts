import { availableParallelism } from "node:os";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { reportFailure } from "../report";
import { perform, type Outcome, type Task } from "./one";

/** Starting a worker takes as long as checking several workbooks; fewer than this for each are not worth one. */
const LEAST_PER_WORKER = 8;
/** Each worker holds an engine and the workbook that it checks: memory, not cores, is what ends first. */
const MOST_BY_DEFAULT = 8;

/** The number of workers for that many files: what the user asked for, otherwise as many as cores and files justify. */
export function workersFor(files: number, asked: number | null): number {
  if (asked !== null) return Math.min(asked, Math.max(1, files));
  return Math.max(1, Math.min(availableParallelism(), MOST_BY_DEFAULT, Math.floor(files / LEAST_PER_WORKER)));
}

/**
 * Does all tasks, in workers when there is more than one, and gives the outcomes in the order of the tasks. `onDone` hears
 * after each how many are done; once the signal says stop, what was not done is missing from the outcomes. What throws or ends its worker is the failure of its file alone. `program` is the script that a worker starts; it must call {@link serveTasks}.
 */
export async function performAll(
  tasks: readonly Task[], workers: number, program: string | null, onDone: (done: number, index: number, outcome: Outcome) => Promise<void> | void, signal?: AbortSignal
): Promise<Outcome[]> {
  const outcomes: Outcome[] = new Array<Outcome>(tasks.length);
  let next = 0;
  let done = 0;
  async function work(handle: (task: Task) => Promise<Outcome>): Promise<void> {
    while (next < tasks.length && !signal?.aborted) {
      const index = next++;
      const task = tasks[index]!;
      const outcome = await handle(task).catch((error: unknown) => ({ report: reportFailure(task.file, error), hash: null, written: null, problem: null }));
      // What a stopped worker was at was not checked.
      if (signal?.aborted) return;
      outcomes[index] = outcome;
      await onDone(++done, index, outcome);
    }
  }
  if (workers <= 1 || program === null) {
    await work(perform);
    return outcomes;
  }
  await Promise.all(Array.from({ length: workers }, async () => {
    let thread: Worker | null = null;
    const stop = (): void => void thread?.terminate();
    signal?.addEventListener("abort", stop, { once: true });
    try {
      await work(async (task) => {
        thread ??= new Worker(program);
        try {
          return await ask(thread, task);
        } catch (error) {
          // It ended over this workbook, out of memory for instance; the next one gets another.
          thread = null;
          throw error;
        }
      });
    } finally {
      signal?.removeEventListener("abort", stop);
      await (thread as Worker | null)?.terminate();
    }
  }));
  return outcomes;
}

function ask(thread: Worker, task: Task): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const onMessage = (outcome: Outcome): void => settle(() => resolve(outcome));
    const onError = (error: Error): void => settle(() => reject(error));
    const onExit = (code: number): void => settle(() => reject(new Error(`a worker ended with ${code}`)));
    // Only ours: a Worker listens to itself, and without its own listeners it never ends.
    const settle = (finish: () => void): void => {
      thread.off("message", onMessage).off("error", onError).off("exit", onExit);
      finish();
    };
    thread.on("message", onMessage).on("error", onError).on("exit", onExit);
    thread.postMessage(task);
  });
}

/** In a worker: does what it is asked until it is ended. False in the main thread, which goes on. */
export function serveTasks(): boolean {
  if (isMainThread || !parentPort) return false;
  const port = parentPort;
  port.on("message", (task: Task) => void perform(task).then((outcome) => port.postMessage(outcome)));
  return true;
}
