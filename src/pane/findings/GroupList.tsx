import { Badge, Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { groupPlace, NO_FILTER, tableKey, type ShownGroup } from "../model/findings";
import type { PaneController } from "../model/pane-controller";
import type { PaneModel } from "../model/pane-model";
import { useWords } from "../words";
import { FindingItem } from "./FindingItem";

/** So many findings of a table are drawn at first, and so many more each time: a list of thousands stays quick. */
const PAGE = 40;

const useStyles = makeStyles({
  groups: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  group: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  title: { display: "flex", alignItems: "baseline", gap: tokens.spacingHorizontalS, minWidth: 0 },
  kind: { flexShrink: 0 },
  sheet: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  count: { marginLeft: "auto" },
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflow: "hidden"
  },
  nothing: { display: "flex", flexDirection: "column", alignItems: "flex-start", gap: tokens.spacingVerticalS, color: tokens.colorNeutralForeground3 }
});

interface GroupListProps {
  readonly groups: readonly ShownGroup[];
  readonly fresh: ReadonlySet<string>;
  readonly model: PaneModel;
  readonly controller: PaneController;
}

/** The findings by table. */
export function GroupList({ groups, ...others }: GroupListProps) {
  const styles = useStyles();
  const words = useWords();
  if (!groups.length) {
    return (
      <div className={styles.nothing} role="status">
        <Text>{words("pane-nothing-shown")}</Text>
        <Button size="small" onClick={() => others.controller.filter(NO_FILTER)}>{words("pane-clear-filter")}</Button>
      </div>
    );
  }
  return (
    <div className={styles.groups}>
      {groups.map((group) => <Group key={tableKey(group.sheet, group.table)} group={group} place={groupPlace(group, groups)} {...others} />)}
    </div>
  );
}

function Group({ group, place, fresh, model, controller }: Omit<GroupListProps, "groups"> & { readonly group: ShownGroup; readonly place: string }) {
  const styles = useStyles();
  const words = useWords();
  const [pages, setPages] = useState(1);
  const kind = words(group.table ? `table-${group.table.kind}` : "pane-elsewhere");
  const at = group.findings.findIndex(({ key }) => key === model.selected);
  // Stepping leads past what is drawn.
  const drawn = Math.max(pages, Math.ceil((at + 1) / PAGE)) * PAGE;
  useEffect(() => setPages((before) => Math.max(before, Math.ceil((at + 1) / PAGE))), [at]);
  const left = group.findings.length - drawn;
  return (
    <section className={styles.group} aria-label={words("pane-group-label", { kind, sheet: place })}>
      <div className={styles.title}>
        <Text as="h2" size={300} weight="semibold" className={styles.kind}>{kind}</Text>
        <Text size={200} className={styles.sheet}>{place}</Text>
        <Badge className={styles.count} appearance="tint" color="informative" size="small">{group.findings.length}</Badge>
      </div>
      <ul className={styles.list}>
        {group.findings.slice(0, drawn).map((each) => (
          <FindingItem key={each.key} id={each.key} finding={each.finding} fresh={fresh.has(each.key)} open={each.key === model.selected} model={model} controller={controller} />
        ))}
      </ul>
      {left > 0 && <Button size="small" onClick={() => setPages(drawn / PAGE + 1)}>{words("pane-group-more", { count: Math.min(PAGE, left), left })}</Button>}
    </section>
  );
}
