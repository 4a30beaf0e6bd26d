import type { MeaningSet } from "./types";

export function scoreMeanings(_table: unknown, _settings: unknown): MeaningSet {
  return { meanings: [], variables: [] };
}
