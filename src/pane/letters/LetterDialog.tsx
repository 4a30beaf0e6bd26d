import { Button, makeStyles, Text } from "@fluentui/react-components";
import { useContext, useMemo, useState } from "react";
import { candidatesOf, defaultChoice, type Letter } from "../../letters";
import { render, say, type Sentence } from "../../messages";
import { copyRich, copyText } from "../clipboard";
import { PaneDialog } from "../dialogs/PaneDialog";
import { download, nameBeside } from "../download";
import { problemOf } from "../model/problem";
import type { Session } from "../session";
import { LanguageContext, useWords } from "../words";
import { CandidateList } from "./CandidateList";
import { lastForm, LETTER_FORMATS, LETTER_TYPES, rememberForm, today, type LetterForm, type LetterFormat } from "./letter-form";
import { LetterFields } from "./LetterFields";
import type { CheckedWorkbook } from "./make-letter";

interface LetterDialogProps {
  readonly session: Pick<Session, "fileName" | "handOver">;
  readonly checked: CheckedWorkbook;
  /** Files can be downloaded; in Excel only a workbook can be opened. */
  readonly downloads: boolean;
  /** The kinds of files that it can be; all where left out. */
  readonly formats?: readonly LetterFormat[];
  readonly onClose: () => void;
}

/** What came of it stands beside what was pressed: the list scrolls. */
const useStyles = makeStyles({ told: { marginRight: "auto", alignSelf: "center" } });

const ONLY_WORKBOOK: readonly LetterFormat[] = ["xlsx"];

/** 整改清单 of one workbook: what stands in it, until when, by whom; as a file or on the clipboard. */
export function LetterDialog({ session, checked, downloads, formats: given = LETTER_FORMATS, onClose }: LetterDialogProps) {
  const styles = useStyles();
  const words = useWords();
  const language = useContext(LanguageContext);
  const formats = downloads ? given : ONLY_WORKBOOK;
  const [form, setForm] = useState<LetterForm>(() => ({ ...lastForm(), format: formats.find((format) => format === lastForm().format) ?? formats[0]! }));
  const candidates = useMemo(() => candidatesOf(checked.report, language), [checked, language]);
  const [chosen, setChosen] = useState(() => defaultChoice(candidates));
  const [told, setTold] = useState("");

  function change(next: LetterForm): void {
    setForm(next);
    rememberForm(next);
  }

  /** Makes the letter and does something with it; says what came of that. */
  async function withLetter(work: (letter: Letter, load: typeof import("./load")) => Promise<Sentence>): Promise<void> {
    setTold("");
    try {
      const load = await import("./load");
      const letter = load.makeLetter(checked, form, chosen, today(), language);
      if (letter) setTold(render(await work(letter, load), language));
    } catch (error) {
      setTold(render(problemOf(error), language));
    }
  }

  const deliver = () => withLetter(async (letter, load) => {
    const file = nameBeside(session.fileName, `${words("letter-name")}.${form.format}`);
    const bytes = load.letterBytes(letter, form.format, language);
    if (!downloads) return session.handOver(bytes, file);
    download(bytes, file, LETTER_TYPES[form.format]);
    return say("pane-downloaded", { file });
  });

  const copy = (kind: "text" | "word") => withLetter(async (letter, load) => {
    const { html, text, message } = load.letterCopies(letter, language);
    const copied = kind === "text" ? await copyText(message) : await copyRich(html, text);
    return say(copied ? `letters-copied-${kind}` : "letters-not-copied");
  });

  const none = chosen.size === 0;
  return (
    <PaneDialog
      title={words("letters-title")}
      form
      wide
      onClose={onClose}
      actions={
        <>
          <Text role="status" size={200} className={styles.told}>{told || (none ? words("letters-nothing") : "")}</Text>
          <Button appearance="primary" disabled={none} onClick={() => void deliver()}>{words("letters-do", { count: chosen.size })}</Button>
          <Button disabled={none} onClick={() => void copy("word")}>{words("letters-copy-word")}</Button>
          <Button disabled={none} onClick={() => void copy("text")}>{words("letters-copy-text")}</Button>
          <Button onClick={onClose}>{words("pane-close")}</Button>
        </>
      }
    >
      <Text size={200}>{words("letters-what")}</Text>
      <LetterFields form={form} formats={formats} onChange={change} />
      <CandidateList candidates={candidates} chosen={chosen} onChange={setChosen} />
    </PaneDialog>
  );
}
