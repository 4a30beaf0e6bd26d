import { makeParts, relationships, STYLES } from "./make-package";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
const XM = "http://schemas.microsoft.com/office/excel/2006/main";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const PNG = Uint8Array.from(Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==", "base64"));
/** What no reader of ours understands: it must come out as it went in. */
const OPAQUE = (seed: number) => Uint8Array.from({ length: 700 }, (_, index) => (index * 31 + seed * 17) % 256);

/** A table of indicators in the middle of a sheet that uses everything a sheet can; E4 says 0.6 where 50/100 is 0.5. */
const DATA = [
  '<row r="1" spans="1:8" ht="30" customHeight="1"><c r="A1" t="s"><v>0</v></c></row>',
  '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="inlineStr"><is><t>投入社工人数</t></is></c><c r="C2" t="inlineStr"><is><t>电访</t></is></c><c r="F2" t="inlineStr"><is><t>入户探访</t></is></c></row>',
  `<row r="3">${["协议量", "完成量", "百分比", "协议量", "完成量", "百分比"].map((text, index) => `<c r="${"CDEFGH"[index]}3" t="inlineStr"><is><t>${text}</t></is></c>`).join("")}</row>`,
  '<row r="4"><c r="A4" t="inlineStr"><is><t>片区1</t></is></c><c r="B4"><v>5</v></c><c r="C4"><v>100</v></c><c r="D4"><v>50</v></c><c r="E4" s="1"><v>0.6</v></c><c r="F4"><v>200</v></c><c r="G4"><v>90</v></c><c r="H4" s="1"><f t="shared" ref="H4:H6" si="0">G4/F4</f><v>0.45</v></c></row>',
  '<row r="5"><c r="A5" t="inlineStr"><is><t>片区2</t></is></c><c r="B5"><v>5</v></c><c r="C5"><v>10</v></c><c r="D5"><v>12</v></c><c r="E5" s="1"><f>D5/C5</f><v>1.2</v></c><c r="F5"><v>400</v></c><c r="G5"><v>100</v></c><c r="H5" s="1"><f t="shared" si="0"/><v>0.25</v></c></row>',
  '<row r="6"><c r="A6" t="inlineStr"><is><t>合计</t></is></c><c r="B6"><f>SUM(B4:B5)</f><v>10</v></c><c r="C6"><f>SUM(C4:C5)</f><v>110</v></c><c r="D6"><f>SUM(D4:D5)</f><v>62</v></c><c r="E6" s="1"><f>D6/C6</f><v>0.5636</v></c><c r="F6"><f>SUM(F4:F5)</f><v>600</v></c><c r="G6"><f>SUM(G4:G5)</f><v>190</v></c><c r="H6" s="1"><f t="shared" si="0"/><v>0.31666666666666665</v></c></row>',
  '<row r="20"><c r="A20" cm="1"><f t="array" ref="A20:A21">C4:C5*2</f><v>200</v></c><c r="C20"><f t="dataTable" ref="C20:C21" dt2D="0" dtr="0" r1="B4"/><v>1</v></c></row>',
  '<row r="21"><c r="A21"><v>20</v></c><c r="C21"><v>1</v></c></row>'
].join("");

const AFTER = '<sheetProtection sheet="0" objects="0"/><autoFilter ref="A3:H6"/><mergeCells count="4"><mergeCell ref="A1:H1"/><mergeCell ref="A2:A3"/><mergeCell ref="C2:E2"/><mergeCell ref="F2:H2"/></mergeCells>' +
  '<phoneticPr fontId="0" type="noConversion"/>' +
  '<conditionalFormatting sqref="E4:E6"><cfRule type="cellIs" dxfId="0" priority="1" operator="greaterThan"><formula>1</formula></cfRule></conditionalFormatting>' +
  '<conditionalFormatting sqref="H4:H6"><cfRule type="dataBar" priority="2"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar>' +
  `<extLst><ext xmlns:x14="${X14}" uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}"><x14:id>{AAAAAAAA-0000-0000-0000-000000000001}</x14:id></ext></extLst></cfRule></conditionalFormatting>` +
  '<dataValidations count="1"><dataValidation type="decimal" operator="greaterThanOrEqual" allowBlank="1" showErrorMessage="1" sqref="C4:D5"><formula1>0</formula1></dataValidation></dataValidations>' +
  '<hyperlinks><hyperlink ref="A2" r:id="rIdLink" tooltip="网站"/><hyperlink ref="A4" location="\'数 据\'!A1" display="x"/></hyperlinks>' +
  '<printOptions gridLines="1"/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" scale="80" orientation="portrait" r:id="rIdPrinter"/>' +
  '<headerFooter><oddHeader>&amp;C甲&amp;G</oddHeader></headerFooter><rowBreaks count="1" manualBreakCount="1"><brk id="10" max="16383" man="1"/></rowBreaks>' +
  '<drawing r:id="rIdDrawing"/><legacyDrawing r:id="rIdVml"/><legacyDrawingHF r:id="rIdVmlHF"/><tableParts count="1"><tablePart r:id="rIdTable"/></tableParts>' +
  `<extLst><ext xmlns:x14="${X14}" uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"><x14:sparklineGroups xmlns:xm="${XM}"><x14:sparklineGroup><x14:colorSeries rgb="FF376092"/>` +
  "<x14:sparklines><x14:sparkline><xm:f>甲!C4:D4</xm:f><xm:sqref>J4</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>";

const BEFORE = '<sheetPr codeName="Sheet1"><tabColor rgb="FFFF0000"/></sheetPr><dimension ref="A1:H21"/><sheetViews><sheetView tabSelected="1" zoomScale="85" workbookViewId="0"><pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="E4" sqref="E4"/></sheetView></sheetViews>' +
  '<sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.25" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"/><cols><col min="1" max="1" width="12.5" customWidth="1"/><col min="5" max="5" width="9" style="1"/></cols>';

const relationship = (id: string, type: string, target: string, external = false) =>
  `<Relationship Id="${id}" Type="${type.includes(":") ? type : `${OFFICE}/${type}`}" Target="${target}"${external ? ' TargetMode="External"' : ""}/>`;

/** Parts of every kind that station workbooks bring along: what they say is true enough for readers, and none of it is ours to touch. */
const EXTRA: Readonly<Record<string, string | Uint8Array>> = {
  "xl/worksheets/_rels/sheet1.xml.rels": relationships([
    relationship("rIdLink", "hyperlink", "https://example.invalid/?a=1&amp;b=2", true), relationship("rIdPrinter", "printerSettings", "../printerSettings/printerSettings1.bin"),
    relationship("rIdDrawing", "drawing", "../drawings/drawing1.xml"), relationship("rIdVml", "vmlDrawing", "../drawings/vmlDrawing1.vml"),
    relationship("rIdVmlHF", "vmlDrawing", "../drawings/vmlDrawing2.vml"), relationship("rIdTable", "table", "../tables/table1.xml"),
    relationship("rIdNotes", "comments", "../comments1.xml"),
    relationship("rIdThreads", "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment", "../threadedComments/threadedComment1.xml")
  ].join("")),
  "xl/worksheets/_rels/sheet2.xml.rels": relationships(relationship("rId1", "pivotTable", "../pivotTables/pivotTable1.xml")),
  "xl/comments1.xml": `${HEAD}<comments xmlns="${MAIN}"><authors><author>甲</author></authors><commentList><comment ref="E4" authorId="0"><text><r><t>核对</t></r></text></comment></commentList></comments>`,
  "xl/threadedComments/threadedComment1.xml": `${HEAD}<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="C4" dT="2026-01-01T00:00:00.00" personId="{00000000-0000-0000-0000-000000000001}" id="{00000000-0000-0000-0000-000000000002}"><text>请看</text></threadedComment></ThreadedComments>`,
  "xl/persons/person.xml": `${HEAD}<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="甲" id="{00000000-0000-0000-0000-000000000001}" userId="甲" providerId="None"/></personList>`,
  "xl/drawings/drawing1.xml": `${HEAD}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/>`,
  "xl/drawings/_rels/drawing1.xml.rels": relationships(relationship("rId1", "image", "../media/image1.png") + relationship("rId2", "chart", "../charts/chart1.xml")),
  "xl/drawings/vmlDrawing1.vml": '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"></xml>',
  "xl/drawings/vmlDrawing2.vml": '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="CH"></v:shape></xml>',
  "xl/media/image1.png": PNG,
  "xl/charts/chart1.xml": `${HEAD}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea/></c:chart></c:chartSpace>`,
  "xl/tables/table1.xml": `${HEAD}<table xmlns="${MAIN}" id="1" name="表1" displayName="表1" ref="K3:L4"><autoFilter ref="K3:L4"/><tableColumns count="2"><tableColumn id="1" name="a"/><tableColumn id="2" name="b"/></tableColumns></table>`,
  "xl/pivotTables/pivotTable1.xml": `${HEAD}<pivotTableDefinition xmlns="${MAIN}" name="透视" cacheId="7"/>`,
  "xl/pivotTables/_rels/pivotTable1.xml.rels": relationships(relationship("rId1", "pivotCacheDefinition", "../pivotCache/pivotCacheDefinition1.xml")),
  "xl/pivotCache/pivotCacheDefinition1.xml": `${HEAD}<pivotCacheDefinition xmlns="${MAIN}"/>`,
  "xl/externalLinks/externalLink1.xml": `${HEAD}<externalLink xmlns="${MAIN}"/>`,
  "xl/printerSettings/printerSettings1.bin": OPAQUE(1),
  "xl/vbaProject.bin": OPAQUE(2),
  "xl/cellimages.xml": `${HEAD}<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"/>`,
  "xl/_rels/cellimages.xml.rels": relationships(relationship("rId1", "image", "media/image1.png")),
  "xl/metadata.xml": `${HEAD}<metadata xmlns="${MAIN}"/>`,
  "xl/calcChain.xml": `${HEAD}<calcChain xmlns="${MAIN}"><c r="E5" i="1"/><c r="H4" i="1"/></calcChain>`,
  "xl/theme/theme1.xml": `${HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="x"><a:themeElements/></a:theme>`,
  "customXml/item1.xml": "<other xmlns='urn:other'>甲</other>",
  "customXml/itemProps1.xml": `${HEAD}<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{00000000-0000-0000-0000-000000000003}"/>`,
  "customXml/_rels/item1.xml.rels": relationships(relationship("rId1", "customXmlProps", "itemProps1.xml")),
  "docProps/app.xml": `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application></Properties>`,
  "docProps/custom.xml": `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>`
};

const WORKBOOK_RELATIONSHIPS = [
  relationship("rId70", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin"), relationship("rId71", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml"),
  relationship("rId72", "externalLink", "externalLinks/externalLink1.xml"), relationship("rId73", "http://www.wps.cn/officeDocument/2020/cellImage", "cellimages.xml"),
  relationship("rId74", "calcChain", "calcChain.xml"), relationship("rId75", "theme", "theme/theme1.xml"), relationship("rId76", "customXml", "../customXml/item1.xml"),
  relationship("rId77", "http://schemas.microsoft.com/office/2017/10/relationships/person", "persons/person.xml"), relationship("rId78", "sheetMetadata", "metadata.xml")
].join("");

const CONTENT_TYPES = [
  ["xl/comments1.xml", `${SPREADSHEET}.comments+xml`], ["xl/threadedComments/threadedComment1.xml", "application/vnd.ms-excel.threadedcomments+xml"], ["xl/persons/person.xml", "application/vnd.ms-excel.person+xml"],
  ["xl/drawings/drawing1.xml", "application/vnd.openxmlformats-officedocument.drawing+xml"], ["xl/charts/chart1.xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"],
  ["xl/tables/table1.xml", `${SPREADSHEET}.table+xml`], ["xl/pivotTables/pivotTable1.xml", `${SPREADSHEET}.pivotTable+xml`],
  ["xl/pivotCache/pivotCacheDefinition1.xml", `${SPREADSHEET}.pivotCacheDefinition+xml`], ["xl/externalLinks/externalLink1.xml", `${SPREADSHEET}.externalLink+xml`],
  ["xl/cellimages.xml", "application/vnd.wps-officedocument.cellimage+xml"], ["xl/calcChain.xml", `${SPREADSHEET}.calcChain+xml`], ["xl/metadata.xml", `${SPREADSHEET}.sheetMetadata+xml`],
  ["xl/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"], ["xl/vbaProject.bin", "application/vnd.ms-office.vbaProject"],
  ["customXml/itemProps1.xml", "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"], ["docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"]
].map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`).join("") +
  ["vml:application/vnd.openxmlformats-officedocument.vmlDrawing", "png:image/png", "bin:application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"]
    .map((pair) => pair.split(":")).map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`).join("");

