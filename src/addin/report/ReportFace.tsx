import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ArrowLeft20Regular } from "@fluentui/react-icons";
import { useState } from "react";
import { DocumentReport } from "../../pane/document/DocumentReport";
import { DocumentText } from "../../pane/document/DocumentText";
import { ReportWays } from "../../pane/document/ReportWays";
import { useDocument } from "../../pane/document/use-document";
import { useWords } from "../../pane/words";
import type { ExcelSession } from "../excel-session";
import { ExcelDocument } from "./excel-document";

const KINDS = ".docx,.docm,.txt";

const useStyles = makeStyles({
  face: { minHeight: "100vh", display: "flex", flexDirection: "column", backgroundColor: tokens.colorNeutralBackground1 },
  // Excel's own button stands in the corner.
  bar: { display: "flex", padding: `${tokens.spacingVerticalXS} 40px ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  begin: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalL },
  ways: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  report: { flexGrow: 1, display: "flex", flexDirection: "column", "--pane-height": "auto" },
  text: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: tokens.spacingVerticalM }
});

interface ReportFaceProps {
  readonly session: ExcelSession;
  readonly onBack: () => void;
}

/** 核对报告 in Excel: a report is chosen or pasted and held against the open workbook, whose cells its findings lead to. */
export default function ReportFace({ session, onBack }: ReportFaceProps) {
  const styles = useStyles();
  const words = useWords();
  const [document, setDocument] = useState<ExcelDocument | null>(null);
  const ways = (
    <ReportWays
      kinds={KINDS}
      onFile={(file) => void file.arrayBuffer().then((content) => setDocument(new ExcelDocument(session, { kind: "file", bytes: new Uint8Array(content), fileName: file.name })))}
      onText={(text) => setDocument(new ExcelDocument(session, { kind: "text", text, fileName: words("document-pasted-name") }))}
    />
  );
  return (
    <div className={styles.face}>
      <div className={styles.bar}><Button appearance="subtle" icon={<ArrowLeft20Regular />} onClick={onBack}>{words("document-back")}</Button></div>
      {document ? <Report document={document} ways={ways} /> : (
        <main className={styles.begin}>
          <Text as="h1" size={400} weight="semibold">{words("document-begin")}</Text>
          <Text>{words("document-begin-what")}</Text>
          <div className={styles.ways}>{ways}</div>
        </main>
      )}
    </div>
  );
}

function Report({ document, ways }: { readonly document: ExcelDocument; readonly ways: React.ReactNode }) {
  const styles = useStyles();
  // The text stands below the findings: it is gone to only when asked for.
  const state = useDocument(document, false);
  return (
    <div className={styles.report}>
      <DocumentReport session={document} state={state} choose={ways}>
        {state.checked && (
          <div className={styles.text}>
            <DocumentText checked={state.checked} findings={state.findings} selected={state.selected} target={state.target} onSelect={state.select} />
          </div>
        )}
      </DocumentReport>
    </div>
  );
}
