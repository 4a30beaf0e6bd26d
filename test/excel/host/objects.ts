import type { Book } from "./book";
import { Refusal, type Faults } from "./refusal";

/** What an object of the fake Excel is made in. */
export interface World {
  readonly book: Book;
  readonly faults: Faults;
  /** Tells that a batch changed cells, for the event and for the calculation after it. */
  changed(sheetId: string, address: string): void;
}

/** One object of Excel's model. Whatever it does not answer, Excel would not know either. */
export abstract class Thing {
  constructor(protected readonly world: World) {}

  /** The object that a property, a method or an index leads to. */
  step(name: string, _values: readonly unknown[]): Thing {
    throw new Refusal("ApiNotFound", `the fake knows no ${name} of ${this.constructor.name}`);
  }

  /** A property's value; undefined for one that is not known. */
  get(_name: string): unknown {
    return undefined;
  }

  set(name: string, _value: unknown): void {
    throw new Refusal("ApiNotFound", `the fake sets no ${name} of ${this.constructor.name}`);
  }

  call(name: string, _values: readonly unknown[]): unknown {
    throw new Refusal("ApiNotFound", `the fake calls no ${name} of ${this.constructor.name}`);
  }

  /** What identifies the object to the client. */
  identity(): Record<string, unknown> {
    return {};
  }

  /** The items of a collection. */
  items(): readonly Thing[] | null {
    return null;
  }

  /** The name of the sheet that the object belongs to. */
  get sheetName(): string | null {
    return null;
  }

  query(select: readonly string[]): unknown {
    const items = this.items();
    const wanted = select.map((name) => name[0]!.toUpperCase() + name.slice(1));
    if (items) return { _Items: items.map((item) => ({ ...item.identity(), ...item.properties(wanted) })) };
    return this.properties(wanted);
  }

  private properties(wanted: readonly string[]): Record<string, unknown> {
    return Object.fromEntries(wanted.map((name) => {
      const value = this.world.faults.unknown?.test(name) ? undefined : this.get(name);
      if (value === undefined) throw new Refusal("InvalidArgument", `the fake has no ${name} of ${this.constructor.name}`);
      return [name, value];
    }));
  }
}

/** What a …OrNullObject gives when there is nothing; everything below it is nothing, too. */
export class Nothing extends Thing {
  override step(): Thing {
    return this;
  }

  override call(): unknown {
    return null;
  }

  override set(): void {}
}

/** Looks, charts, print layout: things that are recorded, not modelled. Keeps what was set, so that it can be read back. */
export class Recorded extends Thing {
  constructor(world: World, private readonly log: string[], private readonly path: string, private readonly owner: string | null, private readonly guard: () => void = () => undefined) {
    super(world);
  }

  override get sheetName(): string | null {
    return this.owner;
  }

  override step(name: string, values: readonly unknown[]): Thing {
    const inner = values.length ? `${this.path}.${name}(${values.map(shown).join(",")})` : `${this.path}.${name}`;
    if (/^Add/.test(name)) this.log.push(inner);
    return new Recorded(this.world, this.log, inner, this.owner, this.guard);
  }

  override get(name: string): unknown {
    const line = this.log.filter((each) => each.startsWith(`${this.path}.${name} = `)).at(-1);
    return line ? JSON.parse(line.slice(line.indexOf(" = ") + 3)) : null;
  }

  override set(name: string, value: unknown): void {
    this.guard();
    this.log.push(`${this.path}.${name} = ${JSON.stringify(value)}`);
  }

  override call(name: string, values: readonly unknown[]): unknown {
    this.guard();
    this.log.push(`${this.path}.${name}(${values.map(shown).join(",")})`);
    return null;
  }
}

export function shown(value: unknown): string {
  return typeof value === "object" && value !== null ? value.constructor.name : String(value);
}
