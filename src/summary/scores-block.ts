import { render, say, type Language, type MessageId, type Sentence } from "../messages";
import type { ReportedCell, ReportedEvaluation } from "../report/types";
import { PARTIES } from "../values/party";
import { written, type SheetBuilder } from "./builder";
import { at, down, ITEM, VETO } from "./grid";
import type { AttendanceTable } from "./attendance-block";
import { quoted, reference, shown, type Live } from "./live";

const SCORE_FORMAT = "0.00";
/** As the domain and the scores of a workbook have them, in every language. */
const GRADES = ["优秀", "良好", "合格", "不合格"] as const;

/** Parties, total, grade, vetoes (评分与等级). */
export function addScores(sheet: SheetBuilder, evaluation: ReportedEvaluation | null, attendance: AttendanceTable | null, language: Language): void {
  const word = (id: MessageId, data: Sentence["data"] = {}) => render(say(id, data), language);
  sheet.heading("scores", word("summary-scores"));
  if (!evaluation) return sheet.banner(word("summary-no-scores"), "note");
  if (evaluation.scores) addParties(sheet, evaluation, word);
  else sheet.banner(word("summary-no-scores"), "note");
  addVetoes(sheet, evaluation, attendance, word);
}

type Word = (id: MessageId, data?: Sentence["data"]) => string;

function addParties(sheet: SheetBuilder, { scores, sources }: ReportedEvaluation, word: Word): void {
  sheet.heads([[ITEM.label, word("summary-party")], [ITEM.value, word("summary-score")], [ITEM.state, word("summary-maximum")], [ITEM.note, word("summary-arithmetic")]]);
  const top = sheet.nextRow;
  for (const party of PARTIES) {
    const cells = sources?.scores[party] ?? [];
    const score = scores!.parties[party] ?? null;
    const live = scoreOf(cells, score, word("summary-error-value"));
    const names = cells.map(({ sheet: name, cell }) => `${name}!${cell}`).join(word("list-separator"));
    sheet.row([
      [ITEM.label, written(word(`party-${party}`), "label")],
      [ITEM.value, written(live.value ?? "", "number", { ...(live.formula && { formula: live.formula }), format: SCORE_FORMAT })],
      [ITEM.state, written(sources?.weights[party] ?? "", "number", { format: "0.##" })],
      [ITEM.note, written(cells.length > 1 ? word("summary-score-sum", { cells: names }) : cells.length ? word("summary-score-from", { cells: names })
        : word(score === null ? "summary-score-missing" : "summary-score-set"), "text")]
    ]);
  }
  const range = down(ITEM.value, top, sheet.nextRow - 1);
  const totalRow = sheet.nextRow;
  sheet.row([
    [ITEM.label, written(word("summary-total-score"), "label")],
    [ITEM.value, written(scores!.total ?? "", "sum", { formula: `=IF(COUNT(${range})=${PARTIES.length},ROUND(SUM(${range}),2),"")`, format: SCORE_FORMAT })],
    [ITEM.state, written("", "center")],
    [ITEM.note, written(word("summary-total-note"), "text")]
  ]);
  const limits = sources?.gradeLimits;
  if (!limits) return;
  const total = at(ITEM.value, totalRow);
  const [excellent, good, pass, fail] = GRADES.map(quoted);
  sheet.row([
    [ITEM.label, written(word("summary-grade"), "label")],
    [ITEM.value, written(scores!.grade ?? "", "sum", {
      formula: `=IF(ISNUMBER(${total}),IF(${total}>=${limits.excellent},${excellent},IF(${total}>=${limits.good},${good},IF(${total}>=${limits.pass},${pass},${fail}))),"")`
    })],
    [ITEM.state, written("", "center")],
    [ITEM.note, written(word("summary-grade-note", { ...limits }), "text")]
  ]);
}

/** One cell as it is, several as their sum. */
function scoreOf(cells: readonly ReportedCell[], score: number | null, error: string): Live {
  if (cells.length === 0) return { value: score };
  if (cells.length === 1) return shown(cells[0]!, error);
  const refs = cells.map(reference).join(",");
  const sum = cells.reduce((total, { value }) => total + (typeof value === "number" ? value : 0), 0);
  const complete = cells.every(({ value }) => typeof value === "number");
  return { formula: `=IF(COUNT(${refs})=${cells.length},ROUND(SUM(${refs}),2),"")`, value: complete ? Number(sum.toFixed(2)) : "" };
}

/** The situations that fail a station whatever its score: two are computed, the others are for the assessor to say. */
function addVetoes(sheet: SheetBuilder, { vetoes, sources }: ReportedEvaluation, attendance: AttendanceTable | null, word: Word): void {
  if (!vetoes.length) return;
  const words = { met: word("summary-veto-met"), "not-met": word("summary-veto-not"), unconfirmed: word("summary-veto-unknown"), unknown: word("summary-veto-unknown") };
  sheet.heads([[VETO.number, word("summary-number")], [VETO.state, word("summary-vetoes")], [VETO.detail, word("summary-arithmetic")]]);
  const top = sheet.nextRow;
  const choosable: number[] = [];
  vetoes.forEach(({ id, state, detail }, index) => {
    const row = sheet.nextRow;
    const limits = sources?.vetoLimits;
    const shortage = attendance && limits && (id === "staff-shortage" ? [attendance.surplusCell, limits.staff] as const
      : id === "certified-shortage" ? [attendance.certifiedSurplusCell, limits.certified] as const : null);
    const rule = shortage && word(id === "staff-shortage" ? "summary-veto-staff" : "summary-veto-certified", { limit: shortage[1] });
    const text = rule ? `${rule}${state === "unconfirmed" ? word("summary-veto-unconfirmed") : ""}` : detail;
    const short = words[state === "unconfirmed" ? "unconfirmed" : "met"];
    if (!shortage) choosable.push(row);
    sheet.row([
      [VETO.number, written(index + 1, "center")],
      [VETO.state, written(words[state], shortage ? "center" : "choice", shortage
        ? { formula: `=IF(AND(${shortage[0]}<0,-${shortage[0]}>=${shortage[1]}),${quoted(short)},${quoted(words["not-met"])})` } : {})],
      [VETO.detail, written(text, "text")]
    ]);
  });
  const bottom = sheet.nextRow - 1;
  const range = down(VETO.state, top, bottom);
  sheet.row([
    [[1, 1], written("", "label")],
    [VETO.state, written(vetoes.filter(({ state }) => state === "met").length, "count", { formula: `=COUNTIF(${range},${quoted(words.met)})`, format: "0" })],
    [VETO.detail, written(word("summary-veto-count-note"), "text")]
  ]);
  sheet.conditionals.push({ range, formula: `=$${at(VETO.state, top)}=${quoted(words.met)}`, style: "warning" });
  if (choosable.length) {
    sheet.validations.push({
      range: choosable.map((row) => at(VETO.state, row)).join(" "), rule: { kind: "list", values: [words.met, words["not-met"], words.unknown] },
      prompt: { title: word("summary-vetoes"), text: word("summary-choose-veto") }
    });
  }
}
