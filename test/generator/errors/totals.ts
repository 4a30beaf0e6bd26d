import { cellKey, type CellAddress } from "../../../src/workbook";
import type { Built, IndicatorHandle } from "../built";
import { binary, call, cell, columnRange } from "../expression";
import type { Random } from "../random";
import type { SeededError } from "./types";
import { freeIndicators, retype, sumOfRows, where } from "./tools";

const TOTAL = "E 合计 ≠ sum of areas";
const SUM = "E SUM that leaves out or doubles a row";

interface Column {
  readonly indicator: IndicatorHandle;
  readonly column: number;
  readonly total: CellAddress;
  readonly label: string;
}

/** Total cells of free indicators, of their targets and dones. */
function totalColumns(built: Built, random: Random, test: (i: IndicatorHandle) => boolean): Column[] {
  return freeIndicators(built, random, test).map((indicator) => {
    const which = random.chance(0.7) ? "done" : "target";
    const column = indicator.columns[which];
    return { indicator, column, total: { sheet: indicator.block.sheet, row: indicator.block.totalRow, column }, label: `${indicator.key} ${which}` };
  });
}

const spelled = (i: IndicatorHandle): boolean => i.totalSpelling !== null;
const formulaAt = (built: Built, at: CellAddress): boolean => Boolean(built.draft.cell(at)?.formula);

function valueAt(built: Built, at: CellAddress): number {
  const value = built.draft.value(at);
  return typeof value === "number" ? value : 0;
}

