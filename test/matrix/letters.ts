import { letterOf, type Letter } from "../../src/letters";
import { cellName, type CellAddress } from "../../src/workbook";
import { build, type Built, type Spec } from "../generator";
import type { SeededError } from "../generator/errors";
import { sittingOf } from "./checked";
import { specLabel } from "./measure";
import { seeded, seededOnes, type ReviewCase } from "./review";

const place = ({ sheet, row, column }: CellAddress): string => `${sheet}!${cellName(row, column)}`;

/** Letters to stations with a mistake each: it must be asked for, and of what a clean workbook's letter does not ask nothing else. */
export function measureLetters(): ReviewCase[] {
  const misses: string[] = [];
  let [found, of, wrongly] = [0, 0, 0];
  for (const [error, spec] of seededOnes().filter(([{ severity }]) => severity !== "info")) {
    const outcome = outcomeOf(error, spec);
    if (!outcome) continue;
    of++;
    if (outcome.isAsked) found++;
    else misses.push(`MISSED letter: ${error.id} ${specLabel(spec)}`);
    wrongly += outcome.others.length;
    if (outcome.others.length > 0) misses.push(`FALSE letter: ${error.id} ${specLabel(spec)} ${outcome.others.slice(0, 3).join("; ")}`);
  }
  return [{ label: "letters: the mistake is asked for", found, of, false: wrongly, misses }];
}

function outcomeOf(error: SeededError, spec: Spec): { isAsked: boolean; others: string[] } | null {
  const wrong = seeded([error], spec);
  if (!wrong) return null;
  const meant = new Set(wrong.accept.flat().map(place));
  const before = new Set(askedIn(letterTo(build(spec))));
  const asked = askedIn(letterTo(wrong.built));
  const others = asked.filter((cell) => !meant.has(cell) && !before.has(cell));
  return { isAsked: asked.some((cell) => meant.has(cell)), others };
}

function letterTo(built: Built): Letter | null {
  const { report } = sittingOf(built.draft.toWorkbook(), built, specLabel(built.spec));
  return letterOf(report, { language: "zh", date: "2025-04-01", until: null, by: null, names: null, chosen: null });
}

/** The cells of a letter's items. */
function askedIn(letter: Letter | null): string[] {
  return (letter?.items ?? []).flatMap(({ cells }) => cells.flatMap(({ at }) => (at ? [place(at)] : [])));
}
