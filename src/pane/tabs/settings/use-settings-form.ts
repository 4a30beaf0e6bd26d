import { useEffect, useMemo, useState } from "react";
import type { Sentence } from "../../../messages";
import { settingsFor, type Settings, type SettingsInput } from "../../../settings";
import type { SettingsTabProps } from "../props";
import { unitOf } from "./fields";
import { applyDrafts, at, givenAt, layerOf, numberToText, tryToTake, withValue, type Drafts, type Refusal } from "./settings-form";

/** The settings on the screen: what is kept in the workbook, and what is being typed. */
export interface SettingsForm {
  /** What is in force, defaults filled in. */
  readonly inForce: Settings;
  /** The text of a field: as it is being typed, else the value in force. */
  textAt(path: string): string;
  isGiven(path: string): boolean;
  /** The value was given for this station alone. */
  isOfStation(path: string): boolean;
  refusalAt(path: string): Sentence | undefined;
  /** Notes what is typed; nothing is kept yet. */
  type(path: string, text: string): void;
  /** Keeps all that was typed and can be taken. */
  keep(): void;
  /** Keeps values at once; undefined goes back to the default. */
  set(values: Readonly<Record<string, unknown>>): void;
}

const NO_DRAFTS: Drafts = new Map();

/** The form over the settings of the workbook that was checked. */
export function useSettingsForm({ checked, busy, onChange }: SettingsTabProps): SettingsForm {
  const station = checked.report.station;
  const kept = checked.stored.settings;
  // What was handed over and is not yet in a new check; given up when that check has come, or was never made.
  const [pending, setPending] = useState<SettingsInput | null>(null);
  const [drafts, setDrafts] = useState(NO_DRAFTS);
  const [blocked, setBlocked] = useState<Refusal | null>(null);
  useEffect(() => {
    if (!busy) setPending(null);
  }, [busy, kept]);
  const settings = pending ?? kept;
  const inForce = useMemo(() => settingsFor(settings, station), [settings, station]);
  const applied = useMemo(() => applyDrafts(settings, station, drafts), [settings, station, drafts]);
  const refusals = blocked ? [...applied.refusals, blocked] : applied.refusals;

  const handOver = (next: SettingsInput) => {
    if (JSON.stringify(next) === JSON.stringify(settings)) return;
    setPending(next);
    onChange(next);
  };
  return {
    inForce,
    textAt: (path) => drafts.get(path) ?? textInForce(inForce, path),
    isGiven: (path) => givenAt(settings, station, path) !== undefined,
    isOfStation: (path) => layerOf(settings, station, path) !== null,
    refusalAt: (path) => refusals.find((refusal) => refusal.path === path)?.sentence,
    type: (path, text) => {
      setBlocked(null);
      setDrafts(new Map(drafts).set(path, text));
    },
    keep: () => {
      const untouched = [...drafts].filter(([path, text]) => text.trim() === textInForce(inForce, path)).map(([path]) => path);
      const rest = new Map([...drafts].filter(([path]) => !untouched.includes(path)));
      const { settings: next, taken } = applyDrafts(settings, station, rest);
      setDrafts(new Map([...rest].filter(([path]) => !taken.includes(path))));
      handOver(next);
    },
    set: (values) => {
      const result = tryToTake(Object.entries(values).reduce((inner, [path, value]) => withValue(inner, station, path, value), settings));
      const paths = Object.keys(values);
      setDrafts(new Map([...drafts].filter(([path]) => !paths.includes(path))));
      setBlocked("refusal" in result ? result.refusal : null);
      if ("settings" in result) handOver(result.settings);
    }
  };
}

function textInForce(inForce: Settings, path: string): string {
  const unit = unitOf(path);
  const value = at(inForce, path);
  return unit ? numberToText(value, unit) : typeof value === "string" ? value : "";
}
