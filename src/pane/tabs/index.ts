export { AttendanceTab } from "./attendance/AttendanceTab";
export { IndicatorsTab } from "./indicators/IndicatorsTab";
export { ScoresTab } from "./scores/ScoresTab";
export { SettingsTab } from "./settings/SettingsTab";
export { StudyView } from "../tables/StudyView";
export type * from "./props";
