import { editWorkbook, readWorkbook } from "../../src/hosts/file";
import { openZip } from "../../src/hosts/file/package/zip";
import type { Language } from "../../src/messages";
import { checkWorkbook, type WorkbookReport } from "../../src/report";
import { readSettingsXml, writeSettingsXml } from "../../src/settings";
import { DETAILS_MARKER, SUMMARY_MARKER, summaryPlans } from "../../src/summary";
import { parseCellName, planOf, withKeptSheets, type Workbook } from "../../src/workbook";
import { fixesHold } from "./fixes";
import type { Further } from "./input";
import { differences } from "./snapshot";
import { summaryHolds } from "./summary-properties";
import { hold, mayRefuseToWrite, mustWork, orRefusal } from "./violation";

/** How an input ended, for the statistics. */
export type Ending = "refused" | "no table" | "findings" | "no findings";

/** Bytes to snapshot, tables, findings, summary and back to bytes, as far as `further` says. Throws a Violation where a promise is broken. */
export async function wholePath(bytes: Uint8Array, fileName: string, further: Further = "all"): Promise<Ending> {
  const given = bytes.slice();
  const read = await orRefusal("reading", () => readWorkbook(bytes, fileName));
  if ("refusal" in read) {
    const edited = await orRefusal("editing what cannot be read", () => editWorkbook(bytes, { settingsXml: "<a xmlns=\"urn:hebiao:settings\"/>" }));
    hold("refusal" in edited || edited.value.bytes.length > 0, "empty output", () => fileName);
    return "refused";
  }
  const workbook = read.value;
  const report = await checked(workbook);
  hold(same(bytes, given), "input changed", () => "the bytes given were written to");
  if (further === "sheets" || further === "all") await editsHold(bytes, workbook, report);
  if (further === "fixes" || further === "all") await fixesHold(bytes, workbook, report);
  if (report.error) return "no table";
  return report.findings.length > 0 ? "findings" : "no findings";
}

/** The report of a workbook, which holds what a report promises. */
export async function checked(workbook: Workbook, settings: Record<string, unknown> | null = null, language: Language = "zh"): Promise<WorkbookReport> {
  const report = await mustWork("checking", () => checkWorkbook(workbook, { settings: settings ?? undefined, language }));
  hold(report.error === null || report.error.code === "no-table", "error code", () => JSON.stringify(report.error));
  hold(sameJson(report), "not JSON", () => firstUnfit(report));
  for (const { rule, sheet, cell, fingerprint, message } of report.findings) {
    const exists = workbook.sheets.some(({ name }) => name === sheet);
    hold(exists && parseCellName(cell) !== null, "finding without a place", () => `${rule} at ${sheet}!${cell}`);
    hold(fingerprint !== "" && message !== "", "finding without words", () => `${rule} at ${sheet}!${cell}`);
  }
  return report;
}

function sameJson(report: WorkbookReport): boolean {
  return JSON.stringify(JSON.parse(JSON.stringify(report))) === JSON.stringify(report) && firstUnfit(report) === "";
}

/** The path to the first value that JSON cannot hold: NaN, Infinity, undefined. */
function firstUnfit(value: unknown, path = "report"): string {
  if (typeof value === "number") return Number.isFinite(value) ? "" : `${path} is ${value}`;
  if (typeof value !== "object" || value === null) return "";
  for (const [key, inner] of Object.entries(value)) {
    if (inner === undefined && Array.isArray(value)) return `${path}.${key} is undefined`;
    const found = firstUnfit(inner, `${path}.${key}`);
    if (found) return found;
  }
  return "";
}

/**
 * Written with a summary and with settings by which everything found is ignored, the file keeps the user's own parts, says what it said
 * before, and is the same when it is written once more.
 */
async function editsHold(bytes: Uint8Array, workbook: Workbook, report: WorkbookReport): Promise<void> {
  const described = await mustWork("describing the summary", () => summaryPlans(report).map((plan) => plan.describe(null)));
  // The plans as the hosts get them, but what was described is what is looked at.
  const edit = { sheets: described.map(planOf), settingsXml: await ignoringAll(report) };
  const written = await orRefusal("writing the summary", () => editWorkbook(bytes, edit));
  if ("refusal" in written) {
    hold(mayRefuseToWrite(written.refusal), "refused to write", () => written.refusal);
    return;
  }
  const output = written.value.bytes;
  foreignPartsStay(bytes, output, written.value.sheets[0]?.replaced ?? false);
  const again = await mustWork("reading the written", () => readWorkbook(output));
  sheetsStay(workbook, again);
  for (const sheet of described) summaryHolds(output, sheet, again);
  await findingsStay(again, workbook, report);
  const twice = await mustWork("writing the summary again", () => editWorkbook(output, edit));
  hold(twice.sheets[0]?.replaced === true, "a second summary", () => JSON.stringify(twice.sheets));
  const differing = differingParts(output, twice.bytes);
  hold(differing.length === 0, "not idempotent", () => `written again, these differ: ${differing.join()}`);
}

