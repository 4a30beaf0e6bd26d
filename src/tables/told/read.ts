import type { Evidence } from "../../evidence";
import { say, type Sentence } from "../../messages";
import { matchTold, type Fit, type ToldTable } from "../../told";
import { rectName, rectsMeet, type Rect, type Workbook } from "../../workbook";
import { joined } from "../indicators/proven/assemble";
import type { AnyTable } from "../indicators/proven/block-tables";
import { provenCells } from "../indicators/proven/cells";
import type { QuotientTable } from "../indicators/types";
import type { Roster } from "../roster/types";
import type { ScoreTable } from "../scores/types";
import { toldArithmetic } from "./arithmetic";
import { refusalOf } from "./cells";
import { toldIndicators } from "./indicators";
import { toldRoster } from "./roster";
import { toldScores } from "./scores";

/** A part of a sheet that a told table speaks for. */
export interface Claim {
  readonly sheet: string;
  readonly rect: Rect;
  readonly told: ToldTable;
}

/** What came of one told table. */
export interface ToldOutcome {
  readonly told: ToldTable;
  readonly places: readonly { readonly sheet: string; readonly rect: Rect }[];
  /** It fits no table, or several, or what stands there contradicts it; null where there is nothing to say. */
  readonly message: Sentence | null;
}

/** The tables of a workbook that were told, and the parts of its sheets that they speak for. */
export interface ToldReading {
  readonly outcomes: readonly ToldOutcome[];
  readonly claims: readonly Claim[];
  readonly indicators: readonly AnyTable[];
  readonly quotients: readonly QuotientTable[];
  readonly rosters: readonly Roster[];
  readonly scores: readonly ScoreTable[];
}

interface Found {
  readonly indicators: AnyTable[];
  readonly quotients: QuotientTable[];
  readonly rosters: Roster[];
  readonly scores: ScoreTable[];
}

const NOTHING: ToldReading = { outcomes: [], claims: [], indicators: [], quotients: [], rosters: [], scores: [] };

/** Reads what was told; the first told table that fits a place speaks for it. */
export function readTold(workbook: Workbook, evidence: Evidence, told: readonly ToldTable[]): ToldReading {
  if (told.length === 0) return NOTHING;
  const claims: Claim[] = [];
  const found: Found = { indicators: [], quotients: [], rosters: [], scores: [] };
  const outcomes = told.map((one): ToldOutcome => {
    const fits = workbook.sheets.flatMap((sheet) => matchTold(one, sheet)).filter((fit) => !claims.some((claim) => claim.sheet === fit.sheet.name && rectsMeet(claim.rect, fit.rect)));
    const nothing = (message: Sentence, places: readonly Fit[] = []): ToldOutcome => ({ told: one, places: places.map(placeOf), message });
    if (fits.length === 0) return nothing(say("told-fits-none", { name: one.name }));
    const named = one.columns.some(({ head }) => head !== "");
    const own = named ? fits : nearest(one, fits);
    // Shape alone says too little to read two tables by it.
    if (!named && own.length > 1) return nothing(say("told-fits-unsure", { name: one.name, places: places(own) }), own);
    const refused = own.map((fit) => ({ fit, why: refusalOf(fit) })).filter(({ why }) => why !== null);
    const read = own.filter((fit) => !refused.some((other) => other.fit === fit) && take(workbook, evidence, fit, own, found));
    claims.push(...read.map((fit) => ({ ...placeOf(fit), told: one })));
    const [first] = refused;
    if (first) return { told: one, places: read.map(placeOf), message: say("told-refused", { name: one.name, place: places([first.fit]), why: first.why! }) };
    if (read.length === 0) return nothing(say("told-reads-nothing", { name: one.name, places: places(own) }));
    return { told: one, places: read.map(placeOf), message: isSeveral(one, read) ? say("told-fits-several", { name: one.name, count: read.length, places: places(read) }) : null };
  });
  const indicators = workbook.sheets.flatMap(({ name }) => joined(found.indicators.filter(({ sheet }) => sheet === name))).map((table) => ({ ...table, proven: provenCells(evidence, table) }));
  return { outcomes, claims, ...found, indicators };
}

/** Of several the one on the sheet where it was told. */
function nearest({ sheet }: ToldTable, fits: readonly Fit[]): readonly Fit[] {
  const same = fits.filter((fit) => fit.sheet.name === sheet);
  return same.length === 1 ? same : fits;
}

/** Cards come many at a time, and the pages of one table are one. */
function isSeveral({ kind }: ToldTable, fits: readonly Fit[]): boolean {
  if (kind === "cards" || kind === "none") return false;
  return new Set(fits.map(({ sheet, columns }) => `${sheet.name}:${columns[0]!.column}`)).size > 1;
}

function placeOf({ sheet, rect }: Fit): { sheet: string; rect: Rect } {
  return { sheet: sheet.name, rect };
}

function places(fits: readonly Fit[]): Sentence[] {
  return fits.map(({ sheet, rect }) => say("told-place", { sheet: sheet.name, range: rectName(rect) }));
}

/** Reads one place; false where it holds nothing of what was told. */
function take(workbook: Workbook, evidence: Evidence, fit: Fit, all: readonly Fit[], found: Found): boolean {
  const { sheet, told } = fit;
  const atoms = evidence.sheets.find((one) => one.sheet === sheet)!;
  switch (told.kind) {
    case "matrix":
    case "list":
    case "cards": {
      const table = toldIndicators(fit, evidence, atoms);
      if (table) found.indicators.push(table);
      return table !== null;
    }
    case "arithmetic": {
      found.quotients.push(toldArithmetic(fit, evidence, atoms));
      return true;
    }
    case "roster": {
      // The heads of a later page belong to the roster that began before.
      if (found.rosters.some((roster) => roster.sheet === sheet.name && roster.told === told.name && rectsMeet(roster.rect, fit.rect))) return true;
      const roster = toldRoster(workbook, fit, all.filter((other) => other !== fit && other.sheet === sheet));
      if (roster) found.rosters.push(roster);
      return roster !== null;
    }
    case "scores": {
      const tables = toldScores(fit);
      found.scores.push(...tables);
      return tables.length > 0;
    }
    case "none":
      return true;
  }
}
