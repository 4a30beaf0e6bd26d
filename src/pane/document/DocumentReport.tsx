import { Button, makeStyles, mergeClasses, MessageBar, MessageBarBody, Spinner, Text, tokens } from "@fluentui/react-components";
import { ArrowDownload20Regular, ChevronDown16Regular, ChevronUp16Regular, Copy20Regular, DocumentText20Regular } from "@fluentui/react-icons";
import { useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import { render, say, type Sentence } from "../../messages";
import { isOfSentence } from "../../report/written-findings";
import { copyText } from "../clipboard";
import { IgnoreDialog } from "../dialogs/IgnoreDialog";
import { RuleDialog } from "../dialogs/RuleDialog";
import { download, nameBeside } from "../download";
import { focusOpen } from "../findings/focus-open";
import { useStepKeys } from "../findings/use-step-keys";
import { Fold } from "../Fold";
import { LetterButton } from "../letters/LetterButton";
import { LinkButton } from "../LinkButton";
import { problemOf } from "../model/problem";
import { LanguageContext, useWords } from "../words";
import { documentFindingText, documentListText, placeText } from "./as-text";
import { DocumentFindings, type FindingDeeds } from "./DocumentFindings";
import { keyOf, segmentsOf, type AnyFinding, type Verdict } from "./marks";
import type { DocumentSession } from "./session";
import type { DocumentState } from "./use-document";

export const DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const useStyles = makeStyles({
  pane: { boxSizing: "border-box", minHeight: "var(--pane-height, 100vh)", display: "flex", flexDirection: "column", backgroundColor: tokens.colorNeutralBackground1 },
  main: { flexGrow: 1, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalM, minWidth: 0 },
  title: { overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  lines: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS },
  legend: { display: "flex", flexWrap: "wrap", gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`, fontSize: tokens.fontSizeBase200 },
  agrees: { borderBottom: `2px solid ${tokens.colorStatusSuccessForeground1}` },
  contradicts: { borderBottom: `4px double ${tokens.colorStatusDangerForeground1}` },
  unknown: { borderBottom: `2px dotted ${tokens.colorNeutralForeground3}` },
  unread: { borderBottom: `1px dotted ${tokens.colorNeutralForeground3}` },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  notes: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  foot: { position: "sticky", bottom: 0, zIndex: 2, display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS, padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`, borderTop: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground2 },
  at: { minWidth: "4em", textAlign: "center", fontVariantNumeric: "tabular-nums" }
});

interface DocumentReportProps {
  readonly session: DocumentSession;
  readonly state: DocumentState;
  /** The workbook beside it can be chosen here. */
  readonly choose?: ReactNode;
  /** It stands beside the text; otherwise it is the page's main part. */
  readonly beside?: boolean;
  /** What the face adds below the findings. */
  readonly children?: ReactNode;
  /** Called when a finding leads into the report's text; `isAsked`: by a link, and not only because it was chosen. */
  readonly onShow?: (isAsked: boolean) => void;
}

/** What was found in a report: counts, findings with where each leads, what can be handed on. */
export function DocumentReport({ session, state, choose, beside = false, children, onShow }: DocumentReportProps) {
  const styles = useStyles();
  const words = useWords();
  const language = useContext(LanguageContext);
  const [asked, setAsked] = useState<{ readonly kind: "ignore"; readonly finding: AnyFinding } | { readonly kind: "rule"; readonly rule: string } | null>(null);
  const { checked, findings, ignored, selected, problem, told } = state;
  useStepKeys((by) => {
    onShow?.(false);
    state.step(by);
    requestAnimationFrame(focusOpen);
  });
  // Whoever uses a keyboard or a screen reader goes on from the result.
  const isChecked = checked !== null;
  useEffect(() => { if (isChecked) document.querySelector<HTMLElement>("[data-focus=report]")?.focus(); }, [isChecked]);

  async function copy(text: string): Promise<void> {
    state.tell(say(await copyText(text) ? "pane-copied" : "pane-not-copied"));
  }
  async function downloadRemarks(): Promise<void> {
    try {
      const bytes = await session.remark!(findings.filter(isOfSentence), language);
      const file = nameBeside(session.fileName, words("document-name-remarks"));
      download(bytes, file, DOCX_TYPE);
      state.tell(say("pane-downloaded", { file }));
    } catch (error) {
      state.tell(problemOf(error));
    }
  }
  function downloadList(): void {
    const file = nameBeside(session.fileName, words("document-name-list"));
    // With a mark, so that the editor of Windows takes it for what it is.
    download(`\ufeff${documentListText(session.fileName, findings, language)}`, file, "text/plain;charset=utf-8");
    state.tell(say("pane-downloaded", { file }));
  }
  const deeds: FindingDeeds = {
    select: (key) => {
      if (key !== null) onShow?.(false);
      state.select(key);
    },
    goToCell: ({ sheet, cell, file }) => {
      if (file !== undefined) return session.goToBeside?.(sheet, cell);
      onShow?.(true);
      state.show({ cell: `${sheet}!${cell.split(":")[0]}` });
    },
    goToSentence: ({ paragraph }) => {
      onShow?.(true);
      state.show({ paragraph });
    },
    ignore: (finding) => setAsked({ kind: "ignore", finding }),
    copy: (finding) => void copy(documentFindingText(finding, language)),
    rule: (rule) => setAsked({ kind: "rule", rule })
  };
  const letter = useMemo(() => (checked && findings.length > 0 ? { report: { ...checked.report, findings }, names: new Map<string, string>() } : null), [checked, findings]);
  const Main = beside ? "div" : "main";
  const keys = findings.map(keyOf);
  const at = selected === null ? 0 : keys.indexOf(selected) + 1;
  return (
    <Main className={styles.pane}>
      <div className={styles.main}>
        <div className={styles.lines}>
          <Text as="h1" size={400} weight="semibold" className={styles.title} tabIndex={-1} data-focus="report">{checked?.report.station ?? session.fileName}</Text>
          <Text size={200} className={styles.quiet}>{session.fileName}</Text>
          {checked && <Text size={200} className={styles.quiet}>{checked.report.beside === undefined ? words("document-beside-isnt") : words("document-beside-is", { file: checked.report.beside })}</Text>}
        </div>
        {problem && <MessageBar intent="error" layout="multiline"><MessageBarBody>{render(problem, language)}</MessageBarBody></MessageBar>}
        {!checked && !problem && <Spinner label={words("document-checking")} />}
        {checked && (
          <>
            <Counts state={state} />
            <div className={styles.actions}>
              {choose}
              {session.remark && findings.some(isOfSentence) && <Button icon={<DocumentText20Regular />} onClick={() => void downloadRemarks()}>{words("document-download")}</Button>}
              {letter && <LetterButton session={{ fileName: session.fileName, handOver: session.handOver ?? unasked }} checked={letter} downloads={session.handOver === null} formats={["docx", "txt"]} />}
              {findings.length > 0 && session.handOver === null && <Button appearance="subtle" icon={<ArrowDownload20Regular />} onClick={downloadList}>{words("document-download-list")}</Button>}
              {findings.length > 0 && <Button appearance="subtle" icon={<Copy20Regular />} onClick={() => void copy(documentListText(session.fileName, findings, language))}>{words("document-copy-all")}</Button>}
            </div>
            <Text size={200} role="status" className={styles.quiet}>{told && render(told, language)}</Text>
            <DocumentFindings findings={findings} selected={selected} deeds={deeds} />
            {ignored.length > 0 && (
              <Fold title={words("document-ignored", { count: ignored.length })}>
                <ul className={styles.notes}>
                  {ignored.map(({ finding, reason }) => (
                    <li key={keyOf(finding)}>{placeText(finding, language)} {finding.message}（{reason}）<LinkButton onClick={() => state.takeBack(finding)}>{words("pane-take-back")}</LinkButton></li>
                  ))}
                </ul>
              </Fold>
            )}
            {checked.report.notChecked.length > 0 && (
              <Fold title={words("pane-not-checked")}>
                <ul className={styles.notes}>{checked.report.notChecked.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
              </Fold>
            )}
            <Text size={200} className={styles.quiet}>{words("document-unchanged")}</Text>
          </>
        )}
        {children}
      </div>
      {keys.length > 0 && (
        <div className={styles.foot} role="group" aria-label={words("pane-step")}>
          <Button size="small" appearance="subtle" icon={<ChevronUp16Regular />} aria-keyshortcuts="Alt+ArrowUp" onClick={() => { onShow?.(false); state.step(-1); }}>{words("pane-step-previous")}</Button>
          <Text size={200} role="status" className={styles.at}>{at ? words("pane-step-place", { at, count: keys.length }) : words("pane-step-none", { count: keys.length })}</Text>
          <Button size="small" appearance="subtle" icon={<ChevronDown16Regular />} aria-keyshortcuts="Alt+ArrowDown" onClick={() => { onShow?.(false); state.step(1); }}>{words("pane-step-next")}</Button>
        </div>
      )}
      {asked?.kind === "ignore" && (
        <IgnoreDialog
          place={placeText(asked.finding, language)} message={asked.finding.message} meaning={words("document-ignore-what")} busy={false}
          onIgnore={(reason) => {
            state.ignore(asked.finding, reason);
            setAsked(null);
          }}
          onClose={() => setAsked(null)}
        />
      )}
      {asked?.kind === "rule" && <RuleDialog rule={asked.rule} onClose={() => setAsked(null)} />}
    </Main>
  );
}

/** Where files are downloaded nothing is handed over. */
const unasked = (): Promise<Sentence> => Promise.resolve(say("pane-unexpected"));

/** How many findings of each kind; what was found of the numbers in the text. */
function Counts({ state: { checked, findings } }: { readonly state: DocumentState }) {
  const styles = useStyles();
  const words = useWords();
  const { shown, report } = checked!;
  const count = (severity: AnyFinding["severity"]): number => findings.filter((finding) => finding.severity === severity).length;
  const unread = useMemo(() => shown.paragraphs.reduce((sum, { text }, index) => {
    const own = report.statements.filter(({ place }) => place.paragraph === index);
    return sum + segmentsOf(text, own, []).filter(({ verdict }) => verdict === "unread").length;
  }, 0), [shown, report]);
  const verdicts = (["agrees", "contradicts", "unknown"] as const).map((verdict: Verdict) => [verdict, report.statements.filter((statement) => statement.verdict === verdict).length] as const);
  return (
    <div className={styles.lines}>
      <Text weight="semibold" role="status">{findings.length === 0 ? words("document-clean") : words("document-found", { errors: count("error"), warnings: count("warning"), infos: count("info") })}</Text>
      <div className={styles.legend}>
        <span>{words("document-legend")}：</span>
        {[...verdicts, ["unread", unread] as const].map(([verdict, number]) => <span key={verdict} className={mergeClasses(styles[verdict])}>{words("document-count", { word: words(`document-verdict-${verdict}`), count: number })}</span>)}
      </div>
    </div>
  );
}
