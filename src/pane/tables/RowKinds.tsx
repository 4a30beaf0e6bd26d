import { makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import type { DescribedRow, TableDescription } from "../../report/types";
import { ROW_KINDS, type ToldRow, type ToldTable } from "../../told";
import { normalise } from "../../values/text";
import { Fold } from "../Fold";
import { LinkButton } from "../LinkButton";
import type { GoTo } from "../Place";
import { useWords } from "../words";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  item: { display: "grid", gridTemplateColumns: "2.5em minmax(0, 1fr) minmax(0, 9.5em)", columnGap: tokens.spacingHorizontalS, alignItems: "center" },
  evidence: { display: "block", color: tokens.colorNeutralForeground3 }
});

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
  const styles = useStyles();
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
            <span>{label}{evidence !== "" && !isPlain(described) && <Text size={200} className={styles.evidence}>{evidence}</Text>}</span>
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
