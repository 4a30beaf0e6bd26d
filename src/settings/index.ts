export * from "./types";
export { DEFAULT_SETTINGS } from "./defaults";
export { parseSettings, parseSettingsText, settingsFor, SettingsError } from "./parse";
export { readSettingsXml, SETTINGS_NAMESPACE, writeSettingsXml } from "./xml";
