import { sampleReport } from "../../../test/sample-report";
import type { WorkbookContent } from "../../workbook";
import { BackgroundEngine } from "./engine";
import type { Job, News } from "./jobs";
import type { BackgroundWorker } from "./start-worker";

class FakeWorker implements BackgroundWorker {
  onmessage: BackgroundWorker["onmessage"] = null;
  onerror: BackgroundWorker["onerror"] = null;
  ended = false;
  constructor(private readonly answer: News | null) {}
  postMessage(): void {
    if (this.answer) queueMicrotask(() => this.onmessage?.({ data: this.answer } as MessageEvent));
  }
  terminate(): void {
    this.ended = true;
  }
}

const CHECKED: News = { kind: "checked", checked: { report: sampleReport({}), stored: { settings: {}, ignored: [] }, settings: null, names: new Map(), summary: "none" } };

function jobOf(cells: number): Job {
  const content = { sheets: [{ name: "a", cells: { size: cells } }] } as unknown as WorkbookContent;
  return { inquiry: null, content, unread: [], fileName: "a.xlsx", language: "zh" };
}

function engineOf(...answers: (News | null)[]): { engine: BackgroundEngine; workers: FakeWorker[] } {
  const workers: FakeWorker[] = [];
  return { workers, engine: new BackgroundEngine(async () => {
    const worker = new FakeWorker(answers[workers.length] ?? CHECKED);
    workers.push(worker);
    return worker;
  }) };
}

const never = new AbortController().signal;

beforeEach(() => jest.useFakeTimers({ doNotFake: ["queueMicrotask"] }));
afterEach(() => jest.useRealTimers());

test("one worker serves check after check, until nobody asks any more", async () => {
  const { engine, workers } = engineOf();
  await engine.check(jobOf(10), never);
  await engine.check(jobOf(10), never);
  expect(workers.map(({ ended }) => ended)).toEqual([false]);
  await jest.advanceTimersByTimeAsync(120_000);
  expect(workers.map(({ ended }) => ended)).toEqual([true]);
  await engine.check(jobOf(10), never);
  expect(workers).toHaveLength(2);
});

test.each<[string, News | null, Job, boolean]>([
  ["after big work", CHECKED, jobOf(300_000), false],
  ["after a workbook at fault", { kind: "failed", code: "too-large", detail: "" }, jobOf(10), false],
  ["when the check is stopped", null, jobOf(10), true]
])("the worker is retired %s", async (_, answer, job, stops) => {
  const { engine, workers } = engineOf(answer);
  const stop = new AbortController();
  const check = engine.check(job, stop.signal).then(() => "checked", (error: Error) => error.name);
  if (stops) queueMicrotask(() => stop.abort());
  expect(await check).toBe(stops ? "AbortError" : answer?.kind === "failed" ? "WorkbookError" : "checked");
  await Promise.resolve();
  expect(workers.map(({ ended }) => ended)).toEqual([true]);
  expect(await engine.check(jobOf(10), never)).toBe((CHECKED as { checked: unknown }).checked);
  expect(workers).toHaveLength(2);
});

test("a question waits for the check before it, and is answered by the same worker", async () => {
  const { engine, workers } = engineOf();
  const inquiry = { kind: "preview", stored: { settings: {}, ignored: [] } } as const;
  const check = engine.check(jobOf(10), never);
  const asked = engine.answer({ ...jobOf(10), inquiry });
  await check;
  // The worker of this test answers everything as if it were a check: what is no answer is told apart.
  await expect(asked).rejects.toThrow("checked");
  expect(workers).toHaveLength(1);
});
