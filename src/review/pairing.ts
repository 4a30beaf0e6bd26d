import { normalise } from "../values/text";
import type { UnpairedFiles } from "./types";

/** A file by what its workbook says of itself. */
export interface Submitted {
  readonly file: string;
  readonly station: string | null;
  readonly period: { readonly start: string; readonly end: string } | null;
}

/** Which file of one folder belongs to which of the other: indices into both lists. */
export interface Pairing {
  readonly pairs: readonly { readonly old: number; readonly new: number }[];
  readonly unpaired: readonly UnpairedFiles[];
}

/**
 * Pairs files by station and period. Several of one station and period are told apart by the names of their files; those whose workbook
 * does not say its period by the station alone, where it is the only one, and those that do not name the station by the names of their files.
 * What is left has no counterpart, or several.
 */
export function pairSubmissions(old: readonly Submitted[], now: readonly Submitted[]): Pairing {
  const pairs: { old: number; new: number }[] = [];
  const free = { old: new Set(old.keys()), new: new Set(now.keys()) };
  const join = (keyOf: (one: Submitted) => string | null): void => {
    const [before, after] = [groups(old, free.old, keyOf), groups(now, free.new, keyOf)];
    for (const [key, indices] of before) {
      const others = after.get(key) ?? [];
      if (indices.length !== 1 || others.length !== 1) continue;
      pairs.push({ old: indices[0]!, new: others[0]! });
      free.old.delete(indices[0]!);
      free.new.delete(others[0]!);
    }
  };
  const both = ({ station, period }: Submitted): string | null => (station && period ? `${normalise(station)}|${period.start}|${period.end}` : null);
  const name = ({ file }: Submitted): string => file.split(/[\\/]/).at(-1)!.replace(/\.[^.]*$/, "").toLowerCase();
  const withName = (key: (one: Submitted) => string | null) => (one: Submitted): string | null => (key(one) === null ? null : `${key(one)}|${name(one)}`);
  join(withName(both));
  join(both);
  const station = (one: Submitted): string | null => (one.station === null ? null : normalise(one.station));
  // A period that only one of the two says contradicts nothing.
  const periodless = new Set([...old, ...now].filter(({ period }) => period === null).map(station));
  join((one) => (periodless.has(station(one)) ? station(one) : null));
  const nameless = new Set([...old, ...now].filter((one) => one.station === null).map(name));
  join((one) => (nameless.has(name(one)) ? name(one) : null));
  // A title may have been given another period: the file of the same name is the same submission.
  join(withName(station));
  return { pairs: pairs.sort((a, b) => a.new - b.new), unpaired: left(old, now, free, both) };
}

function groups(all: readonly Submitted[], free: ReadonlySet<number>, keyOf: (one: Submitted) => string | null): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const index of free) {
    const key = keyOf(all[index]!);
    if (key !== null) found.set(key, [...found.get(key) ?? [], index]);
  }
  return found;
}

/** What was not paired, by station and period. */
function left(old: readonly Submitted[], now: readonly Submitted[], free: { readonly old: ReadonlySet<number>; readonly new: ReadonlySet<number> }, keyOf: (one: Submitted) => string | null): UnpairedFiles[] {
  const found = new Map<string, { station: string | null; period: Submitted["period"]; old: string[]; new: string[] }>();
  const note = (one: Submitted, side: "old" | "new"): void => {
    const key = keyOf(one) ?? `${one.station ?? ""}?${one.file}`;
    const entry = found.get(key) ?? { station: one.station, period: one.period, old: [], new: [] };
    entry[side].push(one.file);
    found.set(key, entry);
  };
  for (const index of free.old) note(old[index]!, "old");
  for (const index of free.new) note(now[index]!, "new");
  return [...found.values()];
}
