import { normalise } from "../../../values/text";
import type { Rect } from "../../../workbook";
import { cleanName, countsOnly } from "../list-rows";
import { isAreaHead, isGenericHead, isNameHead, isPercentHead, isStaffHead, leafOf, roleOf } from "../heads";
import type { IndicatorName, OwnWords } from "../types";
import { isTitleText } from "../../titles";
import { MOST_HEAD_ROWS } from "../limits";
import { columnsOf, isUnitRow, leftOf, rightOf, type Block, type Strip } from "./strips";

/** What stands over the columns of a block. */
export interface BlockHeads {
  /** The first row of the heads; the first row of numbers where there are none. */
  readonly top: number;
  /** One text over the whole block right above the heads, that is no title of the sheet: an indicator's or a card's name. */
  readonly caption: { readonly text: string; readonly row: number; readonly column: number } | null;
  /** By strip, what its heads say. */
  readonly strips: ReadonlyMap<Strip, StripHeads>;
}

export interface StripHeads {
  /** Texts over the strip, from the top down, without those that only say a role. */
  readonly groups: readonly string[];
  /** The heads right above target, done and rate, as written. */
  readonly words: OwnWords;
  readonly rateInPercent: boolean;
  /** What the lowest heads have in common before their roles: 电访 of 电访协议量 | 电访完成量 | 电访完成率; 中期 of 中期完成量 | 中期完成率. */
  readonly prefix: string;
}

/** `knownTop`: the first row of the heads where somebody has told it. */
export function blockHeads(block: Block, labelLeft: number, knownTop?: number): BlockHeads {
  const { head, strips } = block;
  const first = Math.min(...strips.flatMap(({ rows }) => rows));
  if (head === null) return { top: first, caption: null, strips: new Map(strips.map((strip) => [strip, NO_HEADS])) };
  const top = knownTop ?? headTop(block, head, labelLeft);
  return { top, caption: captionAbove(block, top, labelLeft), strips: new Map(strips.map((strip) => [strip, stripHeads(block, strip, top, head)])) };
}

const NO_HEADS: StripHeads = { groups: [], words: {}, rateInPercent: false, prefix: "" };

const left = ({ strips }: Block): number => Math.min(...strips.map(leftOf));
const right = ({ strips }: Block): number => Math.max(...strips.map(rightOf));

/** Heads go up as long as texts stand over the columns that are no title, no caption over all of them, and no numbers. */
function headTop(block: Block, head: number, labelLeft: number): number {
  let top = head;
  for (let row = head - 1; row >= Math.max(1, head - MOST_HEAD_ROWS); row--) {
    const atoms = atomsOver(block, row);
    const texts = atoms.filter((atom) => atom.kind === "text");
    if (texts.length === 0 || atoms.some((atom) => atom.kind !== "text") || isCaptionRow(block, row, labelLeft)) break;
    top = row;
  }
  return top;
}

function atomsOver({ view, strips }: Block, row: number) {
  const found = new Set<NonNullable<ReturnType<typeof view.atom>>>();
  for (let column = Math.min(...strips.map(leftOf)); column <= Math.max(...strips.map(rightOf)); column++) {
    const atom = view.atom(row, column);
    if (atom) found.add(atom);
  }
  return [...found];
}

/** A row with one text alone that is merged beyond the columns' heads, or stands over the labels as well: a title or a caption. */
function isCaptionRow(block: Block, row: number, labelLeft: number): boolean {
  const { view } = block;
  const texts = new Set<object>();
  let extent: Rect | null = null;
  let text = "";
  for (let column = labelLeft; column <= right(block); column++) {
    const atom = view.atom(row, column);
    if (!atom || texts.has(atom)) continue;
    texts.add(atom);
    extent = view.extentOf(atom);
    text = atom.text;
  }
  if (texts.size !== 1 || !extent) return false;
  if (isTitleText(text)) return true;
  const overLabels = labelLeft < left(block) && extent.left < left(block);
  const overAll = extent.left <= left(block) && extent.right >= right(block) && block.strips.length === 1;
  return overLabels || overAll || (extent.left === labelLeft && extent.right === extent.left && block.strips.length === 1);
}

