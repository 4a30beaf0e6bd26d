import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ArrowDownload20Regular, ArrowLeft20Regular } from "@fluentui/react-icons";
import { useContext, useSyncExternalStore, type ReactNode } from "react";
import { Logo } from "../../pane/Logo";
import { usePreferences } from "../../pane/preferences-context";
import { LanguageContext, useWords } from "../../pane/words";
import type { FileSession } from "../file-session";
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
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1
  },
  home: { minWidth: 0, padding: `0 ${tokens.spacingHorizontalS}`, gap: tokens.spacingHorizontalS, "& svg": { width: "22px", height: "22px" } },
  name: { "@media (max-width: 599px)": { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" } },
  file: { minWidth: 0, flexShrink: 1, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  unsaved: { flexShrink: 0, color: tokens.colorStatusWarningForeground1, "@media (max-width: 599px)": { display: "none" } },
  room: { flexGrow: 1 },
  language: { minWidth: "72px" }
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
  const words = useWords();
  const language = useContext(LanguageContext);
  const { change } = usePreferences();
  return (
    <header className={styles.bar}>
      {onHome && <Button appearance="transparent" className={styles.home} onClick={onHome} title={words("page-home")} icon={<Logo />}><span className={styles.name}>{words("pane-title")}</span></Button>}
      {onBack && <Button appearance="subtle" icon={<ArrowLeft20Regular />} onClick={onBack}>{words("page-back")}</Button>}
      {session && <FileState session={session} />}
      {station}
      <span className={styles.room} />
      {children}
      {session && <DownloadButton session={session} />}
      <Button appearance="subtle" className={styles.language} onClick={() => change({ language: language === "zh" ? "en" : "zh" })}>{words("page-language")}</Button>
    </header>
  );
}

/** 下载, once there is something to download; what the user should not forget stands out. */
function DownloadButton({ session }: { readonly session: FileSession }) {
  const words = useWords();
  const language = useContext(LanguageContext);
  const { extension, unsaved } = useSyncExternalStore(session.opened.subscribe, session.opened.get);
  const isSavedBack = unsaved && session.disk !== null;
  const save = () => void downloadCopy(session, language);
  useSaveKey(extension === null || isSavedBack ? null : save);
  if (extension === null) return null;
  return (
    <Button appearance={unsaved && !isSavedBack ? "primary" : "secondary"} icon={<ArrowDownload20Regular />} aria-keyshortcuts={isSavedBack ? undefined : "Control+S"} title={words("page-download-title")} onClick={save}>
      {words("page-download")}
    </Button>
  );
}

function FileState({ session }: { readonly session: FileSession }) {
  const styles = useStyles();
  const words = useWords();
  const { unsaved } = useSyncExternalStore(session.opened.subscribe, session.opened.get);
  return (
    <>
      <Text weight="semibold" className={styles.file} title={session.fileName}>{session.fileName}</Text>
      <span role="status" className={styles.unsaved}>{unsaved && <Text size={200}>● {words("page-unsaved")}</Text>}</span>
    </>
  );
}
