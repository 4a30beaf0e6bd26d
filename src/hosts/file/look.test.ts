import { readWorkbook } from "./read/read";
import { makePackage } from "./testing/make-package";

const STYLES = '<fonts count="3"><font><sz val="11"/><color theme="1"/></font><font><b/><sz val="16"/><color rgb="FFC00000"/></font><font><b val="0"/><i/></font></fonts>' +
  '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"><fgColor rgb="FF112233"/></patternFill></fill>' +
  '<fill><patternFill patternType="solid"><fgColor theme="4" tint="0.5"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor indexed="13"/></patternFill></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="1" fillId="2"/></cellStyleXfs>' +
  '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0"/><xf numFmtId="10" fontId="1" fillId="2"><alignment horizontal="centerContinuous" vertical="center" wrapText="1"/></xf>' +
  '<xf numFmtId="0" fontId="2" fillId="1"/><xf numFmtId="0" fontId="2" fillId="3"/></cellXfs>' +
  '<dxfs count="1"><dxf><font><b/></font><fill><patternFill patternType="solid"><fgColor rgb="FF00FF00"/></patternFill></fill></dxf></dxfs>';
const THEME_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme";

function workbook(theme: string) {
  return readWorkbook(makePackage({
    sheets: [{
      before: '<sheetFormatPr defaultColWidth="10.5" defaultRowHeight="15"/><cols><col min="2" max="3" width="20.7"/><col min="4" max="4" width="0" hidden="1"/><col min="5" max="5" width="x"/></cols>',
      data: '<row r="1" ht="15"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>0.5</v></c><c r="C1" s="2"><v>1</v></c><c r="D1" s="3"><v>1</v></c></row><row r="2" ht="30.5" customHeight="1"/>'
    }],
    styles: STYLES,
    workbookRelationships: `<Relationship Id="rIdTheme" Type="${THEME_TYPE}" Target="theme/theme1.xml"/>`,
    extra: { "xl/theme/theme1.xml": theme }
  }));
}

const THEME = '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>' +
  '<a:accent1><a:srgbClr val="800000"/></a:accent1></a:clrScheme></a:themeElements></a:theme>';

test("widths and heights that differ are kept, in the file's own units", async () => {
  const { layout, hiddenColumns } = (await workbook(THEME)).sheets[0]!;
  expect(layout).toEqual({
    defaultWidth: 10.5, defaultHeight: 15,
    columnWidths: [{ first: 2, last: 3, width: 20.7 }, { first: 4, last: 4, width: 0 }],
    rowHeights: new Map([[2, 30.5]])
  });
  expect([...hiddenColumns]).toEqual([4]);
});

test("fonts, fills and alignment of a cell's own style, theme colours and tints included", async () => {
  const { sheets: [sheet] } = await workbook(THEME);
  expect(sheet!.cell(1, 1)!.look).toEqual({ size: 11 });
  expect(sheet!.cell(1, 2)!.look).toEqual({ bold: true, size: 16, color: "C00000", fill: "C08080", horizontal: "center", vertical: "center", wrap: true });
  expect(sheet!.cell(1, 2)!.text).toBe("50.00%");
  expect(sheet!.cell(1, 3)!.look).toEqual({ italic: true });
  expect(sheet!.cell(1, 4)!.look).toEqual({ italic: true, fill: "FFFF00" });
});

test("a damaged theme costs its colours only", async () => {
  const { sheets: [sheet] } = await workbook("<a:theme");
  expect(sheet!.cell(1, 2)!.look?.fill).toBe("A2B9E2");
});
