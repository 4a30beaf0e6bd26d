import { readFileSync } from "node:fs";
import { join } from "node:path";
import { documentOfText } from "../src/hosts/document";
import { editWorkbook, newWorkbook, readWorkbook } from "../src/hosts/file";
import { letterOf, letterSheet, type LetterOptions } from "../src/letters";
import { attendanceSentences, indicatorSentences } from "../src/prose";
import { checkWorkbook } from "../src/report";
import { checkWritten } from "../src/report/written";
import { findSheet, planOf } from "../src/workbook";

const OPTIONS: LetterOptions = { language: "zh", date: "2025-04-01", until: "2025-04-15", by: null, names: null, chosen: null };
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(join(__dirname, "..", "samples", name)));

describe.each(["lianhe.xlsx", "baihedong.xlsx"])("the letter of %s as a sheet", (name) => {
  test("leads to the cells of the workbook once it lies in it, and takes no part in a check there", async () => {
    const before = checkWorkbook(await readWorkbook(bytesOf(name)), { fileName: name });
    const sheet = letterSheet(letterOf(before, OPTIONS)!, "zh");
    const workbook = await readWorkbook((await editWorkbook(bytesOf(name), { sheets: [planOf(sheet)] })).bytes);
    const links = sheet.rows.flatMap((row) => row.flatMap((cell) => cell?.link ?? []));
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((link) => !findSheet(workbook, link.sheet))).toEqual([]);
    const { findings, tables } = checkWorkbook(workbook, { fileName: name });
    expect([findings, tables]).toEqual([before.findings, before.tables]);
  });

  test("the same letter gives the same bytes", async () => {
    const report = checkWorkbook(await readWorkbook(bytesOf(name)), { fileName: name });
    const made = () => newWorkbook([letterSheet(letterOf(report, OPTIONS)!, "zh")]);
    expect(made()).toEqual(made());
  });
});

test("the sentences for a report agree with the workbook, by the check of a report's sentences", async () => {
  const workbook = await readWorkbook(bytesOf("lianhe.xlsx"));
  const report = checkWorkbook(workbook);
  const text = [...indicatorSentences(report, "zh"), ...attendanceSentences(report, "zh")].join("\n");
  const { statements, findings } = checkWritten(documentOfText(text), {}, { file: "lianhe.xlsx", workbook });
  expect(statements.filter(({ verdict }) => verdict === "contradicts")).toEqual([]);
  expect(statements.filter(({ verdict }) => verdict === "agrees").length).toBeGreaterThan(25);
  expect(findings.filter(({ severity }) => severity !== "info")).toEqual([]);
});
