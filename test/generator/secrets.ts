import { keyToRowColumn, type CellAddress } from "../../src/workbook";
import { relocated, type SheetMove } from "../fuzz/moves";
import type { Built } from "./built";
import type { Draft } from "./draft";
import { count, freeIndicators, numericRates, isNumber } from "./errors/tools";
import type { Random } from "./random";

/** What was changed in a workbook without a word, and where a review must say so. */
export interface Secret {
  readonly at: CellAddress;
  readonly detail: string;
  /** Where the change is one of the workbook's shape: the workbook then. */
  readonly draft?: Draft;
}

/** A change that nobody asked for. */
export interface SecretChange {
  readonly id: string;
  readonly description: string;
  /** The kinds of change that say it; a sentence about the structure where there is none. */
  readonly kinds: readonly string[];
  /** Changes the workbook; null where it has no place for it. The caller recalculates afterwards. */
  readonly apply: (built: Built, random: Random) => Secret | null;
}

export const SECRET_CHANGES: readonly SecretChange[] = [
  {
    id: "target-lowered", description: "a target is lowered", kinds: ["target-lowered"],
    apply: (built, random) => {
      const rate = numericRates(built, random, (each) => each.row !== "total" && (count(built, each.target) ?? 0) > 3 && !built.draft.cell(each.target)!.formula)[0];
      if (!rate) return null;
      const before = count(built, rate.target)!;
      built.draft.type(rate.target, rate.unit ? `${before - 2}${rate.unit}` : before - 2);
      return { at: rate.target, detail: rate.name };
    }
  },
  {
    id: "done-raised", description: "a done value is raised", kinds: ["value"],
    apply: (built, random) => {
      const indicator = freeIndicators(built, random, (each) => each.values === "per-area")[0];
      const rate = indicator && random.pick(indicator.areas);
      if (!rate || !isNumber(built.draft.value(rate.done)) || built.draft.cell(rate.done)!.formula) return null;
      built.draft.type(rate.done, count(built, rate.done)! + 7);
      return { at: rate.done, detail: rate.name };
    }
  },
  {
    id: "formula-typed", description: "a rate's formula becomes the number that it gave", kinds: ["formula-to-typed"],
    apply: (built, random) => {
      const rate = numericRates(built, random, (each) => Boolean(built.draft.cell(each.rate)!.formula) && isNumber(built.draft.value(each.rate)))[0];
      if (!rate) return null;
      built.draft.type(rate.rate, built.draft.value(rate.rate));
      return { at: rate.rate, detail: rate.name };
    }
  },
  {
    id: "tick-added", description: "ticks are put in where somebody was absent", kinds: ["tick-added"],
    apply: (built, random) => {
      const { people = [] } = built.roster ?? {};
      const person = random.shuffle(people).find(({ plan }) => plan.marks.some((month) => month.every((mark) => !mark)));
      const ticked = people.flatMap(({ plan, marks }) => plan.marks.flatMap((month, m) => month.flatMap((mark, k) => (mark ? [marks[m]![k]!] : []))))[0];
      if (!person || !ticked) return null;
      const month = person.plan.marks.findIndex((marks) => marks.every((mark) => !mark));
      for (const at of person.marks[month]!) built.draft.type(at, built.draft.value(ticked));
      return { at: person.marks[month]![0]!, detail: `row ${person.row}` };
    }
  },
  {
    id: "person-gone", description: "a person's row is taken out", kinds: ["row-gone"],
    apply: (built, random) => {
      const { people = [] } = built.roster ?? {};
      // The first of a group bears its type, merged down; sums end at the last.
      const person = random.shuffle(people.filter((each, i) => [people[i - 1], people[i + 1]].every((other) => other?.plan.group === each.plan.group)))[0];
      if (!person) return null;
      const { sheet, row } = person.no;
      const { cells } = built.draft.sheet(sheet);
      for (const key of [...cells.keys()]) if (keyToRowColumn(key).row === row) cells.delete(key);
      const moves = built.draft.sheets.map(({ name }): SheetMove => ({ from: name, to: name, rows: name === sheet ? [{ before: row + 1, count: -1 }] : [], columns: [] }));
      return { at: person.no, detail: `row ${row}`, draft: relocated(built.draft, moves) };
    }
  },
  {
    id: "remark-changed", description: "a remark gets another day", kinds: ["value"],
    apply: (built, random) => {
      const person = random.shuffle(built.roster?.people ?? []).find(({ remark }) => typeof built.draft.value(remark) === "string");
      if (!person) return null;
      built.draft.type(person.remark, `${String(built.draft.value(person.remark))}（补）`);
      return { at: person.remark, detail: `row ${person.row}` };
    }
  },
  {
    id: "row-hidden", description: "an area's row is hidden", kinds: [],
    apply: (built, random) => {
      const [block] = built.blocks;
      if (!block) return null;
      const row = random.pick(block.areaRows);
      built.draft.sheet(block.sheet).hiddenRows.add(row);
      return { at: { sheet: block.sheet, row, column: block.labelColumn }, detail: `row ${row}` };
    }
  },
  {
    id: "sheet-hidden", description: "a sheet is hidden", kinds: [],
    apply: (built) => {
      const sheet = built.draft.sheets.find(({ name }) => name === (built.roster?.sheet ?? built.blocks[0]?.sheet));
      if (!sheet || built.draft.sheets.length < 2) return null;
      sheet.visibility = "hidden";
      return { at: sheet.at(1, 1), detail: sheet.name };
    }
  }
];
