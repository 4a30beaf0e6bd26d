import type { TextDocument } from "../workbook";
import { proveAreas } from "./prove/areas";
import { proveAttendance, proveAttendanceRates } from "./prove/attendance";
import { proveRetention } from "./prove/retention";
import { proveStaff } from "./prove/staff";
import { credible } from "./prove/credible";
import { proveClaims } from "./prove/claims";
import { proveRanks } from "./prove/ranks";
import { proveTallies } from "./prove/tallies";
import { proveGrids } from "./prove/grids";
import { proveClasses } from "./prove/classes";
import { proveBounds } from "./prove/bounds";
import { proveCards } from "./prove/cards";
import { proveNamedRates } from "./prove/named-rates";
import { proveParts } from "./prove/parts";
import { provePartitions } from "./prove/partition";
import { provePeriods } from "./prove/periods";
import { proveDifferences } from "./prove/differences";
import { proveRatios } from "./prove/ratios";
import { proveRelations } from "./prove/relations";
import { proveRepeated } from "./prove/repeated";
import { proveOrders } from "./prove/orders";
import { proveHandSlips } from "./prove/hand-slips";
import { proveSets } from "./prove/sets";
import { proveSwapped } from "./prove/swapped";
import { proveExtremes } from "./prove/extremes";
import { proveEach } from "./prove/each";
import { proveListed } from "./prove/listed";
import { proveDays } from "./prove/days";
import { proveDerived } from "./prove/derived";
import { proveSelections } from "./prove/selections";
import { proveSeries, proveTurned } from "./prove/series";
import { proveMisnamed } from "./prove/misnamed";
import { proveTyped } from "./prove/typed";
import { proveComplements } from "./prove/complements";
import { proveEquations } from "./prove/equations";
import { proveFlows } from "./prove/flows";
import { proveGradeGaps } from "./prove/grade-gaps";
import { proveGrowths } from "./prove/growths";
import { proveSpans } from "./prove/spans";
import { proveApart } from "./prove/apart";
import { proveBoth } from "./prove/both";
import { proveLedgers } from "./prove/ledgers";
import { proveCourses } from "./prove/courses";
import { proveOwners } from "./prove/owners";
import { provePoints } from "./prove/points";
import { proveRowSums } from "./prove/row-sums";
import { proveSequences } from "./prove/sequences";
import { proveStretches } from "./prove/stretches";
import { proveTargets } from "./prove/targets";
import { proveScores } from "./prove/scores";
import { proveIndicators } from "./prove/indicators";
import { settingsFor, type SettingsInput } from "../settings";
import { readerOf, type Reader } from "./prove/reader";
import { unknown, type Proof } from "./prove/statement";
import { proveValues } from "./prove/values";
import type { Measure } from "./text/measures";
import type { Source } from "./source";
import type { Statement } from "./types";

export { statedSettings } from "./prove/stated-settings";
export type { Source } from "./source";
export type * from "./types";

/** What proves a kind of statement. The first that knows what a number is decides. */
const PROOFS: readonly ((reader: Reader) => readonly Proof[])[] = [proveTurned, proveGrowths, proveRatios, proveDifferences, proveIndicators, proveTargets, proveClaims, proveRanks, proveTallies, proveGrids, proveCards, proveRetention, proveAttendance, proveStaff, provePeriods, proveAreas, proveListed, proveParts, proveClasses, proveScores, proveRepeated, proveRelations, proveValues, provePartitions, proveBounds, proveEach, proveAttendanceRates, proveExtremes, proveSwapped, proveOrders, proveSets, proveNamedRates, proveSeries, proveSelections, proveDerived, proveDays, proveHandSlips, proveMisnamed, proveGradeGaps, proveEquations, proveSpans, proveComplements, proveFlows, proveStretches, proveRowSums, proveApart, proveSequences, provePoints, proveCourses, proveOwners, proveLedgers, proveBoth, proveTyped];

/** Every statement of a report's sentences that was understood, with its verdict, and every number that was not, in the order of the text. */
export function statementsOf(document: TextDocument, sources: readonly Source[], settings: SettingsInput = {}): Statement[] {
  const reader = readerOf(document, sources, settingsFor(settings, null));
  const taken = new Set<Measure["token"]>();
  const statements: Statement[] = [];
  const proofs = credible(PROOFS.flatMap((prove) => prove(reader)));
  for (const proof of [...proofs.filter(({ verdict }) => verdict !== "unknown"), ...proofs.filter(({ verdict }) => verdict === "unknown")]) {
    if (proof.measures.length > 0 && proof.measures.every(({ token }) => taken.has(token))) continue;
    for (const { token } of proof.measures) taken.add(token);
    statements.push(withoutMeasures(proof));
  }
  for (const line of reader.lines) {
    if (line.isNote) continue;
    for (const measure of reader.measuresOf(line)) {
      if (!taken.has(measure.token) && measure.token.unit !== "" && !measure.token.spelled) statements.push(withoutMeasures(unknown([measure], { kind: "number" })));
    }
  }
  return statements.sort((a, b) => a.place.paragraph - b.place.paragraph || a.place.start - b.place.start);
}

function withoutMeasures({ measures: _, ...statement }: Proof): Statement {
  return statement;
}
