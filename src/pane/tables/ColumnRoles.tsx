import { mergeClasses, Select, Text } from "@fluentui/react-components";
import type { TableDescription } from "../../report/types";
import type { ColumnRole, ToldTable } from "../../told";
import { LinkButton } from "../LinkButton";
import type { GoTo } from "../Place";
import { useWords } from "../words";
import { rolesFor } from "./draft";
import { useListStyles } from "./list-styles";

interface ColumnRolesProps {
  readonly table: TableDescription;
  readonly draft: ToldTable;
  readonly goTo: GoTo;
  readonly onChange: (index: number, role: ColumnRole) => void;
}

/** What each column is taken for and why. */
export function ColumnRoles({ table, draft, goTo, onChange }: ColumnRolesProps) {
  const styles = useListStyles();
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
              <span className={head === "" ? styles.quiet : undefined}>{head === "" ? words("study-no-head") : head}</span>
              <Select size="small" aria-label={words("study-role-of", { letter, head })} value={chosen} onChange={(_, { value }) => onChange(index, value as ColumnRole)}>
                {rolesFor(draft.kind).map((each) => <option key={each} value={each}>{words(`told-role-${each}`)}</option>)}
              </Select>
              {evidence !== "" && chosen === role && <Text size={200} className={mergeClasses(styles.below, styles.quiet)}>{evidence}</Text>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
