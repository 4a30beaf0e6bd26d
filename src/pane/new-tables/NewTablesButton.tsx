import { Button, Field, Input, makeStyles, mergeClasses, Text, Textarea, tokens, type ButtonProps } from "@fluentui/react-components";
import { TableAdd20Regular } from "@fluentui/react-icons";
import { useContext, useRef, useState } from "react";
import { render } from "../../messages";
import { PaneDialog } from "../dialogs/PaneDialog";
import type { TemplateField } from "../../template";
import { problemOf } from "../model/problem";
import { LanguageContext, useWords } from "../words";
import { emptyForm, optionsOf, type TablesForm } from "./tables-form";

const useStyles = makeStyles({
  pair: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)", gap: tokens.spacingHorizontalS, alignItems: "start" },
  fields: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  told: { color: tokens.colorStatusSuccessForeground1 },
  input: { minWidth: 0 }
});

interface NewTablesButtonProps {
  /** Hands the new workbook to the user, as a download or in a window of Excel's, and gives what is to be said of it. */
  readonly deliver: (bytes: Uint8Array, fileName: string) => string | Promise<string>;
  readonly appearance?: ButtonProps["appearance"];
}

/** 「新建标准表」: asks for station, period, areas and headcount, and makes the empty tables. */
export function NewTablesButton({ deliver, appearance = "subtle" }: NewTablesButtonProps) {
  const styles = useStyles();
  const words = useWords();
  const [open, setOpen] = useState(false);
  const [told, setTold] = useState("");
  return (
    <>
      <Button appearance={appearance} icon={<TableAdd20Regular />} onClick={() => { setTold(""); setOpen(true); }}>{words("tables-new")}</Button>
      <Text size={200} role="status" className={mergeClasses(told !== "" && styles.told)}>{told}</Text>
      {open && <NewTablesDialog deliver={deliver} onClose={() => setOpen(false)} onMade={setTold} />}
    </>
  );
}

function NewTablesDialog({ deliver, onClose, onMade }: Pick<NewTablesButtonProps, "deliver"> & { readonly onClose: () => void; readonly onMade: (told: string) => void }) {
  const styles = useStyles();
  const words = useWords();
  const language = useContext(LanguageContext);
  const [form, setForm] = useState(() => emptyForm(new Date().toISOString().slice(0, 10)));
  const [problem, setProblem] = useState<{ readonly field: TemplateField | null; readonly text: string } | null>(null);
  const fields = useRef<HTMLDivElement>(null);
  const [busy, setBusy] = useState(false);

  async function make(): Promise<void> {
    setBusy(true);
    setProblem(null);
    // What makes the tables is loaded only now: most users never need it.
    const { makeTables, TemplateError } = await import("./load");
    try {
      const options = optionsOf(form);
      onMade(await deliver(makeTables(options), `${options.station}-${words("tables-file-name")}.xlsx`));
      onClose();
    } catch (error) {
      const refused = error instanceof TemplateError ? error : null;
      setProblem({ field: refused?.field ?? null, text: render(refused?.sentence ?? problemOf(error), language) });
      if (refused) fields.current?.querySelector<HTMLElement>(`[name=${refused.field}]`)?.focus();
    } finally {
      setBusy(false);
    }
  }

  const complaint = (name: TemplateField): string | undefined => (problem?.field === name ? problem.text : undefined);
  const field = (name: keyof TablesForm, label: string, type: "text" | "date" = "text", hint?: string) => (
    <Field label={label} hint={hint} required validationMessage={complaint(name)}>
      <Input name={name} className={styles.input} type={type} value={form[name]} onChange={(_, { value }) => setForm({ ...form, [name]: value })} />
    </Field>
  );

  return (
    <PaneDialog
      title={words("tables-new")}
      onClose={onClose}
      form
      actions={
        <>
          <Button appearance="primary" disabledFocusable={busy} onClick={() => void make()}>{words("tables-make")}</Button>
          <Button onClick={onClose}>{words("pane-cancel")}</Button>
        </>
      }
    >
      <Text size={200}>{words("tables-what")}</Text>
      <div ref={fields} className={styles.fields}>
      {field("station", words("tables-station"), "text", words("tables-station-hint"))}
      <div className={styles.pair}>
        {field("start", words("tables-start"), "date")}
        {field("end", words("tables-end"), "date")}
      </div>
      {field("areas", words("tables-areas"), "text", words("tables-areas-hint"))}
      <div className={styles.pair}>
        {field("headcount", words("tables-headcount"))}
        {field("certified", words("tables-certified"))}
      </div>
      <Field label={words("tables-cards")} hint={words("tables-cards-hint")} validationMessage={complaint("cards")}>
        <Textarea name="cards" rows={3} value={form.cards} onChange={(_, { value }) => setForm({ ...form, cards: value })} />
      </Field>
      </div>
      <Text role="alert">{problem?.field === null && problem.text}</Text>
    </PaneDialog>
  );
}