export const TOTAL_ERRORS: readonly SeededError[] = [
  {
    id: "total-typed-wrong", description: "a wrong total is typed in", catalogue: TOTAL, kind: "indicators", severity: "error",
    apply: (built, random) => {
      const victim = totalColumns(built, random, () => true)[0];
      if (!victim) return null;
      const right = sumOfRows(built, victim.indicator.block, victim.column);
      built.draft.type(victim.total, right + random.pick([1, 2, 10, 100]));
      retype(built, [victim.total]);
      return { accept: [victim.total], expected: String(right), detail: victim.label };
    }
  },
  {
    id: "total-leaves-out", description: "a total leaves out a row", catalogue: SUM, kind: "indicators", severity: "error", slip: "total",
    apply: (built, random) => {
      for (const { indicator, column, total, label } of totalColumns(built, random, spelled)) {
        const { block } = indicator;
        if (!formulaAt(built, total)) continue;
        const rows = block.areaRows.filter((row) => valueAt(built, { sheet: block.sheet, row, column }) !== 0);
        if (rows.length === 0 || block.areaRows.length < 2) continue;
        const ends = rows.filter((row) => row === block.areaRows[0] || row === block.areaRows[block.areaRows.length - 1]);
        const omitted = ends.length > 0 ? random.pick(ends) : random.pick(rows);
        const kept = block.areaRows.filter((row) => row !== omitted);
        const contiguous = ends.length > 0;
        const right = built.draft.value(total);
        built.draft.enter(total, contiguous
          ? indicator.totalSpelling!.build({ sheet: block.sheet, column, rows: kept, labelColumn: block.labelColumn })
          : call("SUM", ...kept.map((row) => cell({ sheet: block.sheet, row, column }))));
        return { accept: [total], expected: String(right), detail: `${label} without row ${omitted}` };
      }
      return null;
    }
  },
  {
    id: "total-doubles", description: "a total counts a row twice", catalogue: SUM, kind: "indicators", severity: "error", slip: "total",
    apply: (built, random) => {
      for (const { indicator, column, total, label } of totalColumns(built, random, spelled)) {
        const { block } = indicator;
        if (!formulaAt(built, total)) continue;
        const rows = block.areaRows.filter((row) => valueAt(built, { sheet: block.sheet, row, column }) !== 0);
        if (rows.length === 0) continue;
        const twice = cell({ sheet: block.sheet, row: random.pick(rows), column });
        const right = built.draft.value(total);
        built.draft.enter(total, binary(built.draft.cell(total)!.formula!, "+", twice));
        return { accept: [total], expected: String(right), detail: label };
      }
      return null;
    }
  },
  {
    id: "total-other-column", description: "a total adds up another column", catalogue: TOTAL, kind: "indicators", severity: "error", slip: "total",
    apply: (built, random) => {
      for (const { indicator, total, label } of totalColumns(built, random, spelled)) {
        const { block } = indicator;
        const other = total.column === indicator.columns.done ? indicator.columns.target : indicator.columns.done;
        if (!formulaAt(built, total) || sumOfRows(built, block, other) === sumOfRows(built, block, total.column)) continue;
        if (block.areaRows.some((row) => built.draft.value({ sheet: block.sheet, row, column: other }) === "/")) continue;
        const right = built.draft.value(total);
        built.draft.enter(total, indicator.totalSpelling!.build({ sheet: block.sheet, column: other, rows: block.areaRows, labelColumn: block.labelColumn }));
        return { accept: [total], expected: String(right), detail: label };
      }
      return null;
    }
  },
  {
    id: "total-includes-other-total", description: "a total reaches into the total of the block above", catalogue: TOTAL, kind: "indicators", severity: "error",
    apply: (built, random) => {
      for (const { indicator, column, total, label } of totalColumns(built, random, spelled)) {
        const { block } = indicator;
        const above = built.blocks.find((b) => b !== block && b.sheet === block.sheet && b.rect.bottom < block.rect.top && b.rect.left === block.rect.left);
        if (!above || !formulaAt(built, total) || block.totalRow < block.areaRows[0]!) continue;
        const top = above.totalRow;
        if (valueAt(built, { sheet: block.sheet, row: top, column }) === 0) continue;
        const right = built.draft.value(total);
        built.draft.enter(total, call("SUM", columnRange(block.sheet, column, top, block.areaRows[block.areaRows.length - 1]!)));
        return { accept: [total], expected: String(right), detail: label };
      }
      return null;
    }
  },
  {
    id: "total-circular", description: "a total adds itself (Excel shows 0)", catalogue: TOTAL, kind: "indicators", severity: "error",
    apply: (built, random) => {
      for (const { indicator, column, total, label } of totalColumns(built, random, spelled)) {
        const { block } = indicator;
        if (!formulaAt(built, total)) continue;
        const rows = [...block.areaRows, block.totalRow].sort((a, b) => a - b);
        built.draft.enter(total, call("SUM", columnRange(block.sheet, column, rows[0]!, rows[rows.length - 1]!)));
        const written = built.draft.sheet(total.sheet).cells.get(cellKey(total.row, total.column))!;
        written.value = 0;
        written.frozen = true;
        return { accept: [total], side: column === indicator.columns.target ? [indicator.total.rate] : [], detail: label };
      }
      return null;
    }
  },
  {
    id: "total-lucky", description: "a total leaves out a row that is 0 today", catalogue: SUM, kind: "indicators", severity: "error",
    apply: (built, random) => {
      for (const indicator of freeIndicators(built, random, (i) => spelled(i) && i.values === "per-area" && i.areas.length > 2)) {
        const { block, columns } = indicator;
        const total = { sheet: block.sheet, row: block.totalRow, column: columns.done };
        if (!formulaAt(built, total)) continue;
        const row = random.pick([block.areaRows[0]!, block.areaRows[block.areaRows.length - 1]!]);
        const at = { sheet: block.sheet, row, column: columns.done };
        if (typeof built.draft.value(at) !== "number") continue;
        built.draft.type(at, 0);
        retype(built);
        built.draft.enter(total, indicator.totalSpelling!.build({
          sheet: block.sheet, column: columns.done, rows: block.areaRows.filter((r) => r !== row), labelColumn: block.labelColumn
        }));
        return { accept: [total], detail: `${indicator.key} without ${where(at)}` };
      }
      return null;
    }
  },
  {
    id: "total-stale-stored", description: "a right total shows an older sum", catalogue: "W manual calculation with stale values", kind: "indicators", severity: "warning",
    apply: (built, random) => {
      for (const { total, label, indicator } of totalColumns(built, random, spelled)) {
        const target = built.draft.cell(total);
        if (!target?.formula || typeof target.value !== "number") continue;
        target.frozen = true;
        target.value -= 1;
        if (random.chance(0.5)) built.draft.calculation = "manual";
        return { accept: [total], side: [indicator.total.rate], expected: String(target.value + 1), detail: label };
      }
      return null;
    }
  },
  {
    id: "staff-total-wrong", description: "the total of 投入社工人数 is wrong", catalogue: "E 投入社工人数 total", kind: "indicators", severity: "error",
    apply: (built, random) => {
      const block = random.pick(built.blocks);
      const total = { sheet: block.sheet, row: block.totalRow, column: block.staffColumn };
      const right = sumOfRows(built, block, block.staffColumn);
      if (formulaAt(built, total) && block.areaRows.length > 1 && random.chance(0.5)) {
        built.draft.enter(total, call("SUM", columnRange(block.sheet, block.staffColumn, block.areaRows[0]!, block.areaRows[block.areaRows.length - 2]!)));
      } else built.draft.type(total, right + 1);
      const side = built.blocks.map((b) => ({ sheet: b.sheet, row: b.totalRow, column: b.staffColumn }));
      return { accept: [total], side, expected: String(right), detail: where(total) };
    }
  }
];
