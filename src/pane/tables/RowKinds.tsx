import { mergeClasses, Select, Text } from "@fluentui/react-components";
import type { DescribedRow, TableDescription } from "../../report/types";
import { ROW_KINDS, type ToldRow, type ToldTable } from "../../told";
import { normalise } from "../../values/text";
import { Fold } from "../Fold";
import { LinkButton } from "../LinkButton";
import type { GoTo } from "../Place";
import { useWords } from "../words";
import { useListStyles } from "./list-styles";

interface RowKindsProps {
  readonly table: TableDescription;
  readonly draft: ToldTable;
  readonly goTo: GoTo;
  readonly onChange: (label: string, is: ToldRow["is"] | null) => void;
}

/** What each row is taken for: first those that are no plain data, the others in a fold. */
export function RowKinds({ table, draft, goTo, onChange }: RowKindsProps) {
  const words = useWords();
  const plain = table.rows.filter(isPlain);
  const special = table.rows.filter((row) => !isPlain(row) && row.is !== "head");
  const list = (rows: readonly DescribedRow[]) => <RowList rows={rows} sheet={table.sheet} draft={draft} goTo={goTo} onChange={onChange} />;
  return (
    <section>
      <Text as="h3" weight="semibold">{words("study-rows")}</Text>
      {special.length > 0 && list(special)}
      {plain.length > 0 && <Fold title={words("study-rows-plain", { count: plain.length })}>{list(plain)}</Fold>}
    </section>
  );
}

function RowList({ rows, sheet, draft, goTo, onChange }: Omit<RowKindsProps, "table"> & { readonly rows: readonly DescribedRow[]; readonly sheet: string }) {
  const styles = useListStyles();
  const words = useWords();
  return (
    <ul className={styles.list}>
      {rows.map((described) => {
        const { row, label, is, evidence } = described;
        const key = normalise(label);
        const as = words(`study-row-${is}`);
        return (
          <li key={row} className={styles.item}>
            <LinkButton label={words("pane-go-to", { place: `${sheet}!${row}` })} onClick={() => goTo(sheet, `A${row}`)}>{String(row)}</LinkButton>
            <span>{label}{evidence !== "" && !isPlain(described) && <Text size={200} className={mergeClasses(styles.block, styles.quiet)}>{evidence}</Text>}</span>
            {key === "" || is === "person" ? <span>{as}</span> : (
              <Select
                size="small"
                aria-label={words("study-row-of", { row, label })}
                value={draft.rows?.find((one) => one.label === key)?.is ?? ""}
                onChange={(_, { value }) => onChange(key, value === "" ? null : value as ToldRow["is"])}
              >
                <option value="">{words("study-as-read", { as })}</option>
                {ROW_KINDS.map((each) => <option key={each} value={each}>{words(`study-row-${each}`)}</option>)}
              </Select>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function isPlain({ is }: DescribedRow): boolean {
  return is === "area" || is === "indicator" || is === "person" || is === "item";
}
