import { defaultOptions, type TemplateOptions } from "../../template";

/** What the form of new standard tables holds, as typed. */
export interface TablesForm {
  readonly station: string;
  /** "YYYY-MM-DD" */
  readonly start: string;
  readonly end: string;
  /** Names, one a line or with commas between. */
  readonly areas: string;
  readonly headcount: string;
  /** In percent: "70" */
  readonly certified: string;
  readonly cards: string;
}

/** The form before anything was typed; `today` is "YYYY-MM-DD". */
export function emptyForm(today: string): TablesForm {
  const { station, period, areas, headcount, certifiedShare, cards } = defaultOptions(today);
  return {
    station, start: period.start, end: period.end, areas: areas.join("、"), headcount: String(headcount), certified: String(certifiedShare * 100), cards: cards.join("、")
  };
}

/** The options that a form asks for; whether they make tables is for the template to say. */
export function optionsOf({ station, start, end, areas, headcount, certified, cards }: TablesForm): TemplateOptions {
  return {
    station: station.trim(), period: { start, end }, areas: names(areas), headcount: numberOf(headcount), certifiedShare: numberOf(certified.replace(/[%％]\s*$/, "")) / 100, cards: names(cards)
  };
}

function names(text: string): string[] {
  return text.split(/[\n,，、;；]/).map((name) => name.trim()).filter((name) => name !== "");
}

/** NaN for what is no number, which the template refuses with its sentence. */
function numberOf(text: string): number {
  return text.trim() === "" ? NaN : Number(text);
}
