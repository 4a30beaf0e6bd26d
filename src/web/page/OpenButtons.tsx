import { Button, type ButtonProps } from "@fluentui/react-components";
import { DocumentTable20Regular, FolderOpen20Regular } from "@fluentui/react-icons";
import { useRef } from "react";
import { useWords } from "../../taskpane/words";
import { chosenFiles, WORKBOOK_KINDS, type GivenFile } from "./given-files";

interface OpenButtonsProps {
  readonly onFiles: (files: readonly GivenFile[]) => void;
  readonly size?: ButtonProps["size"];
  /** What the user should do next, instead of one thing among others. */
  readonly primary?: boolean;
}

/** The buttons to choose workbooks, or a folder of them. */
export function OpenButtons({ onFiles, size, primary = false }: OpenButtonsProps) {
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

  return (
    <>
      <input ref={files} type="file" multiple accept={WORKBOOK_KINDS} hidden data-input="files" onChange={({ target }) => chosen(target, false)} />
      <input ref={folder} type="file" multiple hidden data-input="folder" {...{ webkitdirectory: "" }} onChange={({ target }) => chosen(target, true)} />
      <Button appearance={primary ? "primary" : "subtle"} size={size} icon={<DocumentTable20Regular />} onClick={() => files.current?.click()}>{words("page-open")}</Button>
      <Button appearance={primary ? "secondary" : "subtle"} size={size} icon={<FolderOpen20Regular />} onClick={() => folder.current?.click()}>{words("page-open-folder")}</Button>
    </>
  );
}
