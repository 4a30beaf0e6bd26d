import { render, say, type Language } from "../../messages";
import type { MarkQuestion, Roster } from "../../tables/roster/types";
import { allTables, type Tables } from "../../tables/tables";
import type { Unread } from "../../tables/types";
import type { ToldMark, ToldTable } from "../../told";
import { findSheet, rectName, type Workbook } from "../../workbook";
import { tableKey } from "../tables";
import type { ReportedQuestion } from "../types";
import { freeName, namesIn, proposalOf, tableNames } from "./propose";
import { isReadable, isTooLarge, regionAround, regionProposal } from "./region";
import { seenOf } from "./seen";

/** More questions nobody answers; the rest stays 没有核查. */
const MOST_QUESTIONS = 3;

/** Questions whose answers change what is found: what signs of rosters mean, and whether a region that looks like a table is one. */
export function questionsOf(workbook: Workbook, tables: Tables, language: Language): ReportedQuestion[] {
  const marks = tables.rosters.flatMap((roster) => (roster.question ? markQuestions(workbook, tables, roster, roster.question, language) : []));
  if (marks.length >= MOST_QUESTIONS) return marks.slice(0, MOST_QUESTIONS);
  return [...marks, ...regionQuestions(workbook, tables, MOST_QUESTIONS - marks.length, language)];
}

function markQuestions(workbook: Workbook, tables: Tables, roster: Roster, { marks }: MarkQuestion, language: Language): ReportedQuestion[] {
  const key = tableKey(roster);
  const group = allTables(tables).filter((table) => tableKey(table) === key);
  const told = tables.told.find((outcome) => outcome.told.name === roster.told)?.told ?? proposalOf(seenOf(workbook, group), group, tableNames(tables, language).get(key)!);
  return [...marks].sort((a, b) => b.times - a.times).map(({ plain, text, guess }): ReportedQuestion => {
    const means: ToldMark["means"] = guess === "half" ? "half" : "present";
    const withMark = (meaning: ToldMark["means"]): ToldTable => ({ ...told, marks: [...(told.marks ?? []).filter(({ mark }) => mark !== plain), { mark: plain, means: meaning }] });
    return {
      text: render(say(means === "half" ? "told-ask-half" : "told-ask-mark", { sheet: roster.sheet, mark: text }), language), sheet: roster.sheet, range: rectName(roster.rect),
      answers: [{ label: render(say("told-yes"), language), told: withMark(means) }, { label: render(say("told-no"), language), told: withMark("absent") }]
    };
  });
}

function regionQuestions(workbook: Workbook, tables: Tables, most: number, language: Language): ReportedQuestion[] {
  const found: ReportedQuestion[] = [];
  const names = namesIn(tables, language);
  for (const region of tables.unread.filter(({ grave }) => grave)) {
    if (found.length >= most) break;
    const question = regionQuestion(workbook, tables, region, names, language);
    if (question && !found.some(({ sheet, range }) => sheet === question.sheet && range === question.range)) found.push(question);
  }
  return found;
}

/** Asked only where the answer 是 makes a table of the region that can be checked. */
function regionQuestion(workbook: Workbook, { evidence, scores }: Tables, { sheet: name, rect: part }: Unread, names: Set<string>, language: Language): ReportedQuestion | null {
  const sheet = findSheet(workbook, name);
  // What a table of scores could not prove is a part of that table.
  if (!sheet || scores.some((table) => table.sheet === name)) return null;
  const rect = regionAround(sheet, part);
  if (isTooLarge(rect)) return null;
  const told = regionProposal(sheet, evidence, rect, (kind) => freeName(name, kind, names, language));
  if (!isReadable(told)) return null;
  const none: ToldTable = { ...told, kind: "none", columns: told.columns.map((column) => ({ ...column, role: "none" })) };
  const range = rectName(rect);
  return {
    text: render(say("told-ask-table", { sheet: name, range, kind: say(`told-kind-${told.kind}`) }), language), sheet: name, range,
    answers: [{ label: render(say("told-yes"), language), told }, { label: render(say("told-no"), language), told: none }]
  };
}
