import { FluentProvider, makeStyles } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { OfficeFacts } from "../hosts/excel";
import { workerEngine } from "./background/engine";
import { Pane, type OpenExcel } from "./Pane";
import { usePageTheme } from "./theme";
import { LanguageContext, languageOf, useWords } from "./words";
import { WorkingView } from "./WorkingView";

const useStyles = makeStyles({ page: { minHeight: "100vh" } });

interface AppProps {
  /** null in a browser. */
  readonly excel: OpenExcel | null;
  readonly office: OfficeFacts | null;
  /** It is not known yet whether Excel answers. */
  readonly connecting?: boolean;
}

/** The whole page: theme, language, pane. */
export function App({ excel, office, connecting = false }: AppProps) {
  const styles = useStyles();
  const { theme, dark } = usePageTheme(office?.dark);
  // Excel says which language its user reads; a browser only says which one it was installed in.
  const [language, setLanguage] = useState(() => languageOf(office?.language ?? "zh-CN"));
  useEffect(() => {
    document.documentElement.style.colorScheme = dark ? "dark" : "light";
  }, [dark]);
  return (
    <LanguageContext.Provider value={language}>
      <FluentProvider theme={theme} className={styles.page}>
        <PageHead language={language} />
        {connecting
          ? <WorkingView stage="connecting" />
          : <Pane excel={excel} engine={workerEngine} onOtherLanguage={() => setLanguage(language === "zh" ? "en" : "zh")} />}
      </FluentProvider>
    </LanguageContext.Provider>
  );
}

/** Keeps the document's title and language in step with the page. */
function PageHead({ language }: { readonly language: "zh" | "en" }) {
  const title = useWords()("page-title");
  useEffect(() => {
    document.title = title;
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  }, [title, language]);
  return null;
}
