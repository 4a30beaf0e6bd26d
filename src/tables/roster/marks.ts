import { isError, type Scalar, type Sheet } from "../../workbook";
import { NO_TICK, TICK } from "../../values/marks";
import { normalise } from "../../values/text";
import type { Mark } from "./types";

const PRESENT = /^(?:[√✓✔☑✅]|1|1\.0+|是|已|true)$/i;
const ABSENT = /^(?:[-ー─━_]+|☐|[×✗✘✕╳❌x]+|0|0\.0+|否|无|未|\/+|false)$/i;
/** Read as marks only in a roster that uses them throughout: among ticks a single V is a slip that COUNTIF does not count. */
const RARE_PRESENT = /^(?:v|y|yes|有|对|到|在|在岗|到岗|o|○|●)$/i;
const RARE_ABSENT = /^(?:n|no|没有|缺|一+)$/i;
const HOLLOW = /^[o○]$/i;
const NO = /^(?:n|no)$/i;

/** A mark as it stands, not yet judged. */
export interface RawMark {
  readonly at: Mark["at"];
  readonly text: string;
  readonly value: string | number;
  readonly formula: string | null;
}

/** Reads one mark; a merged area reads its first cell. */
export function rawMark(sheet: Sheet, row: number, column: number): RawMark {
  const extent = sheet.extent(row, column);
  const cell = sheet.cell(extent.top, extent.left);
  const value = cell?.value ?? null;
  const shown = cell?.text ?? "";
  return {
    at: { sheet: sheet.name, row: extent.top, column: extent.left },
    text: value === null ? "" : shown === "" ? String(isError(value) ? value.error : value) : shown,
    value: typeof value === "number" ? value : typeof value === "boolean" ? String(value) : isError(value) ? value.error : (value ?? ""),
    formula: cell?.formula ?? null
  };
}

/** What the marks of one roster mean. */
export interface MarkReader {
  readonly read: (raw: RawMark) => Mark;
  /** The marks used most. */
  readonly present: string | number;
  readonly absent: string | number;
}

/** Learns from all marks of a roster which of the rare ones it uses. */
export function markReader(raws: readonly RawMark[]): MarkReader {
  const counts = new Map<string | number, number>();
  let filled = 0;
  for (const raw of raws) {
    if (plainOf(raw) === "") continue;
    filled++;
    counts.set(raw.value, (counts.get(raw.value) ?? 0) + 1);
  }
  const times = (pattern: RegExp): number => raws.filter((raw) => pattern.test(plainOf(raw))).length;
  const rarePresent = times(RARE_PRESENT) >= Math.max(3, filled / 10);
  // Few may be absent in a whole roster; beside Y an N needs no number.
  const rareAbsent = times(RARE_ABSENT) >= (times(/^(?:y|yes)$/i) > times(NO) && rarePresent ? 1 : Math.max(3, filled / 10));
  // A hollow circle is a tick, unless the ticks are something else.
  const hollowAbsent = times(HOLLOW) < times(PRESENT) + times(/^●$/);
  // Filled and empty boxes tell one from the other only together, where nothing else is a tick.
  const boxes = times(/^■$/) > 0 && times(/^□$/) > 0 && times(PRESENT) === 0;
  const kindOf = (plain: string): Mark["kind"] => {
    if (plain === "") return "blank";
    if (boxes && /^[■□]$/.test(plain)) return plain === "■" ? "present" : "absent";
    if (hollowAbsent && rarePresent && HOLLOW.test(plain)) return "absent";
    if (PRESENT.test(plain) || (rarePresent && RARE_PRESENT.test(plain))) return "present";
    return ABSENT.test(plain) || (rareAbsent && RARE_ABSENT.test(plain)) ? "absent" : "unknown";
  };
  const most = (kind: Mark["kind"], otherwise: string | number): string | number => {
    let best = otherwise;
    let count = 0;
    for (const [value, number] of counts) {
      if (number > count && kindOf(plainOf({ value })) === kind) {
        best = value;
        count = number;
      }
    }
    return best;
  };
  return {
    read: (raw) => ({ at: raw.at, kind: kindOf(plainOf(raw)), text: raw.text, formula: raw.formula }),
    present: most("present", TICK),
    absent: most("absent", NO_TICK)
  };
}

function plainOf(raw: Pick<RawMark, "value">): string {
  return normalise(String(raw.value)).replace(/\ufe0f/g, "");
}

/** Is a cell's value a present mark, in a roster whose own mark is `present`? */
export function isPresentMark(value: Scalar, present: string | number): boolean {
  if (value === null || isError(value)) return false;
  return value === present || PRESENT.test(plainOf({ value: String(value) }));
}
