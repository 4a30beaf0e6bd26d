import { say } from "../messages";
import { normalise } from "../values/text";
import { date, each, entriesOf, flag, join, list, number, object, oneOf, refuse, SettingsError, text, type Check } from "./checks";
import { agreementOf, settingsOfAgreement } from "./agreements";
import { DEFAULT_SETTINGS } from "./defaults";
import { profiles, version } from "./profiles";
import { TICKED_VETOES, type SettingKey, type Settings, type SettingsInput, type SettingsValues } from "./types";
import { PARTIES } from "../values/party";

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
const MOST_AGREEMENTS = 5000;
const agreements = list(object({ station: text(200, say("settings-station"), 1), headcount: VALUES.headcount, certifiedShare: VALUES.certifiedShare, period, budget: number(0, 1e12) }, ["station"]), MOST_AGREEMENTS);
const input = object({ ...VALUES, stations, version, profiles, agreements });

/** Validates settings as they come from JSON; throws a SettingsError that names what is wrong. */
export function parseSettings(value: unknown): SettingsInput {
  const { version: _, ...parsed } = input(value, "") as SettingsInput & { readonly version?: number };
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
  return merge([given, settingsOfAgreement(agreementOf(given.agreements ?? [], station)), ...own]);
}

function merge(layers: readonly SettingsValues[]): Settings {
  const given = new Set<SettingKey>();
  let merged: Settings = DEFAULT_SETTINGS;
  for (const layer of layers) {
    const { weights, gradeLimits, vetoLimits: limits, scores, vetoes, ...plain } = layer;
    for (const key of Object.keys(layer)) if (key in VALUES) given.add(key as SettingKey);
    const single: SettingsValues = Object.fromEntries(Object.entries(plain).filter(([key]) => key in VALUES));
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
