import { Button, Input, makeStyles, MessageBar, MessageBarBody, Select, Text, tokens } from "@fluentui/react-components";
import { ArrowDownload20Regular, ArrowUpload20Regular, TableSimple20Regular } from "@fluentui/react-icons";
import { useContext, useMemo, useRef, useState } from "react";
import { render, say, type MessageId, type Sentence } from "../../messages";
import { agreementOf, DEFAULT_SETTINGS, parseSettingsText, SettingsError, type SettingsInput } from "../../settings";
import { PaneDialog } from "../../pane/dialogs/PaneDialog";
import { download, JSON_TYPE } from "../../pane/download";
import { LanguageContext, useWords } from "../../pane/words";
import { LinkButton } from "../../pane/LinkButton";
import { problemOf } from "../../pane/model/problem";
import { WorkerClient } from "../background/client";
import { WORKBOOK_KINDS } from "../page/given-files";
import { ALL, draftOf, FIELDS, joined, otherSettings, rowOf, settingsOf, type Draft, type Field } from "./settings-draft";

const useStyles = makeStyles({
  scroller: { overflow: "auto", maxHeight: "50vh", border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium },
  table: { width: "100%", borderCollapse: "separate", borderSpacing: 0 },
  head: { position: "sticky", top: 0, zIndex: 1, padding: tokens.spacingHorizontalS, textAlign: "left", fontWeight: tokens.fontWeightSemibold, backgroundColor: tokens.colorNeutralBackground3 },
  name: { padding: tokens.spacingHorizontalS, textAlign: "left", fontWeight: tokens.fontWeightRegular, minWidth: "160px" },
  all: { fontWeight: tokens.fontWeightSemibold },
  cell: { padding: tokens.spacingHorizontalXS },
  input: { width: "112px" },
  file: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS }
});

const DEFAULTS: Readonly<Record<Field, string>> = {
  headcount: String(DEFAULT_SETTINGS.headcount),
  certifiedShare: String(DEFAULT_SETTINGS.certifiedShare * 100),
  retentionLimit: String(DEFAULT_SETTINGS.retentionLimit * 100),
  phase: ""
};

interface SettingsDialogProps {
  readonly settings: SettingsInput;
  /** The stations of the batch. */
  readonly stations: readonly string[];
  readonly onApply: (settings: SettingsInput) => void;
  readonly onClose: () => void;
}

