import { render, type Language } from "../messages";
import type { ReportedFinding } from "../report/types";
import { askedOf } from "./asked";
import { CellMap } from "./cell-map";
import { changedCells } from "./changes";
import { LooseColumns } from "./columns";
import { matchSittings } from "./match";
import type { Sitting } from "./sitting";
import { statesOf } from "./states";
import { sameSheets, structureOf } from "./structure";
import type { EarlierFinding, ReviewDocument, ReviewedPair } from "./types";

/** Holds a workbook that was handed in again against the earlier one (复核). Pure; both must have been checked with the same settings. */
export function reviewPair(old: Sitting, now: Sitting, language: Language = "zh"): ReviewedPair {
  const match = matchSittings(old, now);
  const sheets = sameSheets(old, now, match);
  const cells = new CellMap(match, sheets);
  const columns = new LooseColumns(match);
  const { earlier, appeared } = statesOf(old, now, match, cells, language);
  const { file, station, period } = now.report;
  return {
    old: old.report.file, new: file, station, period: period && { start: period.start, end: period.end },
    settled: !earlier.some(isUnsettled) && !appeared.some(counts),
    earlier, appeared, changed: changedCells(match, cells, columns, askedOf(old), language),
    structure: [...structureOf(old, now, match, cells, sheets, language), ...columns.sentences().map((sentence) => render(sentence, language))]
  };
}

/** What is only worth knowing keeps nothing open. */
export function counts({ severity }: Pick<ReportedFinding, "severity">): boolean {
  return severity !== "info";
}

export function isUnsettled(finding: EarlierFinding): boolean {
  return counts(finding) && (finding.state === "open" || finding.state === "still-wrong");
}

export function reviewDocument(pairs: readonly ReviewedPair[], unpaired: ReviewDocument["unpaired"] = [], unread: ReviewDocument["unread"] = []): ReviewDocument {
  return { version: 1, pairs, unpaired, unread };
}

/** Everything is settled and every file has its counterpart. */
export function isSettled({ pairs, unpaired }: ReviewDocument): boolean {
  return pairs.every(({ settled }) => settled) && unpaired.length === 0;
}
