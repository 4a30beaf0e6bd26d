export * from "./types";
export { DEFAULT_SETTINGS } from "./defaults";
export { parseSettings, parseSettingsText, settingsFor, SettingsError } from "./parse";
export { readSettingsXml, writeSettingsXml } from "./xml";
