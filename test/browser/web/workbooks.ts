import { readFileSync } from "node:fs";
import { read, write, type BookType } from "@e965/xlsx";
import { strToU8, unzipSync, zipSync } from "fflate";
import { sample } from "../harness";

const MACROS = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
const PROJECT = "application/vnd.ms-office.vbaProject";

/** The sample as a workbook with macros; what stands for them is not to be touched. */
export function withMacros(): Uint8Array {
  const parts = unzipSync(readFileSync(sample("lianhe.xlsx")));
  const text = (name: string): string => new TextDecoder().decode(parts[name]);
  return zipSync({
    ...parts,
    "[Content_Types].xml": strToU8(text("[Content_Types].xml")
      .replace("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", MACROS)
      .replace("</Types>", `<Override PartName="/xl/vbaProject.bin" ContentType="${PROJECT}"/></Types>`)),
    "xl/_rels/workbook.xml.rels": strToU8(text("xl/_rels/workbook.xml.rels")
      .replace("</Relationships>", '<Relationship Id="macros" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>')),
    "xl/vbaProject.bin": Uint8Array.from({ length: 3000 }, (_, index) => (index * 7919) % 256)
  });
}

/** The sample in another format. */
function savedAs(bookType: BookType): Uint8Array {
  const workbook = read(readFileSync(sample("lianhe.xlsx")), { cellFormula: true, cellNF: true, cellStyles: true });
  return write(workbook, { bookType, type: "buffer" }) as Buffer;
}

/** The sample as Excel 97 would have saved it; WPS keeps its .et in the same form. */
export const asExcel97 = (): Uint8Array => savedAs("biff8");

/** The sample as an .ods, which only the library for old formats reads. */
export const asOpenDocument = (): Uint8Array => savedAs("ods");

/** The parts of a package that are new, gone or differ, by their names. */
export function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [old, now] = [unzipSync(before), unzipSync(after)];
  const names = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...names].filter((name) => !old[name] || !now[name] || Buffer.compare(old[name], now[name]) !== 0).sort();
}
