import { say, type Sentence } from "../messages";
import { isoDate } from "../values/dates";
import { normalise } from "../values/text";
import { DEFAULT_SETTINGS } from "./defaults";
import { TICKED_VETOES, type SettingKey, type Settings, type SettingsInput, type SettingsValues } from "./types";
import { PARTIES } from "../values/party";

/** Settings that can't be taken, with a sentence that names the key and what is allowed. */
export class SettingsError extends Error {
  constructor(readonly sentence: Sentence) {
    super(`${sentence.id} ${JSON.stringify(sentence.data)}`);
    this.name = "SettingsError";
  }
}

/** Takes one value at `key` or throws a SettingsError. */
type Check = (value: unknown, key: string) => unknown;

function refuse(key: string, allowed: Sentence): never {
  throw new SettingsError(say("settings-value", { key, allowed }));
}

function number(from: number, to: number, step = 0): Check {
  return (value, key) => {
    const whole = step === 0 || (typeof value === "number" && Number.isInteger(value / step));
    if (typeof value !== "number" || !Number.isFinite(value) || value < from || value > to || !whole) {
      refuse(key, step === 0 ? say("settings-number", { from, to }) : say("settings-number-step", { from, to, step }));
    }
    return value;
  };
}

const flag: Check = (value, key) => (typeof value === "boolean" ? value : refuse(key, say("settings-boolean")));

function oneOf(...words: string[]): Check {
  return (value, key) => (typeof value === "string" && words.includes(value) ? value : refuse(key, say("settings-one-of", { words: words.join(" | ") })));
}

const date: Check = (value, key) => {
  const match = typeof value === "string" ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null;
  if (!match || isoDate(Number(match[1]), Number(match[2]), Number(match[3])) !== value) refuse(key, say("settings-date"));
  return value;
};

/** An object whose keys are all known; `required` ones must be there. */
function object(fields: Readonly<Record<string, Check>>, required: readonly string[] = []): Check {
  return (value, key) => {
    const entries = entriesOf(value, key);
    const known = new Map(Object.entries(fields));
    for (const name of required) if (!entries.some(([given]) => given === name)) refuse(join(key, name), say("settings-missing"));
    return Object.fromEntries(entries.map(([name, inner]) => {
      const check = known.get(name);
      if (!check) throw new SettingsError(say("settings-unknown", { key: join(key, name), known: Object.keys(fields).join(", ") }));
      return [name, check(inner, join(key, name))];
    }));
  };
}

// JSON.parse makes "__proto__" a key like any other; it is never assigned, only compared and refused or defined.
function entriesOf(value: unknown, key: string): [string, unknown][] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) refuse(key === "" ? "{}" : key, say("settings-object"));
  return Object.entries(value);
}

function join(key: string, name: string): string {
  return key === "" ? name : `${key}.${name}`;
}

function each(names: readonly string[], check: Check): Record<string, Check> {
  return Object.fromEntries(names.map((name) => [name, check]));
}

const period: Check = (value, key) => {
  const days = object({ start: date, end: date }, ["start", "end"])(value, key) as { start: string; end: string };
  return days.start <= days.end ? days : refuse(key, say("settings-period"));
};

const vetoLimits = object({ staff: number(0, 1000, 0.5), certified: number(0, 1000, 0.5) });

const VALUES: Readonly<Record<SettingKey, Check>> = {
  headcount: number(1, 1000, 0.5),
  certifiedShare: number(0, 1),
  phase: oneOf("mid", "final"),
  period,
  joinCutoffDay: number(1, 31, 1),
  leaveCutoffDay: number(1, 31, 1),
  retentionLimit: number(0, 1),
  trainingHoursPerPersonMonth: number(0, 1000),
  weights: object(each(PARTIES, number(0, 100))),
  gradeLimits: object(each(["excellent", "good", "pass"], number(0, 100))),
  vetoLimits: object({ mid: vetoLimits, final: vetoLimits }),
  scores: object(each(PARTIES, number(0, 100))),
  vetoes: object(each(TICKED_VETOES, flag)),
  showNames: flag
};

const values = object(VALUES);
const stations: Check = (value, key) => Object.fromEntries(entriesOf(value, key).map(([name, inner]) => [name, values(inner, join(key, name))]));
const input = object({ ...VALUES, stations });

/** Validates settings as they come from JSON; throws a SettingsError that names what is wrong. */
export function parseSettings(value: unknown): SettingsInput {
  const parsed = input(value, "") as SettingsInput;
  fitTogether(merge([parsed]), "");
  for (const [name, own] of Object.entries(parsed.stations ?? {})) fitTogether(merge([parsed, own]), `stations.${name}.`);
  return parsed;
}

/** Validates the text of a settings file. */
export function parseSettingsText(text: string): SettingsInput {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    throw new SettingsError(say("settings-json"));
  }
  return parseSettings(value);
}

/** The settings of one station: defaults, then what was set for all, then what was set for it. */
export function settingsFor(given: SettingsInput, station: string | null = null): Settings {
  const wanted = normalise(station ?? "");
  const own = Object.entries(given.stations ?? {}).filter(([name]) => wanted !== "" && normalise(name) === wanted).map(([, set]) => set);
  return merge([given, ...own]);
}

function merge(layers: readonly SettingsValues[]): Settings {
  const given = new Set<SettingKey>();
  let merged: Settings = DEFAULT_SETTINGS;
  for (const layer of layers) {
    const { weights, gradeLimits, vetoLimits: limits, scores, vetoes, ...plain } = layer;
    for (const key of Object.keys(layer)) if (key !== "stations") given.add(key as SettingKey);
    const { stations: _, ...single } = plain as SettingsInput;
    merged = {
      ...merged,
      ...single,
      weights: { ...merged.weights, ...weights },
      gradeLimits: { ...merged.gradeLimits, ...gradeLimits },
      vetoLimits: { mid: { ...merged.vetoLimits.mid, ...limits?.mid }, final: { ...merged.vetoLimits.final, ...limits?.final } },
      scores: { ...merged.scores, ...scores },
      vetoes: { ...merged.vetoes, ...vetoes }
    };
  }
  return { ...merged, given };
}

/** What single values can't tell: weights make 100, grades descend, no score lies above its weight. */
function fitTogether(settings: Settings, prefix: string): void {
  const sum = PARTIES.reduce((total, party) => total + Math.round(settings.weights[party] * 100), 0);
  if (sum !== 10_000) refuse(`${prefix}weights`, say("settings-weights"));
  const { excellent, good, pass } = settings.gradeLimits;
  if (!(excellent > good && good > pass)) refuse(`${prefix}gradeLimits`, say("settings-grades"));
  for (const party of PARTIES) {
    const score = settings.scores[party];
    if (score !== undefined && score > settings.weights[party]) {
      refuse(`${prefix}scores.${party}`, say("settings-number", { from: 0, to: settings.weights[party] }));
    }
  }
}
