import { webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";

const FONTS = "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', system-ui, sans-serif";
/** Also that of paper. */
export const LIGHT: Theme = { ...webLightTheme, fontFamilyBase: FONTS };
const DARK: Theme = { ...webDarkTheme, fontFamilyBase: FONTS };
const DARK_QUERY = "(prefers-color-scheme: dark)";

function onSchemeChange(changed: () => void): () => void {
  const query = window.matchMedia(DARK_QUERY);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

/** The theme of the host where it tells, otherwise that of the system. */
export function usePageTheme(hostIsDark: boolean | undefined): { theme: Theme; dark: boolean } {
  const systemIsDark = useSyncExternalStore(onSchemeChange, () => window.matchMedia(DARK_QUERY).matches);
  const dark = hostIsDark ?? systemIsDark;
  return { theme: dark ? DARK : LIGHT, dark };
}
