import type { Sheet } from "../../workbook";
import { GAP_BETWEEN_ITEMS, MOST_HEADS, MOST_NAMES } from "./limits";
import { headWord, itemSign, periodWord } from "./words";
import { View } from "./view";

/** Where a score table stands: its heads, the fields of its names and the first field after them. */
export interface Area {
  readonly view: View;
  /** The lines of its heads; `headLast` is before the first item. */
  readonly headFirst: number;
  readonly headLast: number;
  readonly names: readonly number[];
  readonly first: number;
  /** Its heads say 标准分 and 得分; otherwise only its items look like those of a score table. */
  readonly byHeads: boolean;
}

/** The places on a sheet that look like score tables, read down or across: by their heads (标准分 and 得分), or by the items that they name. */
export function findAreas(sheet: Sheet): Area[] {
  const down = new View(sheet, false);
  const across = new View(sheet, true);
  return [...byHeads(down), ...byItems(down), ...byHeads(across), ...byItems(across)];
}

/** Heads that say 标准分 and 得分 in one line. */
function byHeads(view: View): Area[] {
  const lines = new Map<number, number[]>();
  for (const { row, column, value } of view.sheet.texts()) {
    // Most texts of a workbook are no short words with 分, 标准 or 权重; they are passed over before anything is normalised.
    if (value.length >= 20 || !/分|标|权/.test(value)) continue;
    const { line, field } = view.place({ row, column });
    const fields = lines.get(line);
    if (fields) fields.push(field);
    else lines.set(line, [field]);
  }
  return [...lines].flatMap(([line, fields]) => {
    const words = fields.map((field) => headWord(view.text(line, field)));
    const most = fields[words.indexOf("standard")];
    const others = fields.filter((_, i) => words[i] === "score" || words[i] === "converted");
    // 自评得分 beside another's score is no more than the station's word; alone with the points it is the table's score.
    const scored = others.length > 0 ? others : fields.filter((_, i) => words[i] === "own");
    if (most === undefined || scored.length === 0) return [];
    const leftmost = Math.min(most, ...scored);
    const area = areaFrom(view, line, line, view.extent(line, most).last, leftmost);
    return area ? [{ ...area, byHeads: true }] : [];
  });
}

/** A field in which the items of a score table stand below one another. */
function byItems(view: View): Area[] {
  const fields = new Map<number, { line: number; sign: string }[]>();
  for (const { row, column, value } of view.sheet.texts()) {
    if (value.length > 40 || !/服务|运营|购买|督导|监督|第三方|财务|居|街道|镇|分/.test(value)) continue;
    const { line, field } = view.place({ row, column });
    const sign = itemSign(view.text(line, field));
    if (sign === null) continue;
    const found = fields.get(field);
    if (found) found.push({ line, sign });
    else fields.set(field, [{ line, sign }]);
  }
  return [...fields].flatMap(([field, signs]) => clusters(signs).flatMap((lines) => {
    const first = firstNumberField(view, lines, field);
    const area = first === null ? null : areaAbove(view, lines[0]!, first);
    return area ? [area] : [];
  }));
}

/** Lines near one another that name at least three items, two of them different. */
function clusters(signs: readonly { line: number; sign: string }[]): number[][] {
  const sorted = [...signs].sort((a, b) => a.line - b.line);
  const found: (typeof sorted)[] = [];
  for (const one of sorted) {
    const last = found[found.length - 1];
    if (last && one.line - last[last.length - 1]!.line <= GAP_BETWEEN_ITEMS) last.push(one);
    else found.push([one]);
  }
  return found.filter((cluster) => cluster.length >= 3 && new Set(cluster.map(({ sign }) => sign)).size >= 2).map((cluster) => cluster.map(({ line }) => line));
}

/** The first field after the names in which most of the lines hold numbers. */
function firstNumberField(view: View, lines: readonly number[], names: number): number | null {
  for (let field = names + 1; field <= Math.min(view.end.field, names + MOST_NAMES); field++) {
    if (isNumeric(view, lines, field)) return field;
  }
  return null;
}

function isNumeric(view: View, lines: readonly number[], field: number): boolean {
  return lines.filter((line) => view.read(line, field).number !== null).length * 2 >= lines.length;
}

/** The area whose first item is known: its heads are the lines of texts just above. */
function areaAbove(view: View, firstItem: number, first: number): Area | null {
  // Items that the words do not know stand before the first that they know.
  let line = firstItem - 1;
  // 2023年中期 begins with a number and is a head all the same.
  const isNumber = (candidate: number): boolean => view.read(candidate, first).number !== null && periodWord(view.text(candidate, first)) === null;
  while (line >= 1 && isNumber(line)) line--;
  const isHead = (candidate: number): boolean => candidate >= 1 && view.text(candidate, first) !== "" && !isNumber(candidate) && !isTitle(view, candidate, first);
  // An empty narrow line may part the heads from the items.
  if (line > 1 && view.text(line, first) === "" && isHead(line - 1)) line--;
  const top = view.extent(line, first);
  if (!isHead(line)) return areaFrom(view, line + 1, line + 1, line, first);
  let headFirst = top.first;
  while (line - headFirst < MOST_HEADS - 1 && isHead(headFirst - 1)) headFirst = view.extent(headFirst - 1, first).first;
  return areaFrom(view, line, headFirst, line, first);
}

/** A text merged over the names as well. */
function isTitle(view: View, line: number, first: number): boolean {
  const { left } = view.extent(line, first);
  return left < first - 1 || (left < first && view.text(line, left) === view.text(line, first));
}

/** The area from its heads, taking in the fields of names before its first field of numbers. */
function areaFrom(view: View, headLine: number, headFirst: number, headLast: number, first: number): Area | null {
  const body = Array.from({ length: 6 }, (_, i) => headLast + 1 + i).filter((line) => line <= view.end.line);
  const isUsed = (field: number): boolean => field >= 1 && (view.text(headLine, field) !== "" || body.some((line) => view.text(line, field) !== ""));
  // An empty narrow field between two others is passed over.
  const before = (field: number): number => (!isUsed(field - 1) && isUsed(field - 2) ? field - 2 : field - 1);
  const spansHeads = (field: number): boolean => body[0] !== undefined && view.extent(body[0], field).first <= headLine && view.text(body[0], field) !== "";
  let start = first;
  // Weights or deductions may stand before the first field that was found; a field of 1, 2, 3 … numbers the lines.
  while (isUsed(before(start)) && isNumeric(view, body, before(start)) && !isSerial(view, body, before(start))) start = before(start);
  const names: number[] = [];
  for (let field = before(start); isUsed(field) && names.length < MOST_NAMES && !isNumeric(view, body, field) && !spansHeads(field); field = before(field)) names.unshift(field);
  return names.length === 0 ? null : { view, headFirst, headLast, names, first: start, byHeads: false };
}

function isSerial(view: View, lines: readonly number[], field: number): boolean {
  const numbers = lines.map((line) => view.read(line, field).number).filter((number) => number !== null);
  return numbers.every((number, i) => number === numbers[0]! + i);
}
