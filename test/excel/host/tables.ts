import type { BookFilter, BookSheet, BookTable } from "./book";
import { parseRectName } from "../../../src/workbook";
import { Nothing, Thing, type World } from "./objects";
import { RangeThing } from "./range";

/** The tables (套用表格格式) of a sheet, or of the workbook, to be read. The client looks for each among those of the workbook. */
export class TablesThing extends Thing {
  constructor(world: World, private readonly sheet: BookSheet | null) {
    super(world);
  }

  override get sheetName(): string | null {
    return this.sheet?.name ?? null;
  }

  override items(): readonly TableThing[] {
    return (this.sheet ? [this.sheet] : this.world.book.sheets).flatMap((sheet) => sheet.tables.map((table) => new TableThing(this.world, sheet, table)));
  }

  override step(name: string, [key]: readonly unknown[]): Thing {
    return this.items().find((table) => table.get("Name") === key) ?? super.step(name, [key]);
  }
}

class TableThing extends Thing {
  constructor(world: World, private readonly sheet: BookSheet, private readonly table: BookTable) {
    super(world);
  }

  override get sheetName(): string {
    return this.sheet.name;
  }

  override identity(): Record<string, unknown> {
    return { _Id: this.table.name, Id: this.table.name };
  }

  override step(name: string, values: readonly unknown[]): Thing {
    const { rect, isFiltered } = this.table;
    switch (name) {
      case "GetRange": return new RangeThing(this.world, this.sheet, rect);
      case "Columns": return new ColumnsThing(this.world, this.table.columns);
      case "AutoFilter": return new FilterThing(this.world, this.sheet, () => ({ rect, isAtWork: isFiltered }));
      default: return super.step(name, values);
    }
  }

  override get(name: string): unknown {
    switch (name) {
      case "Name": return this.table.name;
      case "ShowHeaders": return this.table.hasHeads;
      case "ShowTotals": return this.table.hasTotals;
      default: return undefined;
    }
  }
}

class ColumnsThing extends Thing {
  constructor(world: World, private readonly names: readonly string[]) {
    super(world);
  }

  override items(): readonly Thing[] {
    return this.names.map((name) => new ColumnThing(this.world, name));
  }
}

class ColumnThing extends Thing {
  constructor(world: World, private readonly columnName: string) {
    super(world);
  }

  override identity(): Record<string, unknown> {
    return { _Id: this.columnName };
  }

  override get(name: string): unknown {
    return name === "Name" ? this.columnName : undefined;
  }
}

/** The filter of a sheet or a table. */
export class FilterThing extends Thing {
  constructor(world: World, private readonly sheet: BookSheet, private readonly filter: () => BookFilter | null) {
    super(world);
  }

  override get sheetName(): string {
    return this.sheet.name;
  }

  override step(name: string, values: readonly unknown[]): Thing {
    if (name !== "GetRangeOrNullObject") return super.step(name, values);
    const filter = this.filter();
    return filter ? new RangeThing(this.world, this.sheet, filter.rect) : new Nothing(this.world);
  }

  override get(name: string): unknown {
    return name === "IsDataFiltered" ? this.filter()?.isAtWork ?? false : undefined;
  }

  /** Buttons over a range; nothing is filtered by them alone. */
  override call(name: string, values: readonly unknown[]): unknown {
    const rect = name === "Apply" ? parseRectName(String(values[0])) : null;
    if (!rect) return super.call(name, values);
    this.sheet.filter = { rect, isAtWork: false };
    return null;
  }
}
