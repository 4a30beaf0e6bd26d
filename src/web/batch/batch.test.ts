import { RULES } from "../../rules/list";
import type { Examined } from "../background/examined";
import { Batch, type Examiner } from "./batch";
import { NO_FILTER, openable, rulesOf, shownEntries, soughtBy } from "./rows";

const given = (...names: string[]) => names.map((path) => ({ path, file: new File([path], path) }));
const BY_FILE = { key: "file", descending: false } as const;

function examined(file: string, more: Partial<Examined["report"]> = {}, hash = file): Examined {
  return { hash, names: new Map(), report: { file, station: null, period: null, tables: [], findings: [], evaluation: null, coverage: {}, notChecked: [], unread: [], told: [], questions: [], error: null, ...more } };
}

/** Workers that answer by the file's name, when they are let. */
function workers(answer: (name: string) => Examined | Promise<Examined>) {
  const counts = { made: 0, ended: 0 };
  const make = (): Examiner => {
    counts.made++;
    let reject: (error: unknown) => void = () => undefined;
    return {
      ask: ((_kind: string, { fileName }: { fileName: string }) => new Promise((resolve, fail) => {
        reject = fail;
        Promise.resolve().then(() => answer(fileName)).then(resolve, fail);
      })) as Examiner["ask"],
      end: () => {
        counts.ended++;
        reject(new DOMException("stopped", "AbortError"));
      }
    };
  };
  return { counts, make };
}

test("every file becomes a row; a worker that breaks down costs its own file only", async () => {
  const { counts, make } = workers((name) => {
    if (name === "b.xlsx") throw new Error("out of memory");
    return examined(name);
  });
  const batch = new Batch(given("a.xlsx", "b.xlsx", "c.xlsx"), "zh", make);
  await batch.start();
  const { entries, running } = batch.state.get();
  expect(running).toBe(false);
  expect(entries.map(({ row }) => row?.state)).toEqual(["clean", "failed", "clean"]);
  expect(entries[1]!.row!.problem).toContain("out of memory");
  expect(counts.ended).toBeGreaterThanOrEqual(counts.made);
});

test("stopped: what was checked stays, and the rest is checked later", async () => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const { make } = workers(async (name) => {
    if (name !== "a.xlsx") await held;
    return examined(name);
  });
  const batch = new Batch(given("a.xlsx", "b.xlsx", "c.xlsx"), "zh", make);
  const stopped = new Promise<void>((resolve) => {
    const end = batch.state.subscribe(() => {
      if (batch.state.get().entries[0]!.step !== "done") return;
      end();
      queueMicrotask(() => {
        batch.stop();
        resolve();
      });
    });
  });
  void batch.start();
  await stopped;
  expect(batch.state.get().running).toBe(false);
  expect(batch.state.get().entries.map(({ step }) => step)).toEqual(["done", "waiting", "waiting"]);
  release();
  await batch.start();
  expect(batch.state.get().entries.map(({ step }) => step)).toEqual(["done", "done", "done"]);
});

test("another language is told without another check, but of what was changed since", async () => {
  const english = (name: string): Examined => ({ ...examined(name, { station: "Station" }), other: { parts: { report: { parts: { station: { whole: "社工站" } } } } } });
  const asked: string[] = [];
  const { make } = workers((name) => {
    asked.push(name);
    const { other, ...plain } = english(name);
    return name === "a.xlsx" ? { ...plain, other } : plain;
  });
  const batch = new Batch(given("a.xlsx", "b.xlsx"), "en", make);
  await batch.start();
  await batch.changeLanguage("zh");
  expect(asked).toEqual(["a.xlsx", "b.xlsx", "b.xlsx"]);
  expect(batch.state.get().entries.map(({ step, row }) => [step, row?.station])).toEqual([["done", "社工站"], ["done", "Station"]]);
  await batch.changeLanguage("en");
  expect(asked).toHaveLength(4);
  expect(batch.state.get().entries[0]!.row!.station).toBe("Station");
});

test("doubles are known as soon as both are checked", async () => {
  const { make } = workers((name) => examined(name, {}, "the same"));
  const batch = new Batch(given("a.xlsx", "b.xlsx"), "zh", make);
  await batch.start();
  expect(batch.state.get().duplicates).toEqual([{ kind: "same-file", rows: [0, 1] }]);
});

