export * from "./types";
export { DEFAULT_SETTINGS } from "./defaults";
export { SettingsError } from "./checks";
export { parseSettings, parseSettingsText, settingsFor } from "./parse";
export { profilesText, withProfile } from "./profiles";
export { keepingDigest, readSettingsXml, writeSettingsXml } from "./xml";
export { isSameStored, takenOver } from "./take-over";
export { agreementOf, stationCore, withoutSet } from "./agreements";
