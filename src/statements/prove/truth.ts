import { say } from "../../messages";
import { indicatorLabel } from "../../tables/indicators/join";
import type { Triple } from "../../tables/indicators/types";
import { familyOf, type Family, type Leaf, type Subject } from "../read/subjects";
import type { Source } from "../source";
import type { AreaName } from "../text/areas";
import type { Witness } from "../types";
import type { Reader } from "./reader";
import { cellWitness } from "./statement";

/** What the tables say of one indicator. */
export interface Truth {
  readonly source: Source;
  readonly triples: readonly Triple[];
  readonly area: AreaName | null;
  readonly target: number | null;
  /** As printed, and as it should be where the cell is wrong. */
  readonly dones: readonly number[];
}

/** What the tables say of an indicator, of the whole station or of one area; null where they do not tell. */
export function truthOf(subject: Pick<Subject, "family" | "leaf">, area: AreaName | null, reader: Reader): Truth | null {
  if (subject.family === "activities") return sumOfActivities(area, reader);
  for (const source of reader.sources) {
    const all = source.indicators.filter(({ triple, area: where }) => sameIndicator(familyOf(triple.name), subject) && (area === null ? where === null : where !== null && sameArea(reader.areaWords.first(where.replace(/\s/g, "")), area)));
    if (all.length === 0) continue;
    const dones = all.flatMap(({ triple: { done } }) => [done.number, source.idealOf(done.at)]).filter((value): value is number => typeof value === "number");
    if (dones.length > 0) return { source, triples: all.map(({ triple }) => triple), area, target: all[0]!.triple.target?.number ?? null, dones };
  }
  return null;
}

/** 社区活动 of no size: the large and the others together. */
function sumOfActivities(area: AreaName | null, reader: Reader): Truth | null {
  const [large, small] = (["large", "small"] as const).map((family: Family) => truthOf({ family, leaf: "count" satisfies Leaf }, area, reader));
  if (!large || !small || large.source !== small.source) return null;
  return { source: large.source, triples: [...large.triples, ...small.triples], area, target: null, dones: [large.dones[0]! + small.dones[0]!] };
}

function sameIndicator(a: Pick<Subject, "family" | "leaf"> | null, b: Pick<Subject, "family" | "leaf">): boolean {
  return a !== null && a.family === b.family && a.leaf === b.leaf;
}

function sameArea(a: AreaName | null, b: AreaName): boolean {
  return a !== null && a.name === b.name;
}

/** The cells of what was done. */
export function witnessesOf({ triples, source }: Truth): Witness[] {
  return triples.map(({ done }) => cellWitness(done.at, source.file, say("label-done")));
}

export function labelOf({ triples }: Truth): string {
  return indicatorLabel(triples[0]!.name);
}
