import { Button, makeStyles, mergeClasses, Text, Title1, tokens } from "@fluentui/react-components";
import { ArrowUpload32Regular, Lightbulb20Regular, LockClosed24Regular, TableSearch24Regular, TableStackBelow24Regular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { download, XLSX_TYPE } from "../../pane/download";
import { ReportWays } from "../../pane/document/ReportWays";
import { NewTablesButton } from "../../pane/new-tables/NewTablesButton";
import { Logo } from "../../pane/Logo";
import { useWords } from "../../pane/words";
import { DOCUMENT_KINDS, type GivenFile } from "./given-files";
import { OpenButtons } from "./OpenButtons";

const useStyles = makeStyles({
  start: {
    boxSizing: "border-box",
    flexGrow: 1,
    display: "flex",
    flexDirection: "column",
    justifyContent: "center",
    gap: tokens.spacingVerticalXXL,
    width: "100%",
    maxWidth: "880px",
    margin: "0 auto",
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalL}`
  },
  name: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalM },
  what: { marginTop: tokens.spacingVerticalM, color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase500, textWrap: "balance" },
  zone: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
    textAlign: "center",
    border: `2px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1
  },
  over: { border: `2px solid ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandBackground2 },
  zoneIcon: { color: tokens.colorBrandForeground1 },
  buttons: { display: "flex", flexWrap: "wrap", justifyContent: "center", gap: tokens.spacingHorizontalM },
  hint: { color: tokens.colorNeutralForeground3, maxWidth: "600px", textAlign: "center" },
  others: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(280px, 1fr))", gap: tokens.spacingHorizontalL },
  other: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1
  },
  wide: { gridColumn: "1 / -1" },
  otherText: { flex: "1 1 160px", display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS },
  points: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(220px, 1fr))", gap: tokens.spacingHorizontalXL, margin: 0, padding: 0, listStyleType: "none" },
  point: { display: "flex", gap: tokens.spacingHorizontalM, color: tokens.colorNeutralForeground2 },
  pointIcon: { flexShrink: 0, color: tokens.colorBrandForeground1 },
  pointText: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS }
});

interface StartPageProps {
  readonly dragging: boolean;
  readonly onFiles: (files: readonly GivenFile[]) => void;
  readonly onSample: () => void;
  readonly onText: (text: string) => void;
}

/** Before anything is opened: what this does, and the ways to begin. */
export function StartPage({ dragging, onFiles, onSample, onText }: StartPageProps) {
  const styles = useStyles();
  const words = useWords();
  return (
    <main className={styles.start}>
      <div>
        <div className={styles.name}><Logo /><Title1 as="h1">{words("pane-title")}</Title1></div>
        <Text as="p" size={400} block className={styles.what}>{words("page-what")}</Text>
      </div>
      <div className={mergeClasses(styles.zone, dragging && styles.over)}>
        <ArrowUpload32Regular className={styles.zoneIcon} aria-hidden />
        <Text size={500} weight="semibold">{words(dragging ? "page-drop-now" : "page-drop")}</Text>
        <div className={styles.buttons}>
          <OpenButtons primary size="large" onFiles={onFiles} />
        </div>
        <Text size={200} className={styles.hint}>{words("page-formats")}</Text>
      </div>
      <div className={styles.others}>
        <Other wide title={words("document-begin")} text={words("document-begin-hint")}>
          <ReportWays kinds={DOCUMENT_KINDS} onFile={(file) => onFiles([{ path: file.name, file }])} onText={onText} />
        </Other>
        <Other title={words("page-sample-title")} text={words("page-sample-hint")}>
          <Button icon={<Lightbulb20Regular />} onClick={onSample}>{words("page-sample")}</Button>
        </Other>
        <Other title={words("page-new-title")} text={words("page-new-hint")}>
          <NewTablesButton appearance="secondary" deliver={(bytes, file) => { download(bytes, file, XLSX_TYPE); return words("tables-made", { file }); }} />
        </Other>
      </div>
      <ul className={styles.points}>
        <Point icon={<TableSearch24Regular />} title={words("page-point-one")} text={words("page-point-one-text")} />
        <Point icon={<TableStackBelow24Regular />} title={words("page-point-many")} text={words("page-point-many-text")} />
        <Point icon={<LockClosed24Regular />} title={words("page-point-private")} text={words("page-point-private-text")} />
      </ul>
    </main>
  );
}

function Other({ title, text, wide = false, children }: { readonly title: string; readonly text: string; readonly wide?: boolean; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.other, wide && styles.wide)}>
      <span className={styles.otherText}><Text weight="semibold">{title}</Text><Text size={200}>{text}</Text></span>
      {children}
    </div>
  );
}

function Point({ icon, title, text }: { readonly icon: ReactNode; readonly title: string; readonly text: string }) {
  const styles = useStyles();
  return (
    <li className={styles.point}>
      <span className={styles.pointIcon} aria-hidden>{icon}</span>
      <span className={styles.pointText}><Text weight="semibold">{title}</Text><Text size={200}>{text}</Text></span>
    </li>
  );
}