function captionAbove(block: Block, top: number, labelLeft: number): BlockHeads["caption"] {
  const { view } = block;
  const row = top - 1;
  if (row < 1 || !isCaptionRow(block, row, labelLeft)) return null;
  for (let column = labelLeft; column <= right(block); column++) {
    const atom = view.typedText(row, column);
    if (!atom) continue;
    const extent = view.extentOf(atom);
    const text = cleanName(atom.text);
    return isTitleText(atom.text) || text.length > 40 || /[。；;]/.test(text) ? null : { text, row: extent.top, column: extent.left };
  }
  return null;
}

function stripHeads(block: Block, strip: Strip, top: number, head: number): StripHeads {
  const { view } = block;
  const at = (column: number | null): string | undefined => (column === null ? undefined : written(block, head, column));
  const words = { target: at(strip.target), done: at(strip.done), rate: at(strip.rate) };
  const groups: string[] = [];
  for (let row = top; row < head; row++) {
    const text = groupText(block, strip, row);
    const isOwnHead = columnsOf(strip).some((column) => view.extent(row, column).bottom >= head && view.text(row, column) === text);
    if (text !== "" && !groups.includes(text) && !roleOf(text) && !isGenericHead(text) && !isOwnHead && !isUnitRow(view, strip, row)) groups.push(text);
  }
  return { groups, words, rateInPercent: isPercentHead(words.rate ?? ""), prefix: prefixOf(words) };
}

function written({ view }: Block, row: number, column: number): string | undefined {
  return view.typedText(row, column)?.text.replace(/\s*[\r\n]+\s*/g, "").trim();
}

/** The text over done (and rate), which a target that several periods share does not have; one that was not merged stands over the first column only. */
function groupText({ view, strips }: Block, strip: Strip, row: number): string {
  const from = Math.min(...strips.map(leftOf));
  for (let column = strip.done; column >= from; column--) {
    const text = view.text(row, column);
    if (text === "") continue;
    if (isStaffHead(text) || isAreaHead(text) || isNameHead(text)) return "";
    return text;
  }
  return "";
}

/** The words that the lowest heads share before their roles; what done and rate share where a target has none of its own. */
function prefixOf({ target, done, rate }: OwnWords): string {
  const [t, d, r] = [target, done, rate].map((text) => normalise(text ?? ""));
  const pair = common(d!, r!);
  const all = common(t!, pair);
  const best = all.length >= 2 ? all : pair;
  const plain = best.replace(/(?:实际|已|累计|指标|目标|任务|协议)?(?:完成|达成|执行)?$/, "").replace(/[-—·:_（(]+$/, "");
  return plain.length >= 2 && !roleOf(plain) && !isGenericHead(plain) ? plain : "";
}

function common(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}

/** The name of a strip's indicator: the group with what tells its columns apart. */
export function stripName(heads: StripHeads, all: readonly StripHeads[]): IndicatorName {
  const texts = [...heads.groups, ...(heads.prefix === "" ? [] : [heads.prefix])];
  // A band over several groups (专业服务 over 专业个案) is no part of a name; a word that only counts is the leaf of the text above it.
  const last = texts[texts.length - 1] ?? "";
  const [group, middle] = texts.length > 1 && isLeafWord(last) ? [texts[texts.length - 2]!, last] : [last, ""];
  const twins = all.filter((other) => [...other.groups, other.prefix].includes(group));
  const counted = leafOf(heads.words.target ?? "") || leafOf(heads.words.done ?? "");
  return { group, leaf: middle || (twins.length > 1 ? counted : "") };
}

/** 接案, 节数, 服务人次: what is counted of the indicator whose name stands above. */
export function isLeafWord(text: string): boolean {
  return countsOnly(text) || /^(?:接案|结案|开案|节数?|人次|人数|次数|场次|个数|户数)(?:量|数|情况)?$/.test(text);
}
