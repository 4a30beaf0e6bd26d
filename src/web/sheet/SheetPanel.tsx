import { makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { useContext, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { PaneController } from "../../pane/model/pane-controller";
import { usePageTheme } from "../../pane/theme";
import { useModel } from "../../pane/use-pane";
import { LanguageContext, useWords } from "../../pane/words";
import { cellKey, cellName, parsePlace } from "../../workbook";
import { useEditing } from "../edit/use-editing";
import type { FileSession } from "../file-session";
import type { SheetCells } from "./cells";
import { FormulaBar } from "./FormulaBar";
import type { Place } from "./keys";
import { labelsOf } from "./labels";
import { comparedCells, marksOf } from "./marks";
import { SheetGrid } from "./SheetGrid";
import { SheetTabs } from "./SheetTabs";

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", height: "100%", minHeight: 0, minWidth: 0, backgroundColor: tokens.colorNeutralBackground1 },
  sheet: { flexGrow: 1, minHeight: 0, display: "flex", flexDirection: "column" },
  waiting: { margin: "auto" }
});

const FIRST_CELL: Place = { row: 1, column: 1 };

interface SheetPanelProps {
  readonly session: FileSession;
  readonly controller: PaneController;
}

/** The sheets of the opened workbook. What the pane points to is shown; a found cell that is chosen here is chosen there. */
export function SheetPanel({ session, controller }: SheetPanelProps) {
  const styles = useStyles();
  const words = useWords();
  const { dark } = usePageTheme(undefined);
  const language = useContext(LanguageContext);
  const { sheets, place, labelled } = useSyncExternalStore(session.opened.subscribe, session.opened.get);
  const model = useModel(controller);
  const { checked } = model;
  const [activeName, setActiveName] = useState<string | null>(null);
  const [places, setPlaces] = useState<ReadonlyMap<string, Place>>(new Map());
  const [unhidden, setUnhidden] = useState<ReadonlySet<string>>(new Set());
  const marks = useMemo(() => marksOf(checked?.report ?? null), [checked]);
  const active = sheets.find(({ name }) => name === activeName) ?? sheets.find(({ visibility }) => visibility === "visible") ?? sheets[0];
  const finding = model.findings.find(({ key }) => key === model.selected)?.finding ?? null;
  const compared = useMemo(() => comparedCells(finding, active?.name ?? ""), [finding, active?.name]);

  const frames = useMemo(() => (checked?.frames ?? []).filter(({ sheet }) => sheet === active?.name), [checked, active?.name]);
  const labels = useMemo(() => labelsOf(labelled, active?.name ?? "", language), [labelled, active?.name, language]);

  // A place may be told before the workbook was read.
  const isRead = sheets.length > 0;
  useEffect(() => {
    if (!place || !isRead) return;
    const sheet = session.opened.get().sheets.find(({ name }) => name === place.sheet);
    if (!sheet) return;
    setActiveName(sheet.name);
    setPlaces((before) => new Map(before).set(sheet.name, { row: place.row, column: place.column }));
    // What is hidden and yet pointed to is shown, with the rest of what the sheet hides.
    if (sheet.hiddenRows.has(place.row) || sheet.hiddenColumns.has(place.column)) setUnhidden((before) => new Set(before).add(sheet.name));
  }, [place, isRead, session]);

  const editing = useEditing(session, controller, active?.name ?? "");
  useEffect(() => {
    if (place?.isEdited) void session.cellsOf(place.sheet).fetched(place.row, place.column).then((cell) => editing.begin(place, cell, { in: "cell", byTyping: false }));
    // Once for each time that the pane asks for it.
  }, [place]);

  if (!active) return <div className={styles.panel}><Spinner className={styles.waiting} label={words("view-reading")} /></div>;

  const selected = places.get(active.name) ?? FIRST_CELL;
  const cells = session.cellsOf(active.name);
  const hides = active.hiddenRows.size > 0 || active.hiddenColumns.size > 0;
  const showHidden = unhidden.has(active.name);

  /** The user went to a cell; the links of our own summary are followed. */
  function goTo(next: Place, clicked: boolean): void {
    setPlaces((before) => new Map(before).set(active!.name, next));
    const link = clicked && active!.own ? active!.layout?.links?.get(cellKey(next.row, next.column)) : undefined;
    const to = link === undefined ? null : parsePlace(link);
    if (to) void session.goTo(to);
  }

  function openFinding({ row, column }: Place): void {
    const mark = marks.get(active!.name)?.get(cellKey(row, column));
    const chosen = mark && model.findings.find((candidate) => candidate.finding === mark[0] && !candidate.finding.ignored);
    if (chosen) void controller.select(chosen.key);
    else goTo({ row, column }, true);
  }

  return (
    <div className={styles.panel}>
      <CellBar
        editing={editing}
        isReadOnly={session.isReadOnly()}
        place={selected}
        cells={cells}
        showHidden={hides ? showHidden : null}
        onShowHidden={(show) => setUnhidden((before) => new Set([...before].filter((name) => name !== active.name).concat(show ? active.name : [])))}
      />
      <div role="tabpanel" id="sheet-panel" aria-labelledby={`sheet-tab-${active.name}`} className={styles.sheet}>
        <SheetGrid
          key={active.name}
          sheet={active}
          cells={cells}
          marks={marks.get(active.name)}
          compared={compared}
          frames={frames}
          labels={labels}
          showHidden={showHidden}
          selected={selected}
          dark={dark}
          onSelect={goTo}
          onOpen={openFinding}
          editing={editing}
          isReadOnly={session.isReadOnly()}
        />
      </div>
      <SheetTabs sheets={sheets} marks={marks} active={active.name} onChange={setActiveName} />
    </div>
  );
}

interface CellBarProps extends Pick<Parameters<typeof FormulaBar>[0], "showHidden" | "onShowHidden" | "editing"> {
  readonly place: Place;
  readonly cells: SheetCells;
  readonly isReadOnly: boolean;
}

/** Follows the cells as they arrive. */
function CellBar({ place, cells, isReadOnly, editing, ...rest }: CellBarProps) {
  useSyncExternalStore(cells.version.subscribe, cells.version.get);
  const cell = cells.cell(place.row, place.column);
  return <FormulaBar address={cellName(place.row, place.column)} cell={cell} editing={editing} onBegin={isReadOnly ? null : () => editing.begin(place, cell, { in: "bar", byTyping: false })} {...rest} />;
}
