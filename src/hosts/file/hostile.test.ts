import { strToU8, zipSync } from "fflate";
import { readFileSync } from "node:fs";
import { readWorkbook, editWorkbook, hasMarkedSheet } from "./index";
import { makePackage, makeParts, relationships, zipParts, type PackageSource } from "./testing/make-package";

const code = (bytes: Uint8Array, name?: string) => readWorkbook(bytes, name).then(() => "read", (error) => error.code ?? error);
const codeOf = (source: PackageSource) => code(makePackage(source));
const sheet = (data: string, extra: Partial<PackageSource["sheets"][number]> = {}): PackageSource => ({ sheets: [{ data, ...extra }] });

/** A compound file with one stream of that name in its directory. */
function compound(name: string): Uint8Array {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (let i = 0; i < name.length; i++) bytes[1024 + 2 * i] = name.charCodeAt(i);
  bytes[1024 + 64] = (name.length + 1) * 2;
  return bytes;
}

test.each<[string, Uint8Array, string | undefined, string]>([
  ["nothing", new Uint8Array(), undefined, "empty"],
  ["random bytes", Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3)) & 255), undefined, "not-a-workbook"],
  ["a PDF", strToU8("%PDF-1.7\n1 0 obj\n"), undefined, "pdf-file"],
  ["a PNG", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0), undefined, "picture"],
  ["a photo", Uint8Array.of(0xff, 0xd8, 0xff, 0xe1, 0, 1), "附件2.xlsx", "picture"],
  ["a photo of a telephone", strToU8("\0\0\0\u0018ftypheic"), undefined, "picture"],
  ["a text", strToU8("这不是工作簿"), "说明.xlsx", "not-a-workbook"],
  ["a CSV", strToU8("a,b\n1,2\n"), "表.csv", "text-table"],
  ["an HTML page without a table", strToU8("<!doctype html><title>x</title>"), "a.xls", "not-a-workbook"],
  ["an encrypted workbook", compound("EncryptedPackage"), undefined, "encrypted"],
  ["a Word 97 document", compound("WordDocument"), undefined, "word-file"],
  ["a damaged .xls", compound("Workbook"), undefined, "corrupt"],
  ["a damaged .xls of another program", compound("WORKBOOK"), undefined, "corrupt"],
  ["an encrypted .ods", zipSync({
    mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"), "content.xml": Uint8Array.of(1, 2, 3),
    "META-INF/manifest.xml": strToU8('<manifest:manifest xmlns:manifest="urn:m"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>')
  }), undefined, "encrypted"],
  ["an encrypted .ods of a newer program", zipSync({
    mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"), "encrypted-package": Uint8Array.of(1, 2, 3),
    "META-INF/manifest.xml": strToU8('<manifest:manifest xmlns:manifest="urn:m"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>')
  }), undefined, "encrypted"],
  ["a zip of something else", zipSync({ "a.txt": strToU8("a") }), undefined, "not-a-workbook"],
  ["a docx", zipParts(new Map([["_rels/.rels", relationships('<Relationship Id="r" Type="http://x/officeDocument" Target="word/document.xml"/>')], ["word/document.xml", "<w:document xmlns:w='urn:w'/>"]])), undefined, "word-file"],
  ["an ODF text", zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.text"), "content.xml": strToU8("<a/>") }), undefined, "word-file"],
  ["an empty zip", zipSync({}), undefined, "not-a-workbook"]
])("%s", async (_, bytes, name, expected) => expect(await code(bytes, name)).toBe(expected));

test("a zip cut anywhere is corrupt, never read and never a crash", async () => {
  const whole = new Uint8Array(readFileSync("samples/lianhe.xlsx"));
  for (let length = 4; length < whole.length; length += 789) expect(await code(whole.subarray(0, length))).toBe("corrupt");
});

test("changed bytes are corrupt or do no harm", async () => {
  const whole = new Uint8Array(readFileSync("samples/lianhe.xlsx"));
  for (let at = 0; at < whole.length; at += 197) {
    const bytes = whole.slice();
    bytes[at]! ^= 0x55;
    expect(["read", "corrupt", "encrypted", "not-a-workbook", "too-large"]).toContain(await code(bytes));
  }
});

/** Changes a field of the directory entry of a part. */
function patch(bytes: Uint8Array, part: string, offset: number, value: number, size: 2 | 4 = 4): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at < copy.length - 46; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const name = new TextDecoder().decode(copy.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
    if (name !== part) continue;
    if (size === 2) view.setUint16(at + offset, value, true);
    else view.setUint32(at + offset, value, true);
  }
  return copy;
}

