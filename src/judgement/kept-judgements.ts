import type { Meaning, MeaningSet } from "../meaning/types";
import { findSheet, type Sheet, type Workbook } from "../workbook";
import type { Judgement } from "./arithmetic";

/** What was judged of a cell, for as long as its meaning and its sheet are the same objects. */
const known = new WeakMap<Meaning, { readonly sheet: Sheet; readonly date1904: boolean; readonly judgement: Judgement }>();

/** By set, the one sheet that holds all its cells; null where there are several, or none. */
const homes = new WeakMap<MeaningSet, string | null>();

/**
 * Judgements from one check to the next, and from a check to the trials of its fixes. A judgement is kept where it hangs on nothing but one
 * sheet: all cells of its set stand there, no other set says anything of that sheet, and nothing there is put right by another table.
 */
export class KeptJudgements {
  private readonly alone: ReadonlyMap<MeaningSet, Sheet>;

  constructor(private readonly workbook: Workbook, sets: readonly MeaningSet[], corrected: ReadonlySet<string>) {
    const spoken = sets.map((set) => sheetsOf(set));
    this.alone = new Map(sets.flatMap((set, index) => {
      const home = homeOf(set, spoken[index]!);
      const sheet = home === null || corrected.has(home) || spoken.some((names, other) => other !== index && names.has(home)) ? undefined : findSheet(workbook, home);
      return sheet ? [[set, sheet] as const] : [];
    }));
  }

  of(set: MeaningSet, meaning: Meaning, judged: (meaning: Meaning) => { readonly judgement: Judgement; readonly staysOnSheet: boolean }): Judgement {
    const sheet = this.alone.get(set);
    if (!sheet) return judged(meaning).judgement;
    const { date1904 } = this.workbook;
    const before = known.get(meaning);
    if (before?.sheet === sheet && before.date1904 === date1904) return before.judgement;
    const { judgement, staysOnSheet } = judged(meaning);
    if (staysOnSheet) known.set(meaning, { sheet, date1904, judgement });
    return judgement;
  }
}

/** The sheets of which a set says what cells hold, or may hold. */
function sheetsOf({ meanings, variables }: MeaningSet): Set<string> {
  const names = new Set<string>();
  for (const { at } of meanings) names.add(at.sheet);
  for (const { cells } of variables) for (const { sheet } of cells) names.add(sheet);
  return names;
}

function homeOf(set: MeaningSet, spoken: ReadonlySet<string>): string | null {
  let home = homes.get(set);
  if (home === undefined) {
    const [first = null] = spoken;
    home = spoken.size === 1 && set.meanings.every(({ inputs }) => inputs.every(({ sheet }) => sheet === first)) ? first : null;
    homes.set(set, home);
  }
  return home;
}
