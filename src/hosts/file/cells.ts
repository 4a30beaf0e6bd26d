import type { Cell, Scalar } from "../../workbook";
import type { NumberFormat } from "./number-format";
import type { SharedFormula } from "./shared-formula";

/** A cell of a file. There may be millions, so it keeps only what the file says; the shown text is made when asked for. */
export class FileCell implements Cell {
  constructor(readonly value: Scalar, readonly formula: string | null, private readonly numberFormat: NumberFormat) {}

  get text(): string {
    return this.numberFormat.show(this.value);
  }

  get format(): string {
    return this.numberFormat.code;
  }

  showing(value: Scalar): string {
    return this.numberFormat.show(value);
  }
}

/** A cell whose formula is shared with others. */
export class SharedFormulaCell implements Cell {
  private own: string | null = null;

  constructor(
    readonly value: Scalar,
    private readonly shared: SharedFormula,
    private readonly row: number,
    private readonly column: number,
    private readonly numberFormat: NumberFormat
  ) {}

  get formula(): string {
    return (this.own ??= this.shared.at(this.row, this.column));
  }

  get text(): string {
    return this.numberFormat.show(this.value);
  }

  get format(): string {
    return this.numberFormat.code;
  }

  showing(value: Scalar): string {
    return this.numberFormat.show(value);
  }
}
