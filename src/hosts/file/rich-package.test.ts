import { render, say } from "../../messages";
import { checkWorkbook } from "../../report";
import { DETAILS_MARKER, DETAILS_SHEET_NAME, SUMMARY_MARKER, SUMMARY_SHEET_NAME, summaryPlans } from "../../summary";
import type { Fix } from "../../workbook";
import { editWorkbook, readWorkbook } from "./index";
import { zipParts, partText } from "./testing/make-package";
import { richParts, type RichOptions } from "./testing/rich-package";
import { checkOrder } from "./testing/schema-order";
import { XmlEdit, childOf } from "./package/xml-edit";
import { openZip } from "./package/zip";

const SHEET = "xl/worksheets/sheet1.xml";
const WORKBOOK = "xl/workbook.xml";
const TYPES = "[Content_Types].xml";
const RELATIONSHIPS = "xl/_rels/workbook.xml.rels";
const CHAIN = "xl/calcChain.xml";

const FIXES: readonly Fix[] = [
  { sheet: "甲", cell: "E4", kind: "formula", before: 0.6, after: "=D4/C4", why: "" },
  { sheet: "甲", cell: "H4", kind: "value", before: "=G4/F4", after: 0.5, why: "" },
  { sheet: "甲", cell: "F5", kind: "value", before: 400, after: "=不是公式", why: "" }
];

/** Fixes some cells and writes the summary of what is then there. */
async function fixedAndSummed(before: Uint8Array) {
  const report = checkWorkbook(await readWorkbook(before), { fileName: "a.xlsm" });
  return editWorkbook(before, { fixes: FIXES, sheets: summaryPlans(report, { checkedAt: new Date(2026, 10, 21, 14, 30) }) });
}

const entries = (bytes: Uint8Array) => new Map(openZip(bytes).entries.map((entry) => [entry.name, Buffer.from(entry.compressed)]));
const tagsOf = (xml: string, node: string) => {
  const edit = new XmlEdit("part", xml);
  return (node ? childOf(edit.root, node)! : edit.root).children.map((child) => xml.slice(child.start, child.end));
};

const dialects: [string, RichOptions][] = [["as Excel writes it", {}], ["with prefixes", { prefix: "x" }], ["strict", { strict: true }], ["strict, with prefixes", { strict: true, prefix: "x" }]];

