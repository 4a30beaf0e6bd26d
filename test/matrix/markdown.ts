import type { Spec } from "../generator";
import { SEEDED_ERRORS, type SeededError } from "../generator/errors";
import { RATE_SPELLINGS, TOTAL_SPELLINGS } from "../generator";
import { specLabel, type CleanResult, type FindingLike, type Measurement, type SeededResult } from "./measure";
import { familiesOf } from "./plan";
import type { ReviewCase } from "./review";
import type { Measured } from "../reports/measure";

const isSpelling = (result: SeededResult): boolean => result.spec.seed >= 40;

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [`| ${heads.join(" | ")} |`, `|${heads.map((_, i) => (i === 0 ? "---" : "--:")).join("|")}|`, ...rows.map((row) => `| ${row.join(" | ")} |`)].join("\n");
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const found = (results: readonly SeededResult[]): string => (results.length === 0 ? "–" : `${results.filter((r) => r.found).length}/${results.length}`);
const wrong = (results: readonly SeededResult[]): number => sum(results.map((r) => r.wrong.length));

function cleanTable(results: readonly CleanResult[]): string {
  const families = [...new Set(results.map((r) => `${r.spec.kind} · ${r.spec.family}`))];
  return table(["clean workbooks", "number", "false errors", "false warnings"], [
    ...families.map((family) => {
      const own = results.filter((r) => `${r.spec.kind} · ${r.spec.family}` === family);
      return [family, String(own.length), String(sum(own.map((r) => r.falseErrors.length))), String(sum(own.map((r) => r.falseWarnings.length)))];
    }),
    ["**all**", String(results.length), String(sum(results.map((r) => r.falseErrors.length))), String(sum(results.map((r) => r.falseWarnings.length)))]
  ]);
}

function errorTable(kind: SeededError["kind"], results: readonly SeededResult[]): string {
  const families = familiesOf(kind).filter((f) => results.some((r) => r.spec.family === f));
  const own = results.filter((r) => r.error.kind === kind && !isSpelling(r));
  const row = (label: string, chosen: readonly SeededResult[]): string[] =>
    [label, ...families.map((f) => found(chosen.filter((r) => r.spec.family === f))), found(chosen), String(wrong(chosen))];
  return table(["mistake", ...families, "found/seeded", "false"], [
    ...SEEDED_ERRORS.filter((e) => e.kind === kind).map((e) => row(`${e.id}: ${e.description}`, own.filter((r) => r.error === e))),
    row("**all**", own)
  ]);
}

function spellingTable(which: "rate" | "total", results: readonly SeededResult[], clean: readonly CleanResult[]): string {
  const spellings = (which === "rate" ? RATE_SPELLINGS : TOTAL_SPELLINGS).map((s) => s.id);
  const errors = SEEDED_ERRORS.filter((e) => e.slip === which);
  const of = (spec: Spec): string => (which === "rate" ? spec.rate : spec.total);
  const own = results.filter((r) => isSpelling(r) && r.error.slip === which);
  const cleanOnes = clean.filter((c) => c.spec.kind === "indicators");
  return table([which === "rate" ? "spelling of rates" : "spelling of totals", "clean workbooks", "right ones called wrong", ...errors.map((e) => e.id), "found/seeded", "false"],
    spellings.map((id) => {
      const chosen = own.filter((r) => of(r.spec) === id);
      const cleans = cleanOnes.filter((c) => of(c.spec) === id);
      return [
        id, String(cleans.length), String(sum(cleans.map((c) => c.falseErrors.length + c.falseWarnings.length))),
        ...errors.map((e) => found(chosen.filter((r) => r.error === e))), found(chosen), String(wrong(chosen))
      ];
    }));
}

