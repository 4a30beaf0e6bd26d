import type { Sentence } from "../../messages";
import { isFinal } from "./problem";

/** Things asked of Excel in one batch: `ask` queues the loads and gives what takes the answers after the round trip. */
export type Question<T> = () => () => T;

/** Something that the result is poorer without, not wrong. */
export interface Extra {
  /** What is missing when it fails, for the user. */
  readonly what: Sentence;
  readonly ask: Question<void>;
}

/** One round trip. Every `sync` goes through here, so that whoever counts them finds them. */
export async function ask<T>(context: Excel.RequestContext, question: Question<T>): Promise<T> {
  const take = question();
  await context.sync();
  return take();
}

/**
 * Asks for what is needed and for what is nice to have in one round trip. Excel ends a batch at the first error, so after
 * one the needed is asked for alone, then each extra by itself; gives the extras that failed. Rejects when the needed does.
 */
export async function askTogether<T>(context: Excel.RequestContext, needed: Question<T>, extras: readonly Extra[]): Promise<{ answer: T; missing: Sentence[] }> {
  const missing: Sentence[] = [];
  const taken: { extra: Extra; take: () => void }[] = [];
  for (const extra of extras) {
    const take = attempt(extra.ask, null);
    if (take) taken.push({ extra, take });
    else missing.push(extra.what);
  }
  try {
    const answer = await ask(context, needed);
    for (const { extra, take } of taken) if (attempt(take, false) === false) missing.push(extra.what);
    return { answer, missing };
  } catch (error) {
    if (isFinal(error) || taken.length === 0) throw error;
  }
  const answer = await ask(context, needed);
  for (const { extra } of taken) {
    try {
      await ask(context, extra.ask);
    } catch (error) {
      if (isFinal(error)) throw error;
      missing.push(extra.what);
    }
  }
  return { answer, missing };
}

/** What the work gives, or `otherwise` when it throws: the client itself refuses what this Excel is too old for. */
function attempt<T, U>(work: () => T, otherwise: U): T | U {
  try {
    return work();
  } catch {
    return otherwise;
  }
}