test("rows are filtered by station, rule and state, and sorted with the unknown last", async () => {
  const finding = { rule: "rate-mismatch", severity: "error", ignored: null } as unknown as Examined["report"]["findings"][number];
  const reports: Record<string, Partial<Examined["report"]>> = {
    "a.xlsx": { station: "联和街社工站", findings: [finding, finding] },
    "b.xlsx": { station: "白鹤洞街社工站", findings: [{ ...finding, ignored: { reason: "r" } }] },
    "c.xlsx": { error: { code: "corrupt", message: "坏" } },
    "d.xlsx": { station: "元岗街社工站", findings: [finding] }
  };
  const { make } = workers((name) => examined(name, reports[name]));
  const batch = new Batch(given(...Object.keys(reports)), "zh", make);
  await batch.start();
  const { entries, duplicates } = batch.state.get();
  const shown = (filter = {}, sorting: Parameters<typeof shownEntries>[3] = BY_FILE) =>
    shownEntries(entries, duplicates, { ...NO_FILTER, ...filter }, sorting).map(({ path }) => path[0]).join("");
  expect(shown({ search: "联和" })).toBe("a");
  expect(shown({ search: "D.XLSX" })).toBe("d");
  expect(shown({ rule: "rate-mismatch" })).toBe("ad");
  expect(shown({ state: "failed" })).toBe("c");
  expect(shown({}, { key: "errors", descending: true })).toBe("adbc");
  expect(shown({}, { key: "errors", descending: false })).toBe("bdac");
  expect(shown({}, { key: "file", descending: true })).toBe("dcba");
  expect(rulesOf(entries)).toEqual([{ rule: "rate-mismatch", title: "rate-mismatch-title", count: 2 }]);
});

test("a walk leads through what can be opened, in the order of the table, to what the table was filtered by", async () => {
  const { make } = workers((name) => examined(name, name === "b.xlsx" ? { error: { code: "corrupt", message: "坏" } } : {}));
  const batch = new Batch(given("a.xlsx", "b.xlsx", "c.xlsx"), "zh", make);
  expect(openable(batch.state.get().entries)).toEqual([]);
  await batch.start();
  const { entries, duplicates } = batch.state.get();
  expect(openable(shownEntries(entries, duplicates, NO_FILTER, { key: "file", descending: true }))).toEqual([2, 0]);
  const finding = { rule: "rate-mismatch", severity: "error" } as Examined["report"]["findings"][number];
  expect(soughtBy(NO_FILTER)).toBeNull();
  expect([soughtBy({ ...NO_FILTER, rule: "rate-mismatch" })!(finding), soughtBy({ ...NO_FILTER, rule: "rate-text" })!(finding)]).toEqual([true, false]);
  expect([soughtBy({ ...NO_FILTER, state: "errors" })!(finding), soughtBy({ ...NO_FILTER, state: "warnings" })!(finding)]).toEqual([true, false]);
});

test("every rule's title stands under its own name", () => {
  expect(RULES.filter(({ meta }) => meta.title !== `${meta.id}-title`)).toEqual([]);
});

test("a workbook that is left before its changes were checked is checked by the batch, as it is now", async () => {
  const seen: unknown[] = [];
  const { make } = workers((name) => examined(name));
  const watched = (): Examiner => {
    const worker = make();
    return { ...worker, ask: ((kind: "examine", ask: never) => {
      seen.push((ask as { content: unknown }).content);
      return worker.ask(kind, ask);
    }) as Examiner["ask"] };
  };
  const batch = new Batch(given("a.xlsx"), "zh", watched);
  await batch.start();
  const session = await batch.open(0);
  const bytes = new Uint8Array([1]);
  Object.assign(session, { current: bytes, changed: true, outdated: true });
  batch.takeBack(0, session);
  expect(batch.state.get().entries[0]!.step).not.toBe("done");
  await new Promise<void>((resolve) => batch.state.subscribe(() => batch.state.get().running || resolve()));
  expect(seen.at(-1)).toBe(bytes);
  expect(batch.state.get().entries[0]).toMatchObject({ step: "done", session });
});
