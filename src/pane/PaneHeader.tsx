import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { useContext } from "react";
import type { WorkbookReport } from "../report/types";
import { periodText, stationText } from "../summary";
import { Logo } from "./Logo";
import { LanguageContext, useWords } from "./words";

const useStyles = makeStyles({
  head: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXXS,
    // Excel lays a button of its own, 34 × 32 px, over the pane's upper right corner.
    padding: `${tokens.spacingVerticalS} 40px ${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    minHeight: "20px",
    backgroundColor: tokens.colorNeutralBackground2
  },
  product: { display: "var(--pane-product, flex)", alignItems: "center", gap: tokens.spacingHorizontalS, minWidth: 0, color: tokens.colorNeutralForeground2, "& svg": { width: "18px", height: "18px" } },
  name: { flexShrink: 0 },
  file: { minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", color: tokens.colorNeutralForeground3 },
  station: { overflowWrap: "anywhere", outlineStyle: "none" }
});

interface PaneHeaderProps {
  readonly fileName: string;
  /** null before the first result. */
  readonly report: WorkbookReport | null;
}

/** Whose pane this is, which workbook, which station and period. */
export function PaneHeader({ fileName, report }: PaneHeaderProps) {
  const styles = useStyles();
  const words = useWords();
  const language = useContext(LanguageContext);
  return (
    <header className={styles.head}>
      <div className={styles.product}>
        <Logo />
        <Text as={report ? "span" : "h1"} size={200} weight="semibold" className={styles.name}>{words("pane-title")}</Text>
        {report && <Text size={200} className={styles.file} title={fileName}>{fileName}</Text>}
      </div>
      {report && (
        <>
          <Text as="h1" size={400} weight="semibold" className={styles.station} tabIndex={-1} data-focus="result">{stationText(report.station, language)}</Text>
          <Text size={200}>{periodText(report.period, language)}</Text>
        </>
      )}
    </header>
  );
}
