import { cellKey, WorkbookError, type DefinedName } from "../../../../workbook";
import { parseXml, type Attributes } from "../../package/xml";
import { attributeOf, Counter, MAX_BYTES, numberOf, type Scanned, type ScannedSheet } from "./bounds";
import { excelFormula } from "./open-formula";
import { a1Formula } from "./r1c1";

/** Refuses an Excel 2003 XML workbook that would become too large; gives its formulas and names. */
export function scanXmlSpreadsheet(bytes: Uint8Array): Scanned {
  if (bytes.length > MAX_BYTES) throw new WorkbookError("too-large");
  const scan = new XmlScan();
  parseXml("workbook", bytes, scan);
  return scan;
}

class XmlScan implements Scanned {
  readonly sheets = new Map<string, ScannedSheet>();
  readonly names: DefinedName[] = [];
  private readonly counter = new Counter();
  private sheet: ScannedSheet = { formulas: new Map() };
  private sheetName: string | null = null;
  private row = 0;
  private column = 0;

  open(name: string, attributes: Attributes): void {
    const read = (key: string): string | undefined => attributeOf(attributes, key);
    const number = (key: string): number => numberOf(attributes, key, 0);
    switch (name.replace(/^.*:/, "")) {
      case "Worksheet":
        this.sheetName = read("Name") ?? "";
        this.sheets.set(this.sheetName, (this.sheet = { formulas: new Map() }));
        this.row = 0;
        break;
      case "Column":
        this.counter.add(number("Span"));
        break;
      case "Row":
        // Excel tells the place of the row behind those that one stands for.
        this.row = number("Index") || this.row + 1;
        this.column = 0;
        this.counter.add(number("Span"));
        break;
      case "Cell":
        this.column = number("Index") || this.column + 1;
        this.counter.add((number("MergeAcross") + 1) * (number("MergeDown") + 1));
        if (read("ArrayRange") !== undefined) this.counter.areas++;
        if (read("Formula") !== undefined) this.sheet.formulas.set(cellKey(this.row, this.column), formulaOf(read("Formula")!, this.row, this.column));
        this.column += number("MergeAcross");
        break;
      case "NamedRange":
        this.counter.add(1);
        this.names.push({ name: read("Name") ?? "", formula: formulaOf(read("RefersTo") ?? "", 1, 1), sheet: this.sheetName });
        break;
    }
    this.counter.check();
  }

  close(name: string): void {
    if (name.replace(/^.*:/, "") === "Worksheet") this.sheetName = null;
  }
}

/** LibreOffice writes formulas as in an .ods. */
function formulaOf(text: string, row: number, column: number): string {
  return /^of:/.test(text) ? excelFormula(text) : a1Formula(text.startsWith("=") ? text : `=${text}`, row, column);
}
