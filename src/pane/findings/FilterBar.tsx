import { makeStyles, SearchBox, Select, ToggleButton, tokens } from "@fluentui/react-components";
import type { ReportedTable } from "../../report/types";
import { countFindings } from "../../summary";
import { groupPlace, NO_FILTER, shownGroups, tableKey, type Filter, type Severity } from "../model/findings";
import type { PaneModel } from "../model/pane-model";
import { SeverityIcon } from "../SeverityIcon";
import { useWords } from "../words";

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

const useStyles = makeStyles({
  filter: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  toggle: { minWidth: "auto", fontVariantNumeric: "tabular-nums" },
  half: { flex: "1 1 120px", minWidth: 0 },
  search: { flex: "1 1 120px", minWidth: 0, maxWidth: "none" }
});

interface FilterBarProps {
  readonly model: PaneModel;
  readonly tables: readonly ReportedTable[];
  readonly onChange: (change: Partial<Filter>) => void;
}

/** Which findings are listed: by severity, by table, by words. */
export function FilterBar({ model: { findings, filter }, tables, onChange }: FilterBarProps) {
  const styles = useStyles();
  const words = useWords();
  const counts = countFindings(findings.map(({ finding }) => finding));
  const groups = shownGroups(findings, tables, NO_FILTER);
  return (
    <div className={styles.filter}>
      <div className={styles.row} role="group" aria-label={words("pane-filter")}>
        <ToggleButton size="small" shape="circular" className={styles.toggle} checked={filter.severity === null} onClick={() => onChange({ severity: null })}>
          {`${words("pane-all")} ${counts.error + counts.warning + counts.info}`}
        </ToggleButton>
        {SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => (
          <ToggleButton
            key={severity}
            size="small"
            shape="circular"
            className={styles.toggle}
            icon={<SeverityIcon kind={severity} />}
            checked={filter.severity === severity}
            onClick={() => onChange({ severity: filter.severity === severity ? null : severity })}
          >
            {`${words(`severity-${severity}`)} ${counts[severity]}`}
          </ToggleButton>
        ))}
      </div>
      <div className={styles.row}>
        <Select size="small" className={styles.half} aria-label={words("pane-table-filter")} value={filter.table ?? ""} onChange={(_, { value }) => onChange({ table: value || null })}>
          <option value="">{words("pane-all-tables")}</option>
          {groups.map((group) => (
            <option key={tableKey(group.sheet, group.table)} value={tableKey(group.sheet, group.table)}>
              {`${words(group.table ? `table-${group.table.kind}` : "pane-elsewhere")} · ${groupPlace(group, groups)} (${group.findings.length})`}
            </option>
          ))}
        </Select>
        <SearchBox size="small" className={styles.search} placeholder={words("pane-search")} aria-label={words("pane-search")} value={filter.search} onChange={(_, { value }) => onChange({ search: value })} />
      </div>
    </div>
  );
}
