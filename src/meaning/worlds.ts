import { Places, type Evaluator } from "../formulas";
import type { Scalar } from "../workbook";
import type { MeantCells } from "./cells";
import type { Meaning, Variable } from "./types";

/** One set of changed inputs, and everything that follows from it. */
export interface World {
  readonly evaluator: Evaluator;
  /** What a meant cell holds in this world; undefined where nothing can be said. */
  expected(meaning: Meaning): number | "/" | undefined;
}

/** Each formula must agree in all of these. With fewer, two persons' marks of two months can be the same in every one by chance. */
export const WORLDS = 6;

/** One of a series of numbers from 0 up to 1 that look like chance. Always the same ones: so a workbook always gets the same verdicts. */
export function chance(series: number, turn: number): number {
  const state = (Math.imul(series, 0x9e3779b1) + Math.imul(turn + 1, 0x6d2b79f5)) >>> 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
}

/** A count of the world with that number. Spread over several magnitudes, so that rates above and below 100% both occur. */
export function anyCount(world: number, turn: number): number {
  return 3 + Math.floor(chance(world + 1, turn) * (world >= WORLDS - 1 ? 9000 : 90 * (world + 1)));
}

/** How a varied cell comes by its value: the turn of chance that decides it, and its place among the cells decided together. */
interface Draw {
  readonly choices: Variable["choices"];
  readonly turn: number;
  readonly position: number;
}

/** Every place where invented worlds may differ from the workbook. */
export function placesOf(cells: MeantCells): Places {
  return new Places(cells.ids, [...cells.varied.keys(), ...cells.meanings.keys(), ...cells.inputs]);
}

/**
 * Invented workbooks: every cell of the variables holds another value, every meant cell what it must, every other cell that
 * a meaning reads what it holds now. A value is only made when it is asked for. `numbers` tells the worlds apart.
 */
export function inventWorlds(cells: MeantCells, places: Places, variables: readonly Variable[], numbers: readonly number[]): World[] {
  const draws = new Map<number, Draw>();
  let turn = 0;
  for (const { cells: own, choices } of variables) {
    own.forEach((at, position) => draws.set(cells.ids.of(at), { choices, position, turn: choices === "count" ? turn + position : turn }));
    turn += choices === "count" ? own.length : 1;
  }
  return numbers.map((number) => new InventedWorld(number, cells, places, draws));
}

class InventedWorld implements World {
  readonly evaluator: Evaluator;
  private readonly settled = new Map<number, number | "/" | undefined>();
  private readonly pending = new Set<number>();

  constructor(
    private readonly number: number, private readonly cells: MeantCells, places: Places, private readonly draws: ReadonlyMap<number, Draw>
  ) {
    this.evaluator = cells.evaluator.under({ places, showsAllRows: true, value: (id) => this.value(id) });
  }

  expected({ at }: Meaning): number | "/" | undefined {
    return this.meant(this.cells.ids.of(at));
  }

  private meant(id: number): number | "/" | undefined {
    if (this.settled.has(id)) return this.settled.get(id);
    // Two cells that each repeat the other have no value of their own.
    if (this.pending.has(id)) return undefined;
    this.pending.add(id);
    const value = this.cells.meanings.get(id)!.compute((at) => {
      const read = this.cells.ids.of(at);
      const invented = this.value(read);
      return invented === undefined ? this.cells.now(read) : invented;
    });
    this.pending.delete(id);
    this.settled.set(id, value);
    return value;
  }

  private value(id: number): Scalar | undefined {
    const meant = this.cells.meanings.has(id) ? this.meant(id) : undefined;
    if (meant !== undefined) return meant;
    const draw = this.draws.get(id);
    if (draw) return drawn(draw, this.number);
    // What was read as it stands must stand so for the formula too, also where it is a formula over changed inputs.
    return this.cells.inputs.has(id) ? this.cells.now(id) : undefined;
  }
}

function drawn({ choices, turn, position }: Draw, world: number): Scalar {
  if (choices === "count") return anyCount(world, turn);
  return choices[Math.floor(chance(world + 1, turn) * choices.length)]![position] ?? null;
}