/** The settings of every station in one table, and as one file. */
export function SettingsDialog({ settings, stations, onApply, onClose }: SettingsDialogProps) {
  const styles = useStyles();
  const words = useWords();
  const language = useContext(LanguageContext);
  const [before, setBefore] = useState(settings);
  const [draft, setDraft] = useState<Draft>(() => draftOf(settings, stations));
  const [problems, setProblems] = useState<readonly Sentence[]>([]);
  const input = useRef<HTMLInputElement>(null);
  const others = otherSettings(before);
  const list = useRef<HTMLInputElement>(null);
  const agreements = before.agreements ?? [];
  const profiles = before.profiles?.length ?? 0;

  /** What the list says where nothing is typed. */
  const listed = useMemo(() => new Map([...draft.keys()].filter((station) => station !== ALL).map((station) => [station, rowOf(agreementOf(agreements, station) ?? {})])), [draft, agreements]);

  function change(station: string, field: Field, value: string): void {
    setDraft(new Map(draft).set(station, { ...draft.get(station)!, [field]: value }));
  }

  /** The settings as typed, where all of them can be taken. */
  function typed(): SettingsInput | null {
    const { settings: next, wrong } = settingsOf(draft, before);
    setProblems(wrong.map(({ station, field, reason }) => say("batch-settings-wrong", { station: station === ALL ? say("batch-settings-all") : station, label: say(`set-${field}`), reason })));
    return wrong.length === 0 ? next : null;
  }

  async function read(file: File): Promise<void> {
    try {
      const given = joined(parseSettingsText(await file.text()), before);
      setBefore(given);
      setDraft(draftOf(given, stations));
      setProblems([]);
    } catch (error) {
      setProblems([error instanceof SettingsError ? error.sentence : say("pane-cannot-read-file")]);
    }
  }

  /** The list takes the place of one that was read before; what is typed in the table stays. */
  async function readList(file: File): Promise<void> {
    const worker = new WorkerClient();
    try {
      const { agreements: found, problems: unread } = await worker.ask("agreements", { content: file, fileName: file.name });
      setBefore({ ...before, agreements: found });
      setProblems(unread);
    } catch (error) {
      setProblems([problemOf(error)]);
    } finally {
      worker.end();
    }
  }

  const labelOf = (field: Field): string => (field === "certifiedShare" || field === "retentionLimit" ? words("batch-settings-percent", { label: words(`set-${field}`) }) : words(`set-${field}`));

  return (
    <PaneDialog
      title={words("batch-settings-title")}
      form
      wide
      onClose={onClose}
      actions={
        <>
          <Button appearance="primary" onClick={() => {
            const next = typed();
            if (next) onApply(next);
          }}>{words("batch-settings-apply")}</Button>
          <Button onClick={onClose}>{words("batch-settings-cancel")}</Button>
        </>
      }
    >
      <Text>{words("batch-settings-what")}</Text>
      <div className={styles.scroller}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.head}>{words("comparison-station")}</th>
              {FIELDS.map((field) => <th key={field} scope="col" className={styles.head}>{labelOf(field)}</th>)}
            </tr>
          </thead>
          <tbody>
            {[...draft].map(([station, row]) => {
              const name = station === ALL ? words("batch-settings-all") : station;
              return (
                <tr key={station}>
                  <th scope="row" className={styles.name}><span className={station === ALL ? styles.all : undefined}>{name}</span></th>
                  {FIELDS.map((field) => (
                    <td key={field} className={styles.cell}>
                      {field === "phase" ? (
                        <Select aria-label={`${name} ${labelOf(field)}`} value={row.phase} onChange={(_, { value }) => change(station, field, value)}>
                          {(["", "mid", "final"] as const).map((phase) => <option key={phase} value={phase}>{words(PHASES[phase])}</option>)}
                        </Select>
                      ) : (
                        <Input
                          className={styles.input}
                          aria-label={`${name} ${labelOf(field)}`}
                          inputMode="decimal"
                          placeholder={listed.get(station)?.[field] || draft.get(ALL)![field] || DEFAULTS[field]}
                          value={row[field]}
                          onChange={(_, { value }) => change(station, field, value)}
                        />
                      )}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {agreements.length > 0 && (
        <div className={styles.file}>
          <Text size={200} role="status">{words("agreements-kept", { count: agreements.length })}</Text>
          <LinkButton onClick={() => setBefore({ ...before, agreements: undefined })}>{words("agreements-forget")}</LinkButton>
        </div>
      )}
      {profiles > 0 && <Text size={200}>{words("batch-settings-profiles", { count: profiles })}</Text>}
      {others > 0 && <Text size={200}>{words("batch-settings-others", { count: others })}</Text>}
      <div className={styles.file}>
        <input ref={input} type="file" accept=".json" hidden data-input="settings" onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) void read(file).finally(() => { target.value = ""; });
        }} />
        <input ref={list} type="file" accept={WORKBOOK_KINDS} hidden data-input="agreements" onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = "";
          if (file) void readList(file);
        }} />
        <Button icon={<TableSimple20Regular />} onClick={() => list.current?.click()}>{words("agreements-import")}</Button>
        <Button icon={<ArrowUpload20Regular />} onClick={() => input.current?.click()}>{words("batch-settings-import")}</Button>
        <Button icon={<ArrowDownload20Regular />} onClick={() => {
          const next = typed();
          if (next) download(JSON.stringify(next, null, 2), `${words("batch-settings-name")}.json`, JSON_TYPE);
        }}>{words("batch-settings-export")}</Button>
      </div>
      <div role="alert">{problems.map((problem, index) => <MessageBar key={index} intent="error" layout="multiline"><MessageBarBody>{render(problem, language)}</MessageBarBody></MessageBar>)}</div>
    </PaneDialog>
  );
}

const PHASES = { "": "batch-settings-phase-guess", mid: "comparison-mid", final: "comparison-final" } as const satisfies Record<string, MessageId>;
