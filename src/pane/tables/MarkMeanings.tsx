import { mergeClasses, Select, Text } from "@fluentui/react-components";
import type { TableDescription } from "../../report/types";
import { MARK_MEANINGS, type ToldMark, type ToldTable } from "../../told";
import { useWords } from "../words";
import { useListStyles } from "./list-styles";

interface MarkMeaningsProps {
  readonly table: TableDescription;
  readonly draft: ToldTable;
  readonly onChange: (mark: string, means: ToldMark["means"] | null) => void;
}

/** What the marks of a roster mean. */
export function MarkMeanings({ table, draft, onChange }: MarkMeaningsProps) {
  const styles = useListStyles();
  const words = useWords();
  return (
    <section>
      <Text as="h3" weight="semibold">{words("study-marks")}</Text>
      <ul className={styles.list}>
        {table.marks.map(({ text, mark, means, times, evidence }) => {
          const name = text === "" ? words("study-mark-blank") : `“${text}”`;
          return (
            <li key={mark} className={mergeClasses(styles.item, styles.unnamed)}>
              <span>{words("study-mark-times", { name, times })}{evidence !== "" && <Text size={200} className={mergeClasses(styles.block, styles.quiet)}>{evidence}</Text>}</span>
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
