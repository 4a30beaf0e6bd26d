/** The one function of the package that is used; its own types bring an outdated copy of Office's. */
declare module "@microsoft/office-js-helpers" {
  export const ExcelUtilities: {
    forceCreateSheet(workbook: Excel.Workbook, sheetName: string, clearOnly?: boolean): Promise<Excel.Worksheet>;
  };
}