test("a directory that lies", async () => {
  const good = makePackage(sheet(`<row><c><v>1</v></c></row><!--${"x".repeat(100_000)}-->`));
  const part = "xl/worksheets/sheet1.xml";
  expect(await code(good)).toBe("read");
  expect(await code(patch(good, part, 24, 1000))).toBe("corrupt");
  expect(await code(patch(good, part, 24, 350_000))).toBe("corrupt");
  expect(await code(patch(good, part, 24, 200_000_000))).toBe("corrupt");
  expect(await code(patch(good, part, 24, 0xfffffff0))).toBe("too-large");
  expect(await code(patch(good, part, 16, 12345))).toBe("corrupt");
  expect(await code(patch(good, part, 20, 0xffffff))).toBe("corrupt");
  expect(await code(patch(good, part, 42, 0xffffff))).toBe("corrupt");
  expect(await code(patch(good, part, 10, 12, 2))).toBe("corrupt");
  expect(await code(patch(good, part, 8, 1, 2))).toBe("encrypted");
});

test("a part that inflates to gigabytes is refused at once", async () => {
  // It inflates to more than its header says; what goes beyond is never made.
  const bomb = patch(makePackage({ ...sheet(""), extra: { "xl/worksheets/sheet1.xml": new Uint8Array(12_000_000) } }), "xl/worksheets/sheet1.xml", 24, 9_000_000);
  const start = performance.now();
  expect(await code(bomb)).toBe("corrupt");
  expect(performance.now() - start).toBeLessThan(10_000);
});

test("reads zip64 records and data descriptors", async () => {
  const bytes = makePackage(sheet("<row><c><v>1</v></c></row>"));
  expect(await code(asZip64(bytes))).toBe("read");
  const { bytes: written } = await editWorkbook(asZip64(bytes), { settingsXml: '<a xmlns="urn:hebiao:settings"/>' });
  expect(await code(written)).toBe("read");
});