/** Parts that are not in both packages, or hold something else; sheets that are replaced may go to the end of a list. */
function differingParts(before: Uint8Array, after: Uint8Array): string[] {
  const [former, now] = [openZip(before), openZip(after)];
  const differs = (name: string): boolean => {
    const [a, b] = [former.find(name), now.find(name)];
    if (!a || !b) return true;
    return a.crc !== b.crc && elements(former.inflate(a)) !== elements(now.inflate(b));
  };
  return [...new Set([...former.entries, ...now.entries].map(({ name }) => name))].filter(differs);
}

function elements(part: Uint8Array): string {
  return new TextDecoder().decode(part).split("<").sort().join("<");
}

/** What writing a sheet and settings may touch; the rest of the package keeps its compressed bytes. */
const MAY_CHANGE = /^\[Content_Types\]\.xml$|workbook[^/]*\.xml$|\.xml\.rels$|styles[^/]*\.xml$/i;
const OWN_SETTINGS = /xmlns="urn:hebiao:settings"/;

function foreignPartsStay(before: Uint8Array, after: Uint8Array, replaced: boolean): void {
  const now = new Map(openZip(after).entries.map((entry) => [entry.name, entry]));
  const zip = openZip(before);
  for (const entry of zip.entries) {
    if (MAY_CHANGE.test(entry.name) || (replaced && /calcChain|worksheets|drawings|charts/i.test(entry.name))) continue;
    const kept = now.get(entry.name);
    if (kept && kept.crc === entry.crc && same(kept.compressed, entry.compressed)) continue;
    hold(entry.name.startsWith("customXml/") && OWN_SETTINGS.test(new TextDecoder().decode(zip.inflate(entry))), "altered foreign part", () => entry.name);
  }
}

/** Every sheet of the user's reads as before: values, formulas, formats, merged areas. */
function sheetsStay(before: Workbook, after: Workbook): void {
  const theirs = after.sheets.filter(({ marker }) => marker !== SUMMARY_MARKER && marker !== DETAILS_MARKER);
  const ours = before.sheets.filter(({ marker }) => marker !== SUMMARY_MARKER && marker !== DETAILS_MARKER);
  hold(theirs.length === ours.length, "sheets lost", () => after.sheets.map(({ name }) => name).join());
  ours.forEach((sheet, index) => {
    const found = differences(sheet, theirs[index]!);
    hold(found === null, "altered sheet", () => found!);
  });
}

async function ignoringAll({ findings }: WorkbookReport): Promise<string> {
  const { settings } = await mustWork("reading no settings", () => readSettingsXml(null));
  return writeSettingsXml({ settings, ignored: findings.map(({ fingerprint, actual }) => ({ fingerprint, actual, reason: "已核实 <&>\u0001" })) });
}

/**
 * A file with a summary and settings in it is found to say what it said before, in the other language, too, and ignoring everything leaves
 * nothing. Its sheets being those of the first snapshot (compared cell by cell), what was worked out of them then serves again.
 */
async function findingsStay(written: Workbook, before: Workbook, report: WorkbookReport): Promise<void> {
  hold(written.settingsXml !== null, "settings lost", () => "no settings were read");
  if (report.error !== null) return;
  const after = await checked(withKeptSheets(written, before), null, "en");
  hold(findingsOf(after) === findingsOf(report), "findings change with the summary", () => `${findingsOf(report)}\n${findingsOf(after)}`);
  const open = after.findings.find((finding) => finding.ignored === null);
  hold(!open, "not ignored", () => JSON.stringify(open));
}

function findingsOf({ findings }: WorkbookReport): string {
  return JSON.stringify(findings.map(({ rule, severity, sheet, cell, actual, expected, fingerprint }) => [rule, severity, sheet, cell, actual, expected, fingerprint]));
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
