import type { Size } from "./built";
import type { Random } from "./random";

/** Where and how the indicator tables of a workbook stand. */
export interface Layout {
  /** All tables on one sheet, matrix and cards on two, or a sheet for each table. */
  readonly placement: "one" | "two" | "spread";
  readonly blocks: number;
  /** Blocks of one sheet side by side instead of one under the other. */
  readonly blocksBeside: boolean;
  readonly areas: number;
  readonly offsetRows: number;
  readonly offsetColumns: number;
  readonly gap: number;
  /** How values stand in the area rows: one per area, one merged down over all, one in the first row only. */
  readonly values: "per-area" | "merged" | "first-row" | "by-group";
  readonly totalFirst: boolean;
  /** Title and heads repeated in the middle of the areas. */
  readonly pageBreak: boolean;
  readonly shuffledGroups: boolean;
  readonly subset: boolean;
  /** Not more groups of indicators than these. */
  readonly mostGroups: number;
  /** Share of indicators without a target. */
  readonly slashes: number;
  readonly blankIndicators: number;
  readonly overall: null | { readonly lists: 1 | 2; readonly category: boolean };
  readonly cards: null | {
    readonly form: "three-row" | "two-row" | "name-left";
    readonly across: number;
    readonly units: boolean;
    readonly repeat: number;
    readonly additional: number;
  };
  readonly footnote: null | "under" | "beside";
  readonly period: boolean;
  /** Every rate is typed. */
  readonly typedRates: boolean;
  /** Totals are typed. */
  readonly typedTotals: boolean;
  readonly messy: number;
  readonly noiseSheets: number;
  readonly hiddenBlanks: boolean;
  readonly halves: boolean;
  readonly countFormat: string;
  /** Heads of the matrix in words that the domain does not list: 目标接案数, 协议指标（节数）, 达成率. */
  readonly otherWords: boolean;
}

const BASE: Layout = {
  placement: "two", blocks: 2, blocksBeside: false, areas: 3, offsetRows: 0, offsetColumns: 0, gap: 0, values: "per-area",
  totalFirst: false, pageBreak: false, shuffledGroups: false, subset: false, mostGroups: Infinity, slashes: 0.1, blankIndicators: 0,
  overall: { lists: 2, category: true }, cards: { form: "three-row", across: 1, units: false, repeat: 0, additional: 6 },
  footnote: "under", period: true, typedRates: false, typedTotals: false, messy: 0, noiseSheets: 0, hiddenBlanks: false,
  halves: false, countFormat: "General", otherWords: false
};

/** The layout families that the matrix measures; each is varied by the seed. */
export const FAMILIES: Readonly<Record<string, (random: Random) => Layout>> = {
  standard: (r) => ({ ...BASE, areas: r.int(3, 5) }),
  merged: (r) => ({
    ...BASE, areas: r.int(4, 6), values: "merged", slashes: 0.35,
    cards: { form: "two-row", across: 2, units: true, repeat: 0.9, additional: 0 }
  }),
  "total-first": (r) => ({
    ...BASE, totalFirst: true, areas: r.int(2, 5), blocks: r.int(1, 2), shuffledGroups: true, messy: 0.2,
    cards: { form: "name-left", across: r.int(1, 3), units: false, repeat: 0.6, additional: 3 }
  }),
  "one-sheet": (r) => ({
    ...BASE, placement: "one", gap: r.int(0, 3), offsetRows: r.int(0, 6), offsetColumns: r.int(0, 4), areas: r.int(2, 4), halves: true,
    cards: { form: "two-row", across: r.int(1, 3), units: r.chance(0.5), repeat: 0.7, additional: 3 }, messy: 0.15
  }),
  spread: (r) => ({
    ...BASE, placement: "spread", offsetRows: r.int(0, 3), offsetColumns: r.int(0, 2), blocks: 3, noiseSheets: 3, areas: r.int(3, 4), messy: 0.3,
    cards: { form: "three-row", across: r.int(2, 4), units: false, repeat: 0.8, additional: 4 }
  }),
  "page-break": (r) => ({ ...BASE, areas: 6, pageBreak: true, blocks: r.int(1, 2), gap: r.int(0, 2), noiseSheets: 1 }),
  typed: (r) => ({
    ...BASE, typedRates: true, typedTotals: r.chance(0.5), areas: r.int(2, 4),
    cards: { form: "two-row", across: 2, units: true, repeat: 0.8, additional: 2 }
  }),
  "first-row": (r) => ({
    ...BASE, values: "first-row", areas: r.int(3, 5), slashes: 0.25, blankIndicators: 0.1, period: false, offsetColumns: r.int(0, 2),
    overall: { lists: 1, category: true }
  }),
  subset: (r) => ({
    ...BASE, blocks: 1, subset: true, shuffledGroups: true, messy: 0.4, areas: r.int(1, 4), offsetRows: r.int(0, 9), offsetColumns: r.int(0, 6),
    overall: { lists: 1, category: false }, cards: null, footnote: "beside", noiseSheets: 2, countFormat: "0_ ", values: "by-group"
  }),
  beside: (r) => ({
    ...BASE, placement: "one", blocksBeside: true, gap: 2, areas: r.int(2, 4), overall: { lists: 2, category: false },
    footnote: "under", hiddenBlanks: true, halves: true, period: r.chance(0.7), countFormat: "0",
    cards: { form: "three-row", across: 2, units: false, repeat: 0.5, additional: 4 }
  }),
  "other-words": (r) => ({
    ...BASE, otherWords: true, areas: r.int(2, 5), blocks: r.int(1, 3), messy: 0.3,
    cards: { form: "name-left", across: 2, units: false, repeat: 0.6, additional: 2 }
  })
};