describe.each(dialects)("a rich macro workbook %s", (_, options) => {
  const before = zipParts(richParts(options));
  const text = (bytes: Uint8Array, part: string) => partText(bytes, part)!;

  test("keeps every part that is not concerned, byte for byte and in its place", async () => {
    const { bytes, fixes } = await fixedAndSummed(before);
    expect(fixes.map(({ reason }) => reason)).toEqual([null, null, null]);
    const [former, now] = [entries(before), entries(bytes)];
    const touched = [TYPES, RELATIONSHIPS, WORKBOOK, "xl/styles.xml", SHEET];
    for (const [name, content] of former) {
      if (name === CHAIN || touched.includes(name)) continue;
      expect([name, now.get(name)?.equals(content)]).toEqual([name, true]);
    }
    expect([...now.keys()].filter((name) => former.has(name))).toEqual([...former.keys()].filter((name) => name !== CHAIN));
    expect([...now.keys()].filter((name) => !former.has(name)).sort()).toEqual([
      "xl/charts/chart2.xml", "xl/drawings/_rels/drawing2.xml.rels", "xl/drawings/drawing2.xml", "xl/worksheets/_rels/sheet5.xml.rels", "xl/worksheets/sheet4.xml", "xl/worksheets/sheet5.xml"
    ]);
  });

  test("of the parts concerned nothing is lost: types, relationships, names and looks are only added to", async () => {
    const { bytes } = await fixedAndSummed(before);
    const kept = (part: string, node = "") => {
      const now = tagsOf(text(bytes, part), node);
      return tagsOf(text(before, part), node).filter((tag) => !now.includes(tag));
    };
    expect(kept(TYPES).every((tag) => tag.includes("calcChain"))).toBe(true);
    expect(kept(RELATIONSHIPS).every((tag) => tag.includes("calcChain"))).toBe(true);
    expect([kept(WORKBOOK, "sheets"), kept(WORKBOOK, "definedNames"), kept(WORKBOOK, "pivotCaches"), kept(WORKBOOK, "externalReferences")]).toEqual([[], [], [], []]);
    for (const list of ["fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs"]) {
      const [former, now] = [tagsOf(text(before, "xl/styles.xml"), list), tagsOf(text(bytes, "xl/styles.xml"), list)];
      expect(now.slice(0, former.length)).toEqual(former);
    }
    expect(text(bytes, TYPES)).toContain("macroEnabled.main+xml");
    const calculation = new XmlEdit(WORKBOOK, text(bytes, WORKBOOK)).root.children.find(({ name }) => name === "calcPr")!;
    expect(calculation.attributes).toMatchObject({ calcId: "191029", calcMode: "manual", iterate: "1", fullCalcOnLoad: "1" });
  });

  test("in the mended sheet only the mended cells change, and what shared their formula gets its own", async () => {
    const { bytes } = await fixedAndSummed(before);
    const p = options.prefix ? "x:" : "";
    const cellsOf = (xml: string) => new Map([...xml.matchAll(/<(?:x:)?c r="([A-Z]+\d+)".*?(?:\/>|<\/(?:x:)?c>)(?=<)/gs)].map(([whole, name]) => [name!, whole]));
    const [former, now] = [cellsOf(text(before, SHEET)), cellsOf(text(bytes, SHEET))];
    expect([...now.keys()]).toEqual([...former.keys()]);
    expect([...now].filter(([name, xml]) => former.get(name) !== xml)).toEqual([
      ["E4", `<${p}c r="E4" s="1"><${p}f>D4/C4</${p}f></${p}c>`],
      ["H4", `<${p}c r="H4" s="1"><${p}v>0.5</${p}v></${p}c>`],
      ["F5", `<${p}c r="F5" t="inlineStr"><${p}is><${p}t xml:space="preserve">=不是公式</${p}t></${p}is></${p}c>`],
      ["H5", `<${p}c r="H5" s="1"><${p}f>G5/F5</${p}f><${p}v>0.25</${p}v></${p}c>`],
      ["H6", `<${p}c r="H6" s="1"><${p}f>G6/F6</${p}f><${p}v>0.31666666666666665</${p}v></${p}c>`]
    ].sort(([a], [b]) => [...former.keys()].indexOf(a!) - [...former.keys()].indexOf(b!)));
    const outside = (xml: string) => xml.replace(/<(?:x:)?sheetData>.*<\/(?:x:)?sheetData>/s, "");
    expect(outside(text(bytes, SHEET))).toBe(outside(text(before, SHEET)));
  });

  test("what is written stands in the order that Excel demands", async () => {
    const { bytes } = await fixedAndSummed(before);
    for (const part of [SHEET, WORKBOOK, "xl/styles.xml", "xl/worksheets/sheet4.xml", "xl/charts/chart2.xml"]) expect([part, checkOrder(text(bytes, part))]).toEqual([part, []]);
  });

  test("every relationship leads to a part, every part has a type, and no id or part is there twice", async () => {
    const { bytes } = await fixedAndSummed(before);
    const names = [...entries(bytes).keys()];
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    const types = new XmlEdit(TYPES, text(bytes, TYPES)).root.children.map(({ attributes }) => attributes);
    for (const name of names.filter((each) => each !== TYPES)) {
      const overrides = types.filter((each) => each["PartName"] === `/${name}`);
      expect([name, overrides.length <= 1 && (overrides.length === 1 || types.some((each) => each["Extension"] === name.split(".").pop()))]).toEqual([name, true]);
    }
    for (const name of names.filter((each) => each.endsWith(".rels"))) {
      const owner = new URL(`http://x/${name.replace("_rels/", "").replace(/\.rels$/, "")}`);
      const links = new XmlEdit(name, text(bytes, name)).root.children.map(({ attributes }) => attributes);
      expect(new Set(links.map((each) => each["Id"])).size).toBe(links.length);
      for (const each of links.filter((link) => link["TargetMode"] !== "External" && !name.includes("cellimages"))) {
        expect([name, each["Target"], names.includes(decodeURI(new URL(each["Target"]!, owner).pathname.slice(1)))]).toEqual([name, each["Target"], true]);
      }
    }
  });

  test("a second summary replaces the first in place, and with the fixes undone the cells hold what they held", async () => {
    const first = await fixedAndSummed(before);
    const undone = await editWorkbook(first.bytes, { fixes: first.fixes.map(({ undo }) => undo!) });
    expect(undone.fixes.every(({ applied }) => applied)).toBe(true);
    const contents = async (bytes: Uint8Array) => (await readWorkbook(bytes)).sheets.filter(({ marker }) => !marker)
      .map((sheet) => [sheet.name, [...sheet.cells].map(([key, { value, formula, format }]) => [key, formula === null ? value : null, formula, format])]);
    expect(await contents(undone.bytes)).toEqual(await contents(before));
    const report = checkWorkbook(await readWorkbook(undone.bytes), { fileName: "a.xlsm" });
    const again = await editWorkbook(undone.bytes, { sheets: summaryPlans(report) });
    expect(again.sheets).toEqual([SUMMARY_SHEET_NAME, DETAILS_SHEET_NAME].map((name) => ({ name, replaced: true, omitted: [] })));
    expect([...entries(again.bytes).keys()]).toEqual([...entries(undone.bytes).keys()]);
    expect((await readWorkbook(again.bytes)).sheets.map(({ name, marker }) => [name, marker ?? null]))
      .toEqual([["甲", null], ["数 据", null], [SUMMARY_SHEET_NAME, SUMMARY_MARKER], [DETAILS_SHEET_NAME, DETAILS_MARKER]]);
  });
});

test("arrays and data tables are not broken by a fix", async () => {
  const { fixes } = await editWorkbook(zipParts(richParts()), { fixes: ["A20", "A21", "C21"].map((cell): Fix => ({ sheet: "甲", cell, kind: "value", before: 0, after: 1, why: "" })) });
  const refused = render(say("fix-refused-array"));
  expect(fixes.map(({ reason }) => reason)).toEqual([refused, refused, refused]);
});

test("without a fix the user's own calculation settings and chain stay", async () => {
  const before = zipParts(richParts());
  const { bytes } = await editWorkbook(before, { sheets: summaryPlans(checkWorkbook(await readWorkbook(before), { fileName: "a.xlsm" })) });
  expect(partText(bytes, WORKBOOK)).toContain('<calcPr calcId="191029" calcMode="manual" iterate="1"/>');
  expect(partText(bytes, CHAIN)).toBe(partText(before, CHAIN));
  expect(partText(bytes, SHEET)).toBe(partText(before, SHEET));
});