/** The same zip with sizes in data descriptors and zip64 fields, as programs write that stream into a pipe. */
function asZip64(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  const local: number[] = [];
  const directory: number[] = [];
  const le = (value: number, size: number) => Array.from({ length: size }, (_, i) => Math.floor(value / 256 ** i) & 255);
  let at = view.getUint32(end + 16, true);
  const count = view.getUint16(end + 10, true);
  for (let i = 0; i < count; i++) {
    const nameLength = view.getUint16(at + 28, true);
    const name = [...bytes.subarray(at + 46, at + 46 + nameLength)];
    const [crc, compressed, size] = [16, 20, 24].map((field) => view.getUint32(at + field, true)) as [number, number, number];
    const from = view.getUint32(at + 42, true);
    const start = from + 30 + view.getUint16(from + 26, true) + view.getUint16(from + 28, true);
    const offset = local.length;
    const head = [...le(45, 2), ...le(8, 2), ...le(8, 2), ...le(0, 4)];
    local.push(...le(0x04034b50, 4), ...head, ...le(0, 12), ...le(nameLength, 2), ...le(0, 2), ...name, ...bytes.subarray(start, start + compressed),
      ...le(0x08074b50, 4), ...le(crc, 4), ...le(compressed, 8), ...le(size, 8));
    directory.push(...le(0x02014b50, 4), ...le(45, 2), ...head, ...le(crc, 4), ...le(0xffffffff, 4), ...le(0xffffffff, 4), ...le(nameLength, 2), ...le(28, 2),
      ...le(0, 2), ...le(0, 2), ...le(0, 2), ...le(0, 4), ...le(0xffffffff, 4), ...name, ...le(1, 2), ...le(24, 2), ...le(size, 8), ...le(compressed, 8), ...le(offset, 8));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  const record = local.length + directory.length;
  return Uint8Array.from([...local, ...directory,
    ...le(0x06064b50, 4), ...le(44, 8), ...le(45, 2), ...le(45, 2), ...le(0, 8), ...le(count, 8), ...le(count, 8), ...le(directory.length, 8), ...le(local.length, 8),
    ...le(0x07064b50, 4), ...le(0, 4), ...le(record, 8), ...le(1, 4),
    ...le(0x06054b50, 4), ...le(0, 4), ...le(0xffff, 2), ...le(0xffff, 2), ...le(0xffffffff, 4), ...le(0xffffffff, 4), ...le(0, 2)]);
}

test.each<[string, PackageSource, string]>([
  ["XML that ends early", { ...sheet(""), extra: { "xl/worksheets/sheet1.xml": '<worksheet xmlns="urn:x"><sheetData><row>' } }, "corrupt"],
  ["XML that is none", { ...sheet(""), extra: { "xl/workbook.xml": "hello" } }, "corrupt"],
  ["an empty part", { ...sheet(""), extra: { "xl/workbook.xml": "" } }, "corrupt"],
  ["bytes that are no UTF-8", { ...sheet(""), extra: { "xl/worksheets/sheet1.xml": Uint8Array.of(0x3c, 0x61, 0x3e, 0xff, 0xfe, 0x3c, 0x2f, 0x61, 0x3e) } }, "corrupt"],
  ["a document type", { ...sheet(""), extra: { "xl/worksheets/sheet1.xml": '<!DOCTYPE a [<!ENTITY b "c">]><worksheet><sheetData/></worksheet>' } }, "corrupt"],
  ["an unknown entity", sheet('<row><c t="str"><v>&x;</v></c></row>'), "corrupt"],
  ["a workbook that lists no sheet", { sheets: [] }, "corrupt"],
  ["a sheet without its part", { ...sheet(""), extra: { "xl/worksheets/sheet1.xml": null } }, "corrupt"],
  ["a sheet without a relationship", { ...sheet(""), extra: { "xl/_rels/workbook.xml.rels": relationships("") } }, "corrupt"],
  ["a part that is another thing", { ...sheet(""), extra: { "xl/worksheets/sheet1.xml": "<chartsheet/>" } }, "corrupt"],
  ["a string where there are none", sheet('<row><c t="s"><v>7</v></c></row>'), "read"],
  ["a column beyond the last", sheet('<row r="1"><c r="XFE1"><v>1</v></c></row>'), "corrupt"],
  ["a row beyond the last", sheet('<row r="1048577"><c><v>1</v></c></row>'), "corrupt"],
  ["an address that is none", sheet('<row r="1"><c r="1A"><v>1</v></c></row>'), "corrupt"],
  ["an endless address", sheet(`<row r="1"><c r="${"A".repeat(1000)}1"><v>1</v></c></row>`), "corrupt"],
  ["XML nested without end", sheet(`<row>${"<a>".repeat(5000)}${"</a>".repeat(5000)}</row>`), "corrupt"],
  ["a number that is none", sheet('<row r="1"><c r="A1"><v>NaN</v></c></row>'), "read"],
  ["merged areas over everything", sheet('<row r="1048576"><c><v>1</v></c></row>', { after: `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(50)}</mergeCells>` }), "too-large"]
])("%s", async (_, source, expected) => expect(await codeOf(source)).toBe(expected));

test("two parts of one name are corrupt", async () => {
  const parts = makeParts(sheet(""));
  parts.set("XL/workbook.xml", String(parts.get("xl/workbook.xml")));
  expect(await code(zipParts(parts))).toBe("corrupt");
});

test("a hundred thousand styled empty cells are dropped quickly", async () => {
  let data = "";
  for (let row = 1; row <= 100_000; row++) data += `<row r="${row}"><c r="A${row}" s="1"/></row>`;
  const bytes = makePackage(sheet(data));
  const start = performance.now();
  const workbook = await readWorkbook(bytes);
  expect(workbook.sheets[0]!.cells.size).toBe(0);
  expect(performance.now() - start).toBeLessThan(15_000);
});

test("what cannot be written says why, and has no marked sheet", async () => {
  const edit = (bytes: Uint8Array) => editWorkbook(bytes, {}).then(() => "written", (error) => error.code);
  expect(await edit(new Uint8Array())).toBe("empty");
  expect(await edit(compound("EncryptedPackage"))).toBe("encrypted");
  expect(await edit(compound("Workbook"))).toBe("corrupt");
  expect(await edit(strToU8("<table><tr><td>1</td></tr></table>"))).toBe("unsupported");
  expect(await edit(strToU8("text"))).toBe("not-a-workbook");
  expect(await edit(makePackage({ ...sheet(""), extra: { "_xmlsignatures/sig1.xml": "<a/>" } }))).toBe("signed");
  expect(await hasMarkedSheet(strToU8("text"), "m")).toBe(false);
  expect(await hasMarkedSheet(Uint8Array.of(0x50, 0x4b, 3, 4), "m")).toBe(false);
});
