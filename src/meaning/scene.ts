import { formOfValue, Places } from "../formulas";
import { isError, type CellAddress, type Scalar } from "../workbook";
import type { MeantCells } from "./cells";
import type { Meaning, Variable } from "./types";
import { anyCount, chance, WORLDS, type World } from "./worlds";

/** What may become of an input of a meaning. Equal texts for inputs that may become the same. */
interface Part {
  readonly text: string;
  /** "number": any number. "held": what it is. Otherwise which of the choices is taken is decided for the whole group. */
  readonly of: "number" | { readonly held: Scalar } | { readonly group: number; readonly choices: readonly (readonly Scalar[])[]; readonly position: number };
}

const NUMBER: Part = { text: "n", of: "number" };

/** A meant cell with its inputs alone: worlds in which nothing but these inputs differs from the workbook. */
export class Scene {
  /** The place of each input among them, by the id of its cell. */
  readonly index = new Map<number, number>();
  readonly own: number;
  /** Equal for cells that stand to their inputs alike, and must hold the same of them. */
  readonly key: string;
  /** What the cell must hold, in one world after the other. */
  readonly expected: readonly (number | "/" | undefined)[];

  constructor(private readonly cells: MeantCells, readonly meaning: Meaning, parts: readonly Part[], private readonly values: readonly (readonly Scalar[])[]) {
    const { ids } = cells;
    this.own = ids.of(meaning.at);
    meaning.inputs.forEach((at, place) => this.index.set(ids.of(at), place));
    this.expected = values.map((inputs) => meaning.compute((at) => {
      const id = ids.of(at);
      const place = this.index.get(id);
      return place === undefined ? cells.now(id) : inputs[place]!;
    }));
    this.key = `${meaning.decimals} ${meaning.inPercent ?? false} ${this.expected.join()}`
      + meaning.inputs.map((at, place) => ` ${placeFrom(meaning.at, at)}=${parts[place]!.text}`).join("");
  }

  worlds(): World[] {
    const places = new Places(this.cells.ids, [...this.index.keys()]);
    return this.values.map((inputs, number) => ({
      evaluator: this.cells.evaluator.under({
        places,
        showsAllRows: true,
        value: (id) => {
          const place = this.index.get(id);
          return place === undefined ? undefined : inputs[place]!;
        }
      }),
      expected: () => this.expected[number]
    }));
  }

  /** Whether the formula gives an error value where every input is "/". */
  breaksOnSlash(formula: string): boolean {
    const { meaning, cells } = this;
    const outcome = cells.evaluator.with(meaning.inputs.map((at) => [at, "/"])).evaluate(formula, meaning.at);
    return outcome.state === "known" && isError(outcome.value);
  }
}

/** A cell told from another one: "指标!-1,2". */
export function placeFrom(from: CellAddress, { sheet, row, column }: CellAddress): string {
  return `${sheet === from.sheet ? "" : `${formOfValue(sheet)}!`}${row - from.row},${column - from.column}`;
}

/** The inputs' values in each world, by the texts of the parts, which say all that they are drawn from: stations that keep their tables alike draw alike. */
const drawn = new Map<string, Scalar[][]>();
const MOST_DRAWN = 300;

/** The scenes of the meanings of a workbook. */
export class Scenes {
  private readonly made = new Map<Meaning, Scene>();
  private readonly kinds = new Map<Variable, number>();

  constructor(private readonly cells: MeantCells) {}

  of(meaning: Meaning): Scene {
    let scene = this.made.get(meaning);
    if (!scene) {
      scene = this.make(meaning, this.partsOf(meaning));
      // Of a rate whose numbers nobody has entered yet, the formula can still be tried on numbers.
      if (meaning.quotient && scene.expected.every((value) => value === undefined)) scene = this.withNumbers(meaning);
      this.made.set(meaning, scene);
    }
    return scene;
  }

  /** With any numbers in the inputs, whatever they hold now. */
  withNumbers(meaning: Meaning): Scene {
    return this.make(meaning, meaning.inputs.map(() => NUMBER));
  }

  private make(meaning: Meaning, parts: readonly Part[]): Scene {
    const key = parts.map((part) => part.text).join(" ");
    let values = drawn.get(key);
    if (!values) {
      if (drawn.size >= MOST_DRAWN) drawn.clear();
      drawn.set(key, (values = drawParts(parts)));
    }
    return new Scene(this.cells, meaning, parts, values);
  }

  private partsOf(meaning: Meaning): Part[] {
    const groups = new Map<Variable | number, number>();
    return meaning.inputs.map((at, place): Part => {
      const id = this.cells.ids.of(at);
      const varied = this.cells.varied.get(id);
      if (varied ? varied.variable.choices === "count" : this.cells.meanings.has(id)) return NUMBER;
      if (!varied) {
        const held = this.cells.now(id);
        return { text: formOfValue(held), of: { held } };
      }
      const { variable, position } = varied;
      const decided = changesApart(meaning) ? place : variable;
      const group = groups.get(decided) ?? groups.size;
      groups.set(decided, group);
      return { text: `${group}.${position}.${this.kindOf(variable)}`, of: { group, choices: variable.choices as readonly (readonly Scalar[])[], position } };
    });
  }

  /** Equal for variables of the same choices. */
  private kindOf(variable: Variable): number {
    let kind = this.kinds.get(variable);
    if (kind === undefined) {
      kind = numberOf(JSON.stringify(variable.choices));
      this.kinds.set(variable, kind);
    }
    return kind;
  }
}

/** Numbers for the choices that variables have, by the choices written out. A number means the same choices for good. */
const numbers = new Map<string, number>();
let counted = 0;
const MOST_NUMBERED = 1000;

function numberOf(choices: string): number {
  let number = numbers.get(choices);
  if (number === undefined) {
    if (numbers.size >= MOST_NUMBERED) numbers.clear();
    numbers.set(choices, (number = counted++));
  }
  return number;
}

/** Ticks of one column are counted whatever the other marks of the month say. A person's month counts by its three marks together. */
export function changesApart(meaning: Meaning): boolean {
  return meaning.role === "tick-count";
}

/** The values of the inputs, in one world after the other. Any two groups differ in some world, and none is the same in all. */
function drawParts(parts: readonly Part[]): Scalar[][] {
  const groups = parts.reduce((most, { of }) => (typeof of === "object" && "group" in of ? Math.max(most, of.group + 1) : most), 0);
  const worlds = parts.every(({ of }) => typeof of === "object" && "held" in of) ? 1 : Math.max(WORLDS, Math.ceil(Math.log2(groups + 1)) + 3);
  const patterns = distinctPatterns(groups, worlds);
  return Array.from({ length: worlds }, (_, world) => parts.map(({ of }, place): Scalar => {
    if (of === "number") return anyCount(world, place);
    if ("held" in of) return of.held;
    return of.choices[Math.floor(patterns[of.group]![world]! * of.choices.length)]![of.position] ?? null;
  }));
}

/** Rows of numbers from 0 up to 1, no two of them in the same halves throughout, and none in one half throughout. */
function distinctPatterns(count: number, length: number): number[][] {
  const codes = new Set<number>();
  for (let turn = 0; codes.size < count; turn++) codes.add(1 + Math.floor(chance(0, turn) * (2 ** length - 2)));
  return [...codes].map((code, row) => Array.from({ length }, (_, i) => (Math.floor(code / 2 ** i) % 2 + chance(i + 1, row)) / 2));
}
