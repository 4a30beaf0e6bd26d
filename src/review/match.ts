import type { CellView, Line, Sitting, SittingTable } from "./sitting";

/** A line of the old workbook and the same line of the new. */
export interface LinePair {
  readonly old: Line;
  readonly new: Line;
}

export interface TablePair {
  readonly old: SittingTable;
  readonly new: SittingTable;
}

/** What of two workbooks is the same. */
export interface Match {
  readonly tables: readonly TablePair[];
  readonly lines: readonly LinePair[];
  /** Lines whose table is still there. */
  readonly gone: readonly Line[];
  readonly added: readonly Line[];
  readonly tablesGone: readonly SittingTable[];
  readonly tablesAdded: readonly SittingTable[];
}

/** The name of a sheet is worth so much of what stands there. */
const SAME_SHEET = 0.25;

/** Lines under changed names are the same where at least this share of their cells is. */
const SAME_CONTENT = 0.5;

/**
 * Finds the tables and lines of one workbook in another by what they are about, wherever they stand: tables by the lines that they
 * share, lines by their names, and by their place among the others where names were changed.
 */
export function matchSittings(old: Sitting, now: Sitting): Match {
  const tables = pairTables(old.tables, now.tables);
  const matcher = new Matcher();
  for (const pair of tables) matcher.byKeys(pair.old.lines, pair.new.lines);
  for (const pair of tables) matcher.byPlaces(pair.old.lines, pair.new.lines);
  // What was moved from one table into another.
  matcher.byKeys(movable(old.tables), movable(now.tables));
  const kept = (side: "old" | "new", each: readonly SittingTable[]): SittingTable[] => each.filter((table) => tables.some((pair) => pair[side] === table));
  const left = (each: readonly SittingTable[]): Line[] => each.flatMap(({ lines }) => lines.filter((line) => !matcher.taken.has(line)));
  return {
    tables, lines: matcher.pairs, gone: left(kept("old", old.tables)), added: left(kept("new", now.tables)),
    tablesGone: without(old.tables, tables.map((pair) => pair.old), matcher.taken), tablesAdded: without(now.tables, tables.map((pair) => pair.new), matcher.taken)
  };
}

/** Tables without a counterpart whose lines are not in other tables now. */
function without(all: readonly SittingTable[], paired: readonly SittingTable[], taken: ReadonlySet<Line>): SittingTable[] {
  return all.filter((table) => !paired.includes(table) && table.lines.some((line) => line.sort !== "text" && line.sort !== "area" && !taken.has(line)));
}

function movable(tables: readonly SittingTable[]): Line[] {
  return tables.flatMap(({ lines }) => lines.filter(({ sort }) => sort === "indicator" || sort === "person"));
}

const CLASSES: Readonly<Record<SittingTable["kind"], string>> = {
  indicators: "indicators", overall: "indicators", cards: "indicators", quotients: "indicators", footnote: "footnote", roster: "roster", scores: "scores"
};

function pairTables(old: readonly SittingTable[], now: readonly SittingTable[]): TablePair[] {
  const taken = new Set<SittingTable>();
  const paired = (like: (a: SittingTable, b: SittingTable) => number): TablePair[] =>
    old.flatMap((a) => now.filter((b) => CLASSES[a.kind] === CLASSES[b.kind]).map((b) => ({ pair: { old: a, new: b }, score: like(a, b) })))
      .filter(({ score }) => score > 0).sort((a, b) => b.score - a.score).flatMap(({ pair }) => {
        if (taken.has(pair.old) || taken.has(pair.new)) return [];
        taken.add(pair.old).add(pair.new);
        return [pair];
      });
  return [...paired(likeness), ...paired(underAnotherName)];
}

/** A table whose area or subject goes by another name now (the sheet 第二片区 is 片区二): its lines hold the same at the same places. */
function underAnotherName(a: SittingTable, b: SittingTable): number {
  const known = new Map(b.lines.flatMap((line) => (line.places[0] ? [[line.places[0].of, line] as const] : [])));
  const shares = a.lines.flatMap((line) => (line.places[0] ? [known.has(line.places[0].of) ? contentShare(line, known.get(line.places[0].of)!) : 0] : []));
  const share = shares.reduce((sum, each) => sum + each, 0) / Math.max(1, shares.length);
  return share > SAME_CONTENT ? share : 0;
}

