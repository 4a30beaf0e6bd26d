import { workbookOf, type SheetSpec } from "../../test/support/sheet-builder";
import { cellName } from "../workbook";
import { evidenceOf, type Evidence, type Place } from ".";

/** The evidence of a small workbook; the cells of a first sheet may be given alone. */
export function evidenceIn(sheets: Readonly<Record<string, SheetSpec>> | SheetSpec["cells"]): Evidence {
  const given = Object.values(sheets)[0];
  const isSheets = typeof given === "object" && given !== null && "cells" in given;
  return evidenceOf(workbookOf(isSheets ? sheets as Record<string, SheetSpec> : { 表: { cells: sheets as SheetSpec["cells"] } }));
}

const name = ({ row, column }: Pick<Place, "row" | "column">): string => cellName(row, column);

/** "D3 = C3/B3" with what the cell shows of it where that is not a match. */
export function quotientsIn({ quotients }: Evidence): string[] {
  return quotients.map(({ rate, done, target, state }) =>
    `${cellName(rate.top, rate.left)} = ${done.map(name).join("+")}/${target.map(name).join("+")}${state === "match" ? "" : ` ${state}`}`).sort();
}

/** "B7 = B4+B5+B6", with the sheet of a part on another one. */
export function totalsIn({ totals, sheets }: Evidence): string[] {
  return totals.map(({ cell, parts, state }) => {
    const names = parts.map((part) => (part.sheet === cell.sheet ? "" : `${sheets[part.sheet]!.sheet.name}!`) + name(part));
    return `${cellName(cell.top, cell.left)} = ${names.join("+")}${state === "match" ? "" : ` ${state}`}`;
  }).sort();
}
