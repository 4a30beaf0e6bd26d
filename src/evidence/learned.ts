import { normalise } from "../values/text";
import type { SheetAtoms } from "./atoms";
import { CERTAIN } from "./chance";
import { HEAD_PROVEN_ELSEWHERE, HEAD_WORD } from "./limits";
import { placeAt, type Shape } from "./shapes";
import type { Atom } from "./types";
import { roleWord } from "./words";

const SEPARATOR = "\u0001";

/** Heads that proved the roles of their lines, in one workbook. */
export class LearnedHeads {
  private readonly support: Map<string, number>;

  constructor(support: Iterable<readonly [string, number]> = []) {
    this.support = new Map(support);
  }

  copy(): LearnedHeads {
    return new LearnedHeads(this.support);
  }

  /** Equal for two that believe the same. */
  key(): string {
    return JSON.stringify([...this.support]);
  }

  /** Believes the heads from now on, where the line proved by itself what it is. */
  learn(heads: string, own: number): void {
    if (isNamed(heads) && own >= CERTAIN) this.support.set(heads, (this.support.get(heads) ?? 0) + own);
  }

  weight(heads: string): number {
    return isNamed(heads) ? Math.min(HEAD_PROVEN_ELSEWHERE, this.support.get(heads) ?? 0) : 0;
  }

  /** Proved beyond doubt, not only once by a few cells. */
  knows(heads: string): boolean {
    return isNamed(heads) && (this.support.get(heads) ?? 0) > CERTAIN;
  }
}

/** The heads of rate, done and target of a shape at a cell; "" unless done and target are one cell each on that sheet. */
export function headsOf(sheet: SheetAtoms, atom: Pick<Atom, "top" | "left">, shape: Shape, across: boolean): string {
  const [done, target] = [placeAt(atom, shape.done[0]!), placeAt(atom, shape.target[0]!)];
  if (shape.done.length !== 1 || shape.target.length !== 1 || done.sheet !== sheet.index || target.sheet !== sheet.index) return "";
  const of = (row: number, column: number): string => normalise(sheet.headOf(row, column, across)).replace(/\(.*?\)/g, "");
  return [of(atom.top, atom.left), of(done.row, done.column), of(target.row, target.column)].join(SEPARATOR);
}

/** The same three empty heads would make all lines one. */
function isNamed(heads: string): boolean {
  return heads !== "" && heads !== SEPARATOR + SEPARATOR;
}

/** What is called 率 may be one; what is called 完成 and stands where the target should costs. */
export function wordWeight(heads: string): number {
  if (heads === "") return 0;
  const [rate, done, target] = heads.split(SEPARATOR).map(roleWord);
  const agree = (role: string | null | undefined, wanted: string): number => (role === wanted ? HEAD_WORD : role ? -HEAD_WORD : 0);
  return agree(rate, "rate") + agree(done, "done") + agree(target, "target");
}

/** Do all three heads say their roles in words? */
export function allWords(heads: string): boolean {
  return heads !== "" && wordWeight(heads) === 3 * HEAD_WORD;
}
