export { AttendanceTab } from "./attendance/AttendanceTab";
export { IndicatorsTab } from "./indicators/IndicatorsTab";
export { ScoresTab } from "./scores/ScoresTab";
export { SettingsTab } from "./settings/SettingsTab";
export type * from "./props";
