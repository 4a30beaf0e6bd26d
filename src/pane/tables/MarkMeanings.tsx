import { makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import type { TableDescription } from "../../report/types";
import { MARK_MEANINGS, type ToldMark, type ToldTable } from "../../told";
import { useWords } from "../words";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  item: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) minmax(0, 9.5em)", columnGap: tokens.spacingHorizontalS, alignItems: "center" },
  evidence: { display: "block", color: tokens.colorNeutralForeground3 }
});

interface MarkMeaningsProps {
  readonly table: TableDescription;
  readonly draft: ToldTable;
  readonly onChange: (mark: string, means: ToldMark["means"] | null) => void;
}

/** What the marks of a roster mean. */
export function MarkMeanings({ table, draft, onChange }: MarkMeaningsProps) {
  const styles = useStyles();
  const words = useWords();
  return (
    <section>
      <Text as="h3" weight="semibold">{words("study-marks")}</Text>
      <ul className={styles.list}>
        {table.marks.map(({ text, mark, means, times, evidence }) => {
          const name = text === "" ? words("study-mark-blank") : `“${text}”`;
          return (
            <li key={mark} className={styles.item}>
              <span>{words("study-mark-times", { name, times })}{evidence !== "" && <Text size={200} className={styles.evidence}>{evidence}</Text>}</span>
              <Select
                size="small"
                aria-label={words("study-mark-of", { name })}
                value={draft.marks?.find((one) => one.mark === mark)?.means ?? ""}
                onChange={(_, { value }) => onChange(mark, value === "" ? null : value as ToldMark["means"])}
              >
                <option value="">{words("study-as-read", { as: words(`study-means-${means}`) })}</option>
                {MARK_MEANINGS.map((each) => <option key={each} value={each}>{words(`study-means-${each}`)}</option>)}
              </Select>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
