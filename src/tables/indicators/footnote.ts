import type { Sheet } from "../../workbook";
import type { FactName, Footnote } from "./types";
import { normalise } from "../../values/text";
import { titleFor, type Title } from "../titles";

const NUMBER = "[^\\d,;。；，]{0,6}?([\\d,]+(?:\\.\\d+)?)(万)?";
const FACTS: readonly (readonly [FactName, RegExp])[] = [
  ["population", new RegExp(`(?:户籍|常住)?人口(?:总?数)?${NUMBER}人`)],
  ["households", new RegExp(`建档(?:的)?(?:总)?户数${NUMBER}户`)],
  ["filed", new RegExp(`建档(?:的)?(?:总)?人数${NUMBER}人`)],
  ["visits", new RegExp(`入户(?:探访|走访|家访)?(?:的)?总?人[数次]${NUMBER}人次?`)],
  ["served", new RegExp(`服务(?:的)?总人[数次]${NUMBER}人次?`)],
  ["residents", new RegExp(`服务(?:的)?社区居民(?:共|约|总数)?${NUMBER}人次?`)]
];

/** The long texts (附注) of a sheet that name at least two of the numbers a footnote gives. */
export function findFootnotes(sheet: Sheet, titles: readonly Title[]): Footnote[] {
  const footnotes: Footnote[] = [];
  for (const { row, column, value } of sheet.texts()) {
    if (value.length < 20) continue;
    const facts = readFacts(normalise(value));
    if (facts.size < 2) continue;
    footnotes.push({
      kind: "footnote", sheet: sheet.name, rect: sheet.extent(row, column), ...titleFor(sheet, titles, sheet.extent(row, column)),
      at: { sheet: sheet.name, row, column }, facts
    });
  }
  return footnotes;
}

function readFacts(text: string): Map<FactName, { number: number; text: string }> {
  const facts = new Map<FactName, { number: number; text: string }>();
  for (const [name, pattern] of FACTS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const digits = Number(match[1]!.replace(/,/g, ""));
    facts.set(name, { number: match[2] ? Math.round(digits * 10_000) : digits, text: match[0] });
  }
  return facts;
}
