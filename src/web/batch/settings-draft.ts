import { say, type Sentence } from "../../messages";
import { parseSettings, SettingsError, withProfile, type SettingsInput, type SettingsValues } from "../../settings";

/** The settings that differ from station to station. Rates are typed as percents. */
export const FIELDS = ["headcount", "certifiedShare", "retentionLimit", "phase"] as const;
export type Field = (typeof FIELDS)[number];

/** What stands in the fields of one station, "" for what is not set. */
export type DraftRow = Readonly<Record<Field, string>>;

/** The row of what holds for every station. */
export const ALL = "";

export type Draft = ReadonlyMap<string, DraftRow>;

/** The fields for all stations and for each. */
export function draftOf(settings: SettingsInput, stations: readonly string[]): Draft {
  const names = [...new Set([...stations, ...Object.keys(settings.stations ?? {})])].sort((a, b) => a.localeCompare(b, "zh-CN"));
  return new Map([[ALL, rowOf(settings)], ...names.map((name): [string, DraftRow] => [name, rowOf(settings.stations?.[name] ?? {})])]);
}

/** What stands in the fields for these values. */
export function rowOf(values: SettingsValues): DraftRow {
  const { headcount, certifiedShare, retentionLimit, phase } = values;
  return { headcount: text(headcount), certifiedShare: percent(certifiedShare), retentionLimit: percent(retentionLimit), phase: phase ?? "" };
}

function text(value: number | undefined): string {
  return value === undefined ? "" : String(value);
}

function percent(value: number | undefined): string {
  return value === undefined ? "" : String(Number((value * 100).toFixed(4)));
}

/** A field that can't be taken, with what is allowed. */
export interface WrongField {
  readonly station: string;
  readonly field: Field;
  readonly reason: Sentence;
}

/** The settings that the draft stands for; what it has no field for stays as it was. */
export function settingsOf(draft: Draft, before: SettingsInput): { settings: SettingsInput; wrong: readonly WrongField[] } {
  const wrong: WrongField[] = [];
  const taken = (station: string, kept: SettingsValues): SettingsValues => {
    const row = draft.get(station)!;
    const rest = Object.fromEntries(Object.entries(kept).filter(([key]) => !(FIELDS as readonly string[]).includes(key)));
    const given = FIELDS.flatMap((field): [string, unknown][] => {
      if (row[field].trim() === "") return [];
      const value = valueOf(field, row[field]);
      const reason = refusal(field, value);
      if (reason) wrong.push({ station, field, reason });
      return [[field, value]];
    });
    return { ...rest, ...Object.fromEntries(given) };
  };
  const { stations: known = {}, ...forAll } = before;
  const all = taken(ALL, forAll);
  const stations = [...draft.keys()].filter((name) => name !== ALL).map((name) => [name, taken(name, known[name] ?? {})] as const)
    .filter(([, values]) => Object.keys(values).length > 0);
  return { settings: { ...all, ...(stations.length > 0 && { stations: Object.fromEntries(stations) }) }, wrong };
}

/** The settings of a file; one of profiles alone (识别方案) joins the settings that there are. */
export function joined(given: SettingsInput, before: SettingsInput): SettingsInput {
  const { profiles = [], ...rest } = given;
  if (profiles.length === 0 || Object.keys(rest).length > 0) return given;
  return profiles.reduceRight((settings, told) => withProfile(settings, told.name, told), before);
}

/** How many settings the draft has no field for; profiles are counted apart. */
export function otherSettings(settings: SettingsInput): number {
  const count = (values: SettingsValues): number => Object.keys(values).filter((key) => key !== "stations" && key !== "profiles" && key !== "agreements" && !(FIELDS as readonly string[]).includes(key)).length;
  return count(settings) + Object.values(settings.stations ?? {}).reduce((sum, values) => sum + count(values), 0);
}

function valueOf(field: Field, typed: string): unknown {
  if (field === "phase") return typed;
  const number = Number(typed.normalize("NFKC").trim().replace(/%$/, ""));
  return field === "headcount" ? number : Number((number / 100).toFixed(6));
}

/** What is allowed, where the value is not. */
function refusal(field: Field, value: unknown): Sentence | null {
  if (field !== "headcount" && field !== "phase" && !(typeof value === "number" && value >= 0 && value <= 1)) return say("settings-number", { from: 0, to: 100 });
  try {
    parseSettings({ [field]: value });
    return null;
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    const { allowed } = error.sentence.data;
    return typeof allowed === "object" && "id" in allowed ? allowed : error.sentence;
  }
}
