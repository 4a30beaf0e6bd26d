import { Button, Checkbox, Field, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { useContext, useMemo, useState } from "react";
import { say, type Sentence } from "../../messages";
import { PaneDialog } from "../../pane/dialogs/PaneDialog";
import { download } from "../../pane/download";
import { lastForm, LETTER_FORMATS, rememberForm, today, type LetterForm } from "../../pane/letters/letter-form";
import { LetterFields } from "../../pane/letters/LetterFields";
import { Fold } from "../../pane/Fold";
import { LanguageContext, useWords } from "../../pane/words";
import type { Entry } from "./batch";
import { askingRules } from "./rows";

const useStyles = makeStyles({ rules: { listStyleType: "none", margin: 0, padding: 0, columnWidth: "300px", columnGap: tokens.spacingHorizontalM } });

/** Longer lists of names help nobody. */
const MOST_NAMES = 8;

interface LettersDialogProps {
  readonly entries: readonly Entry[];
  /** Those that the filter lets through. */
  readonly shown: readonly Entry[];
  /** Says what was made, and for which entries; the dialog closes. */
  readonly onDone: (warns: boolean, sentences: readonly Sentence[], written: readonly number[]) => void;
  readonly onProblem: (error: unknown) => void;
  readonly onClose: () => void;
}

/** 整改清单 for the whole batch: what stands in them, until when, by whom. */
export function LettersDialog({ entries, shown, onDone, onProblem, onClose }: LettersDialogProps) {
  const styles = useStyles();
  const words = useWords();
  const language = useContext(LanguageContext);
  const [form, setForm] = useState<LetterForm>(lastForm);
  const [onlyShown, setOnlyShown] = useState(shown.length < entries.length);
  const [withoutRules, setWithoutRules] = useState<ReadonlySet<string>>(new Set());
  const [questions, setQuestions] = useState(true);
  const [busy, setBusy] = useState(false);
  const chosen = onlyShown ? shown : entries;
  const rules = useMemo(() => askingRules(chosen), [chosen]);

  function change(next: LetterForm): void {
    setForm(next);
    rememberForm(next);
  }

  async function make(): Promise<void> {
    setBusy(true);
    try {
      const { packLetters } = await import("./letters");
      const { archive, written, clean, left } = await packLetters(chosen, { form, choice: { withoutRules, questions }, date: today(), name: words("letter-name"), language });
      const file = `${words("letter-name")}.zip`;
      if (archive) download(archive, file, archive.type);
      const names = (paths: readonly string[]): string => paths.slice(0, MOST_NAMES).join(words("list-separator")) + (paths.length > MOST_NAMES ? " …" : "");
      onDone(left.length > 0 || !archive, [
        archive ? say("letters-batch-made", { file, count: written.length }) : say("letters-batch-none"),
        ...(clean.length > 0 ? [say("letters-batch-clean", { count: clean.length, files: names(clean) })] : []),
        ...(left.length > 0 ? [say("letters-batch-left", { count: left.length, files: names(left) })] : [])
      ], written);
    } catch (error) {
      onProblem(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <PaneDialog
      title={words("letters-title")}
      form
      wide
      onClose={onClose}
      actions={
        <>
          <Button appearance="primary" disabledFocusable={busy || chosen.length === 0} onClick={() => void make()}>{words("letters-batch-do")}</Button>
          <Button onClick={onClose}>{words("pane-cancel")}</Button>
        </>
      }
    >
      <Text size={200}>{words("letters-batch-what")}</Text>
      <LetterFields form={form} formats={LETTER_FORMATS} onChange={change} />
      {shown.length < entries.length && (
        <Field label={words("letters-batch-which")}>
          <Select value={onlyShown ? "shown" : "all"} onChange={(_, { value }) => setOnlyShown(value === "shown")}>
            <option value="shown">{words("letters-batch-shown", { count: shown.length })}</option>
            <option value="all">{words("letters-batch-all", { count: entries.length })}</option>
          </Select>
        </Field>
      )}
      <Checkbox checked={questions} onChange={(_, { checked }) => setQuestions(checked === true)} label={words("letters-batch-questions")} />
      <Fold title={words("letters-batch-rules")}>
        <ul className={styles.rules}>
          {rules.map(({ rule, title, count }) => (
            <li key={rule}>
              <Checkbox
                checked={!withoutRules.has(rule)}
                label={words("letters-batch-rule", { title: words(title), count })}
                onChange={(_, { checked }) => {
                  const next = new Set(withoutRules);
                  if (checked === true) next.delete(rule); else next.add(rule);
                  setWithoutRules(next);
                }}
              />
            </li>
          ))}
        </ul>
      </Fold>
    </PaneDialog>
  );
}
