import { Button } from "@fluentui/react-components";
import { ArrowSync20Regular, ClipboardCheckmark20Regular } from "@fluentui/react-icons";
import { FileButton } from "./FileButton";
import { useWords } from "./words";

export interface CheckActions {
  /** Checks a file that the user chose. */
  readonly onFile: (file: File) => void;
  /** Checks the workbook that is open in Excel; null in a browser. */
  readonly onCheck: (() => void) | null;
}

/** Begins a check, or begins again: of the open workbook in Excel, of a chosen file in a browser. */
export function CheckButton({ onFile, onCheck, again }: CheckActions & { readonly again: boolean }) {
  const words = useWords();
  const appearance = again ? "secondary" : "primary";
  const size = again ? "medium" : "large";
  if (!onCheck) {
    return <FileButton onFile={onFile} appearance={appearance} size={size}>{words(again ? "pane-choose-other" : "pane-choose")}</FileButton>;
  }
  return (
    <Button appearance={appearance} size={size} icon={again ? <ArrowSync20Regular /> : <ClipboardCheckmark20Regular />} onClick={onCheck}>
      {words(again ? "pane-check-again" : "pane-check")}
    </Button>
  );
}
