import { say, type Sentence } from "../../../messages";
import { parseSettings, SettingsError, type SettingsInput, type SettingsValues } from "../../../settings";
import { normalise } from "../../../values/text";
import { unitOf, type Unit } from "./fields";

/** Texts as they are typed, by the path of the setting ("weights.purchaser"); "" goes back to the default. */
export type Drafts = ReadonlyMap<string, string>;

/** Why drafts can't be taken: at a setting ("headcount") or at several together ("weights"). */
export interface Refusal {
  readonly path: string;
  readonly sentence: Sentence;
}

/** What became of drafts: the settings with all that can be taken, and what can't. */
export interface Applied {
  readonly settings: SettingsInput;
  /** The paths of drafts that are part of the settings. */
  readonly taken: readonly string[];
  readonly refusals: readonly Refusal[];
}

type Tree = { readonly [key: string]: unknown };

/** 0.7 as "70" where the unit is percent; "" for nothing. */
export function numberToText(value: unknown, unit: Unit): string {
  if (typeof value !== "number") return "";
  return String(unit === "percent" ? Number((value * 100).toPrecision(12)) : value);
}

/** "70", "70%" or "７０" in percent as 0.7; undefined for "", null for what is no number. */
export function textToNumber(text: string, unit: Unit): number | null | undefined {
  const plain = text.normalize("NFKC").trim().replace(/\s*%$/, unit === "percent" ? "" : "%");
  if (plain === "") return undefined;
  if (!/^[-+]?(?:\d+\.?\d*|\.\d+)$/.test(plain)) return null;
  return Number(unit === "percent" ? `${plain.replace(/\.$/, "")}e-2` : plain);
}

/** The names under which the settings hold values of their own for a station, however it is written. */
function stationNames(settings: SettingsInput, station: string | null): string[] {
  const wanted = normalise(station ?? "");
  return Object.keys(settings.stations ?? {}).filter((name) => wanted !== "" && normalise(name) === wanted);
}

/** The station's own values where they hold something at the path, since those are what is in force there; null for the values for all. */
export function layerOf(settings: SettingsInput, station: string | null, path: string): string | null {
  return stationNames(settings, station).reverse().find((name) => at(settings.stations![name], path) !== undefined) ?? null;
}

/** What is given at a path, by the station's own values first; undefined where the default holds. */
export function givenAt(settings: SettingsInput, station: string | null, path: string): unknown {
  const layer = layerOf(settings, station, path);
  return at(layer === null ? settings : settings.stations![layer], path);
}

/** What stands at a path of any such tree of values. */
export function at(values: object | undefined, path: string): unknown {
  return path.split(".").reduce<unknown>((inner, key) => (isTree(inner) && Object.prototype.hasOwnProperty.call(inner, key) ? inner[key] : undefined), values);
}

/** The settings with a value at a path (undefined: none, the default holds), in the layer that is in force there. All else stays. */
export function withValue(settings: SettingsInput, station: string | null, path: string, value: unknown): SettingsInput {
  const layer = layerOf(settings, station, path);
  const keys = path.split(".");
  if (layer === null) return put(settings as Tree, keys, value) as SettingsInput;
  const own = put(settings.stations![layer] as Tree, keys, value) as SettingsValues;
  return { ...settings, stations: { ...settings.stations, [layer]: own } };
}

/** A copy with the value at the end of the keys; what becomes empty on the way is left out. */
function put(tree: Tree, [key, ...rest]: readonly string[], value: unknown): Tree {
  const { [key!]: former, ...others } = tree;
  const inner = rest.length === 0 ? value : put(isTree(former) ? former : {}, rest, value);
  const isNothing = inner === undefined || (isTree(inner) && Object.keys(inner).length === 0);
  if (isNothing) return others;
  // The order of keys stays where there was a value before.
  return key! in tree ? { ...tree, [key!]: inner } : { ...others, [key!]: inner };
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null;
}

/** Takes the drafts of each setting as a whole, or refuses them with a sentence for the user. What is allowed is the settings' own business. */
export function applyDrafts(settings: SettingsInput, station: string | null, drafts: Drafts): Applied {
  let taken: SettingsInput = settings;
  const paths: string[] = [];
  const refusals: Refusal[] = [];
  for (const key of new Set([...drafts.keys()].map(keyOf))) {
    const own = [...drafts].filter(([path]) => keyOf(path) === key);
    const values = own.map(([path, text]) => [path, valueOf(path, text)] as const);
    const unreadable = values.filter(([, value]) => value === null);
    if (unreadable.length > 0) {
      refusals.push(...unreadable.map(([path]) => ({ path, sentence: say("set-must-be-number") })));
      continue;
    }
    const result = tryToTake(values.reduce((inner, [path, value]) => withValue(inner, station, path, value), taken));
    if ("refusal" in result) refusals.push(result.refusal);
    else [taken] = [result.settings, paths.push(...own.map(([path]) => path))];
  }
  return { settings: taken, taken: paths, refusals };
}

function keyOf(path: string): string {
  return path.split(".", 1)[0]!;
}

/** The value that a draft stands for; null for a text that is no number. */
function valueOf(path: string, text: string): unknown {
  const unit = unitOf(path);
  if (unit) return textToNumber(text, unit);
  return text === "" ? undefined : text;
}

/** The settings if they may be set so, or why not. */
export function tryToTake(settings: SettingsInput): { readonly settings: SettingsInput } | { readonly refusal: Refusal } {
  try {
    return { settings: parseSettings(settings) };
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return { refusal: refusalOf(error.sentence, settings) };
  }
}

/** A refusal as the user reads it: at the setting, without its key, in the unit of the screen. */
function refusalOf({ data }: Sentence, { stations = {} }: SettingsInput): Refusal {
  const key = String(data["key"] ?? "");
  const layer = Object.keys(stations).map((name) => `stations.${name}.`).find((prefix) => key.startsWith(prefix)) ?? "";
  const path = key.slice(layer.length);
  const allowed = data["allowed"] as Sentence;
  if (keyOf(path) === "period" && allowed.id === "settings-missing") return { path: "period", sentence: say("set-must-be-given") };
  return { path, sentence: say("set-must-be", { allowed: inUnit(allowed, unitOf(path)) }) };
}

function inUnit(allowed: Sentence, unit: Unit | undefined): Sentence {
  if (unit !== "percent" || allowed.id !== "settings-number") return allowed;
  const percent = (ratio: unknown) => `${numberToText(ratio, "percent")}%`;
  return say("settings-number", { from: percent(allowed.data["from"]), to: percent(allowed.data["to"]) });
}
