import { monthsOf, monthOf } from "../values/dates";
import type { Period } from "../values/period";
import { say, type Sentence } from "../messages";
import { CARDS } from "./words";

/** What a new set of standard tables is made for. */
export interface TemplateOptions {
  /** As the titles have it, "广州市甲街社工站". */
  readonly station: string;
  /** The period that is evaluated; each of its months gets three columns of marks. */
  readonly period: Period;
  /** 年度服务协议时间; the period itself where it is not given. */
  readonly agreement?: Period;
  /** 服务片区, in order. */
  readonly areas: readonly string[];
  /** 协议要求社工数. */
  readonly headcount: number;
  /** 持证应到 as a share of 应到, 0 … 1; decides how many rows each group gets. */
  readonly certifiedShare: number;
  /** Names of additional indicators, a card each. */
  readonly cards: readonly string[];
}

/** What an option is called in the form that asks for it. */
export type TemplateField = "station" | "start" | "end" | "areas" | "headcount" | "certified" | "cards";

/** Options that no tables can be made for; the sentence says which and why. */
export class TemplateError extends Error {
  constructor(readonly sentence: Sentence, readonly field: TemplateField) {
    super(sentence.id);
    this.name = "TemplateError";
  }
}

export const MAX_MONTHS = 12;
export const MAX_AREAS = 30;
export const MAX_HEADCOUNT = 200;
const MAX_CARDS = 90;
const MAX_NAME = 60;

/** What is offered before the user has typed anything: the half year that `today` ("YYYY-MM-DD") lies in. */
export function defaultOptions(today: string): TemplateOptions {
  const year = today.slice(0, 4);
  const period = today.slice(5, 7) <= "06" ? { start: `${year}-01-01`, end: `${year}-06-30` } : { start: `${year}-07-01`, end: `${year}-12-31` };
  return {
    station: "", period, agreement: { start: `${year}-01-01`, end: `${year}-12-31` }, areas: ["片区1", "片区2", "片区3"],
    headcount: 20, certifiedShare: 0.5, cards: CARDS
  };
}

/** Refuses, with a TemplateError, what would make no proper tables. */
export function validateOptions(options: TemplateOptions): void {
  const { station, period, agreement, areas, headcount, certifiedShare, cards } = options;
  if (station.trim() === "" || station.length > MAX_NAME) refuse("station", "template-bad-station", { max: MAX_NAME });
  for (const each of [period, agreement ?? period]) {
    if (!isDay(each.start) || !isDay(each.end) || each.start > each.end) refuse(isDay(each.start) ? "end" : "start", "template-bad-period", { start: each.start, end: each.end });
  }
  if (monthOf(period.end) - monthOf(period.start) + 1 > MAX_MONTHS) refuse("end", "template-too-many-months", { months: monthsOf(period).length, max: MAX_MONTHS });
  if (areas.length === 0 || areas.length > MAX_AREAS) refuse("areas", "template-bad-areas", { max: MAX_AREAS });
  if (cards.length > MAX_CARDS) refuse("cards", "template-too-many-cards", { max: MAX_CARDS });
  for (const [field, names] of [["areas", areas], ["cards", cards]] as const) {
    const seen = new Set<string>();
    for (const name of names) {
      if (name.trim() === "" || name.length > MAX_NAME) refuse(field, "template-bad-name", { name, max: MAX_NAME });
      if (seen.has(name.trim())) refuse(field, "template-name-twice", { name });
      seen.add(name.trim());
    }
  }
  if (!Number.isInteger(headcount) || headcount < 1 || headcount > MAX_HEADCOUNT) refuse("headcount", "template-bad-headcount", { max: MAX_HEADCOUNT });
  if (!(certifiedShare >= 0 && certifiedShare <= 1)) refuse("certified", "template-bad-share");
}

function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) && Number(match[1]) >= 2000;
}

function refuse(field: TemplateField, id: Sentence["id"], data: Sentence["data"] = {}): never {
  throw new TemplateError(say(id, data), field);
}