/** How many lines two tables share, those of the same content counting more, and of two alike (a sheet and its copy) the one on the sheet of the name; 0 where they share none. */
function likeness(a: SittingTable, b: SittingTable): number {
  const telling = (lines: readonly Line[]): Line[] => lines.filter(({ sort }) => sort !== "text" && sort !== "area");
  const known = new Map(telling(b.lines).map((line) => [line.keys[0]!, line]));
  let shared = 0;
  for (const line of telling(a.lines)) {
    const other = known.get(line.keys[0]!);
    if (other) shared += 1 + contentShare(line, other);
  }
  if (shared === 0 && a.kind !== "footnote") return 0;
  return shared + (a.kind === b.kind ? 0.5 : 0) + (a.sheet === b.sheet ? 0.25 + shared * SAME_SHEET : 0) + (a.title === b.title ? 0.25 : 0) + (a.kind === "footnote" ? contentShare(a.lines.at(-1)!, b.lines.at(-1)!) : 0);
}

/** The share of the cells of two lines that hold the same, of those that either fills in. */
function contentShare(a: Line, b: Line): number {
  const others = new Map(b.cells.map((cell) => [cell.role, cell]));
  const filled = a.cells.filter((cell) => cell.use !== "label" && (cell.value !== "" || (others.get(cell.role)?.value ?? "") !== ""));
  if (filled.length === 0) return 1;
  return filled.filter((cell) => others.get(cell.role)?.value === cell.value).length / filled.length;
}

class Matcher {
  readonly pairs: LinePair[] = [];
  readonly taken = new Set<Line>();

  /** The most telling key of all lines first. Of several lines that share a key those of the same content belong together. */
  byKeys(old: readonly Line[], now: readonly Line[]): void {
    const levels = Math.max(0, ...old.map(({ keys }) => keys.length));
    for (let level = 0; level < levels; level++) {
      const known = grouped(this.free(now), (line) => line.keys[level]);
      for (const line of this.free(old)) {
        const candidates = (known.get(line.keys[level] ?? "") ?? []).filter((other) => !this.taken.has(other) && other.sort === line.sort);
        const [first] = candidates;
        if (!first) continue;
        this.join(line, candidates.length === 1 ? first : best(line, candidates));
      }
    }
  }

  /** Lines under other names at the same place, where no other line is left of the old name in the new table, nor of the new one in the old. */
  byPlaces(old: readonly Line[], now: readonly Line[]): void {
    const levels = Math.max(0, ...old.map(({ places }) => places.length));
    for (let level = 0; level < levels; level++) {
      const names = (lines: readonly Line[]): ReadonlySet<string> => new Set(lines.flatMap(({ places }) => (places[level] ? [places[level]!.name] : [])));
      const [before, after] = [names(this.free(old)), names(this.free(now))];
      const known = grouped(this.free(now), ({ places }) => places[level]?.of);
      for (const line of this.free(old)) {
        const place = line.places[level];
        if (!place || after.has(place.name)) continue;
        const other = (known.get(place.of) ?? []).find((each) => !this.taken.has(each) && each.sort === line.sort && !before.has(each.places[level]?.name ?? ""));
        if (other && contentShare(line, other) >= SAME_CONTENT) this.join(line, other);
      }
    }
  }

  private free(lines: readonly Line[]): Line[] {
    return lines.filter((line) => !this.taken.has(line));
  }

  private join(old: Line, now: Line): void {
    this.taken.add(old).add(now);
    this.pairs.push({ old, new: now });
  }
}

function best(line: Line, candidates: readonly Line[]): Line {
  return candidates.map((other) => ({ other, share: contentShare(line, other) })).reduce((a, b) => (b.share > a.share ? b : a)).other;
}

function grouped(lines: readonly Line[], keyOf: (line: Line) => string | undefined): ReadonlyMap<string, readonly Line[]> {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const key = keyOf(line);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return groups;
}

/** The cells of two lines that are the same; null where one of them lacks it. */
export function cellPairs({ old, new: now }: LinePair): { old: CellView | null; new: CellView | null }[] {
  const others = new Map(now.cells.map((cell) => [cell.role, cell]));
  const known = new Set(old.cells.map(({ role }) => role));
  return [
    ...old.cells.map((cell) => ({ old: cell, new: others.get(cell.role) ?? null })),
    ...now.cells.filter(({ role }) => !known.has(role)).map((cell) => ({ old: null, new: cell }))
  ];
}
