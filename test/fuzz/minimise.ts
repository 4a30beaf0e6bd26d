import type { Book } from "./book";
import type { Change, Input } from "./input";
import type { Trial } from "./trial";

/** Whether something still breaks the same promise. */
type Fails<T> = (candidate: T) => Promise<boolean>;

/** An input with as few changes as still fail. */
export async function fewerChanges(input: Input, fails: Fails<Input>): Promise<Input> {
  let smallest = input;
  if ("mistake" in smallest && smallest.mistake !== null) smallest = await better(smallest, { ...smallest, mistake: null }, fails);
  if (smallest.kind === "moved") {
    const given = smallest;
    return { ...given, moves: await fewer(given.moves, (moves) => fails({ ...given, moves })) };
  }
  if (smallest.kind === "worked") {
    const given = smallest;
    return { ...given, changes: await fewer(given.changes, (changes) => fails({ ...given, changes })) };
  }
  if (smallest.kind !== "file") return smallest;
  const given = smallest;
  const changes = await fewer<Change>(given.changes, (some) => fails({ ...given, changes: some }));
  return { ...given, changes, damage: await fewer<Change>(given.damage, (some) => fails({ ...given, changes, damage: some })) };
}

async function better(known: Input, candidate: Input, fails: Fails<Input>): Promise<Input> {
  return (await fails(candidate)) ? candidate : known;
}

/** A trial with as few sheets, merged areas, names and cells as still fail; bytes and pairs stay as they are. */
export async function smallerBook(trial: Trial, fails: Fails<Trial>): Promise<Trial> {
  if (trial.kind === "bytes" || trial.kind === "moved" || trial.kind === "copied" || trial.kind === "worked") return trial;
  let smallest: Book = trial.book;
  const reduce = async <T>(items: readonly T[], make: (some: readonly T[]) => Book): Promise<void> => {
    const kept = await fewer(items, (some) => fails({ ...trial, book: make(some) }));
    if (kept.length < items.length) smallest = make(kept);
  };
  await reduce(smallest.names, (names) => ({ ...smallest, names: [...names] }));
  // Names refer to sheets by their place.
  if (smallest.names.every(({ sheet }) => sheet === null)) await reduce(smallest.sheets, (sheets) => ({ ...smallest, sheets: [...sheets] }));
  for (let index = 0; index < smallest.sheets.length; index++) {
    const withSheet = (part: Partial<Book["sheets"][number]>): Book =>
      ({ ...smallest, sheets: smallest.sheets.map((sheet, i) => (i === index ? { ...sheet, ...part } : sheet)) });
    await reduce(smallest.sheets[index]!.merges, (merges) => withSheet({ merges: [...merges] }));
    await reduce(smallest.sheets[index]!.hiddenRows, (hiddenRows) => withSheet({ hiddenRows: [...hiddenRows] }));
    await reduce(Object.entries(smallest.sheets[index]!.cells), (cells) => withSheet({ cells: Object.fromEntries(cells) }));
  }
  return { ...trial, book: smallest };
}

/** As few of the items as still fail: half of them, a quarter, … and at last each for itself left out. */
async function fewer<T>(items: readonly T[], fails: Fails<readonly T[]>): Promise<readonly T[]> {
  let kept = items;
  for (let size = Math.ceil(kept.length / 2); kept.length > 0 && size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < kept.length;) {
      const without = [...kept.slice(0, start), ...kept.slice(start + size)];
      if (await fails(without)) kept = without;
      else start += size;
    }
  }
  return kept;
}
