import { normalise } from "../values/text";
import { NO_NOTE, type DeskEntry, type DeskNote, type DeskSubject } from "./types";

/** What was noted of a workbook before, and whether the workbook is another than it was then. */
export interface Recalled extends DeskNote {
  readonly isChanged: boolean;
  /** What the file holds of it. */
  readonly entry: DeskEntry;
}

/**
 * What a batch's file noted of each workbook, in their order; null where it noted nothing. The same bytes are the same workbook wherever they lie; else
 * the same station and period, where only one workbook and one note have them; a workbook that does not say whose it is goes by its path.
 */
export function recall(subjects: readonly DeskSubject[], entries: readonly DeskEntry[]): (Recalled | null)[] {
  const left = new Set(entries);
  const found = new Map<DeskSubject, DeskEntry>();
  const keys: readonly ((subject: DeskSubject) => string | null)[] = [
    ({ path, hash }) => (hash === null ? null : `${hash} ${path}`),
    ({ hash }) => hash,
    ({ station, period }) => (station === null || period === null ? null : `${normalise(station)} ${period.start} ${period.end}`),
    // Several of a station and period; a path that another station's workbook has now is another's.
    ({ path, station, period }) => (station === null || period === null ? null : `${path} ${normalise(station)} ${period.start} ${period.end}`),
    ({ path, station }) => (station === null ? path : null)
  ];
  for (const key of keys) {
    const open = subjects.filter((subject) => !found.has(subject));
    const wanted = byKey(open, key);
    for (const [name, offered] of byKey([...left], key)) {
      const asking = wanted.get(name);
      if (offered.length !== 1 || asking?.length !== 1) continue;
      found.set(asking[0]!, offered[0]!);
      left.delete(offered[0]!);
    }
  }
  return subjects.map((subject) => {
    const entry = found.get(subject);
    return entry ? { entry, state: entry.state, remark: entry.remark, isChanged: isOther(entry.hash, subject.hash) } : null;
  });
}

/** Hashes of two kinds, by the page and by the command line, tell nothing. */
function isOther(before: string | null, now: string | null): boolean {
  return before !== null && now !== null && before.includes("-") === now.includes("-") && before !== now;
}

/** Is there anything in a note? */
export function isNoted({ state, remark }: DeskNote): boolean {
  return state !== NO_NOTE.state || remark !== "";
}

function byKey<T extends DeskSubject>(all: readonly T[], key: (one: T) => string | null): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) {
    const name = key(one);
    if (name !== null) found.set(name, [...found.get(name) ?? [], one]);
  }
  return found;
}
