import type { CellAddress, Rect, Sheet } from "../../workbook";
import { normalise } from "../../values/text";
import { ROWS_OF_REMARKS, ROWS_OF_TITLES } from "./limits";
import type { MarkSense } from "./mark-proof";

/** A note beside a roster that says what its marks mean. */
export interface MarkNote {
  /** As written. */
  readonly text: string;
  readonly at: CellAddress;
}

/** What the notes of a sheet say of marks, by the sign as it is compared ("" for the blank cell). */
export type Legend = ReadonlyMap<string, { readonly sense: MarkSense; readonly note: MarkNote }>;

/** What every text is full of: a number that counts the notes, a dash between two words. It explains no mark. */
const EVERYWHERE = /^(?:\d+|-+|x)$/i;
const BLANK = /空白|空格|留空|空着|不填|未填|没有填/;
const ABSENT = /未到|未在|不在|没到|没有到|缺[勤岗席位]|缺$|离职|未入职|请假|休假|休息|不计|未购|未发|旷/;
const COUNTED = /(?:计入?|计算为?|视[为同作]|算作?|按)(?:正常)?(?:在岗|到岗|出勤|在职|到位)/;
const HALF = /半|0\.5/;
const PRESENT = /到岗|在岗|到位|在职|出勤|上班|已|全[月勤]|满[月勤]|计1|有/;

/** Reads the notes above and below a roster for the meaning of these signs. `plains`: the signs as they are compared, "" for blank. */
export function legendOf(sheet: Sheet, table: Rect, plains: ReadonlySet<string>): Legend {
  const legend = new Map<string, { sense: MarkSense; note: MarkNote }>();
  for (const { row, column, value } of sheet.texts()) {
    const beside = (row >= table.top - ROWS_OF_TITLES && row < table.top) || (row > table.bottom && row <= table.bottom + ROWS_OF_REMARKS && column <= table.right);
    if (!beside) continue;
    const note = { text: value.replace(/\s*[\r\n]+\s*/g, " ").trim(), at: { sheet: sheet.name, row, column } };
    for (const [plain, sense] of sensesIn(value, plains)) if (!legend.has(plain)) legend.set(plain, { sense, note });
  }
  return legend;
}

/** 「√表示到岗，○表示未到岗」: what each clause says of the one sign that it names. */
function sensesIn(text: string, plains: ReadonlySet<string>): Map<string, MarkSense> {
  const said = new Map<string, MarkSense>();
  for (const clause of text.split(/[,，;；。、\r\n]|\s{2,}/)) {
    const plain = normalise(clause).replace(/[\ufe0e\ufe0f]/g, "");
    if (plain.length < 3 || plain.length > 40) continue;
    const named = [...plains].filter((sign) => (sign === "" ? BLANK.test(plain) : !EVERYWHERE.test(sign) && names(plain, sign)));
    // "√到岗 ×缺勤" in one clause: each sign speaks for what follows it up to the next.
    const pieces = named.length < 2 ? named.map((sign) => [sign, plain] as const) : piecesOf(plain, named);
    for (const [sign, piece] of pieces) {
      const sense = senseOf(sign === "" ? piece.replace(BLANK, "") : piece.replace(sign, ""));
      if (sense && !said.has(sign)) said.set(sign, sense);
    }
  }
  return said;
}

/** Does the clause name the sign as a sign: not as part of a longer word or number? */
function names(clause: string, sign: string): boolean {
  const at = clause.indexOf(sign);
  if (at < 0) return false;
  const before = clause[at - 1] ?? "";
  const after = clause[at + sign.length] ?? "";
  if (/^[a-z0-9.]+$/i.test(sign)) return !/[a-z0-9.]/i.test(before) && !/[a-z0-9.%]/i.test(after);
  if (!/^[\p{L}\p{P}]+$/u.test(sign)) return true;
  // A word or a stroke is a sign only in quotes, behind a word of writing or before one of explaining.
  return /["'(“「打填写划画标用记]/.test(before) || /^(?:"|'|”|」)?(?:表示|代表|指|即|为|是|=|:)/.test(clause.slice(at + sign.length));
}

function piecesOf(clause: string, signs: readonly string[]): [string, string][] {
  const places = signs.filter((sign) => sign !== "").map((sign) => ({ sign, at: clause.indexOf(sign) })).sort((a, b) => a.at - b.at);
  // "到岗打√ 未到岗打×": the words stand before the signs where the clause does not begin with one.
  const leading = (places[0]?.at ?? 0) > 1;
  return places.map(({ sign, at }, i) => {
    const from = leading ? (i === 0 ? 0 : places[i - 1]!.at + places[i - 1]!.sign.length) : at;
    const to = leading ? at + sign.length : places[i + 1]?.at ?? clause.length;
    return [sign, clause.slice(from, to)];
  });
}

function senseOf(words: string): MarkSense | null {
  // 年休假（计在岗）: what the note counts it as goes before what it is.
  if (COUNTED.test(words) && !/不计/.test(words)) return "present";
  if (ABSENT.test(words)) return "absent";
  if (HALF.test(words)) return "half";
  return PRESENT.test(words) ? "present" : null;
}
