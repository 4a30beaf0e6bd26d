import { Sheet, type Cell, type PlainCell, type PlainSheet, type Scalar, type Workbook, type WorkbookContent } from "../../workbook";
import { NumberFormat } from "../../workbook/number-format";

/** The workbook of a snapshot that came as plain data. */
export function workbookFrom(content: WorkbookContent): Workbook {
  const formats = new Map<string, NumberFormat>();
  const formatOf = (code: string): NumberFormat => {
    let format = formats.get(code);
    if (!format) formats.set(code, (format = new NumberFormat(code, content.date1904)));
    return format;
  };
  return { ...content, sheets: content.sheets.map((sheet) => sheetFrom(sheet, formatOf)) };
}

/** A sheet of such a snapshot. */
export function sheetFrom(sheet: PlainSheet, formatOf: (code: string) => NumberFormat = (code) => new NumberFormat(code, false)): Sheet {
  const cells = new Map<number, Cell>();
  for (const [key, cell] of sheet.cells) cells.set(key, new SnapshotCell(cell, formatOf(cell.format)));
  return new Sheet({ ...sheet, cells });
}

/** A cell whose text Excel told, or whose number format tells it. */
class SnapshotCell implements Cell {
  readonly value: Scalar;
  readonly formula: string | null;

  constructor(private readonly plain: PlainCell, private readonly numberFormat: NumberFormat) {
    this.value = plain.value;
    this.formula = plain.formula;
  }

  get text(): string {
    return this.plain.text ?? this.numberFormat.show(this.value);
  }

  get format(): string {
    return this.plain.format;
  }

  showing(value: Scalar): string {
    return this.numberFormat.show(value);
  }
}
