import { say } from "../messages";
import type { SettingsInput } from "../settings";
import { normalise } from "../values/text";
import { UsageError } from "./arguments";
import { expandFiles } from "./files";
import type { Outcome, Task } from "./one";

/** A mid-term workbook that final ones may be held against. */
interface MidTerm {
  readonly file: string;
  readonly station: string | null;
  readonly end: string | null;
}

/**
 * The outcomes with those of final workbooks held against mid-term ones: the file or folder that was named, or, without one, what is among
 * the checked files themselves. A station is paired where it has one of each.
 */
export async function heldAgainstMid(
  outcomes: readonly Outcome[], named: string | null, settings: SettingsInput, perform: (tasks: readonly Task[]) => Promise<Outcome[]>
): Promise<Outcome[]> {
  const mids = named === null ? among(outcomes) : await midTerms(await expandFiles([named]), settings, perform);
  const checked = outcomes.filter(({ report }) => report.error === null && !mids.some(({ file }) => file === report.file));
  if (named !== null && mids.length === 1 && mids[0]!.station === null && checked.length > 1) throw new UsageError(say("cli-mid-one", { count: checked.length }));
  const pairs = new Map(checked.flatMap(({ report }) => {
    const mid = named !== null && mids.length === 1 && checked.length === 1 ? mids[0] : onlyOne(mids.filter((each) => isOf(each, report.station)), checked.filter((each) => each.report.station === report.station));
    const fits = mid && (named !== null || (report.evaluation?.phase === "final" && report.period !== null && mid.end !== null && report.period.end > mid.end));
    return fits ? [[report.file, mid.file] as const] : [];
  }));
  if (pairs.size === 0) return [...outcomes];
  const held = await perform([...pairs].map(([file, mid]) => ({ file, settings, mid })));
  const byFile = new Map(held.map((outcome) => [[...pairs.keys()][held.indexOf(outcome)]!, outcome]));
  return outcomes.map((outcome) => {
    const other = byFile.get(outcome.report.file);
    return other ? { ...outcome, report: other.report } : outcome;
  });
}

function among(outcomes: readonly Outcome[]): MidTerm[] {
  return outcomes.filter(({ report }) => report.evaluation?.phase === "mid").map(({ report: { file, station, period } }) => ({ file, station, end: period?.end ?? null }));
}

async function midTerms(files: readonly string[], settings: SettingsInput, perform: (tasks: readonly Task[]) => Promise<Outcome[]>): Promise<MidTerm[]> {
  if (files.length === 1) return [{ file: files[0]!, station: null, end: null }];
  const outcomes = await perform(files.map((file) => ({ file, settings, identify: true })));
  return outcomes.flatMap(({ submitted }) => (submitted ? [{ file: submitted.file, station: submitted.station, end: submitted.period?.end ?? null }] : []));
}

function isOf({ station }: MidTerm, other: string | null): boolean {
  return station !== null && other !== null && normalise(station) === normalise(other);
}

function onlyOne(mids: readonly MidTerm[], finals: readonly Outcome[]): MidTerm | undefined {
  return mids.length === 1 && finals.length === 1 ? mids[0] : undefined;
}
