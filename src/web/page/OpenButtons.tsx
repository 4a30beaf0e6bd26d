import { Button, mergeClasses, type ButtonProps } from "@fluentui/react-components";
import { DocumentTable20Regular, FolderOpen20Regular } from "@fluentui/react-icons";
import { useRef } from "react";
import { useWords } from "../../pane/words";
import { canPickFiles, pickFiles } from "../disk/pick-files";
import { useBarStyles } from "./bar-styles";
import { chosenFiles, DOCUMENT_KINDS, WORKBOOK_KINDS, type GivenFile } from "./given-files";

interface OpenButtonsProps {
  readonly onFiles: (files: readonly GivenFile[]) => void;
  readonly size?: ButtonProps["size"];
  /** What the user should do next, instead of one thing among others. */
  readonly primary?: boolean;
}

/** The buttons to choose workbooks, or a folder of them. */
export function OpenButtons({ onFiles, size, primary = false }: OpenButtonsProps) {
  const styles = useBarStyles();
  const words = useWords();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);

  function chosen(input: HTMLInputElement, fromFolder: boolean): void {
    const given = chosenFiles(input.files, fromFolder);
    const any = (input.files?.length ?? 0) > 0;
    // The same file may be chosen again after it was mended.
    input.value = "";
    if (any) onFiles(given);
  }

  /** By the browser's own dialog where there is one, by the usual input otherwise. */
  async function chooseFiles(): Promise<void> {
    const given = canPickFiles() ? await pickFiles(words("page-kinds")) : null;
    if (given === null) files.current?.click();
    else if (given.length > 0) onFiles(given);
  }

  return (
    <>
      <input ref={files} type="file" multiple accept={`${WORKBOOK_KINDS},${DOCUMENT_KINDS}`} hidden data-input="files" onChange={({ target }) => chosen(target, false)} />
      <input ref={folder} type="file" multiple hidden data-input="folder" {...{ webkitdirectory: "" }} onChange={({ target }) => chosen(target, true)} />
      <Button appearance={primary ? "primary" : "subtle"} size={size} className={mergeClasses(!primary && styles.button)} icon={<DocumentTable20Regular />} title={words("page-open")} onClick={() => void chooseFiles()}>
        <span className={mergeClasses(!primary && styles.words)}>{words("page-open")}</span>
      </Button>
      <Button appearance={primary ? "secondary" : "subtle"} size={size} className={mergeClasses(!primary && styles.button)} icon={<FolderOpen20Regular />} title={words("page-open-folder")} onClick={() => folder.current?.click()}>
        <span className={mergeClasses(!primary && styles.words)}>{words("page-open-folder")}</span>
      </Button>
    </>
  );
}
