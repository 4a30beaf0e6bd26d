import { cellName, parseRectName, type ChartSeries, type SheetChart } from "../../../workbook";
import type { PackageEditor } from "../package/package-editor";
import { addContentType, addRelationship, type Dialect } from "./parts";
import { escapeXml } from "../package/xml-write";

const DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml";
const CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
const TEXT_COLOR = "404040";
const GRID_COLOR = "E3E7ED";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

interface Namespaces {
  readonly chart: string;
  readonly main: string;
  readonly sheet: string;
  readonly relationships: string;
}

/** Adds a drawing with the charts to a worksheet part; gives the id of the relationship that leads to it. */
export function addCharts(editor: PackageEditor, sheetPart: string, sheetName: string, charts: readonly SheetChart[], dialect: Dialect): string {
  const base = dialect.relationships.replace(/officeDocument.*$/, "");
  const suffix = dialect.relationships.includes("/2006/") ? "/2006" : "";
  const namespaces: Namespaces = {
    chart: `${base}drawingml${suffix}/chart`, main: `${base}drawingml${suffix}/main`, sheet: `${base}drawingml${suffix}/spreadsheetDrawing`,
    relationships: dialect.relationships
  };
  const folder = sheetPart.replace(/worksheets\/[^/]*$/, "");
  const drawing = editor.freeName((number) => `${folder}drawings/drawing${number}.xml`);
  // Taken at once, so that the names of the charts' relationships are free.
  editor.set(drawing, "");
  addContentType(editor, drawing, DRAWING_TYPE);
  const anchors = charts.map((chart, index) => {
    const part = editor.freeName((number) => `${folder}charts/chart${number}.xml`);
    editor.set(part, chartXml(chart, sheetName, namespaces, index));
    addContentType(editor, part, CHART_TYPE);
    return anchorXml(chart, index, addRelationship(editor, drawing, part, `${dialect.relationships}/chart`), namespaces);
  });
  editor.set(drawing, `${HEAD}<xdr:wsDr xmlns:xdr="${namespaces.sheet}" xmlns:a="${namespaces.main}">${anchors.join("")}</xdr:wsDr>`);
  return addRelationship(editor, sheetPart, drawing, `${dialect.relationships}/drawing`);
}

function anchorXml(chart: SheetChart, index: number, relationship: string, { chart: c, relationships }: Namespaces): string {
  const { top, left, bottom, right } = parseRectName(chart.over)!;
  const corner = (name: string, column: number, row: number) =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  return `<xdr:twoCellAnchor editAs="oneCell">${corner("from", left - 1, top - 1)}${corner("to", right, bottom)}` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="${escapeXml(chart.title)}" descr="${escapeXml(chart.title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${c}"><c:chart xmlns:c="${c}" xmlns:r="${relationships}" r:id="${relationship}"/></a:graphicData></a:graphic>` +
    "</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>";
}

function chartXml(chart: SheetChart, sheetName: string, namespaces: Namespaces, index: number): string {
  const [categoryAxis, valueAxis] = [100 + index * 2, 101 + index * 2];
  const bars = chart.kind === "bars";
  // The schema fixes the order of all children.
  return `${HEAD}<c:chartSpace xmlns:c="${namespaces.chart}" xmlns:a="${namespaces.main}" xmlns:r="${namespaces.relationships}">` +
    '<c:roundedCorners val="0"/><c:chart>' +
    `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr><a:r><a:rPr sz="1200" b="1">${fill("1F3864")}</a:rPr>` +
    `<a:t>${escapeXml(chart.title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>` +
    `<c:plotArea><c:layout/><c:barChart><c:barDir val="${bars ? "bar" : "col"}"/><c:grouping val="clustered"/><c:varyColors val="0"/>` +
    chart.series.map((series, order) => seriesXml(series, order, sheetName, chart.format)).join("") +
    `<c:gapWidth val="${bars ? 40 : 80}"/><c:axId val="${categoryAxis}"/><c:axId val="${valueAxis}"/></c:barChart>` +
    `<c:catAx><c:axId val="${categoryAxis}"/><c:scaling><c:orientation val="${bars ? "maxMin" : "minMax"}"/></c:scaling><c:delete val="0"/><c:axPos val="${bars ? "l" : "b"}"/>` +
    '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>' +
    `<c:spPr><a:ln w="9525">${fill("B8C0CC")}</a:ln></c:spPr>${text(900)}<c:crossAx val="${valueAxis}"/><c:crosses val="autoZero"/>` +
    '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>' +
    `<c:valAx><c:axId val="${valueAxis}"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="${bars ? "b" : "l"}"/>` +
    `<c:majorGridlines><c:spPr><a:ln w="6350">${fill(GRID_COLOR)}</a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode="${escapeXml(chart.format)}" sourceLinked="0"/>` +
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>' +
    `${text(900)}<c:crossAx val="${categoryAxis}"/><c:crosses val="${bars ? "max" : "autoZero"}"/><c:crossBetween val="between"/></c:valAx>` +
    "<c:spPr><a:noFill/></c:spPr></c:plotArea>" +
    (chart.series.length > 1 ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${text(900)}</c:legend>` : "") +
    '<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>' +
    `<c:spPr>${fill("FFFFFF")}<a:ln w="9525">${fill("D5DBE3")}</a:ln></c:spPr></c:chartSpace>`;
}

function seriesXml({ name, categories, values, labels, numbers, color }: ChartSeries, order: number, sheetName: string, format: string): string {
  const points = (texts: readonly (string | number | null)[]) =>
    `<c:ptCount val="${texts.length}"/>${texts.map((each, i) => (each === null ? "" : `<c:pt idx="${i}"><c:v>${escapeXml(String(each))}</c:v></c:pt>`)).join("")}`;
  return `<c:ser><c:idx val="${order}"/><c:order val="${order}"/><c:tx><c:v>${escapeXml(name)}</c:v></c:tx>` +
    `<c:spPr>${fill(color)}</c:spPr><c:invertIfNegative val="0"/>` +
    `<c:dLbls><c:numFmt formatCode="${escapeXml(format)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${text(800)}<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>` +
    '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>' +
    `<c:cat><c:strRef><c:f>${escapeXml(absolute(sheetName, categories))}</c:f><c:strCache>${points(labels)}</c:strCache></c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>${escapeXml(absolute(sheetName, values))}</c:f><c:numCache><c:formatCode>General</c:formatCode>${points(numbers)}</c:numCache></c:numRef></c:val></c:ser>`;
}

/** "'核查汇总'!$E$20:$E$25" */
export function absolute(sheet: string, range: string): string {
  const { top, left, bottom, right } = parseRectName(range)!;
  const corner = (row: number, column: number) => cellName(row, column).replace(/^([A-Z]+)/, "$$$1$$");
  return `'${sheet.replace(/'/g, "''")}'!${corner(top, left)}:${corner(bottom, right)}`;
}

/** "'核查汇总'!$1:$3" */
export function absoluteRows(sheet: string, [first, last]: readonly [number, number]): string {
  return `'${sheet.replace(/'/g, "''")}'!$${first}:$${last}`;
}

function fill(color: string): string {
  return `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`;
}

function text(size: number): string {
  return `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${size}">${fill(TEXT_COLOR)}</a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`;
}
