import { availableParallelism } from "node:os";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
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
 * after each how many are done. `program` is the script that a worker starts; it must call {@link serveTasks}.
 */
export async function performAll(tasks: readonly Task[], workers: number, program: string | null, onDone: (done: number) => void): Promise<Outcome[]> {
  const outcomes: Outcome[] = new Array<Outcome>(tasks.length);
  let next = 0;
  let done = 0;
  async function work(handle: (task: Task) => Promise<Outcome>): Promise<void> {
    while (next < tasks.length) {
      const index = next++;
      outcomes[index] = await handle(tasks[index]!);
      onDone(++done);
    }
  }
  if (workers <= 1 || program === null) {
    await work(perform);
    return outcomes;
  }
  const threads = Array.from({ length: workers }, () => new Worker(program));
  try {
    await Promise.all(threads.map((thread) => work((task) => ask(thread, task))));
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
  return outcomes;
}

function ask(thread: Worker, task: Task): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void): void => {
      thread.removeAllListeners();
      finish();
    };
    thread.once("message", (outcome: Outcome) => settle(() => resolve(outcome)));
    thread.once("error", (error) => settle(() => reject(error)));
    thread.once("exit", (code) => settle(() => reject(new Error(`a worker ended with ${code}`))));
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
