import type { Language } from "../messages";
import { readSettingsXml, SettingsError, type SettingsInput, type StoredSettings } from "../settings";
import type { Workbook } from "../workbook";

export interface CheckOptions {
  readonly fileName?: string;
  /** Win over the settings that the workbook itself keeps. */
  readonly settings?: SettingsInput;
  readonly language?: Language;
}

/** A workbook's own settings; `damaged` when its part cannot be read. */
export type ReadSettings = StoredSettings & { readonly damaged: boolean };

/** The workbook's own settings, and those that a check of it goes by. */
export function settingsOf(workbook: Workbook, options: CheckOptions): { stored: ReadSettings; settings: SettingsInput } {
  const stored = storedSettings(workbook.settingsXml);
  return { stored, settings: mergedSettings(stored.settings, options.settings) };
}

/** The workbook's own settings with those given on top; what was told of its own tables speaks before profiles for many, unless one of its name is given. */
export function mergedSettings(stored: SettingsInput, given: SettingsInput = {}): SettingsInput {
  const { profiles: own = [] } = stored;
  const { profiles: more = [] } = given;
  const profiles = [...own.map((one) => more.find(({ name }) => name === one.name) ?? one), ...more.filter(({ name }) => !own.some((one) => one.name === name))];
  return { ...stored, ...given, stations: { ...stored.stations, ...given.stations }, ...(profiles.length > 0 && { profiles }) };
}

/** The settings that the workbook keeps. A part that somebody damaged must not stop the check; the report says so. */
function storedSettings(xml: string | null): ReadSettings {
  try {
    return { ...readSettingsXml(xml), damaged: false };
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return { settings: {}, ignored: [], damaged: true };
  }
}
