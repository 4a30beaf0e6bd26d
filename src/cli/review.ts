import { say } from "../messages";
import { isSettled, pairSubmissions, reviewDocument, type ReviewDocument, type Submitted } from "../review";
import type { SettingsInput } from "../settings";
import type { ReviewCommand } from "./arguments";
import { UsageError } from "./arguments";
import { expandFiles } from "./files";
import type { Outcome, Task } from "./one";
import { reviewText } from "./review-text";

/** Does tasks in workers. */
type Perform = (tasks: readonly Task[]) => Promise<Outcome[]>;

/** What a review came to, for the terminal and for the exit code: 0 all settled, 1 not, 2 a file could not be read. */
export interface ReviewOutcome {
  readonly text: string;
  readonly code: 0 | 1 | 2;
}

/** Holds workbooks that were handed in again against the earlier ones: a file against a file, or folders paired by station and period. */
export async function review(command: ReviewCommand, settings: SettingsInput, perform: Perform, coloured: boolean): Promise<ReviewOutcome> {
  const [old, now] = [await expandFiles([command.old]), await expandFiles([command.new])];
  if (old.length === 0 || now.length === 0) throw new UsageError(say("cli-empty-folder"));
  const document = old.length === 1 && now.length === 1
    ? await reviewed([{ old: old[0]!, new: now[0]! }], [], [], settings, perform)
    : await reviewFolders(old, now, settings, perform);
  return { text: command.format === "json" ? JSON.stringify(document, null, 2) : reviewText(document, coloured), code: document.unread.length > 0 ? 2 : isSettled(document) ? 0 : 1 };
}

async function reviewFolders(old: readonly string[], now: readonly string[], settings: SettingsInput, perform: Perform): Promise<ReviewDocument> {
  const outcomes = await perform([...old, ...now].map((file) => ({ file, settings, identify: true })));
  const unread = outcomes.flatMap(({ report }) => (report.error ? [{ file: report.file, message: report.error.message }] : []));
  const known = (files: readonly string[]): Submitted[] => outcomes.flatMap(({ report, submitted }) => (submitted && files.includes(report.file) ? [submitted] : []));
  const [before, after] = [known(old), known(now)];
  const { pairs, unpaired } = pairSubmissions(before, after);
  return reviewed(pairs.map((pair) => ({ old: before[pair.old]!.file, new: after[pair.new]!.file })), unpaired, unread, settings, perform);
}

async function reviewed(
  pairs: readonly { readonly old: string; readonly new: string }[], unpaired: ReviewDocument["unpaired"], unread: ReviewDocument["unread"], settings: SettingsInput, perform: Perform
): Promise<ReviewDocument> {
  const outcomes = await perform(pairs.map((pair) => ({ file: pair.new, settings, review: pair.old })));
  const failed = outcomes.flatMap(({ report }) => (report.error ? [{ file: report.file, message: report.error.message }] : []));
  return reviewDocument(outcomes.flatMap((outcome) => outcome.review ?? []), unpaired, [...unread, ...failed]);
}
