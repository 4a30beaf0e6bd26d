import type { TextDocument } from "../../workbook";
import { AreaWords, listedAreas, ownAreaNames, type AreaName, type ListedArea } from "./areas";
import { numbersIn, type NumberToken } from "./numbers";
import { plainOf, type Plain } from "./plain";

/** A paragraph with what it stands under. */
export interface Line {
  readonly paragraph: number;
  readonly original: string;
  readonly plain: Plain;
  /** The plain text. */
  readonly text: string;
  readonly numbers: readonly NumberToken[];
  /** 1 for the highest; null for what is no heading. */
  readonly level: number | null;
  /** The headings above it, the highest first, as plain texts. */
  readonly headings: readonly string[];
  /** The area that a heading above it names; null for the whole station. */
  readonly area: AreaName | null;
  /** A note of the template, an attachment's title or a rule: no statement of this station. */
  readonly isNote: boolean;
}

/** How headings are numbered where the document sets none, with their levels: 第一部分, 一、, （一）, 1., 1.1, （1）. */
const NUMBERED: readonly (readonly [RegExp, number])[] = [
  [/^第[一二三四五六七八九十]{1,3}[部章]/u, 1], [/^[一二三四五六七八九十]{1,3}[、.]/u, 2], [/^（[一二三四五六七八九十―-]{1,3}）/u, 3], [/^\d{1,2}[.、．](?!\d)/u, 4],
  [/^\d{1,2}\.\d{1,2}\.\d{1,2}(?=[一-鿿])/u, 4], [/^\d{1,2}\.\d{1,2}(?=[一-鿿])/u, 3], [/^\d{1,2}(?=[一-鿿])(?!\d*(?:[年月日个名位人户份支场次节条家类件处]|项(?!目)))/u, 2], [/^（\d{1,2}）/u, 5]
];
const AREA_LEVEL = 4;
const LONGEST_HEADING = 40;
const UNDER_AREA = /值得肯定|需要关注|需关注|亮点|不足|建议|问题|优势/u;
const TEMPLATE_NOTE = /^(?:批注|填表说明|说明|备注|注)(?:[：:]|\d)/u;

/** The paragraphs of a report in order, each with its headings and the area that it speaks of. */
export function linesOf(document: TextDocument, words: AreaWords): Line[] {
  const lines: Line[] = [];
  const stack: { level: number; text: string }[] = [];
  const plains = document.paragraphs.map(({ text }) => plainOf(text));
  // Where the document sets headings, its levels count and numbers are no headings of their own.
  const setsHeadings = document.paragraphs.some(({ level }) => level !== null);
  let area: { name: AreaName; level: number } | null = null;
  let inNote = false;
  document.paragraphs.forEach(({ text: original, level: set, aside }, paragraph) => {
    const plain = plains[paragraph]!;
    const text = plain.text;
    if (text === "") return;
    const level = aside ? null : headingLevel(text, set, plains[nextFilled(plains, paragraph)]?.text ?? "", setsHeadings, words);
    if (level !== null) {
      while (stack.length > 0 && stack[stack.length - 1]!.level >= level) stack.pop();
      const [named, second] = words.all(text);
      if (named && !second && text.slice(0, named.start).replace(/^[（(]?[\d一二三四五六七八九十.]+[）).、．]*/u, "").length <= 2) area = { name: named.area, level };
      else if (area !== null && (level < area.level || (level === area.level && !UNDER_AREA.test(text)))) area = null;
      stack.push({ level, text });
    }
    // A note of the template may run over paragraphs: its numbered points follow it.
    inNote = TEMPLATE_NOTE.test(text) || (inNote && /^\d[、.]/.test(text));
    lines.push({
      paragraph, original, plain, text, numbers: numbersIn(plain), level, headings: stack.map((one) => one.text), area: aside ? null : opening(text, words) ?? area?.name ?? null,
      isNote: inNote || /^附[件表]/.test(text) || /^年度服务协议时间|^服务项目采购周期/.test(text)
    });
  });
  return lines;
}

/** 一片区：6名社工服务4个社区。接案5个: the area that a paragraph opens with. */
function opening(text: string, words: AreaWords): AreaName | null {
  const [first] = words.all(text.slice(0, 24));
  return first && /^(?:[（(]?[\d一二三四五六七八九十]+[）).、．]|[●▲■◆·\s])*$/u.test(text.slice(0, first.start)) && /^[：。]/u.test(text.slice(first.end)) && !/^[^。；]*[；]\S{0,3}片区/u.test(text.slice(first.end)) ? first.area : null;
}

/** The level that the document sets or the numbering shows; null for a paragraph of text. */
function headingLevel(text: string, set: number | null, next: string, setsHeadings: boolean, words: AreaWords): number | null {
  if (set !== null) return set;
  const area = words.all(text)[0];
  const opensWithArea = area !== undefined && text.slice(0, area.start).replace(/^[（(]?[\d一二三四五六七八九十.]+[）).、．]*/u, "") === "";
  // 第七部分得分情况 is a heading, （一）购买方评估得分：12.10分 is none.
  const isPart = /^(?:第[一二三四五六七八九十]{1,3}[部章]|[一二三四五六七八九十]{1,3}[、.])/u.test(text) && !/\d分/u.test(text);
  if (text.length > LONGEST_HEADING || /[。；，]/u.test(text) || (!isPart && /得分|[：].{3,}|分$/u.test(text))) {
    // 第一片区：A、B、C above its own 值得肯定的地方.
    return opensWithArea && text.length < 120 && next.length < LONGEST_HEADING && UNDER_AREA.test(next) ? AREA_LEVEL : null;
  }
  const numbered = NUMBERED.find(([form]) => form.test(text));
  if (numbered && (!setsHeadings || opensWithArea)) return numbered[1] === 5 && !opensWithArea ? null : numbered[1];
  return opensWithArea && text.length < 20 ? AREA_LEVEL : null;
}

function nextFilled(plains: readonly Plain[], from: number): number {
  let next = from + 1;
  while (next < plains.length && plains[next]!.text === "") next++;
  return next;
}

/**
 * The areas and their communities as the report lists them. Of several lists that differ none is believed.
 */
export function areaLists(lines: readonly Line[], words: AreaWords): readonly ListedArea[] {
  const found = new Map<string, ListedArea>();
  const doubtful = new Set<string>();
  for (const line of lines) {
    if (line.isNote) continue;
    for (const listed of listedAreas(line.text, line.paragraph, words)) {
      const before = found.get(listed.name);
      if (!before) found.set(listed.name, listed);
      else if (before.communities.length !== listed.communities.length) doubtful.add(listed.name);
    }
  }
  const areas = [...found.values()].sort((a, b) => (a.ordinal ?? 0) - (b.ordinal ?? 0));
  return doubtful.size === 0 && areas.length >= 2 && areas.every(({ ordinal }, i) => ordinal === null || ordinal === i + 1) ? areas : [];
}

/** The areas' words of a report: its own names stand in headings and lists, or in its tables. */
export function areaWordsOf(document: TextDocument, labels: readonly string[]): AreaWords {
  const own = new Set(document.paragraphs.flatMap(({ text }) => ownAreaNames(plainOf(text).text)));
  for (const label of labels) for (const name of ownAreaNames(plainOf(label).text)) own.add(name);
  return new AreaWords(own);
}