/** The matrix as a document. */
export function matrixDocument(measurement: Measurement, reviews: readonly ReviewCase[] = [], reports: Measured | null = null): string {
  const { cleanResults, seededResults } = measurement;
  const falseClean = sum(cleanResults.map((r) => r.falseErrors.length + r.falseWarnings.length));
  return [
    "# What is found, and what is wrongly reported",
    "",
    "Measured on generated workbooks (`test/generator/`), written by `npm run matrix`. A seeded mistake counts as found when a finding of at least the",
    "severity that the domain asks for names an acceptable cell. *False* counts errors and warnings at other cells that the same workbook without the",
    "mistake does not draw. On clean workbooks only what the limits themselves say (稳岗率, shortage) is allowed.",
    "",
    `${cleanResults.length} clean workbooks: ${falseClean} false errors and warnings. ${seededResults.length} seeded mistakes: `
      + `${seededResults.filter((r) => r.found).length} found, ${wrong(seededResults)} wrongly reported beside them.`,
    "", "## Clean workbooks", "", cleanTable(cleanResults),
    "", "## Indicators: mistake × layout", "", errorTable("indicators", seededResults),
    "", "## Formulas: slips × spelling of rates", "", spellingTable("rate", seededResults, cleanResults),
    "", "## Formulas: slips × spelling of totals", "", spellingTable("total", seededResults, cleanResults),
    "", "## Attendance: mistake × layout", "", errorTable("roster", seededResults),
    "", "## Scores: mistake × layout", "", errorTable("scores", seededResults),
    ...(reviews.length === 0 ? [] : ["", "## Workbooks handed in again, mid-term and final, across stations", "", REVIEWS, "", reviewTable(reviews)]),
    ...(reports === null ? [] : ["", "## Reports: sentences against tables", "", REPORTS, "", reportTable(reports)]), ""
  ].join("\n");
}

const REVIEWS = "What is handed in again is held against the earlier workbook (`review`), its sheets renamed and shuffled, its tables moved; a final one against the mid-term one\n"
  + "(`--mid`); eight stations against each other (`compare`); the lines of the district go the whole way of a year, 40 stations by `npm run matrix -- --district`. *False* counts states, changes, findings, questions and sentences that nothing gives ground for.";

function reviewTable(reviews: readonly ReviewCase[]): string {
  return table(["workbooks", "found/pairs", "false"], [
    ...reviews.map((each) => [each.label, `${each.found}/${each.of}`, String(each.false)]),
    ["**all**", `${sum(reviews.map((each) => each.found))}/${sum(reviews.map(({ of }) => of))}`, String(sum(reviews.map((each) => each.false)))]
  ]);
}

const REPORTS = "Reports written of generated stations in the patterns of published ones, true in every number, and each number or word then changed as a hand changes it\n"
  + "(`test/reports/`). *Understood*: the check says that the number is right. *False*: what it says of the clean reports, or elsewhere than where something was changed.";

/** By kind of statement; what is said of clean reports stands in the sum. */
function reportTable({ kinds, wrong: said, understood, numbers }: Measured): string {
  const counts = [...kinds.values()];
  return table(["statements", "understood/written", "found/changed", "false"], [
    ...[...kinds].sort(([a], [b]) => a.localeCompare(b)).map(([kind, count]) => [kind, `${count.understood}/${count.written}`, `${count.found}/${count.changed}`, String(count.wrong)]),
    ["**all**", `${understood}/${numbers}`, `${sum(counts.map((count) => count.found))}/${sum(counts.map(({ changed }) => changed))}`, String(said.length)]
  ]);
}

const line = (f: FindingLike): string => `      ${f.severity} ${f.rule} ${f.sheet}!${f.cell}: ${JSON.stringify(f.actual)} → ${JSON.stringify(f.expected)}`;

/** Everything that is not as it should be, with what reproduces it. */
export function misses(measurement: Measurement): string {
  const lines: string[] = [];
  for (const { spec, falseErrors, falseWarnings } of measurement.cleanResults) {
    if (falseErrors.length + falseWarnings.length === 0) continue;
    lines.push(`CLEAN   --clean ${specLabel(spec)}`, ...[...falseErrors, ...falseWarnings].slice(0, 6).map(line));
  }
  for (const result of measurement.seededResults) {
    const problems = [
      result.found ? "" : "MISSED", result.wrong.length > 0 ? `FALSE×${result.wrong.length}` : "", result.otherValue ? "VALUE" : "",
      result.repeated > 0 ? `REPEATED×${result.repeated + 1}` : "", result.side.length > 0 ? `SIDE×${result.side.length}` : ""
    ].filter(Boolean);
    if (problems.length === 0) continue;
    lines.push(`${problems.join(" ")}   --only ${result.error.id} --spec ${specLabel(result.spec)}   ${JSON.stringify(result.detail)}${result.otherValue ? `   ${result.otherValue}` : ""}`,
      ...[...result.wrong, ...result.side].slice(0, 6).map(line));
  }
  return lines.join("\n");
}
