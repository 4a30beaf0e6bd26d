import type { BookName, BookSheet, XmlPart } from "./book";
import { CommentsThing } from "./attached";
import { ChartsThing } from "./charts";
import { Nothing, Recorded, Thing, type World } from "./objects";
import { RangeThing, rectOf, usedWithin } from "./range";
import { Refusal } from "./refusal";
import { FilterThing, TablesThing } from "./tables";

const BAD_NAME = /[\\/?*[\]:]|^'|'$|^\s*$/;
const VISIBILITY = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" } as const;

export class WorkbookThing extends Thing {
  override step(name: string): Thing {
    const { book } = this.world;
    switch (name) {
      case "Worksheets": return new SheetsThing(this.world);
      case "Names": return new NamesThing(this.world, book.names, null);
      case "Tables": return new TablesThing(this.world, null);
      case "CustomXmlParts": return new PartsThing(this.world, null);
      case "Application": return new ApplicationThing(this.world, book.log, "Application", null);
      case "Protection": return new ProtectionThing(this.world, () => book.structureProtected, (on) => (book.structureProtected = on));
      default: return new Recorded(this.world, book.log, name, null);
    }
  }

  override get(name: string): unknown {
    return name === "Name" ? "联和.xlsx" : name === "ReadOnly" ? this.world.book.readOnly : undefined;
  }

  override call(name: string): unknown {
    if (name === "_RemoveReference") return null;
    throw new Refusal("ApiNotFound");
  }
}

class ApplicationThing extends Recorded {
  override get(name: string): unknown {
    return name === "CalculationMode" ? this.world.book.calculationMode : super.get(name);
  }
}

class ProtectionThing extends Thing {
  constructor(world: World, private readonly isOn: () => boolean, private readonly turn: (on: boolean) => void) {
    super(world);
  }

  override get(name: string): unknown {
    return name === "Protected" ? this.isOn() : undefined;
  }

  override call(name: string, values: readonly unknown[]): unknown {
    if (name === "Protect") this.turn(true);
    else if (name === "Unprotect" && values[0] === undefined) this.turn(false);
    else throw new Refusal("AccessDenied");
    return null;
  }
}

class SheetsThing extends Thing {
  override items(): readonly Thing[] {
    return this.world.book.sheets.map((sheet) => new SheetThing(this.world, sheet));
  }

  override step(name: string, values: readonly unknown[]): Thing {
    const { book } = this.world;
    switch (name) {
      case "Add": {
        guardStructure(this.world);
        const wanted = values[0] === undefined || values[0] === null ? freeName(this.world) : String(values[0]);
        if (BAD_NAME.test(wanted) || wanted.length > 31) throw new Refusal("InvalidArgument");
        if (book.sheet(wanted)) throw new Refusal("ItemAlreadyExists");
        return new SheetThing(this.world, book.addSheet(wanted));
      }
      case "GetActiveWorksheet": return this.find(book.active)!;
      case "GetItem": {
        const found = this.find(String(values[0]));
        if (!found) throw new Refusal("ItemNotFound");
        return found;
      }
      case "GetItemOrNullObject": return this.find(String(values[0])) ?? new Nothing(this.world);
      default: throw new Refusal("ApiNotFound", `the fake knows no ${name} of the sheets`);
    }
  }

  override call(name: string): unknown {
    if (name === "GetCount") return this.world.book.sheets.length;
    if (/^_(Un)?[Rr]egister/.test(name)) return null;
    throw new Refusal("ApiNotFound");
  }

  private find(key: string): SheetThing | null {
    const sheet = this.world.book.sheets.find(({ id }) => id === key) ?? this.world.book.sheet(key);
    return sheet ? new SheetThing(this.world, sheet) : null;
  }
}

class SheetThing extends Thing {
  constructor(world: World, readonly sheet: BookSheet) {
    super(world);
  }

  override get sheetName(): string {
    return this.sheet.name;
  }

  override identity(): Record<string, unknown> {
    return { _Id: this.sheet.id, Id: this.sheet.id };
  }

