import { makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import type { TableDescription } from "../../report/types";
import type { ColumnRole, ToldTable } from "../../told";
import { LinkButton } from "../LinkButton";
import type { GoTo } from "../Place";
import { useWords } from "../words";
import { rolesFor } from "./draft";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  item: { display: "grid", gridTemplateColumns: "2.5em minmax(0, 1fr) minmax(0, 9.5em)", columnGap: tokens.spacingHorizontalS, alignItems: "center" },
  evidence: { gridColumn: "2 / -1", color: tokens.colorNeutralForeground3 },
  blank: { color: tokens.colorNeutralForeground3 }
});

interface ColumnRolesProps {
  readonly table: TableDescription;
  readonly draft: ToldTable;
  readonly goTo: GoTo;
  readonly onChange: (index: number, role: ColumnRole) => void;
}

/** What each column is taken for and why. */
export function ColumnRoles({ table, draft, goTo, onChange }: ColumnRolesProps) {
  const styles = useStyles();
  const words = useWords();
  return (
    <section>
      <Text as="h3" weight="semibold">{words("study-columns")}</Text>
      <ul className={styles.list}>
        {table.columns.map(({ letter, range, words: head, evidence, role }, index) => {
          const chosen = draft.columns[index]?.role ?? role;
          return (
            <li key={letter} className={styles.item}>
              <LinkButton label={words("pane-go-to", { place: `${table.sheet}!${range}` })} onClick={() => goTo(table.sheet, range)}>{letter}</LinkButton>
              <span className={head === "" ? styles.blank : undefined}>{head === "" ? words("study-no-head") : head}</span>
              <Select size="small" aria-label={words("study-role-of", { letter, head })} value={chosen} onChange={(_, { value }) => onChange(index, value as ColumnRole)}>
                {rolesFor(draft.kind).map((each) => <option key={each} value={each}>{words(`told-role-${each}`)}</option>)}
              </Select>
              {evidence !== "" && chosen === role && <Text size={200} className={styles.evidence}>{evidence}</Text>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
