import type { Language } from "../../messages";
import { pairSubmissions, type Submitted } from "../../review/pairing";
import type { ReviewDocument } from "../../review/types";
import type { SettingsInput } from "../../settings";
import { WorkerClient } from "../background/client";
import type { Version } from "../background/requests";

/** How far it is: files that were looked at and pairs that were reviewed, of so many. */
export type OnReviewProgress = (done: number, count: number) => void;

/**
 * Holds the workbooks of a batch against earlier ones, paired by station and period, one after the other: no more than two workbooks are in
 * memory. Rejects with an AbortError when the signal ends it.
 */
export async function reviewBatch(
  old: readonly Version[], now: readonly Version[], settings: SettingsInput, language: Language, signal: AbortSignal, onProgress: OnReviewProgress
): Promise<ReviewDocument> {
  const worker = new WorkerClient();
  const stop = (): void => worker.end();
  signal.addEventListener("abort", stop, { once: true });
  try {
    const unread: { file: string; message: string }[] = [];
    let done = 0;
    let count = old.length + now.length * 2;
    const known = async (versions: readonly Version[]): Promise<{ submitted: Submitted; version: Version }[]> => {
      const found: { submitted: Submitted; version: Version }[] = [];
      for (const version of versions) {
        const { submitted, problem } = await worker.ask("identify", { ...version, settings });
        if (submitted) found.push({ submitted, version });
        else unread.push({ file: version.fileName, message: problem ?? "" });
        onProgress(++done, count);
      }
      return found;
    };
    const [before, after] = [await known(old), await known(now)];
    const { pairs, unpaired } = pairSubmissions(before.map(({ submitted }) => submitted), after.map(({ submitted }) => submitted));
    count = done + pairs.length;
    const reviews: ReviewDocument["pairs"][number][] = [];
    for (const pair of pairs) {
      const { pair: review, problem } = await worker.ask("review", { old: before[pair.old]!.version, now: after[pair.new]!.version, language, settings });
      if (review) reviews.push(review);
      if (problem) unread.push(problem);
      onProgress(++done, count);
    }
    return { version: 1, pairs: reviews, unpaired, unread };
  } finally {
    signal.removeEventListener("abort", stop);
    worker.end();
  }
}