  override step(name: string, values: readonly unknown[]): Thing {
    this.alive();
    const [first] = values;
    switch (name) {
      case "GetRange": return new RangeThing(this.world, this.sheet, rectOf(String(first ?? "")));
      case "GetCell": return new RangeThing(this.world, this.sheet, { top: Number(first) + 1, bottom: Number(first) + 1, left: Number(values[1]) + 1, right: Number(values[1]) + 1 });
      case "GetRangeByIndexes": {
        const [top, left, rows, columns] = values.map(Number) as [number, number, number, number];
        return new RangeThing(this.world, this.sheet, { top: top + 1, left: left + 1, bottom: top + rows, right: left + columns });
      }
      case "GetUsedRange":
      case "GetUsedRangeOrNullObject": {
        const used = usedWithin(this.sheet, rectOf(""));
        return used || name === "GetUsedRange" ? new RangeThing(this.world, this.sheet, used ?? rectOf("A1")) : new Nothing(this.world);
      }
      case "Names": return new NamesThing(this.world, this.sheet.names, this.sheet);
      case "Tables": return new TablesThing(this.world, this.sheet);
      case "AutoFilter": return new FilterThing(this.world, this.sheet, () => this.sheet.filter);
      case "Comments": return new CommentsThing(this.world, this.sheet);
      case "Charts": return new ChartsThing(this.world, this.sheet);
      case "Protection": return new ProtectionThing(this.world, () => this.sheet.isProtected, (on) => (this.sheet.isProtected = on));
      case "Copy": return this.copy(values);
      default:
        return new Recorded(this.world, this.sheet.log, `${name}${values.length ? `(${values.join(",")})` : ""}`, this.sheet.name, () => {
          if (this.sheet.isProtected) throw new Refusal("AccessDenied");
        });
    }
  }

  override get(name: string): unknown {
    switch (name) {
      case "Id": return this.sheet.id;
      case "Name": return this.sheet.name;
      case "Visibility": return VISIBILITY[this.sheet.visibility];
      case "Position": return this.world.book.sheets.indexOf(this.sheet);
      default: return undefined;
    }
  }

  override set(name: string, value: unknown): void {
    this.alive();
    const { book } = this.world;
    if (name === "Name") {
      guardStructure(this.world);
      const wanted = String(value);
      if (BAD_NAME.test(wanted) || wanted.length > 31) throw new Refusal("InvalidArgument");
      const other = book.sheet(wanted);
      if (other && other !== this.sheet) throw new Refusal("ItemAlreadyExists");
      this.sheet.name = wanted;
    } else if (name === "Visibility") {
      guardStructure(this.world);
      this.sheet.visibility = value === "Visible" ? "visible" : value === "Hidden" ? "hidden" : "veryHidden";
    } else if (name === "Position") {
      guardStructure(this.world);
      book.sheets.splice(book.sheets.indexOf(this.sheet), 1);
      book.sheets.splice(Number(value), 0, this.sheet);
    } else {
      this.sheet.log.push(`${name} = ${JSON.stringify(value)}`);
    }
  }

  override call(name: string): unknown {
    this.alive();
    const { book } = this.world;
    if (name === "Activate") {
      if (book.elsewhere || this.sheet.visibility !== "visible") throw new Refusal("InvalidOperation");
      book.active = this.sheet.id;
      this.sheet.log.push("Activate()");
    } else if (name === "Delete") {
      guardStructure(this.world);
      book.sheets.splice(book.sheets.indexOf(this.sheet), 1);
    } else throw new Refusal("ApiNotFound");
    return null;
  }

  private copy([position, relative]: readonly unknown[]): Thing {
    guardStructure(this.world);
    const { book } = this.world;
    const beside = relative instanceof SheetThing ? book.sheets.indexOf(relative.sheet) : book.sheets.length - 1;
    const copied = book.addSheet(`${this.sheet.name.slice(0, 26)} (2)`, position === "Before" ? beside : beside + 1);
    for (const [key, cell] of this.sheet.cells) copied.cells.set(key, { ...cell });
    copied.merges.push(...this.sheet.merges);
    copied.names.push(...this.sheet.names.map((name) => ({ ...name })));
    copied.isProtected = this.sheet.isProtected;
    return new SheetThing(this.world, copied);
  }

  private alive(): void {
    if (!this.world.book.sheets.includes(this.sheet)) throw new Refusal("ItemNotFound");
  }
}

class NamesThing extends Thing {
  constructor(world: World, private readonly names: (BookName & { sheet?: string | null })[], private readonly sheet: BookSheet | null) {
    super(world);
  }

  override get sheetName(): string | null {
    return this.sheet?.name ?? null;
  }

  override items(): readonly Thing[] {
    return this.names.map((name) => new NameThing(this.world, name, this.sheet));
  }

