import { readFileSync } from "node:fs";
import { join } from "node:path";
import { editWorkbook, readWorkbook } from "../../src/hosts/file";
import { makeParts, zipParts } from "../../src/hosts/file/testing/make-package";
import { checkWorkbook } from "../../src/report";
import { DETAILS_MARKER, SUMMARY_MARKER } from "../../src/summary";
import { DETAILS, FINDING, SUMMARY } from "../../src/summary/grid";
import { findSheet, isError, keyToRowColumn, parseCellName, type Fix, type Scalar, type Sheet } from "../../src/workbook";
import { unzipSync } from "fflate";
import { build, writeXlsx, type Spec } from "../generator";
import { formulasOf, same, writeSummary, type Written } from "../summary/through";
import { ODD_SHEET_NAMES, renameSheets } from "../support/rename-sheets";
import { OFFICE_TIMEOUT, throughOffice } from "./through-office";

const written = new Map<string, Written>();
/** What LibreOffice made of the workbooks: its bytes, and what they hold. */
let saved: ReadonlyMap<string, Uint8Array>;
const opened = new Map<string, Awaited<ReturnType<typeof readWorkbook>>>();

const sample = (name: string) => new Uint8Array(readFileSync(join(__dirname, "..", "..", "samples", `${name}.xlsx`)));
const ODD = "it's 表 <1>";

/** Texts that look like formulas, odd sheet names, and cells that a reference must bear. */
function odd(): Uint8Array {
  return zipParts(makeParts({
    styles: '<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="10"/></cellXfs>',
    sheets: [{
      name: ODD.replace("'", "&apos;").replace(/</g, "&lt;").replace(/>/g, "&gt;"),
      data: [
        ["=HYPERLINK(1)社工站指标完成情况统计表（2024年9月10日至2025年2月28日）"],
        ["服务片区", "投入社工人数", "电访", null, null, "入户探访"],
        [null, null, "协议量", "完成量", "百分比", "协议量", "完成量", "百分比"],
        ["=片区1", 5, 100, 50, 0.6, 200, "90个", 0.45],
        ["+片区2", 5, "/", 12, "/", 400, null, "68.24%"],
        ["@片区3", 5, "12", 6, 68.24, 0, 6, "#错"],
        ["合计", 15, 112, 68, 0.6071, 600, 90, 15]
      ].map((row, r) => `<row r="${r + 1}">${row.map((value, c) => cell(value, r, c)).join("")}</row>`).join(""),
      after: '<mergeCells><mergeCell ref="C2:E2"/><mergeCell ref="F2:H2"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/></mergeCells>'
    }]
  }));
}

function cell(value: string | number | null | undefined, row: number, column: number): string {
  const at = `r="${"ABCDEFGH"[column]}${row + 1}"`;
  if (value == null) return "";
  return typeof value === "number" ? `<c ${at}${value < 1 ? ' s="1"' : ""}><v>${value}</v></c>` : `<c ${at} t="inlineStr"><is><t>${value}</t></is></c>`;
}

const station = (kind: Spec["kind"], family: string, seed: number) => writeXlsx(build({ kind, family, rate: "mixed", total: "mixed", seed }).draft, { inlineStrings: seed % 2 === 0, sharedFormulas: true, withoutValues: false });

const FILES: Readonly<Record<string, () => Uint8Array>> = {
  lianhe: () => sample("lianhe"), baihedong: () => sample("baihedong"), odd,
  ...Object.fromEntries(Array.from({ length: 6 }, (_, seed) => [`whole ${seed}`, () => station("whole", seed % 2 ? "wild" : "standard", seed)])),
  ...Object.fromEntries(ODD_SHEET_NAMES.flatMap((_, index) => (index % 3 === 0
    ? [[`renamed ${index / 3}`, () => renameSheets(station("whole", "wild", 40 + index), [...ODD_SHEET_NAMES.slice(index), ...ODD_SHEET_NAMES])]] : []))),
  indicators: () => station("indicators", "standard", 7), roster: () => station("roster", "standard", 8), scores: () => station("scores", "standard", 9)
};
const NAMES = Object.keys(FILES);

