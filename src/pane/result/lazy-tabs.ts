import { lazy } from "react";

/** The tabs beside the findings, and what is said of one table, are loaded when one of them is opened. */
const tabs = () => import("../tabs");

export const IndicatorsTab = lazy(async () => ({ default: (await tabs()).IndicatorsTab }));
export const AttendanceTab = lazy(async () => ({ default: (await tabs()).AttendanceTab }));
export const ScoresTab = lazy(async () => ({ default: (await tabs()).ScoresTab }));
export const SettingsTab = lazy(async () => ({ default: (await tabs()).SettingsTab }));
export const StudyView = lazy(async () => ({ default: (await tabs()).StudyView }));
