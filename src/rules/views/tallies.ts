import { headText, readCell } from "../../tables/reading";
import type { Tables } from "../../tables/tables";
import type { OverallList } from "../../tables/indicators/types";
import type { Reading } from "../../tables/types";
import { sameNumber } from "../../values/numbers";
import { findSheet, type Sheet, type Workbook } from "../../workbook";

/** What a row under a list counts of its indicators: all, those that are reached, those that are not, the share of the reached. */
export type TallyKind = "items" | "reached" | "missed" | "share";

/** A printed count of a list's indicators that is another than the list gives. */
export interface WrongTally {
  readonly reading: Reading;
  readonly label: string;
  readonly kind: TallyKind;
  readonly expected: number;
  readonly table: OverallList;
}

/** Rows below a list in which such counts stand. */
const ROWS_BELOW = 6;

/** 达标项数, 未达标项数, 达标率 under lists of indicators. What formulas make of other such counts is theirs to say. */
export function wrongTallies(workbook: Workbook, { overall }: Tables): WrongTally[] {
  return overall.flatMap((table) => {
    const sheet = findSheet(workbook, table.sheet)!;
    const below = talliesUnder(sheet, table);
    const counts = below.length === 0 ? null : countsOf(sheet, table);
    if (!counts) return [];
    return below.flatMap(({ reading, label, kind }) => {
      const expected = expectedOf(kind, counts);
      const holds = expected.some((value) => sameNumber(Number(reading.number!.toFixed(4)), Number(value.toFixed(4))));
      return holds || !saysItself(reading, kind) ? [] : [{ reading, label, kind, expected: expected[0]!, table }];
    });
  });
}

function kindOf(label: string): TallyKind | null {
  if (!/项|达标率/.test(label) || label.length > 20) return null;
  if (/达标率|达标比例/.test(label)) return "share";
  if (/(?:未|不|没有?)(?:达标|完成|达到)/.test(label)) return "missed";
  if (/达标|达到|完成/.test(label)) return "reached";
  return /^(?:指标|服务)?(?:总)?项(?:目)?(?:总)?数$/.test(label) ? "items" : null;
}

function talliesUnder(sheet: Sheet, { items, rect }: OverallList): { reading: Reading; label: string; kind: TallyKind }[] {
  const last = Math.max(...items.map(({ done }) => done.at.row));
  const left = Math.max(1, rect.left - 1);
  return Array.from({ length: ROWS_BELOW }, (_, i) => last + 1 + i).flatMap((row) => {
    const columns = sheet.columns(row).filter((column) => column >= left && column <= rect.right + 2);
    const texts = columns.filter((column) => sheet.extent(row, column).top === row && typeof sheet.cell(row, column)!.value === "string" && sheet.cell(row, column)!.formula === null);
    const readings = columns.filter((column) => !texts.includes(column)).map((column) => readCell(sheet, row, column)).filter(({ number }) => number !== null);
    const label = texts.length === 0 ? "" : headText(sheet, row, texts[0]!).replace(/^其中[:：]?/, "").replace(/[:：]$/, "");
    const kind = kindOf(label);
    return kind && readings.length === 1 ? [{ reading: readings[0]!, label, kind }] : [];
  });
}

interface Counts {
  readonly items: readonly number[];
  readonly reached: readonly number[];
}

/** How many indicators there are and are reached, each as it may be counted: with those without a target or not, by the numbers or by the answers beside them. */
function countsOf(sheet: Sheet, { items, rect }: OverallList): Counts | null {
  const rows = new Set(items.map(({ done }) => done.at.row));
  if (rows.size !== items.length) return null;
  const agreed = items.filter(({ target, done }) => target?.number != null && done.number !== null);
  const open = items.filter(({ target, done }) => !agreed.some((item) => item.done === done) && target?.kind !== "slash" && target?.kind !== "blank");
  if (agreed.length === 0 || open.length > 0) return null;
  const reached = agreed.filter(({ target, done }) => done.number! >= target!.number!).length;
  return { items: [items.length, agreed.length], reached: [reached, ...answered(sheet, rows, rect.right)] };
}

/** How many rows answer 是, 达标, 完成 in a column beside the numbers. */
function answered(sheet: Sheet, rows: ReadonlySet<number>, right: number): number[] {
  for (let column = right; column <= right + 2; column++) {
    const texts = [...rows].map((row) => headText(sheet, row, column));
    if (texts.every((text) => /^(?:是|否|已?达标|未达标|不达标|已?完成|未完成|√|×|\/)$/.test(text))) return [texts.filter((text) => /^(?:是|已?达标|已?完成|√)$/.test(text)).length];
  }
  return [];
}

function expectedOf(kind: TallyKind, { items, reached }: Counts): number[] {
  const pairs = reached.flatMap((some) => items.map((all) => [some, all] as const));
  switch (kind) {
    case "items": return [...items];
    case "reached": return [...reached];
    case "missed": return pairs.map(([some, all]) => all - some);
    case "share": return pairs.map(([some, all]) => some / all);
  }
}

/** It was typed, counts by itself, or divides by a number of its own; not what only other counts make of it, nor a count by another limit (COUNTIF(…,">=0.9")). */
function saysItself({ formula }: Reading, kind: TallyKind): boolean {
  if (formula === null) return true;
  if (/[<>]=?\s*\d/.test(formula)) return false;
  return /COUNT/i.test(formula) ? kind !== "share" : kind === "share" && /\/\s*\d/.test(formula);
}
