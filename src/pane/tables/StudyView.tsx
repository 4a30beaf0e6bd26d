import { Button, Field, Input, makeStyles, Select, Spinner, Text, tokens } from "@fluentui/react-components";
import { ArrowLeft20Regular } from "@fluentui/react-icons";
import { useContext, useEffect, useRef, useState } from "react";
import { render } from "../../messages";
import type { TableDescription, TableWish } from "../../report/types";
import { TOLD_KINDS, type ToldKind, type ToldTable } from "../../told";
import { Fold } from "../Fold";
import type { PaneController } from "../model/pane-controller";
import type { PaneModel, Region } from "../model/pane-model";
import { Place } from "../Place";
import { LanguageContext, useWords } from "../words";
import { ColumnRoles } from "./ColumnRoles";
import { Counts } from "./Counts";
import { draftFrom, problemIn, withFirstMonth, withMark, withRole, withRow } from "./draft";
import { MarkMeanings } from "./MarkMeanings";
import { Preview } from "./Preview";
import { RowKinds } from "./RowKinds";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalM, overflowWrap: "anywhere" },
  top: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
  quiet: { color: tokens.colorNeutralForeground3 },
  pair: { display: "grid", gridTemplateColumns: "minmax(0, 2fr) minmax(0, 1fr)", gap: tokens.spacingHorizontalS, alignItems: "end" },
  input: { minWidth: 0 },
  readings: { display: "contents", border: 0, margin: 0, padding: 0, minInlineSize: 0 },
  foot: {
    position: "sticky", bottom: 0, zIndex: 2, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, padding: tokens.spacingHorizontalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground2
  },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS }
});

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

interface StudyViewProps {
  readonly region: Region;
  readonly model: PaneModel;
  readonly controller: PaneController;
}

/** 怎么读的: what a table's columns, rows and marks are taken for and why; each can be corrected, with a look at what would come of it. */
export function StudyView({ region, model, controller }: StudyViewProps) {
  const styles = useStyles();
  const words = useWords();
  const language = useContext(LanguageContext);
  const [wish, setWish] = useState<TableWish>(region);
  const [table, setTable] = useState<TableDescription | null>(null);
  const [draft, setDraft] = useState<ToldTable | null>(null);
  const [answered, setAnswered] = useState<TableWish | null>(null);
  const back = useRef<HTMLButtonElement>(null);
  const goTo = (sheet: string, range: string) => void controller.goTo(sheet, range);

  useEffect(() => back.current?.focus(), []);
  useEffect(() => {
    let current = true;
    void controller.inquire({ kind: "describe", wish }).then((found) => {
      if (!current || !found) return;
      setAnswered(wish);
      setTable(found);
      setDraft((before) => ({ ...draftFrom(found), ...(before && { name: before.name }) }));
    });
    return () => { current = false; };
  }, [controller, wish]);
  useEffect(() => controller.session.label?.(table && draft && labelled(table, draft)), [controller, table, draft]);

  const header = (
    <div className={styles.top}>
      <Button ref={back} appearance="subtle" icon={<ArrowLeft20Regular />} onClick={() => void controller.study(null)}>{words("study-back")}</Button>
      <Place sheet={region.sheet} cell={region.range} withSheet goTo={goTo} />
    </div>
  );
  if (!table || !draft) return <div className={styles.view}>{header}<Spinner label={words("study-reading")} /></div>;

  const change = (by: (before: ToldTable) => ToldTable): void => setDraft((before) => before && by(before));
  const given = table.told;
  const problem = problemIn(draft);
  const busy = model.busy !== null || model.check !== null;
  const changed = given !== null || JSON.stringify(draft) !== JSON.stringify(draftFrom(table)) || wish.kind !== undefined || wish.headRows !== undefined;
  return (
    <>
      <div className={styles.view}>
        {header}
        <Text as="h2" size={400} weight="semibold">{table.title || words("study-title")}</Text>
        <Text size={200} className={styles.quiet}><Counts counts={table.counts} /></Text>
        <Text size={200} className={styles.quiet}>{words("study-what")}</Text>
        <div className={styles.pair}>
          <Field label={words("study-kind")}>
            <Select value={draft.kind} onChange={(_, { value }) => setWish({ ...wish, range: table.range, isExact: true, kind: value as ToldKind })}>
              {TOLD_KINDS.map((kind) => <option key={kind} value={kind}>{words(`told-kind-${kind}`)}</option>)}
            </Select>
          </Field>
          <Field label={words("study-heads")}>
            <Select value={String(draft.headRows)} onChange={(_, { value }) => setWish({ ...wish, range: table.range, isExact: true, kind: draft.kind, headRows: Number(value) })}>
              {[0, 1, 2, 3, 4, 5, 6].map((rows) => <option key={rows} value={String(rows)}>{words("study-heads-rows", { rows })}</option>)}
            </Select>
          </Field>
        </div>
        {/* What is chosen before another reading has come would be lost with it. */}
        <fieldset className={styles.readings} disabled={answered !== wish}>
          {draft.kind !== "none" && <ColumnRoles table={table} draft={draft} goTo={goTo} onChange={(index, role) => change((before) => withRole(before, index, role))} />}
          {draft.kind === "roster" && (
            <Field label={words("study-first-month")} hint={words("study-first-month-help")}>
              <Select className={styles.input} value={String(draft.firstMonth ?? "")} onChange={(_, { value }) => change((before) => withFirstMonth(before, value === "" ? null : Number(value)))}>
                <option value="">{words("study-first-month-own")}</option>
                {MONTHS.map((month) => <option key={month} value={String(month)}>{words("study-month", { month })}</option>)}
              </Select>
            </Field>
          )}
          {table.marks.length > 0 && draft.kind === "roster" && <MarkMeanings table={table} draft={draft} onChange={(mark, means) => change((before) => withMark(before, mark, means))} />}
          {draft.kind !== "none" && table.rows.length > 0 && <RowKinds table={table} draft={draft} goTo={goTo} onChange={(label, is) => change((before) => withRow(before, label, is))} />}
        </fieldset>
        <Fold title={words("sample-fold")}>
          <Text size={200} block>{words("sample-what")}</Text>
          <Button size="small" disabledFocusable={busy} onClick={() => void controller.handSample({ ...region, range: table.range, isExact: true }, `${words("sample-file")}.xlsx`)}>{words("sample-make")}</Button>
        </Fold>
        <Fold title={words("study-name-fold")}>
          <Field label={words("study-name")} hint={words("study-name-help")}>
            <Input className={styles.input} value={draft.name} maxLength={200} onChange={(_, { value }) => change((before) => ({ ...before, name: value }))} />
          </Field>
        </Fold>
      </div>
      <div className={styles.foot}>
        {changed && <Preview draft={draft} given={given} problem={problem && render(problem, language)} model={model} controller={controller} region={region} />}
        <div className={styles.actions}>
          <Button appearance="primary" disabledFocusable={busy || problem !== null || !changed} onClick={() => void controller.tellTable(given ?? draft.name, draft)}>{words("study-apply")}</Button>
          {given !== null && <Button disabledFocusable={busy} onClick={() => void controller.tellTable(given, null)}>{words("study-forget")}</Button>}
        </div>
      </div>
    </>
  );
}

/** The description with the roles that the user has chosen meanwhile. */
function labelled(table: TableDescription, draft: ToldTable): TableDescription {
  return { ...table, columns: table.columns.map((column, index) => ({ ...column, role: draft.columns[index]?.role ?? column.role })) };
}
