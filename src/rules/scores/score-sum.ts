import { partyFromRows } from "../../evaluation/scores";
import { nameIn, sumLabel } from "../../meaning/scores";
import { say } from "../../messages";
import type { Settings } from "../../settings/types";
import type { ScoreLine, ScoreSumCell, ScoreTable } from "../../tables/scores/types";
import { unitNumber } from "../../tables/scores/sums";
import { hundredthsOf, sumScores } from "../../values/exact";
import { percentText, scoreText } from "../../values/numbers";
import { PARTIES, THIRD_PARTY_ITEMS, type Party } from "../../values/party";
import { addressKey, cellName } from "../../workbook";
import { finding, type Found, related, shown } from "../finding";
import { scoreFix } from "../fixes/scores";
import type { Rule, RuleMeta } from "../rule";
import { scoreSubject, showsSum, sumShown, wrongCells } from "../views/scores";

/** R1: 总分 is the sum of its parts, in the table and in the score lines; both say the same of a party. */
export const scoreSum: Rule = {
  meta: { id: "score-sum", severity: "error", group: "scores", title: "score-sum-title", basis: ["R1"], relations: { compares: "inputs" } },
  *check({ tables, settings, arithmetic }) {
    const main = onlyMain(tables.scores.filter(({ sheet }) => !tables.hidden.has(sheet)));
    for (const table of tables.scores) {
      const wrong = wrongCells(table, settings);
      // What has no judgement is no sum after all: a difference among differences.
      for (const sum of table.sums) if (arithmetic.at(sum.cell.at) !== undefined) yield* sums(this.meta, table, sum, wrong);
      yield* linesAddUp(this.meta, table);
      const beside = table.rows.length > 0 ? table : main;
      if (beside) yield* linesAgree(this.meta, table, beside, settings);
    }
  }
};

/** The one table of scores that sentences on other sheets can speak of. */
function onlyMain(tables: readonly ScoreTable[]): ScoreTable | null {
  const whole = tables.filter(({ rows, total }) => rows.length > 0 && total !== null);
  return whole.length === 1 ? whole[0]! : null;
}

/** 总分 or a 小计 that is not the sum of its parts; right once a wrong 折算分 or 小计 is put right, which has its own finding. */
function* sums(meta: RuleMeta, table: ScoreTable, sum: ScoreSumCell, wrong: ReadonlyMap<string, number>): Iterable<Found> {
  const { cell, units, subtotal, of } = sum;
  const { expected, asAdded, corrected, complete } = sumShown(sum, wrong);
  const passedOn = subtotal !== null || of !== "score" ? 0 : sumScores(partSums(table).map((part) => (part.cell.number ?? 0) - sumShown(part, wrong).expected));
  if (cell.number === null || !complete || [expected, corrected, expected + passedOn, asAdded].some((right) => showsSum(sum, right))) return;
  const parts = units.flatMap((unit) => unit.cells);
  const cells = parts.map(({ at }) => cellName(at.row, at.column));
  const words = { shown: shown(cell), parts: units.map((unit, i) => `${i === 0 ? "" : unit.sign < 0 ? "－" : "＋"}${amount(sum, Math.abs(unitNumber(unit) ?? 0))}`).join(""), expected: amount(sum, corrected) };
  yield finding(meta, cell.at, {
    message: () => of !== "score" ? say("score-column-sum", { label: sumLabel(sum, table), ...words })
      : subtotal !== null ? say("score-subtotal", { name: nameIn(table, subtotal), ...words })
        : table.series !== "" ? say("score-sum-of", { series: table.series, ...words }) : say("score-sum", words),
    basis: say("basis-r1"), subject: scoreSubject(table, sum.row, "converted"), actual: cell.text, expected: amount(sum, corrected),
    related: parts.map((part) => related(part.at, say("label-score"))),
    fix: () => (units.some((unit) => unit.cells.length > 1 || unit.sign < 0) ? null : scoreFix(cell, corrected, `=SUM(${isRun(sum, table) ? `${cells[0]}:${cells[cells.length - 1]}` : cells.join(",")})`))
  });
}

