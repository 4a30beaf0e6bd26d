import { editWorkbook, readWorkbook } from "../../src/hosts/file";
import { openZip } from "../../src/hosts/file/package/zip";
import { checkWorkbook, type WorkbookReport } from "../../src/report";
import { readSettingsXml, writeSettingsXml } from "../../src/settings";
import { DETAILS_MARKER, SUMMARY_MARKER, summaryPlans } from "../../src/summary";
import { parseCellName, planOf, type Workbook } from "../../src/workbook";
import { fixesHold } from "./fixes";
import { differences } from "./snapshot";
import { summaryHolds } from "./summary-properties";
import { hold, mustWork, orRefusal } from "./violation";

/** How an input ended, for the statistics. */
export type Ending = "refused" | "no table" | "findings" | "no findings";

/** Bytes to snapshot, tables, findings, summary and back to bytes. Throws a Violation where a promise is broken. */
export async function wholePath(bytes: Uint8Array, fileName: string): Promise<Ending> {
  const given = bytes.slice();
  const read = await orRefusal("reading", () => readWorkbook(bytes, fileName));
  if ("refusal" in read) {
    const edited = await orRefusal("editing what cannot be read", () => editWorkbook(bytes, { settingsXml: "<a xmlns=\"urn:hebiao:settings\"/>" }));
    hold("refusal" in edited || edited.value.bytes.length > 0, "empty output", () => fileName);
    return "refused";
  }
  const workbook = read.value;
  const report = await checked(workbook);
  await repeatable(workbook, report);
  hold(same(bytes, given), "input changed", () => "the bytes given were written to");
  await editsHold(bytes, workbook, report);
  if (report.error) return "no table";
  return report.findings.length > 0 ? "findings" : "no findings";
}

/** The report of a workbook, which holds what a report promises. */
export async function checked(workbook: Workbook, settings: Record<string, unknown> | null = null): Promise<WorkbookReport> {
  const report = await mustWork("checking", () => checkWorkbook(workbook, { settings: settings ?? undefined }));
  hold(report.error === null || report.error.code === "no-table", "error code", () => JSON.stringify(report.error));
  hold(sameJson(report), "not JSON", () => firstUnfit(report));
  for (const { rule, sheet, cell, fingerprint, message } of report.findings) {
    const exists = workbook.sheets.some(({ name }) => name === sheet);
    hold(exists && parseCellName(cell) !== null, "finding without a place", () => `${rule} at ${sheet}!${cell}`);
    hold(fingerprint !== "" && message !== "", "finding without words", () => `${rule} at ${sheet}!${cell}`);
  }
  return report;
}

/** Another check of the same snapshot finds the same, in the other language, too. */
async function repeatable(workbook: Workbook, report: WorkbookReport): Promise<void> {
  const english = await mustWork("checking in English", () => checkWorkbook(workbook, { language: "en" }));
  const places = ({ findings }: WorkbookReport): string => JSON.stringify(findings.map(({ rule, severity, sheet, cell, fingerprint }) => [rule, severity, sheet, cell, fingerprint]));
  hold(places(report) === places(english), "not repeatable", () => `${places(report)}\n${places(english)}`);
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

async function editsHold(bytes: Uint8Array, workbook: Workbook, report: WorkbookReport): Promise<void> {
  const described = await mustWork("describing the summary", () => summaryPlans(report).map((plan) => plan.describe(null)));
  // The plans as the hosts get them, but what was described is what is looked at.
  const plans = described.map(planOf);
  const written = await orRefusal("writing the summary", () => editWorkbook(bytes, { sheets: plans }));
  if ("refusal" in written) {
    hold(["unsupported", "signed", "corrupt", "too-large", "encrypted", "not-a-workbook"].includes(written.refusal), "refused to write", () => written.refusal);
    return;
  }
  const output = written.value.bytes;
  foreignPartsStay(bytes, output, written.value.sheets[0]?.replaced ?? false);
  const again = await mustWork("reading the written", () => readWorkbook(output));
  sheetsStay(workbook, again);
  for (const sheet of described) summaryHolds(output, sheet, again);
  if (report.error === null) {
    const after = await checked(again);
    hold(findingsOf(after) === findingsOf(report), "findings change with the summary", () => `${findingsOf(report)}\n${findingsOf(after)}`);
  }
  const twice = await mustWork("writing the summary again", () => editWorkbook(output, { sheets: plans }));
  hold(twice.sheets[0]?.replaced === true, "a second summary", () => JSON.stringify(twice.sheets));
  const thrice = await mustWork("writing the summary a third time", () => editWorkbook(twice.bytes, { sheets: plans }));
  hold(same(twice.bytes, thrice.bytes), "not idempotent", () => `written again, these differ: ${differingParts(twice.bytes, thrice.bytes)}`);
  await settingsHold(bytes, report);
  await fixesHold(bytes, workbook, report);
}

function differingParts(before: Uint8Array, after: Uint8Array): string {
  const now = openZip(after);
  return openZip(before).entries.filter((entry) => now.find(entry.name)?.crc !== entry.crc).map(({ name }) => name).join();
}

/** What writing a sheet may touch; the rest of the package keeps its compressed bytes. */
const MAY_CHANGE = /^\[Content_Types\]\.xml$|workbook[^/]*\.xml$|\.xml\.rels$|styles[^/]*\.xml$/i;

function foreignPartsStay(before: Uint8Array, after: Uint8Array, replaced: boolean): void {
  const now = new Map(openZip(after).entries.map((entry) => [entry.name, entry]));
  for (const entry of openZip(before).entries) {
    if (MAY_CHANGE.test(entry.name) || (replaced && /calcChain|worksheets|drawings|charts/i.test(entry.name))) continue;
    const kept = now.get(entry.name);
    hold(kept !== undefined && kept.crc === entry.crc && same(kept.compressed, entry.compressed), "altered foreign part", () => entry.name);
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

/** Settings and ignored findings survive the way into the package and back, and ignoring everything leaves nothing. */
async function settingsHold(bytes: Uint8Array, report: WorkbookReport): Promise<void> {
  const ignored = report.findings.map(({ fingerprint, actual }) => ({ fingerprint, actual, reason: "已核实 <&>\u0001" }));
  const { settings } = await mustWork("reading no settings", () => readSettingsXml(null));
  const xml = writeSettingsXml({ settings, ignored });
  const { bytes: kept } = await mustWork("writing settings", () => editWorkbook(bytes, { settingsXml: xml }));
  const workbook = await mustWork("reading with settings", () => readWorkbook(kept));
  hold(workbook.settingsXml !== null, "settings lost", () => xml);
  const after = await checked(workbook);
  const open = after.findings.filter((finding) => finding.ignored === null);
  hold(open.length === 0 || report.error !== null, "not ignored", () => JSON.stringify(open[0]));
}

function findingsOf({ findings }: WorkbookReport): string {
  return JSON.stringify(findings.map(({ rule, severity, sheet, cell, actual, expected }) => [rule, severity, sheet, cell, actual, expected]));
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
