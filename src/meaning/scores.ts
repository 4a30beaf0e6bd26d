import { derivedScore } from "../evaluation/scores";
import { say, type Sentence } from "../messages";
import type { Settings } from "../settings/types";
import type { DerivedScore, ScoreSumCell, ScoreTable } from "../tables/scores/types";
import type { Reading } from "../tables/types";
import { meanOf, sumScores } from "../values/exact";
import { numeric, roundHalfUp } from "../values/numbers";
import { addressKey, cellName } from "../workbook";
import type { Meaning, MeaningSet, Read, Variable } from "./types";

/** So many 小计 of the points are computed, and one that is not was typed over its formula. */
const FEWEST_COMPUTED = 2;

/** What the cells of a score table must hold: 折算分 by 评分, the mean of experts or areas, what a deduction leaves, 总分. */
export function scoreMeanings(table: ScoreTable, settings: Settings): MeaningSet {
  const inputs = new Map<string, Reading>();
  const note = (reading: Reading | null): void => {
    // A number kept as text is wrong by itself; the formulas that read it are judged as if it were one.
    if (reading?.kind === "number" && reading.formula === null) inputs.set(addressKey(reading.at), reading);
  };
  for (const { cell, relation, inputs: read } of table.derived) {
    const [first, ...others] = read;
    note(first!);
    // What a formula may as well hold as a typed number (满分, 权重) is varied only where it reads the cell.
    for (const other of others) if (!(relation === "product" || relation === "difference") || isRead(other, cell)) note(other);
  }
  for (const { units } of table.sums) for (const { cells } of units) cells.forEach(note);
  const variables: Variable[] = [...inputs.values()].map((reading) => ({ cells: [reading.at], choices: "count" }));
  const derived = table.derived.map((one) => derivedMeaning(one, table, settings)).filter((meaning) => meaning !== null);
  // Points and weights are laid down, not computed: their total may be typed where others are sums, and read any one of several areas. A 小计 is typed over its formula where the others have theirs.
  const computed = table.sums.filter(({ of, cell, subtotal }) => of === "standard" && subtotal !== null && cell.formula !== null).length;
  const isComputed = ({ of, cell, subtotal }: ScoreSumCell): boolean => cell.formula !== null || (of === "standard" && subtotal !== null && computed >= FEWEST_COMPUTED);
  const sums = table.sums.filter((sum) => (sum.of !== "standard" && sum.of !== "weight") || (isComputed(sum) && sum.units.every(({ cells }) => cells.length === 1)));
  return { meanings: [...derived, ...sums.map((sum) => sumMeaning(sum, table))], variables };
}

function isRead({ at }: Reading, { formula }: Reading): boolean {
  return formula !== null && formula.replace(/\$/g, "").includes(cellName(at.row, at.column));
}

/** null where an input that is needed holds no number: then nothing is known of the cell. */
function derivedMeaning(one: DerivedScore, table: ScoreTable, settings: Settings): Meaning | null {
  if (one.relation !== "difference" && one.inputs.some(({ kind }) => kind !== "number")) return null;
  return {
    at: one.cell.at, table: "scores", role: one.relation === "share" && one.rows.length === 1 ? "converted" : "mean",
    label: derivedLabel(one, table), row: inSeries(table, one.row), column: one.of,
    inputs: one.inputs.map(({ at }) => at), decimals: one.decimals, constantsAllowed: false,
    compute: (read) => {
      const exact = derivedScore(one, table, settings, (reading) => numberAt(reading, read));
      return exact === null ? undefined : roundHalfUp(exact, one.decimals);
    }
  };
}

/** Of several evaluations side by side each has fingerprints of its own. */
export function inSeries({ series }: Pick<ScoreTable, "series">, row: string): string {
  return series === "" ? row : `${row}:${series}`;
}

/** An item's name, of several evaluations with the one it belongs to. */
export function nameIn({ series }: Pick<ScoreTable, "series">, name: string): string {
  return series === name ? name : `${series}${name}`;
}

/** What the cell is, for the user. */
export function derivedLabel({ of, relation, name }: DerivedScore, table: Pick<ScoreTable, "series">): Sentence {
  if (relation === "periods") return say("label-score-subtotal", { name });
  return say(of === "converted" ? "label-converted" : of === "rate" ? "label-score-rate" : "label-score-of", { item: nameIn(table, name) });
}

/** What the cell is, for the user: 总分, a 小计, or the sum of the points, weights, deductions or of one expert. */
export function sumLabel({ subtotal, of, head }: ScoreSumCell, table: Pick<ScoreTable, "series">): Sentence {
  if (of !== "score") return say("label-score-column-sum", { head });
  if (subtotal !== null) return say("label-score-subtotal", { name: nameIn(table, subtotal) });
  const { series } = table;
  return series === "" ? say("label-score-sum") : say("label-score-sum-of", { series });
}

function sumMeaning(sum: ScoreSumCell, table: ScoreTable): Meaning {
  const decimals = sum.of === "weight" ? 4 : 2;
  return {
    at: sum.cell.at, table: "scores", role: "score-sum", label: sumLabel(sum, table), row: inSeries(table, sum.row), column: sum.of === "score" ? "converted" : sum.of,
    inputs: sum.units.flatMap(({ cells }) => cells.map(({ at }) => at)), decimals, constantsAllowed: false,
    compute: (read) => {
      const units = sum.units.map(({ cells, sign }) => {
        const numbers = cells.map((reading) => numberAt(reading, read) ?? (isNothing(reading) ? 0 : null));
        return numbers.every((number) => number !== null) ? sign * meanOf(numbers)! : null;
      });
      if (units.some((unit) => unit === null)) return undefined;
      return sum.of === "weight" ? units.reduce<number>((total, unit) => total + unit!, 0) : sumScores(units.map((unit) => unit!));
    }
  };
}

/** A blank or "/" adds nothing. */
function isNothing({ kind }: Reading): boolean {
  return kind === "blank" || kind === "slash";
}

function numberAt({ at }: Reading, read: Read): number | null {
  const value = numeric(read(at));
  return typeof value === "number" ? value : null;
}