  override step(name: string, values: readonly unknown[]): Thing {
    const key = String(values[0]);
    if (name === "Add") {
      if (this.sheet?.isProtected) throw new Refusal("AccessDenied");
      if (this.names.some((each) => each.name.toLowerCase() === key.toLowerCase())) throw new Refusal("ItemAlreadyExists");
      const added = { name: key, formula: values[1] instanceof RangeThing ? `=${String(values[1].get("Address"))}` : String(values[1]), visible: true, sheet: this.sheet?.name ?? null };
      this.names.push(added);
      return new NameThing(this.world, added, this.sheet);
    }
    const found = this.names.find((each) => each.name.toLowerCase() === key.toLowerCase());
    if (found) return new NameThing(this.world, found, this.sheet);
    if (name === "GetItemOrNullObject") return new Nothing(this.world);
    throw new Refusal("ItemNotFound");
  }
}

class NameThing extends Thing {
  constructor(world: World, private readonly name: BookName, private readonly sheet: BookSheet | null) {
    super(world);
  }

  override identity(): Record<string, unknown> {
    return { _Id: this.name.name, Id: this.name.name };
  }

  override get(name: string): unknown {
    switch (name) {
      case "Name": return this.name.name;
      case "Formula": return this.name.formula;
      case "Value": return this.name.formula.replace(/^="?|"$/g, "");
      case "Visible": return this.name.visible;
      case "Scope": return this.sheet ? "Worksheet" : "Workbook";
      case "Type": return this.name.formula.startsWith('="') ? "String" : "Range";
      default: return undefined;
    }
  }

  override set(name: string, value: unknown): void {
    if (name === "Visible") this.name.visible = Boolean(value);
    else if (name === "Formula") this.name.formula = String(value);
    else throw new Refusal("ApiNotFound");
  }

  override call(name: string): unknown {
    if (name !== "Delete") throw new Refusal("ApiNotFound");
    const list = this.sheet?.names ?? this.world.book.names;
    list.splice(list.findIndex((each) => each.name === this.name.name), 1);
    return null;
  }
}

class PartsThing extends Thing {
  constructor(world: World, private readonly namespace: string | null) {
    super(world);
  }

  override items(): readonly Thing[] {
    return this.found().map((part) => new PartThing(this.world, part));
  }

  override step(name: string, values: readonly unknown[]): Thing {
    const { book } = this.world;
    const key = String(values[0]);
    switch (name) {
      case "Add": {
        if (book.readOnly) throw new Refusal("AccessDenied");
        if (!/^\s*(<\?xml[^>]*>\s*)?<[^>]+>/.test(key)) throw new Refusal("InvalidArgument");
        return new PartThing(this.world, book.addPart(key));
      }
      case "GetByNamespace": return new PartsThing(this.world, key);
      case "GetOnlyItemOrNullObject": return this.found().length === 1 ? new PartThing(this.world, this.found()[0]!) : new Nothing(this.world);
      case "GetItem":
      case "GetItemOrNullObject": {
        const part = this.found().find(({ id }) => id === key);
        if (part) return new PartThing(this.world, part);
        if (name === "GetItemOrNullObject") return new Nothing(this.world);
        throw new Refusal("ItemNotFound");
      }
      default: throw new Refusal("ApiNotFound");
    }
  }

  override call(name: string): unknown {
    if (name === "GetCount") return this.found().length;
    throw new Refusal("ApiNotFound");
  }

  private found(): readonly XmlPart[] {
    const { parts } = this.world.book;
    return this.namespace === null ? parts : parts.filter(({ xml }) => new RegExp(`^[^]*?<[^>?]*xmlns(:\\w+)?=["']${this.namespace}["']`).test(xml));
  }
}

class PartThing extends Thing {
  constructor(world: World, private readonly part: XmlPart) {
    super(world);
  }

  override identity(): Record<string, unknown> {
    return { _Id: this.part.id, Id: this.part.id };
  }

  override get(name: string): unknown {
    return name === "Id" ? this.part.id : undefined;
  }

  override call(name: string, values: readonly unknown[]): unknown {
    const { book } = this.world;
    if (name === "GetXml") return this.part.xml;
    if (book.readOnly) throw new Refusal("AccessDenied");
    if (name === "SetXml") this.part.xml = String(values[0]);
    else if (name === "Delete") book.parts.splice(book.parts.indexOf(this.part), 1);
    else throw new Refusal("ApiNotFound");
    return null;
  }
}

function guardStructure({ book }: World): void {
  if (book.structureProtected || book.readOnly) throw new Refusal("AccessDenied");
}

function freeName({ book }: World): string {
  for (let number = 1; ; number++) if (!book.sheet(`Sheet${number}`)) return `Sheet${number}`;
}

