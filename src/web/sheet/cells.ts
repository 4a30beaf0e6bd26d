import { cellKey } from "../../workbook";
import { Store } from "../store";
import { BLOCK_COLUMNS, BLOCK_ROWS, type ShownCell } from "./outline";

/** Fetches the cells of the block that begins with that row and column. */
export type FetchBlock = (sheet: string, row: number, column: number) => Promise<readonly ShownCell[]>;

/** More blocks than any screen shows; what was left longest ago is fetched anew when it comes back. */
const MOST_BLOCKS = 120;

type Block = ReadonlyMap<number, readonly ShownCell[]>;
const EMPTY: Block = new Map();

/** The cells of one sheet as far as they were looked at. The version grows whenever more of them are there. */
export class SheetCells {
  readonly version = new Store({ number: 0 });
  private readonly blocks = new Map<number, Block>();

  constructor(private readonly sheet: string, private readonly fetch: FetchBlock) {}

  /** The cells of a row between two columns, from left to right; what is not there yet is fetched. */
  row(row: number, first: number, last: number): ShownCell[] {
    const found: ShownCell[] = [];
    for (let column = first; column <= last + BLOCK_COLUMNS - 1; column += BLOCK_COLUMNS) {
      const from = beginning(column, BLOCK_COLUMNS);
      if (from > last) break;
      for (const cell of this.block(beginning(row, BLOCK_ROWS), from).get(row) ?? []) {
        if (cell.column >= first && cell.column <= last) found.push(cell);
      }
    }
    return found;
  }

  cell(row: number, column: number): ShownCell | null {
    return this.row(row, column, column)[0] ?? null;
  }

  /** The cell once it is there, also of a place that nobody has looked at. */
  async fetched(row: number, column: number): Promise<ShownCell | null> {
    const cells = await this.fetch(this.sheet, beginning(row, BLOCK_ROWS), beginning(column, BLOCK_COLUMNS));
    return cells.find((cell) => cell.row === row && cell.column === column) ?? null;
  }

  private block(row: number, column: number): Block {
    const key = cellKey(row, column);
    const known = this.blocks.get(key);
    if (known) {
      // Last used, last to go.
      this.blocks.delete(key);
      this.blocks.set(key, known);
      return known;
    }
    this.blocks.set(key, EMPTY);
    if (this.blocks.size > MOST_BLOCKS) this.blocks.delete(this.blocks.keys().next().value!);
    this.fetch(this.sheet, row, column).then(
      (cells) => {
        this.blocks.set(key, byRow(cells));
        this.version.set({ number: this.version.get().number + 1 });
      },
      // The worker was ended; whoever still looks asks again.
      () => this.blocks.delete(key)
    );
    return EMPTY;
  }
}

function beginning(item: number, step: number): number {
  return Math.floor((item - 1) / step) * step + 1;
}

function byRow(cells: readonly ShownCell[]): Block {
  const rows = new Map<number, ShownCell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  return rows;
}
