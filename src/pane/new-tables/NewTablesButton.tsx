import { Button, Field, Input, makeStyles, Text, Textarea, tokens, type ButtonProps } from "@fluentui/react-components";
import { TableAdd20Regular } from "@fluentui/react-icons";
import { useContext, useState } from "react";
import { render } from "../../messages";
import { PaneDialog } from "../dialogs/PaneDialog";
import { problemOf } from "../model/problem";
import { LanguageContext, useWords } from "../words";
import { emptyForm, optionsOf, type TablesForm } from "./tables-form";

const useStyles = makeStyles({
  pair: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)", gap: tokens.spacingHorizontalS, alignItems: "end" },
  input: { minWidth: 0 }
});

interface NewTablesButtonProps {
  /** Hands the new workbook to the user: as a download, or in a window of Excel's. */
  readonly deliver: (bytes: Uint8Array, fileName: string) => void | Promise<void>;
  readonly appearance?: ButtonProps["appearance"];
}

/** 「新建标准表」: asks for station, period, areas and headcount, and makes the empty tables. */
export function NewTablesButton({ deliver, appearance = "subtle" }: NewTablesButtonProps) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button appearance={appearance} icon={<TableAdd20Regular />} onClick={() => setOpen(true)}>{words("tables-new")}</Button>
      {open && <NewTablesDialog deliver={deliver} onClose={() => setOpen(false)} />}
    </>
  );
}

function NewTablesDialog({ deliver, onClose }: Pick<NewTablesButtonProps, "deliver"> & { readonly onClose: () => void }) {
  const styles = useStyles();
  const words = useWords();
  const language = useContext(LanguageContext);
  const [form, setForm] = useState(() => emptyForm(new Date().toISOString().slice(0, 10)));
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);

  async function make(): Promise<void> {
    setBusy(true);
    setProblem("");
    // What makes the tables is loaded only now: most users never need it.
    const { makeTables, TemplateError } = await import("./load");
    try {
      const options = optionsOf(form);
      await deliver(makeTables(options), `${options.station}-${words("tables-file-name")}.xlsx`);
      onClose();
    } catch (error) {
      setProblem(render(error instanceof TemplateError ? error.sentence : problemOf(error), language));
    } finally {
      setBusy(false);
    }
  }

  const field = (name: keyof TablesForm, label: string, type: "text" | "date" = "text", hint?: string) => (
    <Field label={label} hint={hint} required>
      <Input className={styles.input} type={type} value={form[name]} onChange={(_, { value }) => setForm({ ...form, [name]: value })} />
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
      <Field label={words("tables-cards")} hint={words("tables-cards-hint")}>
        <Textarea rows={3} value={form.cards} onChange={(_, { value }) => setForm({ ...form, cards: value })} />
      </Field>
      <Text role="alert">{problem}</Text>
    </PaneDialog>
  );
}