/** Anything that the domain allows, all at once: for exploration. */
export function wildLayout(r: Random): Layout {
  const values = r.pick(["per-area", "per-area", "merged", "first-row", "by-group"] as const);
  const pageBreak = values === "per-area" && r.chance(0.25);
  return {
    placement: r.pick(["one", "two", "spread"]), blocks: r.int(1, 4), blocksBeside: r.chance(0.15), areas: pageBreak ? r.int(4, 6) : r.int(1, 6),
    offsetRows: r.chance(0.5) ? 0 : r.int(1, 12), offsetColumns: r.chance(0.5) ? 0 : r.int(1, 8), gap: r.int(0, 4), values,
    totalFirst: !pageBreak && r.chance(0.3), pageBreak, shuffledGroups: r.chance(0.5), subset: r.chance(0.3), mostGroups: Infinity, slashes: r.pick([0, 0.1, 0.4]),
    blankIndicators: r.pick([0, 0, 0.15]), overall: r.chance(0.2) ? null : { lists: r.pick([1, 2]), category: r.chance(0.6) },
    cards: r.chance(0.2) ? null : {
      form: r.pick(["three-row", "two-row", "name-left"]), across: r.int(1, 4), units: r.chance(0.3), repeat: r.pick([0, 0.4, 1]), additional: r.int(0, 8)
    },
    footnote: r.pick([null, "under", "beside"]), period: r.chance(0.7), typedRates: r.chance(0.15), typedTotals: r.chance(0.15),
    messy: r.pick([0, 0.1, 0.5]), noiseSheets: r.int(0, 4), hiddenBlanks: r.chance(0.2), halves: r.chance(0.3),
    countFormat: r.pick(["General", "0", "0_ "]), otherWords: false
  };
}

export function layoutOf(family: string, random: Random, size?: Size): Layout {
  const layout = family === "wild" ? wildLayout(random) : familyLayout(family, random);
  return size === undefined ? layout : size === "small" ? smaller(layout) : smallest(layout);
}

function familyLayout(family: string, random: Random): Layout {
  const make = FAMILIES[family];
  if (!make) throw new Error(`no layout family ${family}`);
  return make(random);
}

/** Everything that a layout has, but little of it. */
function smaller(layout: Layout): Layout {
  return {
    ...layout, blocks: Math.min(layout.blocks, 2), areas: Math.min(layout.areas, layout.pageBreak ? 4 : 2), mostGroups: 3,
    cards: layout.cards && { ...layout.cards, additional: Math.min(layout.cards.additional, 2) }, noiseSheets: Math.min(layout.noiseSheets, 1)
  };
}

/** A matrix of two groups, and one kind of list beside it. */
function smallest(layout: Layout): Layout {
  const small = smaller(layout);
  const cards = small.cards && small.areas > 1 ? { ...small.cards, additional: 1 } : null;
  return { ...small, blocks: 1, mostGroups: 2, noiseSheets: 0, cards, overall: cards ? null : small.overall && { ...small.overall, lists: 1 } };
}
