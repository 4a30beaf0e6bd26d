import { sameNumber } from "../../values/numbers";
import type { JoinedIndicator, Statement } from "./join";
import type { Reading } from "../types";
import { FEWEST_APART, LARGEST_SHARE_APART } from "./limits";

type Table = Statement["table"];
interface Comparison { compared: number; different: number; readonly indicators: Set<string> }

/**
 * One wrong cell accuses one cell: tables of which more than a third of the numbers differ are no copies of one another
 * (sheets of several areas under the same heads), and are kept apart.
 */
export function apart(joined: readonly JoinedIndicator[]): JoinedIndicator[] {
  const strangers = strangersIn(joined);
  if (strangers.size === 0) return [...joined];
  return joined.flatMap((indicator): JoinedIndicator[] => {
    const [first] = indicator.statements;
    const away = indicator.statements.filter(({ table }) => table !== first!.table && strangers.get(first!.table)?.has(table));
    if (away.length === 0) return [indicator];
    const stay = { ...indicator, statements: indicator.statements.filter((statement) => !away.includes(statement)) };
    return [stay, ...[...new Set(away.map(({ table }) => table))].map((table, index) => ({
      key: `${indicator.key}≠${index}`, hidden: indicator.hidden, statements: away.filter((statement) => statement.table === table), apartFrom: first!.table
    }))];
  });
}

/** By the first table that speaks of an indicator, the tables that mostly say otherwise. */
function strangersIn(joined: readonly JoinedIndicator[]): Map<Table, Set<Table>> {
  const comparisons = new Map<Table, Map<Table, Comparison>>();
  for (const { key, statements: [first, ...others] } of joined) {
    for (const other of others) {
      if (other.table === first!.table) continue;
      const byTable = comparisons.get(first!.table) ?? new Map<Table, Comparison>();
      comparisons.set(first!.table, byTable);
      const comparison = byTable.get(other.table) ?? { compared: 0, different: 0, indicators: new Set() };
      byTable.set(other.table, comparison);
      for (const role of ["target", "done"] as const) {
        const [a, b] = [numberOf(first![role]), numberOf(other[role])];
        if (a === null || b === null) continue;
        comparison.compared++;
        if (sameNumber(a, b)) continue;
        comparison.different++;
        comparison.indicators.add(key);
      }
    }
  }
  return new Map([...comparisons].map(([first, byTable]) => [first, new Set([...byTable].filter(([, one]) => isStrange(one)).map(([table]) => table))]));
}

function isStrange({ compared, different, indicators }: Comparison): boolean {
  return indicators.size >= FEWEST_APART && different > compared * LARGEST_SHARE_APART;
}

/** The sum of the readings; null without a number among them. */
function numberOf(readings: readonly Reading[]): number | null {
  const numbers = readings.flatMap(({ number }) => (number === null ? [] : [number]));
  return numbers.length === 0 ? null : numbers.reduce((a, b) => a + b, 0);
}
