import { columnLetters, quoteSheet, type CellAddress } from "../../src/workbook";
import type { Draft, DraftSheet } from "./draft";
import { name, type Expression } from "./expression";
import type { Random } from "./random";
import { rateSpelling, RATE_SPELLINGS, TOTAL_SPELLINGS, totalSpelling, type RateParts, type RateSpelling, type TotalSpelling } from "./spellings";

/** What all renderers of one workbook share: random numbers, helper cells, names, the choice of spellings. */
export class Context {
  private helperSheet: DraftSheet | null = null;
  private helperRow = 1;
  private readonly helperColumns = new Map<string, number>();
  private nameCount = 0;

  constructor(
    readonly draft: Draft, readonly random: Random, private readonly spellings: Random, private readonly rate: string, private readonly total: string
  ) {}

  rateSpelling(): RateSpelling {
    return this.rate === "mixed" ? this.spellings.pick(RATE_SPELLINGS) : rateSpelling(this.rate);
  }

  totalSpelling(textAmong: boolean): TotalSpelling {
    const chosen = this.total === "mixed" ? this.spellings.pick(TOTAL_SPELLINGS) : totalSpelling(this.total);
    return textAmong && !chosen.toleratesText ? totalSpelling("sum") : chosen;
  }

  parts(target: CellAddress, done: CellAddress, areas: RateParts["areas"], isTotal: boolean): RateParts {
    return {
      target, done, areas, isTotal,
      helper: (where, content, row) => (where === "sheet" ? this.onHelperSheet(content) : this.toTheRight(target.sheet, row, content)),
      define: (at, hint) => this.define(at, hint)
    };
  }

  private onHelperSheet(content: Expression): CellAddress {
    if (!this.helperSheet) {
      this.helperSheet = this.draft.add("计算过程");
      this.helperSheet.put(1, 1, "编号");
      this.helperSheet.put(1, 2, "中间值");
    }
    this.helperRow += 1;
    this.helperSheet.put(this.helperRow, 1, this.helperRow - 1);
    return this.helperSheet.putFormula(this.helperRow, 2, content);
  }

  /** Far enough to the right of every table. */
  private toTheRight(sheet: string, row: number, content: Expression): CellAddress {
    const key = `${sheet}:${row}`;
    const column = this.helperColumns.get(key) ?? 130;
    this.helperColumns.set(key, column + 1);
    return this.draft.sheet(sheet).putFormula(row, column, content);
  }

  private define(at: CellAddress, hint: "target" | "done"): Expression {
    this.nameCount += 1;
    const label = `${hint === "target" ? "协议" : "完成"}_${this.nameCount}`;
    this.draft.names.push({
      name: label, sheet: null, formula: `=${quoteSheet(at.sheet)}!$${columnLetters(at.column)}$${at.row}`
    });
    return name(label, { kind: "cell", at, anchor: "both", qualified: true });
  }
}
