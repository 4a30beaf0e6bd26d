/** The workbooks that the benchmark measures. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, unzipSync, zipSync, type Zippable } from "fflate";
import { build, packageVariant, Random, writeXlsx, type Spec } from "../../test/generator";
import { workbookOf } from "../../test/support/sheet-builder";
import type { Workbook } from "../../src/workbook";

/** Writes that many stations' workbooks, each with indicators and roster and no two alike, and gives the files. `sizeOf`: which of them have few persons and areas. */
export function writeStations(folder: string, count: number, sizeOf: (index: number) => Spec["size"] = () => undefined): string[] {
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: count }, (_, index) => {
    const { draft } = build({ kind: "whole", family: "standard", rate: "if-slash", total: "sum", seed: 1000 + index, size: sizeOf(index) });
    const file = join(folder, `${String(index + 1).padStart(3, "0")}.xlsx`);
    writeFileSync(file, writeXlsx(draft, packageVariant(new Random(index + 1))));
    return file;
  });
}

/** The sample with 60 more sheets of 200 rows × 60 columns, a third of the cells formulas that have nothing to do with the tables. */
export function largeWorkbook(sample: Uint8Array): Uint8Array {
  const parts = unzipSync(sample);
  const text = (name: string): string => new TextDecoder().decode(parts[name]);
  let sheets = "";
  let relationships = "";
  let types = "";
  const added: Zippable = {};
  for (let index = 1; index <= 60; index++) {
    const name = `xl/worksheets/bench${index}.xml`;
    added[name] = strToU8(`<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${largeRows(index)}</sheetData></worksheet>`);
    sheets += `<sheet name="数据${index}" sheetId="${index + 100}" r:id="bench${index}"/>`;
    relationships += `<Relationship Id="bench${index}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/bench${index}.xml"/>`;
    types += `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`;
  }
  return zipSync({
    ...parts,
    ...added,
    "xl/workbook.xml": strToU8(text("xl/workbook.xml").replace("</sheets>", `${sheets}</sheets>`)),
    "xl/_rels/workbook.xml.rels": strToU8(text("xl/_rels/workbook.xml.rels").replace("</Relationships>", `${relationships}</Relationships>`)),
    "[Content_Types].xml": strToU8(text("[Content_Types].xml").replace("</Types>", `${types}</Types>`))
  }, { level: 6 });
}

function columnOf(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnOf(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));
}

function largeRows(sheet: number): string {
  let rows = "";
  for (let row = 1; row <= 200; row++) {
    let cells = "";
    for (let column = 0; column < 60; column++) {
      const a = (sheet * 31 + row * 7 + column) % 97;
      const name = columnOf(column) + row;
      cells += column % 3 === 2
        ? `<c r="${name}"><f>${columnOf(column - 2)}${row}+${columnOf(column - 1)}${row}</f><v>${a - 2 + a - 1}</v></c>`
        : `<c r="${name}"><v>${a}</v></c>`;
    }
    rows += `<row r="${row}">${cells}</row>`;
  }
  return rows;
}

/** A matrix of that many areas and indicators: each rate is a formula that has to be proved. */
export function manyFormulas(areas: number, indicators: number): Workbook {
  const cells: Record<string, string | number> = { A1: "服务片区" };
  for (let index = 0; index < indicators; index++) {
    const [target, done, rate] = [1, 2, 3].map((offset) => columnOf(index * 3 + offset));
    Object.assign(cells, { [`${target}1`]: `指标${index + 1}`, [`${target}2`]: "协议量", [`${done}2`]: "完成量", [`${rate}2`]: "百分比" });
    for (let row = 3; row < areas + 3; row++) {
      Object.assign(cells, { [`A${row}`]: `片区${row}`, [`${target}${row}`]: 10 + row, [`${done}${row}`]: 5 + row, [`${rate}${row}`]: `=IF(${target}${row}="/","/",${done}${row}/${target}${row})` });
    }
  }
  const merges = ["A1:A2", ...Array.from({ length: indicators }, (_, index) => `${columnOf(index * 3 + 1)}1:${columnOf(index * 3 + 3)}1`)];
  return workbookOf({ 指标: { cells, merges } });
}
