import { Button, makeStyles, SearchBox, Select, Text, ToggleButton, tokens } from "@fluentui/react-components";
import { ColumnTriple20Regular } from "@fluentui/react-icons";
import type { MessageId } from "../../messages";
import { DESK_STATES } from "../../desk";
import { useWords } from "../../pane/words";
import type { BatchState } from "./batch";
import { rulesOf, type NoteOf, type RowFilter } from "./rows";

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
  search: { width: "220px" },
  rule: { width: "260px" },
  states: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  shown: { marginLeft: "auto", color: tokens.colorNeutralForeground3 }
});

const STATES: readonly { readonly state: RowFilter["state"]; readonly label: MessageId }[] = [
  { state: null, label: "batch-all" },
  { state: "errors", label: "comparison-state-errors" },
  { state: "warnings", label: "comparison-state-warnings" },
  { state: "unread", label: "comparison-state-unread" },
  { state: "blank", label: "comparison-state-blank" },
  { state: "clean", label: "comparison-state-clean" },
  { state: "failed", label: "comparison-state-failed" },
  { state: "doubles", label: "batch-doubles" }
];
const ANY = "";

interface FilterRowProps {
  readonly state: BatchState;
  readonly filter: RowFilter;
  readonly noteOf: NoteOf;
  readonly shown: number;
  readonly onChange: (filter: RowFilter) => void;
  readonly onColumns: () => void;
}

/** Which rows are shown: by words, by rule, by state. */
export function FilterRow({ state: { entries, duplicates }, filter, noteOf, shown, onChange, onColumns }: FilterRowProps) {
  const styles = useStyles();
  const words = useWords();
  const rules = rulesOf(entries);
  const countOf = (state: RowFilter["state"]): number => {
    if (state === null) return entries.length;
    if (state === "doubles") return new Set(duplicates.flatMap(({ rows }) => rows)).size;
    return entries.filter(({ row }) => row?.state === state).length;
  };
  return (
    <div className={styles.row}>
      <SearchBox className={styles.search} aria-label={words("batch-search")} placeholder={words("batch-search")} value={filter.search} onChange={(_, { value }) => onChange({ ...filter, search: value })} />
      <Select className={styles.rule} aria-label={words("batch-rule")} value={filter.rule ?? ANY} onChange={(_, { value }) => onChange({ ...filter, rule: value || null })}>
        <option value={ANY}>{words("batch-any-rule")}</option>
        {rules.map(({ rule, title, count }) => <option key={rule} value={rule}>{words("batch-rule-count", { title: words(title), count })}</option>)}
      </Select>
      <Select aria-label={words("desk-state-filter")} value={filter.desk ?? ANY} onChange={(_, { value }) => onChange({ ...filter, desk: DESK_STATES.find((state) => state === value) ?? null })}>
        <option value={ANY}>{words("desk-any-state")}</option>
        {DESK_STATES.map((state) => <option key={state} value={state}>{words("batch-counted", { label: words(`desk-state-${state}`), count: entries.filter(({ id }) => noteOf(id).state === state).length })}</option>)}
      </Select>
      <div role="group" aria-label={words("batch-state")} className={styles.states}>
        {STATES.map(({ state, label }) => ({ state, label, count: countOf(state) })).filter(({ state, count }) => state === null || count > 0 || filter.state === state).map(({ state, label, count }) => (
          <ToggleButton key={label} size="small" shape="circular" checked={filter.state === state} onClick={() => onChange({ ...filter, state })}>
            {words("batch-counted", { label: words(label), count })}
          </ToggleButton>
        ))}
      </div>
      <Button size="small" appearance="subtle" icon={<ColumnTriple20Regular />} onClick={onColumns}>{words("desk-columns")}</Button>
      <Text size={200} className={styles.shown} role="status">{words("batch-shown", { shown, count: entries.length })}</Text>
    </div>
  );
}
