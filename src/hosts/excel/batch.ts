import type { Sentence } from "../../messages";
import { isFinal } from "./problem";

/** Things asked of Excel in one batch: the function queues the loads and gives what takes the answers after the round trip. */
export type Question<T> = () => () => T;

/** Something that the result is poorer without, not wrong. */
export interface Extra {
  /** What is missing when it fails, for the user. */
  readonly what: Sentence;
  readonly ask: Question<void>;
}

/** One round trip. */
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
  const takes: { extra: Extra; take: () => void }[] = [];
  for (const extra of extras) {
    const take = attempt(extra.ask);
    if (take) takes.push({ extra, take });
    else missing.push(extra.what);
  }
  try {
    const answer = await ask(context, needed);
    for (const { extra, take } of takes) if (!attempt(() => (take(), true))) missing.push(extra.what);
    return { answer, missing };
  } catch (error) {
    if (isFinal(error)) throw error;
  }
  const answer = await ask(context, needed);
  return { answer, missing: [...missing, ...await askExtras(context, takes.map(({ extra }) => extra))] };
}

/** Asks for each by itself; gives what failed. */
export async function askExtras(context: Excel.RequestContext, extras: readonly Extra[]): Promise<Sentence[]> {
  const missing: Sentence[] = [];
  for (const { what, ask: question } of extras) {
    try {
      await ask(context, question);
    } catch (error) {
      if (isFinal(error)) throw error;
      missing.push(what);
    }
  }
  return missing;
}

/** What the work gives, or null when it throws: the client itself refuses what this Excel is too old for, or did not answer. */
export function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

/** What a call gave, once its round trip is over. */
export function valueOf<T>({ value }: OfficeExtension.ClientResult<T>): T {
  return value;
}

/** The items of a loaded collection. */
export function itemsOf<T>({ items }: { readonly items: readonly T[] }): readonly T[] {
  return items;
}
