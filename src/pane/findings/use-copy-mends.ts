import { useContext } from "react";
import { say } from "../../messages";
import type { ReportedFinding } from "../../report/types";
import { copyText } from "../clipboard";
import type { PaneController } from "../model/pane-controller";
import { LanguageContext } from "../words";
import { mendsAsText } from "./as-text";

/** Puts what is to be written into the cells of findings onto the clipboard, and says so: for workbooks that are only read. */
export function useCopyMends(controller: PaneController): (findings: readonly ReportedFinding[]) => void {
  const language = useContext(LanguageContext);
  return (findings) => void copyText(mendsAsText(findings, language)).then((copied) =>
    controller.tellUser(copied ? "success" : "warning", say(copied ? "pane-mend-copied" : "pane-not-copied")));
}
