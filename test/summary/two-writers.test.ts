import { readFileSync } from "node:fs";
import { readWorkbook } from "../../src/hosts/file";
import { FileHost } from "../support/file-host";
import { checkWorkbook } from "../../src/report";
import { DETAILS_SHEET_NAME, detailsPlan, SUMMARY_MARKER, SUMMARY_SHEET_NAME, summaryPlan, summaryPlans } from "../../src/summary";
import { cellKey, cellName, findSheet, keyToRowColumn, parseRectName, planOf, rectName, type CellLook, type SheetPlan, type Workbook } from "../../src/workbook";
import { unzipSync } from "fflate";
import { dataOf, MARKER, type FakeExcel } from "../excel/host";
import { chartsOf } from "../excel/host/charts";
import { rectOf } from "../excel/host/range";
import { openExcel, writeOne } from "../excel/host/in-node";
import { sampleFinding, sampleReport } from "../sample-report";

const OPTIONS = { checkedAt: new Date(2026, 10, 21, 14, 30) };
const lianhe = () => new Uint8Array(readFileSync("samples/lianhe.xlsx"));

/** What a user would see of one cell. */
interface Seen {
  readonly content: unknown;
  readonly format: string;
  readonly look: CellLook;
  readonly link: string | null;
}

interface SeenSheet {
  readonly cells: ReadonlyMap<string, Seen>;
  readonly merges: readonly string[];
  readonly widths: readonly number[];
  readonly heights: ReadonlyMap<number, number>;
}

