import type { ColumnRole, Fit } from "../../told";
import { buildTables } from "../scores/build";
import { readGrid, type Grid } from "../scores/grid";
import type { Roles, Series } from "../scores/roles";
import { notesOf } from "../scores/scores";
import type { ScoreTable } from "../scores/types";
import { View } from "../scores/view";
import { findTitles, titleFor } from "../titles";
import { labelKind } from "./rows";

/** The evaluations that a told score table holds; none where it has no two items with a score. */
export function toldScores(fit: Fit): ScoreTable[] {
  const { sheet, told, columns, headTop, headBottom, rect } = fit;
  const view = new View(sheet, false);
  const names = columns.filter(({ role }) => role === "name" || role === "category").map(({ column }) => column);
  const first = Math.max(...names) + 1;
  const area = { view, headFirst: Math.min(headTop, headBottom + 1), headLast: headBottom, names, first, byHeads: true };
  const grid = readGrid(area, { lastField: rect.right, kindOf: ([...own]) => kindOf(fit, own) });
  if (!grid) return [];
  const { tables } = buildTables(grid, { ...notesOf(sheet), aboutEvaluation: true }, rolesOf(fit, grid));
  const title = titleFor(sheet, findTitles(sheet), rect);
  return tables.filter(({ rows }) => rows.length > 0).map((table) => ({ kind: "scores", sheet: sheet.name, ...table, ...title, lines: [], told: told.name }));
}

function kindOf({ told }: Fit, names: readonly string[]): "total" | "subtotal" | "none" | null {
  const is = names.map((name) => labelKind(told, name)).find((kind) => kind !== null) ?? null;
  return is === "retention" ? null : is;
}

/** The fields of the grid by what their columns were told to be; each score with the converted one behind it is an evaluation. */
function rolesOf({ columns }: Fit, { fields }: Grid): Roles {
  const at = (wanted: ColumnRole): number[] => fields.flatMap(({ field }, index) => (columns.find(({ column }) => column === field)?.role === wanted ? [index] : []));
  const scores = at("score");
  const converted = at("converted");
  const starts = scores.length > 0 ? scores : converted;
  const series = starts.map((start, i): Series => ({
    label: starts.length > 1 ? fields[start]!.heads.join(" ") : "",
    judges: i === 0 ? at("judge") : [], deduction: i === 0 ? at("deduction")[0] ?? null : null,
    score: scores.length > 0 ? start : null,
    converted: scores.length > 0 ? converted.find((one) => one > start && (starts[i + 1] === undefined || one < starts[i + 1]!)) ?? null : start
  }));
  return { standard: at("standard")[0] ?? null, weight: at("weight")[0] ?? null, rate: at("rate")[0] ?? null, series, unread: [] };
}