const MATRIX = "附件1 指标完成情况";
const ROSTER = "附件2 到岗情况";
/** What a user changes after the summary was written. */
const CHANGES: readonly [string, string, Fix["after"]][] = [
  [MATRIX, "C4", 500], [MATRIX, "F4", "/"], [MATRIX, "P4", null], [MATRIX, "F19", 0.5], [MATRIX, "D19", 200], [ROSTER, "G5", "×"], [ROSTER, "G12", "是"]
];
/** The summary of what lianhe is after the changes, made anew. */
let anew: Written;

beforeAll(async () => {
  const given = new Map<string, Uint8Array>();
  const put = (name: string, bytes: Uint8Array) => given.set(name, withoutStoredValues(bytes));
  for (const [name, bytes] of Object.entries(FILES)) {
    const made = await writeSummary(bytes(), { checkedAt: new Date(2026, 10, 21, 14, 30) });
    written.set(name, made);
    put(name, made.bytes);
  }
  const changed = await change(written.get("lianhe")!);
  put("changed", changed);
  anew = await writeSummary(changed);
  put("noted", await noted(written.get("lianhe")!));
  saved = await throughOffice(given);
  for (const [name, bytes] of saved) opened.set(name, await readWorkbook(bytes));
}, OFFICE_TIMEOUT);

async function change({ bytes, workbook }: Written): Promise<Uint8Array> {
  const fixes = CHANGES.map(([name, at, after]): Fix => {
    const { row, column } = parseCellName(at)!;
    const present = findSheet(workbook, name)!.cell(row, column);
    return { sheet: name, cell: at, kind: "value", before: present?.formula ?? (present?.value as Fix["before"]) ?? null, after, why: "" };
  });
  const result = await editWorkbook(bytes, { fixes });
  expect(result.fixes.filter(({ applied }) => !applied)).toEqual([]);
  return result.bytes;
}

/** The rows of findings by the cell that they name. */
const findingsOf = (sheet: Sheet) => new Map(sheet.rows().filter((row) => String(sheet.cell(row, SUMMARY.key)?.value).startsWith("finding:")).map((row) => [String(sheet.cell(row, FINDING.place[0])?.value), row]));

/** The user notes something on two findings, beside our columns, too, and mends the cell of another. */
async function noted({ bytes, sheet, workbook }: Written): Promise<Uint8Array> {
  const rows = findingsOf(sheet);
  const [first, second] = [rows.get("附件1 指标完成情况\nE4")!, rows.get("附件2 到岗情况\nB32")!];
  const typed = ([[`E${first}`, "已问"], [`E${second}`, "=1+1"], [`G${second}`, "甲"]] as const).map(([at, after]): Fix => ({ sheet: sheet.name, cell: at, kind: "value", before: null, after, why: "" }));
  const formula: Fix = { sheet: sheet.name, cell: `H${second}`, kind: "formula", before: null, after: `=LEN(G${second})`, why: "" };
  const mended: Fix = { sheet: "附件1 对照表", cell: "D9", kind: "value", before: findSheet(workbook, "附件1 对照表")!.cell(9, 4)!.value as number, after: 101 / 148, why: "" };
  const result = await editWorkbook(bytes, { fixes: [...typed, formula, mended] });
  expect(result.fixes.filter(({ applied }) => !applied)).toEqual([]);
  return result.bytes;
}

/** LibreOffice believes a stored value; without one it has to compute. */
function withoutStoredValues(bytes: Uint8Array): Uint8Array {
  let stripped = 0;
  const parts = new Map<string, string | Uint8Array>(Object.entries(unzipSync(bytes)));
  for (const [name, content] of parts) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) continue;
    parts.set(name, new TextDecoder().decode(content as Uint8Array).replace(/(<c [^>]*>)(<f[^>]*>[^<]*<\/f>|<f [^>]*\/>)<v>[^<]*<\/v>/g, (_, start: string, formula: string) => {
      stripped++;
      return start.replace(/ t="\w+"/, "") + formula;
    }));
  }
  expect(stripped).toBeGreaterThan(4);
  return zipParts(parts);
}

