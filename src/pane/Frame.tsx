import { FluentProvider, makeStyles } from "@fluentui/react-components";
import { useEffect, useMemo, useState, type ReactNode } from "react";
import type { OfficeFacts } from "../hosts/excel";
import type { Language } from "../messages";
import { ErrorBoundary } from "./ErrorBoundary";
import { keepPreferences, readPreferences } from "./model/preferences";
import { PreferencesContext } from "./preferences-context";
import { usePageTheme } from "./theme";
import { LanguageContext, languageOf, useWords } from "./words";

const useStyles = makeStyles({ page: { minHeight: "100vh" } });

interface FrameProps {
  /** null in a browser. */
  readonly office: OfficeFacts | null;
  readonly children: ReactNode;
}

/** What every page stands in: theme, language, preferences. */
export function Frame({ office, children }: FrameProps) {
  const styles = useStyles();
  const { theme, dark } = usePageTheme(office?.dark);
  const [preferences, setPreferences] = useState(readPreferences);
  // Excel says which language its user reads; a browser only says which one it was installed in.
  const language = preferences.language ?? languageOf(office?.language ?? "zh-CN");
  useEffect(() => {
    document.documentElement.style.colorScheme = dark ? "dark" : "light";
  }, [dark]);
  const inUse = useMemo(() => ({
    ...preferences,
    change: (change: Partial<typeof preferences>) => setPreferences((before) => {
      const after = { ...before, ...change };
      keepPreferences(after);
      return after;
    })
  }), [preferences]);
  return (
    <PreferencesContext.Provider value={inUse}>
      <LanguageContext.Provider value={language}>
        <FluentProvider theme={theme}>
          <PageHead language={language} />
          {/* Not a class of the provider: what floats over the page is given that as well, and would cover all of it. */}
          <div className={styles.page}><ErrorBoundary>{children}</ErrorBoundary></div>
        </FluentProvider>
      </LanguageContext.Provider>
    </PreferencesContext.Provider>
  );
}

/** Keeps the document's title and language in step with the page. */
function PageHead({ language }: { readonly language: Language }) {
  const title = useWords()("page-title");
  useEffect(() => {
    document.title = title;
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  }, [title, language]);
  return null;
}
