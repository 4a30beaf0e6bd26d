import type { Cell, CellLook, Scalar } from "../../../workbook";
import type { CellFormat } from "../../../workbook/number-format";
import type { SharedFormula } from "../../sheet/shared-formula";

/** A value in its number format. There may be millions, so the shown text is made when asked for. */
export abstract class FormattedValue {
  constructor(readonly value: Scalar, private readonly cellFormat: CellFormat) {}

  get text(): string {
    return this.cellFormat.show(this.value);
  }

  get format(): string {
    return this.cellFormat.code;
  }

  get look(): CellLook | undefined {
    return this.cellFormat.look;
  }

  showing(value: Scalar): string {
    return this.cellFormat.show(value);
  }
}

/** A cell of a file: only what the file says. */
export class FileCell extends FormattedValue implements Cell {
  constructor(value: Scalar, readonly formula: string | null, cellFormat: CellFormat) {
    super(value, cellFormat);
  }
}

/** A cell whose formula is shared with others. */
export class SharedFormulaCell extends FormattedValue implements Cell {
  private own: string | null = null;

  constructor(
    value: Scalar,
    private readonly shared: SharedFormula,
    private readonly row: number,
    private readonly column: number,
    cellFormat: CellFormat
  ) {
    super(value, cellFormat);
  }

  get formula(): string {
    return (this.own ??= this.shared.at(this.row, this.column));
  }
}