const detailsOf = (name: string): Sheet => findSheet(opened.get(name)!, written.get(name)!.details.name)!;

test.each(NAMES)("LibreOffice computes every formula of the summary of %s as it is stored", (name) => {
  const computed = new Map(formulasOf(detailsOf(name)));
  expect(computed.size).toBeGreaterThan(2);
  const differing = formulasOf(written.get(name)!.details).flatMap(([at, { value, formula }]) => {
    const found = computed.get(at);
    return found && same(found.value, value) ? [] : [`${at} ${formula}: stored ${JSON.stringify(value)}, LibreOffice ${JSON.stringify(found?.value)}`];
  });
  expect(differing).toEqual([]);
});

test("when the station's cells change, LibreOffice makes of the summary what a new check writes", () => {
  const byKey = (sheet: Sheet): Map<string, Scalar> => new Map(formulasOf(sheet).map(([at, { value }]) => {
    const { row, column } = parseCellName(at)!;
    return [`${String(sheet.cell(row, DETAILS.key)?.value)} ${column}`, value];
  }));
  const [before, live, now] = [written.get("lianhe")!.details, findSheet(opened.get("changed")!, written.get("lianhe")!.details.name)!, anew.details].map(byKey);
  expect([...live!].filter(([id, value]) => !same(value, before!.get(id) ?? null)).length).toBeGreaterThan(10);
  // An indicator that lost its target moves down the table at the next check.
  const differing = [...live!].filter(([id, value]) => !id.startsWith("indicators.") && !same(value, now!.get(id) ?? null));
  expect(differing).toEqual([]);
});

test.each(NAMES)("no text of %s became a formula, and no cell shows an error", (name) => {
  const { sheet, details } = written.get(name)!;
  for (const before of [sheet, details]) for (const [key, found] of findSheet(opened.get(name)!, before.name)!.cells) {
    expect(isError(found.value)).toBe(false);
    expect([key, found.formula !== null]).toEqual([key, before.cells.get(key)?.formula != null]);
    const { row, column } = keyToRowColumn(key);
    if (typeof before.cells.get(key)?.value === "string") expect([row, column, found.value]).toEqual([row, column, before.cells.get(key)!.value]);
  }
});

test("after LibreOffice saved it, a second summary keeps what the user noted with its finding", async () => {
  const { sheet, workbook } = await writeSummary(saved.get("noted")!);
  expect(workbook.sheets.filter(({ marker }) => marker === SUMMARY_MARKER)).toHaveLength(1);
  const rows = findingsOf(sheet);
  const [first, second] = [rows.get("附件1 指标完成情况\nE4")!, rows.get("附件2 到岗情况\nB32")!];
  expect([first, second].map((row) => sheet.cell(row, FINDING.remark[0]))).toMatchObject([{ value: "已问", formula: null }, { value: "=1+1", formula: null }]);
  expect([sheet.cell(second, 7)?.value, sheet.cell(second, 8)?.formula]).toEqual(["甲", `=LEN(G${second})`]);
  expect(second).toBe(findingsOf(written.get("lianhe")!.sheet).get("附件2 到岗情况\nB32")! - 1);
});

test("after LibreOffice saved it, the sheets are still known as ours and hold no table", () => {
  const workbook = opened.get("lianhe")!;
  const names = [SUMMARY_MARKER, DETAILS_MARKER].map((mark) => workbook.sheets.find(({ marker }) => marker === mark)?.name);
  expect(names).toEqual([written.get("lianhe")!.sheet.name, written.get("lianhe")!.details.name]);
  const { tables, findings } = checkWorkbook(workbook, { fileName: "a.xlsx" });
  for (const name of names) expect([...tables, ...findings].map(({ sheet }) => sheet)).not.toContain(name);
});