/** The sheet as the file host wrote it. */
async function inFile(bytes: Uint8Array, name: string): Promise<SeenSheet> {
  const sheet = findSheet(await readWorkbook(bytes), name)!;
  const xml = Object.entries(unzipSync(bytes)).map(([part, content]) => [part, new TextDecoder().decode(content)] as const)
    .filter(([part, text]) => part.startsWith("xl/worksheets/") && text.includes(name === SUMMARY_SHEET_NAME ? "hebiao-rows" : "hebiao-details")).at(-1)![1];
  const links = new Map([...xml.matchAll(/<hyperlink ref="([^"]+)" location="([^"]+)"/g)].map(([, ref, location]) => [ref!, location!.replace(/^'([^']+)'!/, (_, to: string) => `${to}!`)]));
  return {
    cells: new Map([...sheet.cells].map(([key, { value, formula, format, look = {} }]) => {
      const { row, column } = keyToRowColumn(key);
      const cell = cellName(row, column);
      return [cell, { content: formula ?? value, format, look, link: links.get(cell) ?? null }];
    })),
    merges: sheet.merges.map(rectName).sort(),
    widths: sheet.layout!.columnWidths.flatMap(({ first, last, width }) => Array.from({ length: last - first + 1 }, () => width)),
    heights: sheet.layout!.rowHeights
  };
}

/** The same sheet as Excel holds it, its looks replayed from what was set. */
function inExcel(excel: FakeExcel, name: string): SeenSheet {
  const sheet = excel.sheet(name);
  const looks = new Map<number, Record<string, unknown>>();
  const widths: number[] = [];
  const heights = new Map<number, number>();
  for (const line of sheet.log) {
    const [, address, property, json] = /^([A-Z0-9:]+)\.Format\.([\w.]+) = (.*)$/.exec(line) ?? [];
    if (!address || !property) continue;
    const rect = rectOf(address);
    const value = JSON.parse(json!) as unknown;
    if (property === "ColumnWidth") widths[rect.left - 1] = (Number(value) - 3.75) / 5.25;
    else if (property === "RowHeight") for (let row = rect.top; row <= rect.bottom; row++) heights.set(row, Number(value));
    else for (let row = rect.top; row <= Math.min(rect.bottom, 1000); row++) for (let column = rect.left; column <= rect.right; column++) {
      const key = cellKey(row, column);
      looks.set(key, { ...looks.get(key), [property]: value });
    }
  }
  return {
    cells: new Map([...sheet.cells].filter(([, { value, formula }]) => value !== null || formula !== null).map(([key, { value, formula, format }]) => {
      const { row, column } = keyToRowColumn(key);
      const cell = cellName(row, column);
      const set = looks.get(key) ?? {};
      const color = (text: unknown) => (typeof text === "string" ? text.replace("#", "") : undefined);
      const word = (text: unknown) => (typeof text === "string" ? text.toLowerCase() as "left" : undefined);
      return [cell, {
        content: formula ?? value, format,
        look: {
          bold: set["Font.Bold"] === true, size: set["Font.Size"] as number, color: color(set["Font.Color"])!, fill: color(set["Fill.Color"])!,
          horizontal: word(set["HorizontalAlignment"])!, vertical: word(set["VerticalAlignment"])! as "top", wrap: set["WrapText"] === true
        },
        link: sheet.links.get(cell)?.replace(/^'([^']+)'!/, (_, quoted: string) => `${quoted}!`) ?? null
      }];
    })),
    merges: sheet.merges.map(rectName).sort(),
    widths,
    heights
  };
}

async function both(workbook: Workbook, bytes: Uint8Array, name: string, ...plans: SheetPlan[]): Promise<[SeenSheet, SeenSheet]> {
  const file = new FileHost(bytes, "a.xlsx");
  const { excel, host } = openExcel(dataOf(workbook));
  for (const plan of plans) {
    await file.writeSheet(plan);
    // Clearing takes looks away; widths stay.
    const log = excel.book.sheet(name)?.log ?? [];
    log.splice(0, log.length, ...log.filter((line) => line.includes("ColumnWidth")));
    expect((await writeOne(host, plan)).omitted).toEqual([]);
  }
  return [await inFile(file.bytes(), name), inExcel(excel, name)];
}

function expectSame([file, excel]: [SeenSheet, SeenSheet]): void {
  const shown = [...file.cells].filter(([, { content }]) => content !== "");
  expect(shown.length).toBeGreaterThan(20);
  for (const [name, cell] of shown) {
    const other = excel.cells.get(name);
    expect([name, other?.content]).toEqual([name, cell.content]);
    // Excel must not take a text for anything else; a file says that it is one.
    if (!(typeof cell.content === "string" && !cell.content.startsWith("=") && other!.format === "@")) expect([name, other!.format]).toEqual([name, cell.format]);
    expect([name, other!.link]).toEqual([name, cell.link]);
    const { bold = false, size, color, fill, horizontal, vertical, wrap = false } = cell.look;
    if (size !== undefined) expect([name, other!.look]).toEqual([name, { bold, size, color: color ?? undefined, fill, horizontal, vertical: vertical ?? "top", wrap }]);
  }
  const filled = (cells: SeenSheet["cells"]) => [...cells].filter(([, { content }]) => content !== "" && content !== null).map(([name]) => name).sort();
  expect(filled(excel.cells)).toEqual(filled(file.cells));
  expect(excel.merges).toEqual(file.merges);
  expect(excel.widths.map((width) => width.toFixed(4))).toEqual(file.widths.map((width) => width.toFixed(4)));
  for (const [row, height] of file.heights) expect([row, excel.heights.get(row)]).toEqual([row, height]);
}

test("the sheets of a real workbook are the same in a file and in Excel, cell by cell", async () => {
  const bytes = lianhe();
  const workbook = await readWorkbook(bytes);
  const report = checkWorkbook(workbook, { fileName: "lianhe.xlsx" });
  expectSame(await both(workbook, bytes, SUMMARY_SHEET_NAME, summaryPlan(report, OPTIONS)));
  expectSame(await both(workbook, bytes, DETAILS_SHEET_NAME, detailsPlan(report, OPTIONS)));
});

test("so it is where it replaces a longer one", async () => {
  const bytes = lianhe();
  const workbook = await readWorkbook(bytes);
  const many = sampleReport({ findings: Array.from({ length: 30 }, (_, n) => sampleFinding({ fingerprint: `f${n}`, message: "=1+1" })) });
  expectSame(await both(workbook, bytes, SUMMARY_SHEET_NAME, summaryPlan(many, OPTIONS), summaryPlan(sampleReport({ findings: [] }), OPTIONS)));
});

test("Excel is asked a few times only, also for 2,000 findings", async () => {
  const workbook = await readWorkbook(lianhe());
  const { excel, host } = openExcel(dataOf(workbook));
  await writeOne(host, summaryPlan(sampleReport(), OPTIONS));
  expect(excel.roundTrips).toBeLessThanOrEqual(8);
  const before = excel.roundTrips;
  await writeOne(host, summaryPlan(sampleReport(), OPTIONS));
  expect(excel.roundTrips - before).toBeLessThanOrEqual(7);
  const findings = Array.from({ length: 2000 }, (_, n) => sampleFinding({ cell: `D${n + 1}`, fingerprint: `f${n}`, message: "问题".repeat(100) }));
  const atMany = excel.roundTrips;
  await writeOne(host, summaryPlan(sampleReport({ findings }), OPTIONS));
  expect(excel.roundTrips - atMany).toBeLessThanOrEqual(10);
});

test("remarks and own columns stay in Excel, too", async () => {
  const workbook = await readWorkbook(lianhe());
  const { excel, host } = openExcel(dataOf(workbook));
  const findings = [sampleFinding({ cell: "A1", fingerprint: "a" }), sampleFinding({ cell: "A2", fingerprint: "b" })];
  await writeOne(host, summaryPlan(sampleReport({ findings }), OPTIONS));
  const sheet = excel.sheet(SUMMARY_SHEET_NAME);
  const rowOf = (text: string) => keyToRowColumn([...sheet.cells].find(([, { value }]) => String(value).endsWith(text))![0]).row;
  const row = rowOf("\nA2");
  excel.book.write(sheet, row, 5, "已改");
  excel.book.write(sheet, row, 7, "甲");
  excel.book.write(sheet, row, 8, `=LEN(G${row})`);
  await writeOne(host, summaryPlan(sampleReport({ findings: findings.slice(1) }), OPTIONS));
  expect(rowOf("\nA2")).toBe(row - 1);
  expect([5, 7, 8].map((column) => sheet.cells.get(cellKey(row - 1, column))?.formula ?? sheet.cells.get(cellKey(row - 1, column))?.value)).toEqual(["已改", "甲", `=LEN(G${row - 1})`]);
  expect([7, 8].map((column) => sheet.cells.get(cellKey(row, column))?.value ?? null)).toEqual([null, null]);
});

test("adds a marked sheet beside one of the user's that has the name, and shows it", async () => {
  const { excel, host } = openExcel({ sheets: [{ name: SUMMARY_SHEET_NAME, cells: { A1: "用户自己的" } }] });
  expect(await writeOne(host, summaryPlan(sampleReport(), OPTIONS))).toEqual({ name: `${SUMMARY_SHEET_NAME} (2)`, replaced: false, omitted: [], differing: [] });
  expect(excel.content(SUMMARY_SHEET_NAME, "A1")).toBe("用户自己的");
  expect(excel.sheet(SUMMARY_SHEET_NAME).cells.size).toBe(1);
  const own = excel.sheet(`${SUMMARY_SHEET_NAME} (2)`);
  expect(own.names).toEqual([expect.objectContaining({ name: MARKER, formula: `="${SUMMARY_MARKER}"`, visible: false })]);
  expect(excel.book.active).toBe(own.id);
  own.name = "我的汇总";
  expect(await writeOne(host, summaryPlan(sampleReport({ findings: [] }), OPTIONS))).toEqual({ name: "我的汇总", replaced: true, omitted: [], differing: [] });
  expect(excel.book.sheets.map(({ name }) => name)).toEqual([SUMMARY_SHEET_NAME, "我的汇总"]);
});

test("a merged area of several rows and a filter, as a comparison has them, are joined as one", async () => {
  const { excel, host } = openExcel({ sheets: [{ name: "甲", cells: {} }] });
  await writeOne(host, planOf({ name: "比", rows: [[{ value: "a", style: "head" }, { value: "b" }], [null, { value: 1 }]], columnWidths: [9, 9], merges: ["A1:A2"], frozenRows: 1, frozenColumns: 1, marker: "m", autofilter: "A1:B2", tabColor: "AA0000" }));
  const { merges, filter, log } = excel.sheet("比");
  expect(merges.map(rectName)).toEqual(["A1:A2"]);
  expect(parseRectName("A1:A2")).toEqual(merges[0]);
  expect(filter).toEqual({ rect: parseRectName("A1:B2"), isAtWork: false });
  expect(log.join("\n")).toMatch(/TabColor = "#AA0000"/);
});

test("what this Excel cannot draw is named, everything else is there, and charts are drawn once", async () => {
  const workbook = await readWorkbook(lianhe());
  const { excel, host } = openExcel(dataOf(workbook));
  const report = checkWorkbook(workbook, { fileName: "a.xlsx" });
  await host.writeSheets(summaryPlans(report, OPTIONS));
  await host.writeSheets(summaryPlans(report, OPTIONS));
  expect(chartsOf(excel.sheet(DETAILS_SHEET_NAME)).map(({ name }) => name)).toEqual(["hebiao-1", "hebiao-2"]);
  excel.faults.refuse = { action: /^SetPosition$/, code: "GeneralException" };
  expect(await host.writeSheets(summaryPlans(report, OPTIONS))).toEqual([
    { name: SUMMARY_SHEET_NAME, replaced: true, omitted: [], differing: [] }, { name: DETAILS_SHEET_NAME, replaced: true, omitted: ["charts"], differing: [] }
  ]);
  const [errors, warnings, infos] = (["error", "warning", "info"] as const).map((severity) => report.findings.filter((finding) => finding.severity === severity).length);
  expect(excel.content(SUMMARY_SHEET_NAME, "A3")).toBe(`错误 ${errors} 处、待核实 ${warnings} 处、供参考 ${infos} 处`);
});