export interface RichOptions {
  /** Before every name of the spreadsheet namespace in workbook, sheets and styles: "x". */
  readonly prefix?: string;
  readonly strict?: boolean;
}

/** The parts of a macro workbook (.xlsm) with notes, threads, validations, formats, a picture, charts, a pivot table, macros, WPS's cell images and more. */
export function richParts({ prefix, strict = false }: RichOptions = {}): Map<string, string | Uint8Array> {
  const parts = makeParts({
    sheets: [{ name: "甲", data: DATA, before: BEFORE, after: AFTER }, { name: "数 据", data: '<row r="1"><c r="A1"><v>1</v></c></row>' }, { name: "图", type: "chartsheet" }],
    strings: '<si><r><rPr><b/></rPr><t>社工站</t></r><r><t>指标完成情况统计表（2024年9月10日至2025年2月28日）</t></r></si><si><t>服务片区</t><phoneticPr fontId="0"/></si>',
    styles: STYLES + '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><b/></font></dxf></dxfs><tableStyles count="0" defaultTableStyle="TableStyleMedium2"/>' +
      `<extLst><ext xmlns:x14="${X14}" uri="{EB79DEF2-80B8-43e5-95BD-54CBDDF9020C}"><x14:slicerStyles defaultSlicerStyle="SlicerStyleLight1"/></ext></extLst>`,
    workbookBefore: '<fileVersion appName="xl"/><workbookPr codeName="ThisWorkbook"/><bookViews><workbookView activeTab="1"/></bookViews>',
    workbookAfter: '<externalReferences><externalReference r:id="rId72"/></externalReferences><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">甲!$A$3:$H$6</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">甲!$1:$3</definedName><definedName name="人数">甲!$B$6</definedName></definedNames>' +
      '<calcPr calcId="191029" calcMode="manual" iterate="1"/><pivotCaches><pivotCache cacheId="7" r:id="rId71"/></pivotCaches>' +
      '<extLst><ext uri="{140A7094-0E35-4892-8432-C4D2E57EDEB5}" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst>',
    workbookRelationships: WORKBOOK_RELATIONSHIPS,
    contentTypes: CONTENT_TYPES,
    extra: EXTRA
  });
  const types = String(parts.get("[Content_Types].xml")).replace(`${SPREADSHEET}.sheet.main+xml`, "application/vnd.ms-excel.sheet.macroEnabled.main+xml");
  parts.set("[Content_Types].xml", types);
  for (const [name, content] of parts) {
    if (typeof content !== "string") continue;
    const prefixed = prefix && /^xl\/(?:workbook|styles|sharedStrings|worksheets\/[^/]+)\.xml$/.test(name) ? withPrefix(content, prefix) : content;
    parts.set(name, strict ? prefixed.replaceAll(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main").replaceAll(OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships") : prefixed);
  }
  return parts;
}

function withPrefix(xml: string, prefix: string): string {
  return xml.replace(/<(\/?)(?=[a-z]\w*[\s/>])/gi, `<$1${prefix}:`).replace(` xmlns="${MAIN}"`, ` xmlns:${prefix}="${MAIN}"`);
}
