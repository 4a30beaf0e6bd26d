import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readDocument } from "../../src/hosts/document";
import { checkInFull } from "../../src/report";
import { checkWritten, sourceOf } from "../../src/report/written";
import type { SentenceFinding } from "../../src/report/statement-types";
import { statementsOf } from "../../src/statements";
import { changed, contradictions, slipsOf, touches } from "./measure";

/** A sentence of a published report with what is true of it, as shared/cases/reports has it. */
interface GoldStatement {
  readonly id: string;
  readonly quote: string;
  readonly verdict: "agrees" | "contradicts" | "cannot-tell";
  readonly expect: "report" | "may-report" | "silent";
  readonly kind: string;
  readonly counterpart?: string;
}

interface Located extends GoldStatement {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

export interface GoldResult {
  readonly report: string;
  readonly understood: number;
  readonly provable: number;
  readonly reported: number;
  readonly wanted: number;
  /** Findings at sentences that are right, or of which nothing can be said. */
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
  /** Of the sentences that are right with one number changed: found, changed, told of something else. */
  readonly changes: { readonly found: number; readonly changed: number; readonly elsewhere: number; readonly missed: readonly string[] };
}

/** Checks the reports of a folder against what is true of each of their sentences. */
export function measureGold(folder: string, withChanges: boolean): GoldResult[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => name.endsWith(".gold.json")).sort().map((name) => measureOne(folder, name.replace(".gold.json", ""), withChanges));
}

function measureOne(folder: string, report: string, withChanges: boolean): GoldResult {
  const document = readDocument(new Uint8Array(readFileSync(join(folder, `${report}.docx`))));
  const { statements: gold } = JSON.parse(readFileSync(join(folder, `${report}.gold.json`), "utf8")) as { statements: readonly GoldStatement[] };
  const located = locate(gold, document.paragraphs.map(({ text }) => text));
  const { findings, statements } = checkWritten(document);
  const sentences = findings.filter((finding): finding is SentenceFinding => "place" in finding);
  const at = (one: Located, place: { paragraph: number; start: number; end: number }): boolean => place.paragraph === one.paragraph && place.start < one.end && place.end > one.start;
  const isFound = (one: Located | undefined): boolean => one !== undefined && sentences.some(({ place }) => at(one, place));
  const provable = located.filter(({ verdict }) => verdict !== "cannot-tell");
  const wanted = located.filter(({ expect }) => expect === "report");
  const missed = wanted.filter((one) => !isFound(one) && !isFound(located.find(({ id }) => id === one.counterpart)));
  return {
    report, provable: provable.length, wanted: wanted.length, reported: wanted.length - missed.length,
    understood: provable.filter((one) => statements.some(({ verdict, place }) => verdict !== "unknown" && at(one, place))).length,
    wrong: sentences.filter(({ place }) => !located.some((one) => one.expect !== "silent" && at(one, place))).map(({ rule, place, message }) => `${rule} 「${place.quote}」 ${message}`),
    missed: missed.map(({ id, quote }) => `${id} ${quote}`),
    changes: withChanges ? measureChanges(located) : { found: 0, changed: 0, elsewhere: 0, missed: [] }
  };

  function measureChanges(all: readonly Located[]): GoldResult["changes"] {
    const { result } = checkInFull(document.workbook, {});
    const sources = result ? [sourceOf(result, null)] : [];
    const keyOf = ({ place, subject, scope, contradiction }: ReturnType<typeof contradictions>[number]): string => [place.paragraph, contradiction!.rule, subject, scope].join("|");
    const before = new Set(statementsOf(document, sources).filter(({ contradiction }) => contradiction !== null).map(keyOf));
    const count = { found: 0, changed: 0, elsewhere: 0, missed: [] as string[] };
    for (const { id, verdict, quote, paragraph, start } of all) {
      if (verdict !== "agrees") continue;
      for (const match of quote.matchAll(/\d+(?:\.\d+)?/g)) {
        const from = start + match.index;
        for (const slip of slipsOf(match[0])) {
          const fresh = contradictions(changed(document, paragraph, from, from + match[0].length, slip), sources).filter((one) => !before.has(keyOf(one)));
        const near = fresh.filter((one) => touches(one, paragraph, start, start + quote.length));
          count.changed++;
          count.elsewhere += fresh.length - near.length;
          if (near.length > 0) count.found++;
          else count.missed.push(`${id} ${match[0]} → ${slip}: ${quote}`);
        }
      }
    }
    return count;
  }
}

/** Where the quotes stand: in the order of the text, each from where the one before it began. */
function locate(gold: readonly GoldStatement[], paragraphs: readonly string[]): Located[] {
  let paragraph = 0;
  let from = 0;
  return gold.flatMap((one): Located[] => {
    for (let next = paragraph; next < paragraphs.length; next++) {
      const start = paragraphs[next]!.indexOf(one.quote, next === paragraph ? from : 0);
      if (start < 0) continue;
      paragraph = next;
      from = start;
      return [{ ...one, paragraph, start, end: start + one.quote.length }];
    }
    const anywhere = paragraphs.findIndex((text) => text.includes(one.quote));
    return anywhere < 0 ? [] : [{ ...one, paragraph: anywhere, start: paragraphs[anywhere]!.indexOf(one.quote), end: paragraphs[anywhere]!.indexOf(one.quote) + one.quote.length }];
  });
}
