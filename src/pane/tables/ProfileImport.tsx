import { Button, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { ArrowUpload20Regular } from "@fluentui/react-icons";
import { useContext, useRef, useState } from "react";
import { render, say, type Sentence } from "../../messages";
import { parseSettingsText, SettingsError } from "../../settings";
import type { ToldTable } from "../../told";
import { LanguageContext, useWords } from "../words";

interface ProfileImportProps {
  readonly busy: boolean;
  readonly onProfiles: (given: readonly ToldTable[]) => void;
}

/** 读入识别方案: takes the profiles of a file, or says what is wrong with it. */
export function ProfileImport({ busy, onProfiles }: ProfileImportProps) {
  const words = useWords();
  const language = useContext(LanguageContext);
  const [problem, setProblem] = useState<Sentence | null>(null);
  const input = useRef<HTMLInputElement>(null);

  async function read(file: File): Promise<void> {
    try {
      const given = parseSettingsText(await file.text()).profiles ?? [];
      setProblem(given.length === 0 ? say("told-without") : null);
      if (given.length > 0) onProfiles(given);
    } catch (error) {
      setProblem(error instanceof SettingsError ? error.sentence : say("pane-cannot-read-file"));
    }
  }

  return (
    <>
      <input ref={input} type="file" accept=".json" hidden aria-label={words("told-import")} data-input="profiles" onChange={({ target }) => {
        const file = target.files?.[0];
        if (file) void read(file).finally(() => { target.value = ""; });
      }} />
      <Button size="small" icon={<ArrowUpload20Regular />} disabledFocusable={busy} onClick={() => input.current?.click()}>{words("told-import")}</Button>
      {problem && <div role="alert"><MessageBar intent="error" layout="multiline"><MessageBarBody>{render(problem, language)}</MessageBarBody></MessageBar></div>}
    </>
  );
}
