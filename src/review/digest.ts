import { checkInFull, type CheckOptions } from "../report";
import { SettingsError, readSettingsXml, writeSettingsXml, type TableDigest } from "../settings";
import { hashText } from "../values/hash";
import type { Workbook } from "../workbook";
import type { CellView, Line, Sitting } from "./sitting";
import { sittingOf, takeSitting } from "./take";

const OF_CELL = 6;
const OF_CONTENT = 4;

/** What the tables hold, as hashes. What only follows from other cells is left out: a formula counts by what it does. */
function cellsOf({ tables }: Sitting): Map<string, string> {
  const found = new Map<string, string>();
  const times = new Map<string, number>();
  for (const { lines } of tables) {
    for (const line of lines) {
      for (const cell of line.cells) {
        const name = `${keyOf(line)} ${cell.role}`;
        const time = (times.get(name) ?? 0) + 1;
        times.set(name, time);
        const key = hashText(`${name} ${time}`).slice(-OF_CELL);
        // Salted by what the cell is, so that equal contents have different hashes.
        found.set(key, hashText(`${name} ${time} ${contentOf(cell)}`).slice(-OF_CONTENT));
      }
    }
  }
  return found;
}

/** A person by the name alone: 序号 may be given anew. */
function keyOf({ sort, keys }: Line): string {
  return `${sort} ${(sort === "person" ? keys.at(-1) : keys[0]) ?? ""}`;
}

function contentOf({ formula, value }: CellView): string {
  return formula ? `=${formula.form}` : value;
}

/** How many cells hold something else than on the day that the workbook remembers, came or are gone; null where it remembers none. */
export function changedSince(workbook: Workbook, full: ReturnType<typeof checkInFull>): { day: string; changed: number } | null {
  const { digest } = full.stored;
  if (!digest || !full.result) return null;
  const now = cellsOf(sittingOf(workbook, full));
  const before = new Map(digest.cells.match(/.{10}/g)?.map((entry) => [entry.slice(0, OF_CELL), entry.slice(OF_CELL)]) ?? []);
  const blank = (key: string, sitting: Map<string, string>): boolean => !sitting.has(key);
  const changed = [...now].filter(([key, content]) => before.has(key) && before.get(key) !== content).length;
  return { day: digest.day, changed: changed + [...before.keys()].filter((key) => blank(key, now)).length + [...now.keys()].filter((key) => blank(key, before)).length };
}

/** The same of a workbook that may remember nothing: then it costs no check. */
export function sinceSummary(workbook: Workbook, options: CheckOptions): ReturnType<typeof changedSince> {
  return workbook.settingsXml?.includes("<digest>") ? changedSince(workbook, checkInFull(workbook, options)) : null;
}

/** The workbook's own settings part with its tables of that day remembered; undefined where the part is damaged and must not be written over, or there is nothing to remember. */
export function rememberTables(workbook: Workbook, day: string, options: CheckOptions = {}): string | undefined {
  try {
    const stored = readSettingsXml(workbook.settingsXml);
    const cells = cellsOf(takeSitting(workbook, options));
    const digest: TableDigest = { day, cells: [...cells].map(([key, content]) => key + content).join("") };
    return cells.size === 0 ? undefined : writeSettingsXml({ ...stored, digest });
  } catch (error) {
    if (error instanceof SettingsError) return undefined;
    throw error;
  }
}
