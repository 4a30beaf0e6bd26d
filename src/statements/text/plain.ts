import { numeralValue } from "./numerals";

/** A paragraph in the form in which it is read: no blanks, one kind of every mark, digits of one width; and where each character stands. */
export interface Plain {
  readonly text: string;
  /** By character of the text, its index in the paragraph. */
  readonly at: readonly number[];
}

/** Marks of several kinds for one thing. Those of Chinese text stay full-width, so that a point in a number is never one of them. */
const MARKS: Readonly<Record<string, string>> = {
  ",": "，", ";": "；", ":": "：", "(": "（", ")": "）", "!": "！", "?": "？", "﹪": "%", "｡": "。", "「": "“", "」": "”", "『": "“", "』": "”",
  "—": "-", "–": "-", "－": "-", "‐": "-", "―": "-", "−": "-", "～": "~", "〜": "~", "[": "〔", "]": "〕", "［": "〔", "］": "〕", "﹙": "（", "﹚": "）"
};
/** ① 198人次: the number of a note is no digit of what follows it. */
const CIRCLED = /[①-⓿❶-➓]/u;
const KEPT = "，；：（）！？。、“”《》〈〉〔〕【】";

/** Drops blanks and breaks (numbers are cut by a line, a page or a run) and unifies widths and marks. */
export function plainOf(paragraph: string): Plain {
  const at: number[] = [];
  let text = "";
  let inQuotes = false;
  for (let i = 0; i < paragraph.length; i++) {
    const sign = paragraph[i]!;
    if (/[\s\p{Default_Ignorable_Code_Point}]/u.test(sign)) continue;
    if (sign === "," && isThousands(paragraph, i)) continue;
    let read = MARKS[sign] ?? (KEPT.includes(sign) || CIRCLED.test(sign) ? sign : sign.normalize("NFKC"));
    if (read === "\"") {
      inQuotes = !inQuotes;
      read = inQuotes ? "“" : "”";
    }
    for (const one of read) at.push(...Array<number>(one.length).fill(i));
    text += read;
  }
  return datesInDigits({ text, at });
}

const NUMERAL_DATE = /[〇零○一二三四五六七八九十廿]{1,4}(?=[年月日])/gu;

/** 二〇二四年九月十日 → 2024年9月10日; a number of years (扎根十三年) stays as it is written. */
function datesInDigits(plain: Plain): Plain {
  if (!/[〇零○][一二三四五六七八九]年|[一二三四五六七八九十]月[一二三四五六七八九十]/u.test(plain.text)) return plain;
  const at: number[] = [];
  let text = "";
  let from = 0;
  for (const { index, 0: numeral } of plain.text.matchAll(NUMERAL_DATE)) {
    const end = index + numeral.length;
    const unit = plain.text[end];
    const isDate = unit === "年" ? numeral.length === 4 && !numeral.includes("十") : unit === "月" ? plain.text[index - 1] === "年" : plain.text[index - 1] === "月";
    if (!isDate) continue;
    const digits = unit === "年" ? [...numeral].map((sign) => String("〇一二三四五六七八九".indexOf(sign.replace(/[零○]/u, "〇")))).join("") : String(numeralValue(numeral.replace("廿", "二十")) ?? numeral);
    text += plain.text.slice(from, index) + digits;
    at.push(...plain.at.slice(from, index), ...[...digits].map((_, i) => plain.at[i === digits.length - 1 ? end - 1 : Math.min(index + i, end - 1)]!));
    from = end;
  }
  return { text: text + plain.text.slice(from), at: [...at, ...plain.at.slice(from)] };
}

/** 1,234 but not 57,56: three digits behind it and one before it. */
function isThousands(paragraph: string, at: number): boolean {
  return /\d/.test(paragraph[at - 1] ?? "") && /^\d{3}(?!\d)/.test(paragraph.slice(at + 1, at + 5));
}

/** Where a part of the plain text stands in the paragraph. */
export function spanIn({ at }: Plain, start: number, end: number): { readonly start: number; readonly end: number } {
  const first = at[start] ?? 0;
  return { start: first, end: end > start ? at[end - 1]! + 1 : first };
}
