import { XmlEdit, type XmlNode } from "../package/xml-edit";

/** The order that ECMA-376 gives the children of an element; what is not listed may not stand there. */
const ORDERS: Readonly<Record<string, string>> = {
  worksheet: "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate " +
    "customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks " +
    "customProperties cellWatches ignoredErrors smartTags drawing drawingHF legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst",
  workbook: "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews " +
    "pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst",
  styleSheet: "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst",
  dxf: "font numFmt fill alignment border protection extLst",
  xf: "alignment protection extLst",
  font: "b i strike condense extend outline shadow u vertAlign sz color name family charset scheme",
  border: "start end left right top bottom diagonal vertical horizontal",
  sheetPr: "tabColor outlinePr pageSetUpPr",
  sheetView: "pane selection pivotSelection extLst",
  c: "f v is extLst",
  cfRule: "formula colorScale dataBar iconSet extLst",
  dataBar: "cfvo color",
  "x14:dataBar": "x14:cfvo x14:fillColor x14:borderColor x14:negativeFillColor x14:negativeBorderColor x14:axisColor",
  "x14:cfRule": "xm:f x14:dataBar x14:iconSet x14:dxf extLst",
  "x14:conditionalFormatting": "x14:cfRule xm:sqref",
  dataValidation: "formula1 formula2",
  chartSpace: "date1904 lang roundedCorners AlternateContent style clrMapOvr pivotSource protection chart spPr txPr externalData printSettings userShapes extLst",
  chart: "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs extLst",
  title: "tx layout overlay spPr txPr",
  plotArea: "layout barChart catAx valAx dTable spPr",
  barChart: "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId",
  ser: "idx order tx spPr invertIfNegative pictureOptions dPt dLbls trendline errBars cat val shape",
  dLbls: "dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator",
  catAx: "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt auto lblAlgn lblOffset noMultiLvlLbl",
  valAx: "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt crossBetween majorUnit",
  scaling: "logBase orientation max min",
  legend: "legendPos legendEntry layout overlay spPr txPr",
  strRef: "f strCache",
  numRef: "f numCache",
  numCache: "formatCode ptCount pt",
  "xdr:twoCellAnchor": "xdr:from xdr:to xdr:graphicFrame xdr:clientData",
  "xdr:graphicFrame": "xdr:nvGraphicFramePr xdr:xfrm a:graphic"
};
/** These may stand several times. */
const REPEATED = new Set(["conditionalFormatting", "x14:cfvo", "cfvo", "x14:cfRule", "ser", "axId", "pt", "selection", "formula"]);

/** Says which children of a part stand where Excel does not expect them: "c: v before f". */
export function checkOrder(xml: string): string[] {
  const problems: string[] = [];
  const visit = (node: XmlNode): void => {
    const order = ORDERS[node.name]?.split(" ");
    let last = -1;
    let previous = "";
    for (const child of node.children) {
      const place = order?.indexOf(child.name) ?? 0;
      if (order && place < 0) problems.push(`${node.name}: no place for ${child.name}`);
      else if (order && (place < last || (place === last && !REPEATED.has(child.name)))) problems.push(`${node.name}: ${child.name} behind ${previous}`);
      last = Math.max(last, place);
      previous = child.name;
      visit(child);
    }
  };
  visit(new XmlEdit("part", xml).root);
  return problems;
}
