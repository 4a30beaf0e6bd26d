import { makeStyles, ProgressBar, Spinner, tokens } from "@fluentui/react-components";
import { Suspense, useContext, useEffect, useRef, useState, type ReactNode } from "react";
import { FindingsTab } from "../findings/FindingsTab";
import type { PaneController } from "../model/pane-controller";
import type { PaneModel } from "../model/pane-model";
import { download } from "../download";
import { usePreferences } from "../preferences-context";
import type { Checked } from "../session";
import { AttendanceTab, IndicatorsTab, ScoresTab, SettingsTab, StudyView } from "./lazy-tabs";
import { LanguageContext, useWords } from "../words";
import { AgreementStrip } from "./AgreementStrip";
import { Notice } from "./Notice";
import { OpenSettings } from "./open-settings";
import { ResultTabs, type ResultTab } from "./ResultTabs";

const useStyles = makeStyles({
  result: { flexGrow: 1, display: "flex", flexDirection: "column", minWidth: 0 },
  top: { position: "sticky", top: 0, zIndex: 2, backgroundColor: tokens.colorNeutralBackground2 },
  /** The bar takes no room, so that the list below does not jump when a check begins. */
  bar: { height: "2px", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  panel: { flexGrow: 1, display: "flex", flexDirection: "column", minWidth: 0 },
  tab: { padding: tokens.spacingHorizontalM, overflowWrap: "anywhere" }
});

interface ResultViewProps {
  readonly model: PaneModel;
  readonly checked: Checked;
  readonly controller: PaneController;
  readonly actions: ReactNode;
}

/** What a check found, in five tabs. */
export function ResultView({ model, checked, controller, actions }: ResultViewProps) {
  const styles = useStyles();
  const words = useWords();
  const language = useContext(LanguageContext);
  const { live, change } = usePreferences();
  const [tab, setTab] = useState<ResultTab>("findings");
  const props = { checked, language, goTo: (sheet: string, cell: string) => void controller.goTo(sheet, cell) };
  const counted = model.findings.filter(({ finding }) => !finding.ignored).length;
  const isReadOnly = controller.session.isReadOnly?.() ?? false;
  const top = useRef<HTMLDivElement>(null);

  // Whoever uses a keyboard or a screen reader goes on from the result of a check that was asked for.
  useEffect(() => document.querySelector<HTMLElement>("[data-focus=result]")?.focus(), []);

  function choose(next: ResultTab) {
    setTab(next);
    const kind = next === "attendance" ? "roster" : next === "scores" ? "scores" : null;
    const table = kind && controller.session.label ? checked.report.tables.find((each) => each.kind === kind) : null;
    if (table) void controller.look(table.sheet, table.range);
    if (model.studied) void controller.study(null);
    if (model.notice?.intent === "success") controller.dismissNotice();
    top.current?.scrollIntoView({ block: "start" });
  }

  function panel() {
    switch (tab) {
      case "findings": return model.studied
        ? <Suspense fallback={<Spinner />}><StudyView key={`${model.studied.sheet}!${model.studied.range}`} region={model.studied} model={model} controller={controller} /></Suspense>
        : <FindingsTab model={model} checked={checked} controller={controller} actions={actions} />;
      case "indicators": return <IndicatorsTab {...props} />;
      case "attendance": return <AttendanceTab {...props} />;
      case "scores": return <ScoresTab {...props} openSettings={() => choose("settings")} />;
      case "settings": return (
        <SettingsTab
          {...props}
          onChange={(settings) => void controller.changeSettings(settings)}
          isReadOnly={isReadOnly}
          busy={model.check !== null || model.busy !== null}
          onForget={(name) => void controller.tellTable(name, null)}
          onProfiles={(given) => void controller.takeProfiles(given)}
          deliver={controller.session.copySheet ? null : download}
          liveCheck={controller.session.watch ? live : null}
          onLiveCheck={(on) => change({ live: on })}
          onLanguage={(next) => change({ language: next })}
        />
      );
    }
  }

  return (
    <div className={styles.result}>
      <div ref={top} />
      <AgreementStrip checked={checked} busy={model.check !== null || model.busy !== null} onChange={(settings) => void controller.changeSettings(settings)} openSettings={() => choose("settings")} />
      <div className={styles.top}>
        <ResultTabs tab={tab} onChange={choose} findings={counted} />
        <div className={styles.bar}>
          {model.check
            ? <ProgressBar thickness="medium" value={model.check.progress.share ?? undefined} aria-label={words("pane-live-checking")} />
            : model.busy && <ProgressBar thickness="medium" aria-label={words(model.busy.with === "summary" ? "pane-summary-writing" : "pane-changing")} />}
        </div>
      </div>
      <div role="tabpanel" id="result-panel" aria-labelledby={`tab-${tab}`} className={styles.panel}>
        <OpenSettings.Provider value={() => choose("settings")}>{tab === "findings" ? panel() : <div className={styles.tab}><Suspense fallback={<Spinner />}>{panel()}</Suspense></div>}</OpenSettings.Provider>
      </div>
      {tab !== "findings" && <Notice model={model} controller={controller} afloat />}
    </div>
  );
}
