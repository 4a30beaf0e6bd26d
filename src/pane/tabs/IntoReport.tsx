import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { Image16Regular, TableSimple16Regular, TextDescription16Regular } from "@fluentui/react-icons";
import { useState } from "react";
import { blocksHtml, blocksText } from "../../hosts/word/html";
import type { Language } from "../../messages";
import type { Chart } from "../../prose";
import type { WrittenBlock } from "../../workbook";
import { copyPicture, copyRich, copyText } from "../clipboard";
import { useWords } from "../words";

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalXS },
  quiet: { color: tokens.colorNeutralForeground3 }
});

interface IntoReportProps {
  readonly language: Language;
  readonly tables: () => readonly WrittenBlock[];
  readonly sentences: () => readonly string[];
  readonly chart?: () => Chart | null;
}

/** 写进报告: what the tab shows, as a table for Word, as the sentences that reports have, as a picture. */
export function IntoReport({ language, tables, sentences, chart }: IntoReportProps) {
  const styles = useStyles();
  const words = useWords();
  const [told, setTold] = useState("");
  const copy = async (copying: Promise<boolean>): Promise<void> => setTold(words(await copying ? "prose-copied" : "letters-not-copied"));
  const picture = chart?.() ?? null;
  const blocks = tables();
  if (blocks.length === 0) return null;
  return (
    <div className={styles.row} role="group" aria-label={words("prose-into-report")}>
      <Text size={200} className={styles.quiet} aria-hidden>{words("prose-into-report")}</Text>
      <Button size="small" icon={<TableSimple16Regular />} onClick={() => void copy(copyRich(blocksHtml(blocks, language), blocksText(blocks)))}>{words("prose-copy-table")}</Button>
      <Button size="small" icon={<TextDescription16Regular />} onClick={() => void copy(copyText(sentences().join("\n")))}>{words("prose-copy-sentences")}</Button>
      {picture && <Button size="small" icon={<Image16Regular />} onClick={() => void copy(copyPicture(picture))}>{words("prose-copy-picture")}</Button>}
      <Text size={200} className={styles.quiet} role="status">{told}</Text>
    </div>
  );
}
