import type { Evidence, Place, SheetAtoms, SheetEvidence } from "../../evidence";
import { Kept, type Rect, type Sheet } from "../../workbook";
import { headText } from "../reading";
import { findTitles } from "../titles";
import { findFootnotes } from "./footnote";
import { findLists } from "./lists";
import { findMatrices } from "./matrix";
import { assemble, restOf, withAreas, type Assembled } from "./proven/assemble";
import { choose, provenBlocks } from "./proven/choose";
import { findHeadTriples } from "./triples";
import { findSpread } from "./spread";
import { findTurnedMatrices } from "./turned-matrix";
import type { Footnote } from "./types";

/** The tables of indicators of a workbook, and tables without a word of the domain whose rates numbers prove. */
export interface IndicatorTables extends Assembled {
  readonly footnotes: readonly Footnote[];
}

/** Finds them on all sheets that `evidence` has atoms of: words propose, numbers prove. */
export function findIndicatorTables(evidence: Evidence, isOurs: (sheet: string) => boolean): IndicatorTables {
  const perSheet = evidence.sheets.flatMap(({ sheet }, index) => (isOurs(sheet.name) ? [] : [onSheet(evidence, index)]));
  const quotients = perSheet.flatMap((found) => found.quotients);
  const single = [...perSheet.flatMap(({ matrices, overall, cards }) => [...matrices, ...overall, ...cards]), ...quotients];
  const spread = findSpread(evidence, single);
  const tables = [...single, ...spread.matrices, ...spread.overall];
  return {
    matrices: withAreas(evidence, [...perSheet.flatMap((found) => found.matrices), ...spread.matrices]),
    overall: withAreas(evidence, [...perSheet.flatMap((found) => found.overall), ...spread.overall]),
    cards: withAreas(evidence, perSheet.flatMap((found) => found.cards)),
    quotients: [...quotients, ...restOf(evidence, tables)],
    footnotes: perSheet.flatMap((found) => found.footnotes)
  };
}

const kept = new Kept<SheetAtoms, IndicatorTables>();

/** What stands on one sheet: found once for as long as the sheet and what is proven of it are the same. */
function onSheet(evidence: Evidence, index: number): IndicatorTables {
  const own = evidence.onSheets[index]!;
  const find = (): IndicatorTables => findOn({ ...evidence, ...own }, index);
  return readsElsewhere(own, index) ? find() : kept.of(evidence.sheets[index]!, [own.forms, own.quotients, ...own.totals], find);
}

function readsElsewhere({ quotients, totals }: SheetEvidence, index: number): boolean {
  const isElsewhere = ({ sheet }: Place): boolean => sheet !== index;
  return quotients.some(({ done, target }) => done.some(isElsewhere) || target.some(isElsewhere)) || totals.some(({ parts }) => parts.some(isElsewhere));
}

function findOn(evidence: Evidence, index: number): IndicatorTables {
  const { sheet } = evidence.sheets[index]!;
  const titles = findTitles(sheet);
  const triples = findHeadTriples(sheet);
  const { matrices, used } = findMatrices(sheet, triples, titles);
  matrices.push(...findTurnedMatrices(sheet, triples, used, titles));
  const { overall: lists, cards } = findLists(sheet, triples, used, titles);
  const overall = lists.filter((list) => !isSelfEvaluation(sheet, list.rect));
  const chosen = choose(evidence, [...matrices, ...overall, ...cards], provenBlocks(evidence, index, triples, titles));
  return { ...assemble(evidence, chosen), footnotes: findFootnotes(sheet, titles) };
}

/** 自评表: 三级指标 with bounds as values, 分值 and 得分 beside them. Its scores are no indicators of the station. */
function isSelfEvaluation(sheet: Sheet, { top }: Rect): boolean {
  const heads = sheet.columns(top).map((column) => headText(sheet, top, column)).join("|");
  return /[一二三]级指标/.test(heads) && /分值|得分|权重/.test(heads);
}