function partSums({ sums }: ScoreTable): ScoreSumCell[] {
  return sums.filter(({ subtotal, of }) => subtotal !== null && of === "score");
}

/** The parts stand in one unbroken line with nothing else between them that a range would add. */
function isRun({ units, subtotal }: ScoreSumCell, table: ScoreTable): boolean {
  const places = units.map(({ cells: [part] }) => part!.at);
  const inLine = places.every(({ column }) => column === places[0]!.column) || places.every(({ row }) => row === places[0]!.row);
  return inLine && (subtotal !== null || partSums(table).length === 0);
}

function amount({ of }: ScoreSumCell, number: number): string {
  return of === "weight" ? percentText(number) : scoreText(number);
}

/** The parties' lines make the total's. */
function* linesAddUp(meta: RuleMeta, table: ScoreTable): Iterable<Found> {
  const lines = PARTIES.map((party) => table.lines.find((line) => line.party === party));
  const total = table.lines.find((line) => line.party === "total");
  if (!total || lines.some((line) => line === undefined)) return;
  const sum = sumScores(lines.map((line) => line!.value));
  if (hundredthsOf(sum) === hundredthsOf(total.value)) return;
  yield finding(meta, total.at, {
    message: () => say("score-sum", { shown: say("shown-text", { text: total.text }), parts: lines.map((line) => line!.text).join("＋"), expected: scoreText(sum) }),
    basis: say("basis-r1"), subject: scoreSubject(table, "total", "line"), actual: total.text, expected: scoreText(sum),
    related: lines.map((line) => related(line!.at, say(`party-${line!.party}`)))
  });
}

/** A line says of a party, or of the total, what the table says. */
function* linesAgree(meta: RuleMeta, { lines }: ScoreTable, table: ScoreTable, settings: Settings): Iterable<Found> {
  for (const party of [...PARTIES, "total"] as const) {
    const line = lines.find((candidate) => candidate.party === party);
    const own = line ? (party === "total" ? totalBeside(line, table) : partyFromRows(table, party, settings)) : null;
    if (!line || own === null || hundredthsOf(own) === hundredthsOf(line.value)) continue;
    // The line is right and the 折算分 wrong: that cell has the finding.
    if (hundredthsOf(sumScores([own, ...corrections(table, line.party, settings)])) === hundredthsOf(line.value)) continue;
    yield finding(meta, line.at, {
      message: () => say("score-line", { party: say(`party-${line.party}`), shown: line.text, expected: scoreText(own) }),
      basis: say("basis-r1"), subject: scoreSubject(table, line.party, "line-table"), actual: line.text, expected: scoreText(own)
    });
  }
}

/** The table's total, where the line stands apart from it: what its parts make, should the table's own total be wrong. */
function totalBeside({ at }: ScoreLine, { sums: cells, total, sheet }: ScoreTable): number | null {
  if (at.sheet === sheet) return null;
  const sum = cells.find(({ subtotal, of }) => subtotal === null && of === "score");
  if (!sum) return (total?.converted ?? total?.score)?.number ?? null;
  const { complete, expected } = sumShown(sum, new Map());
  return complete ? expected : sum.cell.number;
}

/** By how much the wrong 折算分 of a party would change if they were put right. */
function corrections(table: ScoreTable, party: Party | "total", settings: Settings): number[] {
  const wrong = wrongCells(table, settings);
  return table.derived.flatMap(({ cell, item }) => {
    const isOwn = party === "total" || item === party || (party === "thirdParty" && THIRD_PARTY_ITEMS.some((part) => part === item));
    const right = isOwn ? wrong.get(addressKey(cell.at)) : undefined;
    return right === undefined || cell.number === null ? [] : [right, -cell.number];
  });
}
