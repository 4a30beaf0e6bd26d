import type { IgnoredFinding, SettingsInput, StoredSettings } from "./types";

/**
 * What a workbook that was read anew is to keep: `ours` is what was kept here, `base` what the file said when it was first read, and
 * `theirs` what it says now. What the user did here wins; what came into the file meanwhile is taken; a file that has lost our part
 * altogether (WPS may drop it on saving) gets all of it back.
 */
export function takenOver(base: StoredSettings, ours: StoredSettings, theirs: StoredSettings): StoredSettings {
  // What is remembered of the tables belongs to a summary that was written, which the file may not have: only the file knows.
  const digest = isNothing(theirs) ? base.digest : theirs.digest;
  const merged = isNothing(theirs) ? ours
    : { settings: mergedSettings(base.settings, ours.settings, theirs.settings), ignored: mergedIgnored(base.ignored, ours.ignored, theirs.ignored) };
  return { settings: merged.settings, ignored: merged.ignored, ...(digest && { digest }) };
}

export function isSameStored(a: StoredSettings, b: StoredSettings): boolean {
  return same(a.settings, b.settings) && same(a.ignored, b.ignored) && same(a.digest, b.digest);
}

function isNothing({ settings, ignored, digest }: StoredSettings): boolean {
  return Object.keys(settings).length === 0 && ignored.length === 0 && !digest;
}

/** Key by key: a key that was changed, set or taken away here wins. */
function mergedSettings(base: SettingsInput, ours: SettingsInput, theirs: SettingsInput): SettingsInput {
  const keys = new Set([...Object.keys(ours), ...Object.keys(theirs)] as (keyof SettingsInput)[]);
  return Object.fromEntries([...keys].flatMap((key) => {
    const value = same(base[key], ours[key]) ? theirs[key] : ours[key];
    return value === undefined ? [] : [[key, value]];
  }));
}

function mergedIgnored(base: readonly IgnoredFinding[], ours: readonly IgnoredFinding[], theirs: readonly IgnoredFinding[]): IgnoredFinding[] {
  const takenBack = base.filter((entry) => !has(ours, entry));
  return [...ours, ...theirs.filter((entry) => !has(ours, entry) && !has(takenBack, entry))].filter((entry) => !has(base, entry) || has(theirs, entry));
}

function has(entries: readonly IgnoredFinding[], { fingerprint, actual }: IgnoredFinding): boolean {
  return entries.some((entry) => entry.fingerprint === fingerprint && entry.actual === actual);
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
