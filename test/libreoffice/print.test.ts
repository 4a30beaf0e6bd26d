import { readFileSync } from "node:fs";
import { join } from "node:path";
import { newWorkbook, readWorkbook } from "../../src/hosts/file";
import { checkWorkbook } from "../../src/report";
import { detailsSheet, summarySheet } from "../../src/summary";
import { convertedByOffice, OFFICE_TIMEOUT } from "./through-office";

/** Width and height of the pages of a PDF, in points. */
function pagesOf(pdf: Uint8Array): string[] {
  const pages = Buffer.from(pdf).toString("latin1").match(/\/Type\s*\/Page\b(?!s)[^]*?\/MediaBox\s*\[[^\]]*\]/g) ?? [];
  return pages.map((page) => /\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(page)!.slice(1).map((side) => Math.round(Number(side))).join("×"));
}

test("核查汇总 prints upright on one or two sheets of A4, 核查明细 lying", async () => {
  const workbooks = new Map<string, Uint8Array>();
  for (const name of ["lianhe", "baihedong"]) {
    const report = checkWorkbook(await readWorkbook(new Uint8Array(readFileSync(join(__dirname, "..", "..", "samples", `${name}.xlsx`)))), { fileName: `${name}.xlsx` });
    workbooks.set(`${name} summary`, newWorkbook([summarySheet(report)]));
    workbooks.set(`${name} details`, newWorkbook([detailsSheet(report)]));
  }
  for (const [name, pdf] of await convertedByOffice(workbooks, "xlsx", "pdf")) {
    const pages = pagesOf(pdf);
    const isSummary = name.endsWith("summary");
    expect([name, [...new Set(pages)]]).toEqual([name, [isSummary ? "595×842" : "842×595"]]);
    if (isSummary) expect([1, 2]).toContain(pages.length);
  }
}, OFFICE_TIMEOUT);
