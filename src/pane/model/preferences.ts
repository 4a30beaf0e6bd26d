import type { Language } from "../../messages";

/** What this computer remembers for the user; nothing of a workbook. */
export interface Preferences {
  /** null: as Office has it, otherwise Chinese. */
  readonly language: Language | null;
  readonly live: boolean;
  /** The explanation of the first run was read. */
  readonly introduced: boolean;
}

const PLACE = "hebiao";
const DEFAULTS: Preferences = { language: null, live: true, introduced: false };

/** What was kept; the defaults where the browser keeps nothing for us. */
export function readPreferences(): Preferences {
  try {
    const { language, live, introduced } = JSON.parse(localStorage.getItem(PLACE) ?? "{}") as Record<string, unknown>;
    return { language: language === "zh" || language === "en" ? language : null, live: live !== false, introduced: introduced === true };
  } catch {
    return DEFAULTS;
  }
}

export function keepPreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(PLACE, JSON.stringify(preferences));
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}
