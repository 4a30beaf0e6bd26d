import { mend } from "../../src/cli/fix";
import { editWorkbook, readWorkbook } from "../../src/hosts/file";
import type { ReportedFinding, WorkbookReport } from "../../src/report";
import type { Fix, Workbook } from "../../src/workbook";
import { differences } from "./snapshot";
import { hold, mayRefuseToWrite, mustWork, orRefusal } from "./violation";
import { checked } from "./whole-path";

const placeOf = ({ rule, sheet, cell }: ReportedFinding): string => `${rule} ${sheet}!${cell}`;

/**
 * Applying every fix that a report offers works or says why not, and taking them back restores every cell. What reads more
 * into a damaged part than can be written may refuse.
 */
export async function fixesHold(bytes: Uint8Array, workbook: Workbook, report: WorkbookReport): Promise<void> {
  const fixes = report.findings.flatMap(({ fix }) => (fix ? [fix] : []));
  if (fixes.length === 0) return;
  const applied = await orRefusal("applying fixes", () => editWorkbook(bytes, { fixes }));
  if ("refusal" in applied) {
    hold(mayRefuseToWrite(applied.refusal), "refused applying fixes", () => applied.refusal);
    return;
  }
  const mended = applied.value;
  hold(mended.fixes.length === fixes.length, "fix without an outcome", () => `${fixes.length} fixes, ${mended.fixes.length} outcomes`);
  for (const { applied, reason, undo } of mended.fixes) {
    hold(applied ? undo !== null : Boolean(reason), "fix without an outcome", () => JSON.stringify({ applied, reason, undo }));
  }
  const after = await mustWork("reading the mended", () => readWorkbook(mended.bytes));
  for (const { fix, applied } of mended.fixes) if (applied) hold(stands(after, fix), "fix not written", () => JSON.stringify(fix));
  const undo = mended.fixes.flatMap((outcome) => (outcome.undo ? [outcome.undo] : [])).reverse();
  const restored = await mustWork("taking fixes back", () => editWorkbook(mended.bytes, { fixes: undo }));
  const refused = restored.fixes.find(({ applied }) => !applied);
  hold(!refused, "undo refused", () => JSON.stringify(refused));
  const back = await mustWork("reading the restored", () => readWorkbook(restored.bytes));
  workbook.sheets.forEach((sheet, index) => {
    const found = differences(sheet, back.sheets[index]!, "missing");
    hold(found === null, "undo leaves a difference", () => found!);
  });
}

/** The command `fix` does just that, and says what the check of its copy says. */
async function commandAgrees(bytes: Uint8Array, report: WorkbookReport, next: WorkbookReport, settings: Record<string, unknown> | null): Promise<void> {
  const workbook = await readWorkbook(bytes);
  const done = await mustWork("the command fix", () => mend({ file: "a.xlsx", bytes, workbook, report, settings: settings ?? {} }, { to: null, typed: false, only: null, fingerprints: null }));
  hold(!done.problem, "the command fix refuses", () => done.problem!.message);
  const places = (all: readonly ReportedFinding[]): string => all.map(placeOf).sort().join("\n");
  hold(places(done.report!.findings) === places(next.findings), "the command fix says otherwise", () => places(done.report!.findings));
  for (const { applied, reason, shownAfter, fingerprint } of done.fixes!) hold(applied ? shownAfter !== "" : Boolean(reason), "fix that shows nothing", () => fingerprint);
}

function stands(workbook: Workbook, { sheet, cell, kind, after }: Fix): boolean {
  const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(cell)!;
  const column = [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const stored = workbook.sheets.find(({ name }) => name.toLowerCase() === sheet.toLowerCase())?.cell(Number(digits), column);
  return kind === "formula" ? stored?.formula === after : (stored?.value ?? null) === (after === "" ? stored?.value ?? null : after) && (stored?.formula ?? null) === null;
}

/** Which fixes of a station are applied, and whether the command `fix` is held against that. */
export interface Mending {
  /** All until none is left, or one alone: the one whose turn the number is. */
  readonly fixes: "all" | number;
  readonly command: boolean;
}

/** On a station as stations are: the fixes remove their findings, bring no new error, and come to an end. */
export async function fixesMend(bytes: Uint8Array, settings: Record<string, unknown> | null, { fixes, command }: Mending = { fixes: "all", command: true }): Promise<"held"> {
  let current = bytes;
  let report = await checked(await mustWork("reading", () => readWorkbook(current)), settings);
  for (let round = 1; ; round++) {
    const mendable = report.findings.filter(({ fix }) => fix);
    if (mendable.length === 0) return "held";
    const offered = fixes === "all" ? mendable : [mendable[fixes % mendable.length]!];
    hold(round <= 6, "fixes without end", () => JSON.stringify(offered[0]));
    const mended = await mustWork("applying fixes", () => editWorkbook(current, { fixes: offered.map(({ fix }) => fix!) }));
    const taken = offered.filter((_, index) => mended.fixes[index]!.applied);
    hold(taken.length > 0, "no fix can be applied", () => JSON.stringify(mended.fixes[0]));
    const next = await checked(await mustWork("reading the mended", () => readWorkbook(mended.bytes)), settings);
    if (round === 1 && command && fixes === "all") await commandAgrees(current, report, next, settings);
    const left = new Set(next.findings.map(placeOf));
    const stuck = taken.find((finding) => left.has(placeOf(finding)));
    hold(!stuck, "fix that mends nothing", () => `${JSON.stringify(stuck)}\nnow ${JSON.stringify(next.findings.find((finding) => placeOf(finding) === placeOf(stuck!)))}`);
    // What depends on a mended cell was named with it: it may now be said for itself.
    const named = new Set(report.findings.flatMap(({ sheet, cell, consequences }) => [`${sheet}!${cell}`, ...consequences.map((each) => `${each.sheet}!${each.cell}`)]));
    const fresh = next.findings.find(({ severity, sheet, cell }) => severity === "error" && !named.has(`${sheet}!${cell}`));
    hold(!fresh, "fix that brings an error", () => `${JSON.stringify(fresh)}\nafter ${JSON.stringify(offered.map(({ fix }) => fix))}`);
    if (fixes !== "all") return "held";
    current = mended.bytes;
    report = next;
  }
}
