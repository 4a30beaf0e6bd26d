import type { Language } from "../messages";
import type { WorkbookReport } from "../report/types";
import { numberText, scoreText } from "../values/numbers";
import { PARTIES } from "../values/party";
import { paragraph, tableCell, type WrittenBlock } from "../workbook";
import { openErrors, wordsIn } from "./words";

/** The scores of the parties, total and grade as evaluation reports state them; nothing where no score is known. */
export function scoreSentences(report: WorkbookReport, language: Language): string[] {
  const word = wordsIn(language);
  const { scores, vetoes = [], sources } = report.evaluation ?? {};
  if (!scores || Object.keys(scores.parties).length === 0) return [];
  const met = vetoes.filter(({ state }) => state === "met").map(({ detail }) => detail);
  return [
    ...PARTIES.map((party) => {
      const score = scores.parties[party];
      const name = word(`party-${party}`);
      return score === undefined ? word("prose-score-missing", { party: name }) : word("prose-score", { party: name, score: scoreText(score), weight: numberText(sources?.weights[party] ?? 0) });
    }),
    ...(scores.total === null ? [] : [scores.grade === null ? word("prose-total-only", { total: scoreText(scores.total) }) : word("prose-total", { total: scoreText(scores.total), grade: scores.grade })]),
    ...(met.length > 0 ? [word("prose-vetoes", { details: met.join(word("prose-semicolon")) })] : []),
    ...openErrors(report, ["scores"], word)
  ];
}

/** The parties with their points, and the total with the grade. */
export function scoreTable(report: WorkbookReport, language: Language): WrittenBlock[] {
  const word = wordsIn(language);
  const { scores, sources } = report.evaluation ?? {};
  if (!scores || Object.keys(scores.parties).length === 0) return [];
  const weights = PARTIES.map((party) => sources?.weights[party] ?? 0);
  return [
    paragraph("heading", word("prose-scores-title"), { keepWithNext: true }),
    {
      kind: "table", widths: [80, 50, 50], head: [word("prose-head-party"), word("prose-head-weight-of"), word("prose-head-score")],
      rows: [
        ...PARTIES.map((party, index) => {
          const score = scores.parties[party];
          return [tableCell(word(`party-${party}`)), tableCell(numberText(weights[index]!), "center"), tableCell(score === undefined ? "" : scoreText(score), "center")];
        }),
        ...(scores.total === null ? [] : [[
          tableCell(word("prose-head-sum"), "left", true), tableCell(numberText(weights.reduce((sum, weight) => sum + weight, 0)), "center", true),
          tableCell([scoreText(scores.total), scores.grade ?? ""].filter(Boolean).join(" "), "center", true)
        ]])
      ]
    }
  ];
}
