import { checkInFull } from "../../src/report";
import { sourceOf } from "../../src/report/written";
import { statementsOf, type Source, type Statement } from "../../src/statements";
import type { TextDocument } from "../../src/workbook";
import { build, Random, type Spec } from "../generator";
import { textDocument } from "../support/text-document";
import { writtenReport, type WrittenNumber } from "./written";

/** What became of the changed numbers of one kind. */
export interface KindCount {
  found: number;
  changed: number;
  /** Numbers and words of the kind, those of which the check said that they are right, and what it wrongly said beside a change of one. */
  written: number;
  understood: number;
  wrong: number;
}

export interface Measured {
  readonly kinds: Map<string, KindCount>;
  /** What was said of reports in which every number is right, and beside a change of something else. */
  readonly wrong: string[];
  readonly missed: string[];
  understood: number;
  numbers: number;
}

/** A number changed as a hand changes it: one more or less, two digits changed about. */
export function slipsOf(number: string): string[] {
  const decimals = /\.(\d+)/.exec(number)?.[1]?.length ?? 0;
  const value = Number(number);
  const slips: string[] = [];
  if (Number.isFinite(value)) {
    const step = decimals >= 2 ? 0.1 : 1;
    slips.push((value + step).toFixed(decimals), ...(value > 1 ? [(value - step).toFixed(decimals)] : []));
    const at = [...number].findIndex((sign, i) => /\d/.test(sign) && /\d/.test(number[i + 1] ?? "") && sign !== number[i + 1]);
    if (at >= 0) slips.push(number.slice(0, at) + number[at + 1]! + number[at]! + number.slice(at + 2));
  } else {
    const numerals = "一二三四五六七八九";
    const next = number.length === 1 && numerals.includes(number) ? numerals[numerals.indexOf(number) + 1] : undefined;
    if (next !== undefined) slips.push(next);
  }
  return [...new Set(slips)].filter((slip) => slip !== number && !/^0\d/.test(slip));
}

/** The document with one stretch of a paragraph written otherwise. */
export function changed(document: TextDocument, paragraph: number, start: number, end: number, text: string): TextDocument {
  const paragraphs = document.paragraphs.map((one, i) => (i === paragraph ? { ...one, text: one.text.slice(0, start) + text + one.text.slice(end) } : one));
  return { ...document, paragraphs };
}

export function contradictions(document: TextDocument, sources: readonly Source[]): Statement[] {
  return statementsOf(document, sources).filter(({ contradiction }) => contradiction !== null);
}

/** Does the finding stand at the stretch, or name it as what it was held against? */
export function touches({ place, witnesses }: Statement, paragraph: number, start: number, end: number): boolean {
  return [place, ...witnesses.flatMap((witness) => ("place" in witness ? [witness.place] : []))].some((one) => one.paragraph === paragraph && one.start < end + 2 && one.end > start - 2);
}

/** The stations whose reports are written and changed: every table that a report can be held against. */
export const WRITTEN_STATIONS: readonly Spec[] = [0, 1, 2, 3, 4, 5, 6, 7].map((seed) => ({ kind: "whole", family: seed % 2 === 0 ? "standard" : "wild", rate: "if-slash", total: "sum", seed }));

/** Reports of generated stations, right and with one number changed. */
export function measureGenerated(specs: readonly Spec[], measured: Measured = { kinds: new Map(), wrong: [], missed: [], understood: 0, numbers: 0 }): Measured {
  for (const spec of specs) {
    const workbook = build(spec).draft.toWorkbook();
    const { result } = checkInFull(workbook, {});
    if (!result) continue;
    const { paragraphs, numbers } = writtenReport(workbook, new Random(`report/${spec.kind}/${spec.family}/${spec.seed}`));
    const document = textDocument(paragraphs, workbook);
    const sources = [sourceOf(result, null)];
    const label = `${spec.family} ${spec.seed}`;
    const statements = statementsOf(document, sources);
    measured.wrong.push(...statements.filter(({ contradiction }) => contradiction !== null).map(({ place }) => `${label}: ${place.quote}`));
    for (const number of numbers) {
      const count = measured.kinds.get(number.kind) ?? { found: 0, changed: 0, written: 0, understood: 0, wrong: 0 };
      measured.kinds.set(number.kind, count);
      measured.numbers++;
      count.written++;
      if (statements.some((one) => one.verdict !== "unknown" && touches(one, number.paragraph, number.start, number.end))) {
        measured.understood++;
        count.understood++;
      }
      measureNumber(number, document, sources, label, measured);
    }
  }
  return measured;
}

function measureNumber({ kind, paragraph, start, end, other }: WrittenNumber, document: TextDocument, sources: readonly Source[], label: string, measured: Measured): void {
  const text = document.paragraphs[paragraph]!.text;
  const own = text.slice(start, end);
  const count = measured.kinds.get(kind)!;
  for (const slip of [...slipsOf(own), ...(other !== undefined && other !== own ? [other] : [])]) {
    const found = contradictions(changed(document, paragraph, start, end, slip), sources);
    count.changed++;
    if (found.some((one) => touches(one, paragraph, start, start + slip.length))) count.found++;
    else measured.missed.push(`${label} ${kind} ${own} → ${slip}: ${text}`);
    const elsewhere = found.filter((one) => !touches(one, paragraph, start, start + slip.length));
    count.wrong += elsewhere.length;
    measured.wrong.push(...elsewhere.map(({ place }) => `${label} ${own} → ${slip}: ${place.quote}`));
  }
}
