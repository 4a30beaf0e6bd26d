import { strToU8 } from "fflate";
import { makePackage, makeParts, zipParts } from "../testing/make-package";
import { writtenExtension } from "../index";

const MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

test.each([
  [MAIN, ".xlsx"], ["application/vnd.ms-excel.sheet.macroEnabled.main+xml", ".xlsm"], ["application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml", ".xltx"],
  ["application/vnd.ms-excel.template.macroEnabled.main+xml", ".xltm"]
])("a workbook of the type %s is written as %s", (type, extension) => {
  const parts = makeParts({ sheets: [{}] });
  parts.set("[Content_Types].xml", String(parts.get("[Content_Types].xml")).replace(MAIN, type));
  expect(writtenExtension(zipParts(parts))).toBe(extension);
});

test("what is not written has none", () => {
  expect(writtenExtension(strToU8("<table></table>"))).toBeNull();
  expect(writtenExtension(new Uint8Array())).toBeNull();
  expect(writtenExtension(makePackage({ sheets: [{}] }).subarray(0, 300))).toBeNull();
});
