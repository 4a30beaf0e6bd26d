import { Button, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { ArrowDownload20Regular, ArrowLeft20Regular } from "@fluentui/react-icons";
import { useContext, useSyncExternalStore, type ReactNode } from "react";
import { Logo } from "../../pane/Logo";
import { usePreferences } from "../../pane/preferences-context";
import { LanguageContext, useWords } from "../../pane/words";
import type { FileSession } from "../file-session";
import { useBarStyles } from "./bar-styles";
import { downloadCopy } from "./save";
import { useSaveKey } from "./use-save-key";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexShrink: 0,
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    minHeight: "44px",
    padding: `0 ${tokens.spacingHorizontalM}`,
    "@media (max-width: 599px)": { gap: 0, padding: `0 ${tokens.spacingHorizontalXS}` },
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1
  },
  home: { minWidth: 0, padding: `0 ${tokens.spacingHorizontalS}`, gap: tokens.spacingHorizontalS, "& svg": { width: "22px", height: "22px" }, "@media (max-width: 599px)": { padding: `0 ${tokens.spacingHorizontalXS}`, gap: 0 } },
  // What is left of the bar; a long name is cut short before anything wraps.
  state: { flex: "1 1 0", minWidth: "48px", display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  file: { minWidth: 0, flexShrink: 1, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  unsaved: { flexShrink: 0, color: tokens.colorStatusWarningForeground1 },
  room: { flexGrow: 1 },
  language: { minWidth: "72px", "@media (max-width: 599px)": { minWidth: 0 } }
});

interface TopBarProps {
  readonly session: FileSession | null;
  /** null on the start page, which bears the name itself. */
  readonly onHome: (() => void) | null;
  /** null where there is no table to go back to. */
  readonly onBack: (() => void) | null;
  /** Beside the name of a workbook that was opened from a table: the way to the next, what was noted of it. */
  readonly station?: ReactNode;
  readonly children?: ReactNode;
}

/** What is open, and what can be done with it as a whole. */
export function TopBar({ session, onHome, onBack, station, children }: TopBarProps) {
  const styles = useStyles();
  const bar = useBarStyles();
  const words = useWords();
  const language = useContext(LanguageContext);
  const { change } = usePreferences();
  return (
    <header className={styles.bar}>
      {onHome && <Button appearance="transparent" className={styles.home} onClick={onHome} title={words("page-home")} icon={<Logo />}><span className={bar.name}>{words("pane-title")}</span></Button>}
      {onBack && <Button appearance="subtle" icon={<ArrowLeft20Regular />} onClick={onBack}>{words("page-back")}</Button>}
      {session && <FileState session={session} />}
      {station}
      {!session && <span className={styles.room} />}
      {children}
      {session && <DownloadButton session={session} />}
      <Button appearance="subtle" className={mergeClasses(bar.button, styles.language)} onClick={() => change({ language: language === "zh" ? "en" : "zh" })}>
        <span className={bar.name}>{words("page-language")}</span>
        <span aria-hidden className={bar.short}>{words("page-language-short")}</span>
      </Button>
    </header>
  );
}

/** 下载, once there is something to download; what the user should not forget stands out. */
function DownloadButton({ session }: { readonly session: FileSession }) {
  const words = useWords();
  const styles = useBarStyles();
  const language = useContext(LanguageContext);
  const { extension, unsaved } = useSyncExternalStore(session.opened.subscribe, session.opened.get);
  const isSavedBack = unsaved && session.disk !== null;
  const save = () => void downloadCopy(session, language);
  useSaveKey(extension === null || isSavedBack ? null : save);
  if (extension === null) return null;
  return (
    <Button appearance={unsaved && !isSavedBack ? "primary" : "secondary"} className={styles.button} icon={<ArrowDownload20Regular />} aria-keyshortcuts={isSavedBack ? undefined : "Control+S"} title={words("page-download-title")} onClick={save}>
      <span className={styles.words}>{words("page-download")}</span>
    </Button>
  );
}

function FileState({ session }: { readonly session: FileSession }) {
  const styles = useStyles();
  const bar = useBarStyles();
  const words = useWords();
  const { unsaved } = useSyncExternalStore(session.opened.subscribe, session.opened.get);
  return (
    <div className={styles.state}>
      <Text weight="semibold" className={styles.file} title={session.fileName}>{session.fileName}</Text>
      <span role="status" className={styles.unsaved} title={unsaved ? words("page-unsaved") : undefined}>{unsaved && <Text size={200}>● <span className={bar.words}>{words("page-unsaved")}</span></Text>}</span>
    </div>
  );
}
