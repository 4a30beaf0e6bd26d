import { createContext, useContext } from "react";
import type { Preferences } from "./model/preferences";

export interface PreferencesInUse extends Preferences {
  change(change: Partial<Preferences>): void;
}

/** What this computer remembers for the user, and the way to change it. */
export const PreferencesContext = createContext<PreferencesInUse>({ language: null, live: true, introduced: false, change: () => undefined });

export function usePreferences(): PreferencesInUse {
  return useContext(PreferencesContext);
}
